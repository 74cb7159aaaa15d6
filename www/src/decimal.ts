/**
 * What the page does to decimal text by itself: moving the point between a share and its percentage, and telling how
 * far two figures are apart. On the digits, never through a float, so that nothing typed changes on the way.
 */

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The text with its decimal point moved; text that is no plain decimal comes back unchanged, for the engine to judge. */
export function shifted(text: string, places: number): string {
  const match = PLAIN.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const left = whole.padStart(whole.length + Math.max(0, -places), '0');
  const digits = left + fraction.padEnd(Math.max(0, places), '0');
  const point = left.length + places;
  const head = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  // Zeros the visitor typed after the point stay: they are part of what was typed.
  const tail = digits.slice(point);
  return sign + head + (tail ? `.${tail}` : '');
}

/** `15.5` → `0.155`: what was typed as a percentage, as the share the engine works with. */
export const shareOfPercent = (text: string): string => shifted(text, -2);

/** `0.155` → `15.5`: a share as it stands in a percentage field, without idle zeros. */
export const percentOfShare = (text: string): string => withoutIdleZeros(shifted(text, 2));

/** `43350000.00` → `43350000` */
export function withoutIdleZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const SCALE = 8;

function scaled(text: string): bigint | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction.padEnd(SCALE, '0').slice(0, SCALE));
  return sign ? -units : units;
}

/** `a − b` to eight places, or null when either is no plain decimal. */
export function difference(a: string, b: string): string | null {
  const [left, right] = [scaled(a), scaled(b)];
  if (left === null || right === null) return null;
  return written(left - right);
}

function written(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(SCALE + 1, '0');
  return withoutIdleZeros(`${units < 0n ? '-' : ''}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`);
}

/** To so many places (eight at most), half away from zero, as Intl shows figures; what is no plain decimal stays. */
export function rounded(text: string, places: number): string {
  const units = scaled(text);
  if (units === null) return text;
  const step = 10n ** BigInt(SCALE - places);
  return written(((units + (units < 0n ? -step : step) / 2n) / step) * step);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: string, b: string): number {
  const apart = difference(a, b);
  if (apart === null || apart === '0') return 0;
  return apart.startsWith('-') ? -1 : 1;
}

/** `a × b`, exactly; null when either is no plain decimal. */
export function product(a: string, b: string): string | null {
  const [left, right] = [PLAIN.exec(a), PLAIN.exec(b)];
  if (!left || !right) return null;
  const places = (left[3] ?? '').length + (right[3] ?? '').length;
  const digits = (BigInt((left[2] ?? '') + (left[3] ?? '')) * BigInt((right[2] ?? '') + (right[3] ?? ''))).toString();
  const sign = left[1] !== right[1] && /[1-9]/.test(digits) ? '-' : '';
  return sign + withoutIdleZeros(shifted(`${digits}.0`, -places));
}

export const magnitude = (text: string): string => text.replace(/^-/, '');

/** Only for drawing: where a figure lies on a scale, to the precision of a pixel. */
export const position = (text: string): number => Number(text);
