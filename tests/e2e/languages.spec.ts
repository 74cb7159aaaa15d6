import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import * as engine from '../../pkg/trade_credit.js';
import type { CalculatorSpec, FieldSpec, FieldValue } from '../../pkg/trade_credit.js';
import { figurePaths } from '../../www/src/explain';
import { readableFormula } from '../../www/src/elements/step/formula';
import { addressOf, navigation, pages, placeAt } from '../../www/src/places';
import type { CalculatorView } from '../../www/src/views/calculator-view';
import { preferredLanguage, type CalculatorWords, type Locale } from '../../www/src/words';
import { locales } from './locales';

engine.initSync({ module: readFileSync(fileURLToPath(new URL('../../pkg/trade_credit_bg.wasm', import.meta.url))) });

const paths = (fields: readonly FieldSpec[]): string[] =>
  fields.flatMap((spec) => [spec.path, ...paths((spec.fields ?? []).filter(({ path }) => path !== spec.path))]);
const flat = (fields: readonly FieldSpec[]): FieldSpec[] =>
  fields.flatMap((spec) => [spec, ...flat((spec.fields ?? []).filter(({ path }) => path !== spec.path))]);
const example = ({ fields }: CalculatorSpec) =>
  Object.fromEntries(fields.map((spec): [string, FieldValue] => [spec.path, spec.example]));

const block = (locale: Locale, id: string): CalculatorWords | undefined =>
  (locale as unknown as Readonly<Record<string, CalculatorWords>>)[id];
const resultOf = (spec: CalculatorSpec): unknown => {
  const call = engine[spec.id as 'dso'] as unknown as (input: object) => { result: unknown };
  return call(example(spec)).result;
};

const catalog = engine.catalog();
/** The self-check's figures are named by the calculators they belong to. */
const namesItsOwnFigures = ({ id }: CalculatorSpec) => id !== 'assess';

for (const [tag, locale] of Object.entries(locales)) {
  test(`${tag} speaks of every calculator, and of every page`, () => {
    const spoken = catalog.filter(({ id }) => block(locale, id)).map(({ id }) => id);
    expect(spoken).toEqual(catalog.map(({ id }) => id));
    for (const id of Object.keys(pages)) expect(locale).toHaveProperty(id);
  });

  test(`${tag} has a label for every field, and none for a field that is not there`, () => {
    for (const { id, fields } of catalog) {
      const words = block(locale, id);
      expect(Object.keys(words?.fields ?? {}).sort(), id).toEqual(paths(fields).sort());
      const choices = Object.fromEntries(
        flat(fields)
          .filter(({ type }) => type === 'choice')
          .map(({ path, choices: names = [] }) => [path, [...names].sort()]),
      );
      const named = Object.entries(words?.choices ?? {}).map(([path, names]) => [path, Object.keys(names).sort()]);
      expect(Object.fromEntries(named), id).toEqual(choices);
    }
  });

  test(`${tag} has a name for every figure, and none for a figure that is not there`, () => {
    for (const spec of catalog.filter(namesItsOwnFigures)) {
      const figures = figurePaths(resultOf(spec));
      const named = Object.keys(block(locale, spec.id)?.figures ?? {});
      expect(named, spec.id).toEqual(expect.arrayContaining(figures));
      // An object of the result, and the rows of a list that have an id, may have names too.
      const known = new Set([...figures, ...Object.keys(resultOf(spec) as object)]);
      for (const path of named) expect(known.has(path) || known.has(path.split('.')[0] ?? ''), path).toBe(true);
    }
  });

  test(`${tag} has words for every area, status and standing advice`, () => {
    const { areas, actions } = engine.assess({}).result;
    expect(Object.keys(locale.areas)).toEqual(areas.map(({ id }) => id));
    for (const { code, source } of actions) {
      expect(locale.advice).toHaveProperty(code);
      expect(locale.rules).toHaveProperty(source);
    }
  });
}

const views = fileURLToPath(new URL('../../www/src/views', import.meta.url));
const ownViews = readdirSync(views).filter((file) => !/^(index|calculator-view|details|.*\.styles)/.test(file));

test('a view of its own shows every figure once and heads every section and group', async () => {
  expect(ownViews.length).toBeGreaterThan(2);
  for (const file of ownViews) {
    const { default: View } = (await import(`../../www/src/views/${file}`)) as { default: typeof CalculatorView };
    const spec = catalog.find(({ id }) => id === placeAt(file.replace('.ts', '')));
    if (!spec) throw new Error(`${file} is named after no calculator`);
    const fields = new Set(paths(spec.fields));
    for (const path of (View.sections ?? []).flatMap((section) => section.fields))
      expect(fields.has(path), `${file}: ${path}`).toBe(true);
    for (const path of Object.values(View.shared.inputs ?? {})) expect(fields.has(path), `${file}: ${path}`).toBe(true);
    if (View.groups && namesItsOwnFigures(spec)) {
      const shown = View.groups.flatMap(({ figures }) => figures);
      expect(new Set(shown).size, file).toBe(shown.length);
      expect(shown, file).toEqual(expect.arrayContaining(figurePaths(resultOf(spec))));
    }
    for (const locale of Object.values(locales)) {
      const words = block(locale, spec.id);
      const heads = (parts: readonly { id: string }[] | null) => parts?.map(({ id }) => id).sort();
      if (View.sections) expect(Object.keys(words?.sections ?? {}).sort(), file).toEqual(heads(View.sections));
      if (View.groups) expect(Object.keys(words?.groups ?? {}).sort(), file).toEqual(heads(View.groups));
    }
  }
});

/** Whatever may ask for a word: the page without its languages, what the build does, and the engine with its ids. */
function askers(): string {
  const below = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|rs)$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((file) => !file.includes('locales'));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const files = ['www/src', 'www/plugins', 'src'].flatMap((folder) => below(join(root, folder)));
  const others = ['www/index.html', 'tests/golden/trade_credit.d.ts'].map((file) => join(root, file));
  return [...files, ...others].map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** The paths of the keys of a language whose names nobody ever says. */
function unsaid(words: object, asked: string): string[] {
  const names = new Set(asked.match(/[A-Za-z_$][\w$]*/g));
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  // `${name}Help`: names that are put together.
  const endings = [...asked.matchAll(/\$\{[^{}]*\}([A-Z]\w*)`/g)].map(([, ending = '']) => ending);
  const isSaid = (name: string): boolean =>
    names.has(name) ||
    names.has(snake(name)) ||
    endings.some((ending) => name.endsWith(ending) && isSaid(name.slice(0, -ending.length)));
  // Paths by their parts, and numbers are values; other text, such as a note of the engine, as it stands.
  const isPart = (part: string) => /^\d+$/.test(part) || isSaid(part);
  const isKnown = (key: string) => (/^[\w.]+$/.test(key) ? key.split('.').every(isPart) : asked.includes(key));
  const inside = (value: unknown, path: string): string[] =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [
          ...(isKnown(key) ? [] : [`${path}${key}`]),
          ...inside(inner, `${path}${key} › `),
        ]);
  return inside(words, '');
}

test('no word is there that nobody says', () => {
  const asked = askers();
  expect(unsaid({ shell: { product: '', neverSaidByAnyone: '' } }, asked)).toEqual(['shell › neverSaidByAnyone']);
  for (const [tag, locale] of Object.entries(locales)) expect(unsaid({ ...locale }, asked), tag).toEqual([]);
});

test('what a view says of its results is said by a view', () => {
  const ownWords = (id: string) => Object.keys(block(Object.values(locales)[0] as Locale, id)?.report ?? {});
  const asked = askers();
  for (const { id } of catalog)
    for (const name of ownWords(id)) expect(asked, `${id}: ${name}`).toMatch(new RegExp(`[.'"]${name}\\b`));
});

test('the languages have the same entries', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;
  const [first, ...others] = Object.values(locales).map((locale) => shape({ ...locale }));
  expect(others.length).toBeGreaterThan(0);
  for (const other of others) expect(other).toEqual(first);
});

test('a browser gets the language it asks for, or the first', () => {
  const known = ['zh-CN', 'en'];
  expect(preferredLanguage(['de', 'en-AU', 'zh'], known)).toBe('en');
  expect(preferredLanguage(['zh-Hant-TW'], known)).toBe('zh-CN');
  expect(preferredLanguage(['de'], known)).toBe('zh-CN');
  expect(preferredLanguage([], known)).toBe('zh-CN');
});

test('every calculator has an address of its own, and the way back', () => {
  const addresses = catalog.map(({ id }) => addressOf(id));
  expect(addresses).toEqual(expect.arrayContaining(['check', 'working-capital', 'early-payment-discount']));
  expect(addresses.map(placeAt)).toEqual(catalog.map(({ id }) => id));
});

test('a calculator that the navigation does not name comes at its end', () => {
  expect(navigation(['newOne', 'dso', 'coverValue', 'assess', 'privacy'])).toEqual([
    ['assess'],
    ['dso'],
    ['coverValue'],
    ['newOne'],
  ]);
});

test('a formula reads as one would write it', () => {
  const upper = (name: string) => name.toUpperCase();
  expect(readableFormula('a * (b - 1) / max(0, -c.d)', upper)).toBe('A × (B − 1) ÷ max(0, −C.D)');
  expect(readableFormula('round(x, 2) + 0.5', upper)).toBe('round(X, 2) + 0.5');
});
