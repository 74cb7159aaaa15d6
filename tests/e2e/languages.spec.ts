import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { assess, catalog, dso, initSync, workingCapital, type FieldSpec } from '../../pkg/trade_credit.js';
import { languages, preferredLanguage } from '../../www/src/locales';
import { readableFormula } from '../../www/src/elements/step/formula';

test.beforeAll(() => {
  initSync({ module: readFileSync(fileURLToPath(new URL('../../pkg/trade_credit_bg.wasm', import.meta.url))) });
});

const paths = (fields: readonly FieldSpec[]): string[] =>
  fields.flatMap((spec) => [spec.path, ...paths((spec.fields ?? []).filter(({ path }) => path !== spec.path))]);

const shown = ['assess', 'dso', 'workingCapital'] as const;

for (const [tag, words] of Object.entries(languages)) {
  test(`${tag} has a label for every field, and none for a field that is not there`, () => {
    for (const id of shown) {
      const spec = catalog().find((candidate) => candidate.id === id);
      expect(Object.keys(words.calculators[id].fields).sort()).toEqual(paths(spec?.fields ?? []).sort());
      const choices = Object.fromEntries(
        (spec?.fields ?? [])
          .filter(({ type }) => type === 'choice')
          .map(({ path, choices = [] }) => [path, [...choices].sort()]),
      );
      expect(
        Object.fromEntries(
          Object.entries<Record<string, string>>(words.calculators[id].choices).map(([path, names]) => [
            path,
            Object.keys(names).sort(),
          ]),
        ),
      ).toEqual(choices);
    }
  });

  test(`${tag} has a name for every figure`, () => {
    const example = (id: string) =>
      Object.fromEntries(
        (catalog().find((spec) => spec.id === id)?.fields ?? []).map(({ path, example }) => [path, example]),
      );
    const { result: first } = dso(example('dso') as unknown as Parameters<typeof dso>[0]);
    const { result: second } = workingCapital(
      example('workingCapital') as unknown as Parameters<typeof workingCapital>[0],
    );
    expect(Object.keys(words.calculators.dso.figures).sort()).toEqual(Object.keys(first).sort());
    const stress = Object.keys(second.stress ?? {}).filter((name) => name !== 'path');
    expect(Object.keys(words.calculators.workingCapital.figures).sort()).toEqual(
      [...Object.keys(second), ...stress.map((name) => `stress.${name}`)].sort(),
    );
  });

  test(`${tag} has words for every area, status and standing advice`, () => {
    const { areas, actions } = assess({}).result;
    expect(Object.keys(words.areas)).toEqual(areas.map(({ id }) => id));
    for (const { code, source } of actions) {
      expect(words.advice).toHaveProperty(code);
      expect(words.rules).toHaveProperty(source);
    }
  });
}

test('the languages have the same entries', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;
  const [first, ...others] = Object.values(languages).map(shape);
  for (const other of others) expect(other).toEqual(first);
});

test('a browser gets the language it asks for, or the first', () => {
  expect(preferredLanguage(['de', 'en-AU', 'zh'])).toBe('en');
  expect(preferredLanguage(['zh-Hant-TW'])).toBe('zh-CN');
  expect(preferredLanguage(['de'])).toBe('zh-CN');
  expect(preferredLanguage([])).toBe('zh-CN');
});

test('a formula reads as one would write it', () => {
  const upper = (name: string) => name.toUpperCase();
  expect(readableFormula('a * (b - 1) / max(0, -c.d)', upper)).toBe('A × (B − 1) ÷ max(0, −C.D)');
  expect(readableFormula('round(x, 2) + 0.5', upper)).toBe('round(X, 2) + 0.5');
});
