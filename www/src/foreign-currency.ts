import type { Context } from './context';

/** The currency an amount was typed with, where it is another than the one that counts: nothing is converted. */
export function foreignCurrency({ format }: Pick<Context, 'format'>, text: string): string | null {
  const [mark = ''] = /\p{Sc}|元|[A-Z]{3}/u.exec(text.normalize('NFKC')) ?? [];
  const own = format.currency + format.figure('money', '0');
  return own.includes(mark) ||
    (mark === 'RMB' && own.startsWith('CNY')) ||
    (mark === '元' && /^(CNY|HKD|TWD)/.test(own))
    ? null
    : mark;
}
