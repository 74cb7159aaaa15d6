import { en } from './en';
import { zhCN } from './zh-CN';

export type Words = typeof zhCN;

/** One line for each language; the first is taken when the browser asks for none of them. */
export const languages: Record<string, Words> = {
  'zh-CN': zhCN,
  en,
};

/** The language of the page that serves the browser's wishes best: same tag, then same language. */
export function preferredLanguage(wishes: readonly string[]): string {
  const known = Object.keys(languages);
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const wish of wishes) {
    const match =
      known.find((tag) => tag.toLowerCase() === wish.toLowerCase()) ?? known.find((tag) => base(tag) === base(wish));
    if (match) return match;
  }
  return known[0] ?? 'en';
}

/** The text under a key that is only known at run time, if there is one. */
export function textFor<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
