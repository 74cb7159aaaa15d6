import type { Context } from './context';

/** What stands for a currency beside its code and its sign. */
const names: Readonly<Record<string, readonly string[]>> = { RMB: ['CNY'], 元: ['CNY', 'HKD', 'TWD'] };

/** The currency an amount was typed with, where it is another than the one that counts: nothing is converted. */
export function foreignCurrency({ format }: Pick<Context, 'format'>, text: string): string | null {
  const [mark = ''] = /\p{Sc}|元|[A-Z]{3}/u.exec(text.normalize('NFKC')) ?? [];
  const own = format.currency + format.figure('money', '0');
  return own.includes(mark) || names[mark]?.includes(format.currency) ? null : mark;
}
