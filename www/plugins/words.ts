import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

/**
 * The language files, cut into parts that are fetched when they are needed. A language is one file below
 * `src/locales`, discovered by its presence; every export of it is a part: a block of its own for each calculator and
 * page (they have a `short` name), the texts that can follow a little later, and one part of all the rest, which the
 * first screen needs.
 *
 * `virtual:words` lists the languages with the loaders of their parts; `words:<language>/<part>` is one part, the rest
 * of the file shaken off.
 */

/** Said only once something was typed: a part that may follow a little later. */
const LATER = [
  'problems',
  'carry',
  'clearBy',
  'severities',
  'areas',
  'findings',
  'advice',
  'rules',
  'rule',
  'terms',
  'lists',
];

/** Said by nobody but a widget, and by what keeps and shares. */
const APART = ['widget', 'keep'];

/** Written into the document: no script says it. */
const DOCUMENT = 'beforeScript';

type Locale = Readonly<Record<string, unknown>> & { readonly name: string };

const folder = fileURLToPath(new URL('../src/locales', import.meta.url));
const fileOf = (language: string) => join(folder, `${language}.ts`);
const languages = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'))
    // The first is taken when the browser asks for none of them.
    .sort((a, b) => Number(b === 'zh-CN') - Number(a === 'zh-CN') || a.localeCompare(b));

async function scriptOf(language: string): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(fileOf(language), 'utf8'), fileOf(language), {
    sourcemap: false,
  });
  return code;
}

async function read(language: string): Promise<Locale> {
  // Language files import types only, so that their script stands alone.
  return (await import(`data:text/javascript,${encodeURIComponent(await scriptOf(language))}`)) as Locale;
}

const hasShort = (block: unknown): block is { short: string } =>
  typeof block === 'object' && block !== null && 'short' in block;

function parts(locale: Locale): { first: string[]; others: string[] } {
  const names = Object.keys(locale);
  const others = names.filter((name) => hasShort(locale[name]) || APART.includes(name));
  return { first: names.filter((name) => ![...others, ...LATER, DOCUMENT].includes(name)), others };
}

async function list(without: readonly string[]): Promise<string> {
  const entries = await Promise.all(
    languages().map(async (language) => {
      const locale = await read(language);
      const others = parts(locale).others.filter((name) => !without.includes(name));
      const loaders = ['first', 'later', ...others].map(
        (part) => `${JSON.stringify(part)}: () => import(${JSON.stringify(`words:${language}/${part}`)})`,
      );
      return `${JSON.stringify(language)}: { name: ${JSON.stringify(locale.name)}, parts: { ${loaders.join(', ')} } }`;
    }),
  );
  return `export const languages = { ${entries.join(',\n')} };`;
}

async function part(language: string, name: string, without: readonly string[]): Promise<string> {
  // What a module offers is kept; the rest of the file must not be offered to be shaken off.
  const script = (await scriptOf(language)).replace(/^export const /gm, 'const ');
  if (name === 'later') return `${script}\nexport default { ${LATER.join(', ')} };`;
  if (name !== 'first') return `${script}\nexport default ${name};`;
  const locale = await read(language);
  // Every place is named in the navigation, whether its own words are there or not.
  const places = Object.fromEntries(
    Object.entries(locale).flatMap(([id, block]) =>
      hasShort(block) && !without.includes(id) ? [[id, block.short]] : [],
    ),
  );
  return `${script}\nexport default { ${parts(locale).first.join(', ')}, places: ${JSON.stringify(places)} };`;
}

interface FirstWords {
  readonly shell: { readonly product: string; readonly privacy: string };
  readonly beforeScript: { readonly description: string; readonly noScript: string };
  readonly assess: { readonly lead: string };
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The text that stands in the document before any script: in every language, since nothing can choose one yet. */
async function document(html: string): Promise<string> {
  const heads = await Promise.all(
    languages().map(async (tag) => ({ tag, ...((await read(tag)) as unknown as FirstWords) })),
  );
  const all = (text: (words: FirstWords) => string, between: string) => escaped(heads.map(text).join(between));
  const first = heads.map(
    ({ tag, shell, assess }, place) =>
      `<div lang="${tag}">${place === 0 ? '<h1>' : '<p class="title">'}${escaped(shell.product)}${place === 0 ? '</h1>' : '</p>'}<p class="lead">${escaped(assess.lead)}</p><p>${escaped(shell.privacy)}</p></div>`,
  );
  const noScript = heads.map(({ tag, beforeScript }) => `<p lang="${tag}">${escaped(beforeScript.noScript)}</p>`);
  return html
    .replace(
      '<!--title-->',
      all(({ shell }) => shell.product, ' · '),
    )
    .replace(
      '<!--description-->',
      all(({ beforeScript }) => beforeScript.description, ' '),
    )
    .replace('<!--first-->', `<main class="first">${first.join('')}<noscript>${noScript.join('')}</noscript></main>`);
}

/** `without`: the places that a build does not have. */
export const words = (without: readonly string[] = []): Plugin => ({
  name: 'words',
  resolveId: (id) =>
    id === 'virtual:words' || id.startsWith('words:') ? { id: `\0${id}`, moduleSideEffects: false } : null,
  async load(id) {
    if (!id.startsWith('\0')) return null;
    if (id === '\0virtual:words') {
      languages().forEach((language) => this.addWatchFile(fileOf(language)));
      return list(without);
    }
    const [, language, name] = /^\0words:([^/]+)\/(\w+)$/.exec(id) ?? [];
    if (language === undefined || name === undefined) return null;
    this.addWatchFile(fileOf(language));
    return part(language, name, without);
  },
  transformIndexHtml: { order: 'pre', handler: document },
});
