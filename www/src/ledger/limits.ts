/** Limits as one pastes them from a spreadsheet: a buyer and an amount on each line. */
export interface Limits {
  readonly limits: Readonly<Record<string, string>>;
  /** Lines, from 1, that hold something else. */
  readonly unread: readonly number[];
}

/** Tabs come from a spreadsheet and stand in no name; commas stand in names and amounts alike, so they come last. */
const SEPARATORS = [/\t/g, /[;；]/g, /[,，]/g];

/** Reads the lines; `amount` reads what stands behind the buyer, and gives null for what is none. */
export function limitsOf(text: string, amount: (text: string) => string | null): Limits {
  const limits: Record<string, string> = {};
  const unread: number[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    const read = entryOf(line, amount);
    if (read) limits[read.buyer] = read.limit;
    else unread.push(at + 1);
  });
  return { limits, unread };
}

function entryOf(line: string, amount: (text: string) => string | null): { buyer: string; limit: string } | null {
  for (const separator of SEPARATORS) {
    for (const { index } of line.matchAll(separator)) {
      const buyer = line.slice(0, index).trim();
      const limit = amount(line.slice(index + 1).trim());
      if (buyer !== '' && limit !== null && !limit.startsWith('-')) return { buyer, limit };
    }
  }
  return null;
}
