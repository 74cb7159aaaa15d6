import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import * as engine from '../../pkg/trade_credit.js';
import type { Options, PolicyPatch } from '../../pkg/trade_credit.js';
import {
  cellsOf,
  changedLeaves,
  leafAt,
  patchOf,
  policyCells,
  policyFields,
  policyLeaves,
} from '../../www/src/rules/policy-form';
import { documentOf } from '../../www/src/rules/documents';
import { defaultOf, withPatch } from '../../www/src/policy';
import { reader } from '../../www/src/reading';
import type { Context } from '../../www/src/context';
import type { CalculatorId, Engine, FieldSpec, Input } from '../../www/src/engine';
import { engineInput, exampleForm } from '../../www/src/form-input';
import { columnPath, typedText, withTexts, type FormValues } from '../../www/src/form-values';
import { daysIn } from '../../www/src/pages/rules/days';
import { locales } from './locales';

engine.initSync({ module: readFileSync(fileURLToPath(new URL('../../pkg/trade_credit_bg.wasm', import.meta.url))) });

const read = reader(
  {
    parseAmount: (text: string, language: string) => {
      try {
        return { kind: 'amount', amount: engine.parseAmount(text, language) };
      } catch {
        return { kind: 'issues', issues: [] };
      }
    },
  } as unknown as Engine,
  'en',
);

const standard = engine.defaultPolicy();
const sources = engine.policySources();
const fields = policyFields(standard);
const leaves = policyLeaves(fields);
const cells = policyCells(standard);

const hashOf = (policy: PolicyPatch | null): string => engine.assess({}, { policy }).policy.hash;
const issuesOf = (policy: PolicyPatch | null): { field: string; code: string }[] => {
  try {
    engine.assess({}, { policy });
    return [];
  } catch (error) {
    return (error as { issues: { field: string; code: string }[] }).issues;
  }
};

/** Another text for a cell that the engine takes: the first of some that are possible here or there. */
function changed(cell: string): PolicyPatch | null | undefined {
  const text = cells[cell] ?? '';
  const others = [`${text}.5`, text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)), '0.1', '1', '2', '31', '99.5', '2025-12-01', 'endorsed', 'another']; // prettier-ignore
  return others
    .filter((other) => other !== text)
    .map((other) => patchOf(fields, { ...cells, [cell]: other }, cells, read))
    .find((patch) => issuesOf(patch).length === 0 && hashOf(patch) !== hashOf(null));
}

// No browser takes part: once is enough.
test.beforeEach(({}, info) => test.skip(info.project.name === 'phone', 'the same on every screen'));

test('every threshold of the engine is a field, and every field a threshold of the engine', () => {
  expect([...leaves.keys()].sort()).toEqual(Object.keys(sources).sort());
});

test('every cell of every threshold can be changed, and changes that threshold only', () => {
  for (const leaf of leaves.keys()) {
    const own = cellsOf(leaf, cells);
    expect(own.length, leaf).toBeGreaterThan(0);
    for (const cell of own) {
      const patch = changed(cell);
      expect(patch, `${cell} takes another value`).toBeTruthy();
      const now = policyCells(withPatch(standard, patch));
      expect(changedLeaves(now, cells, leaves)).toEqual([leaf]);
      expect(now[cell]).not.toBe(cells[cell]);
    }
  }
});

test('what is typed as a percentage, a number of days or a count reaches the engine as what it is', () => {
  const typed = {
    'receivables.overdueRateHigh': '20',
    'latePayment.dailyRate': '0.06',
    'liquidity.currentRatio.low': '1.3',
    'review.months': '4',
    'score.factors.averageDaysLate.bands[1].atMost': '8',
    'provision.rates[4]': '12.5',
  };
  expect(patchOf(fields, { ...cells, ...typed }, cells, read)).toEqual({
    receivables: { overdueRateHigh: '0.20' },
    latePayment: { dailyRate: '0.0006' },
    liquidity: { currentRatio: { low: '1.3' } },
    review: { months: 4 },
    score: {
      factors: {
        averageDaysLate: {
          bands: [
            { atMost: '0', points: '100' },
            { atMost: '8', points: '80' },
            { atMost: '15', points: '60' },
            { atMost: '30', points: '30' },
            { atMost: '45', points: '10' },
            { points: '0' },
          ],
        },
      },
    },
    provision: { rates: ['0.003', '0.016', '0.036', '0.066', '0.125'] },
  });
  expect(patchOf(fields, cells, cells, read)).toBeNull();
  expect(changedLeaves({ ...cells, ...typed }, cells, leaves)).toHaveLength(6);
});

test('a problem of the engine finds its field', () => {
  const wrong = { 'receivables.overdueRateHigh': 'x', 'score.factors.debtRatio.bands[1].points': '101', 'provision.rates[2]': '' }; // prettier-ignore
  const found = issuesOf(patchOf(fields, { ...cells, ...wrong }, cells, read)).map(({ field }) =>
    field.replace('options.policy.', ''),
  );
  for (const cell of Object.keys(wrong)) expect(found).toContain(cell);
  expect(found.map((field) => leafAt(field, leaves))).not.toContain(undefined);
});

test('every rule that is named stands in one of the documents', () => {
  for (const [leaf, { source }] of Object.entries(sources))
    if (source !== 'house') expect(documentOf(source), leaf).toBeDefined();
});

for (const [tag, { policy, rules }] of Object.entries(locales)) {
  test(`${tag} has the text of every rule that a threshold comes from, and every remark of our own`, () => {
    const remarks = new Set<string>();
    for (const { source, note } of Object.values(sources)) {
      if (source !== 'house') expect(rules).toHaveProperty(source);
      if ((source === 'house' && note !== '') || note in policy.notes) remarks.add(note);
    }
    expect(Object.keys(policy.notes).sort()).toEqual([...remarks].sort());
    for (const label of Object.keys(policy.labels)) expect([...leaves.keys()]).toContain(label);
    for (const part of Object.keys(policy.parts))
      expect(
        [...leaves.keys()].some((leaf) => leaf.startsWith(`${part}.`)),
        part,
      ).toBe(true);
    expect(policy.documents).toHaveLength(5);
  });
}

test('days are read as people write them, each once and in order', () => {
  expect(daysIn('2026-10-02\n2026/10/1，2026年10月3日; 20261004\t2026-10-02', read)).toEqual([
    '2026-10-01',
    '2026-10-02',
    '2026-10-03',
    '2026-10-04',
  ]);
  expect(daysIn('soon', read)).toEqual(['soon']);
});

test('what is shown for an empty field is what counts, whatever thresholds hold', () => {
  const flipped = { covered: 'excluded', excluded: 'covered', endorsed: 'covered' };
  const perils = Object.entries(standard.cover.perils).map(([peril, cover]) => [
    peril,
    flipped[cover as keyof typeof flipped],
  ]);
  const policy: PolicyPatch = {
    receivables: { benchmarkDso: '50' },
    stress: { insuredPercentage: '0.7' },
    limit: { lossGivenDefault: '0.5' },
    cover: { insuredPercentage: '0.8', waitingPeriodDays: 90, perils: Object.fromEntries(perils) },
    latePayment: { multiple: '1.2', margin: '0.07', dailyRate: '0.0004' },
  };
  const context = { policy: withPatch(standard, policy), options: { policy } } as unknown as Context;
  const cells = (spec: FieldSpec): readonly FieldSpec[] => (spec.fields ? spec.fields.flatMap(cells) : [spec]);
  let compared = 0;
  for (const { id, fields } of engine.catalog()) {
    const all = fields.flatMap(cells);
    const call = engine[id as CalculatorId] as (input: Input, options: Options) => { result: unknown };
    const result = (form: FormValues) => call(engineInput(fields, form, read), { policy }).result;
    const example = exampleForm(fields);
    // Some fields count with one kind of interest only.
    const kinds = all.find(({ path }) => path === 'method.kind')?.choices ?? [''];
    for (const kind of kinds) {
      const form = kind ? withTexts(example, new Map([['method.kind', kind], ['method.rate', '0.1']])) : example; // prettier-ignore
      for (const spec of all) {
        const given = defaultOf(context, spec);
        if (given === undefined) continue;
        const inRows = Object.keys(form.texts).filter((cell) => cell.includes('[') && columnPath(cell) === spec.path);
        const filled = (text: string) =>
          withTexts(form, new Map((inRows.length > 0 ? inRows : [spec.path]).map((cell) => [cell, text])));
        expect(result(filled('')), `${id} ${kind} ${spec.path}`).toEqual(result(filled(typedText(spec, given))));
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(60);
});
