/** `2026/1/1`, `2026年1月1日` and `20260101` are days as well; other text comes back as it is, for the engine to judge. */
function dayOf(text: string): string {
  const [, year, month = '', day = ''] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Days one after the other, however they are set apart; each once, in order. */
export const daysIn = (text: string): string[] =>
  [
    ...new Set(
      text
        .normalize('NFKC')
        .split(/[\n\r\t,;、]+/)
        .map((part) => part.trim())
        .filter(Boolean)
        .map(dayOf),
    ),
  ].sort();
