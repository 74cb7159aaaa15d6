import { languages } from 'virtual:words';
import { isPage } from './places';
import { preferredLanguage, textFor, type Words } from './words';

/** The languages of the page and the loading of their words, part by part. */

export const languageNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(languages).map(([tag, { name }]) => [tag, name]),
);
export const languageTags: readonly string[] = Object.keys(languages);
/** The one the browser asks for. */
export const usualLanguage = preferredLanguage(navigator.languages, languageTags);

/** Parts that belong to no place. */
const apart: readonly string[] = ['widget', 'keep'];

const arrived = new Map<string, Promise<unknown>>();

function part(language: string, name: string): Promise<unknown> {
  const key = `${language}/${name}`;
  const load = textFor(languages[language]?.parts, name);
  const loading = arrived.get(key) ?? Promise.resolve(load?.()).then((module) => module?.default);
  arrived.set(key, loading);
  // What failed is asked for again the next time.
  loading.catch(() => arrived.delete(key));
  return loading;
}

/**
 * `words` with more parts: `first` always, the blocks of calculators below `calculators`, those of pages by their
 * names, and with `later` what is said of reports.
 */
export async function withParts(language: string, names: readonly string[], words?: Words): Promise<Words> {
  const [first, ...others] = await Promise.all(['first', ...names].map((name) => part(language, name)));
  let next: Record<string, unknown> = { calculators: {}, ...words, ...(first as object) };
  names.forEach((name, index) => {
    const block = others[index];
    if (block === undefined) return;
    if (name === 'later') next = { ...next, ...block };
    else if (isPage(name) || apart.includes(name)) next[name] = block;
    else next['calculators'] = { ...(next['calculators'] as object), [name]: block };
  });
  return next as unknown as Words;
}

export const partsOf = (language: string): readonly string[] =>
  Object.keys(languages[language]?.parts ?? {}).filter((name) => name !== 'first');
