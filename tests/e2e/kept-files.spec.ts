import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import * as calls from '../../pkg/trade_credit.js';
import type { Context } from '../../www/src/context';
import type { CalculatorId, Engine, Input, Options, Report } from '../../www/src/engine';
import { distanceText, figurePaths, valueAt } from '../../www/src/explain';
import { exampleForm } from '../../www/src/form-input';
import { formOf, type FormValues } from '../../www/src/form-values';
import { Format } from '../../www/src/format';
import { calendarFile, datesOf, folded } from '../../www/src/keep/calendar';
import { csvCell, resultsCsv } from '../../www/src/keep/csv';
import { fieldWords, outcomeText, withThresholds } from '../../www/src/labels';
import { packFile, readFile, workFile, type FileProblem } from '../../www/src/keep/work-file';
import { policyValue, withPatch } from '../../www/src/policy';
import { reader } from '../../www/src/reading';
import { emptyState, type State } from '../../www/src/state';
import { thresholdOf } from '../../www/src/thresholds';
import { figureUnit } from '../../www/src/units';
import type { Locale, Words } from '../../www/src/words';
import { locales } from './locales';

calls.initSync({ module: readFileSync(fileURLToPath(new URL('../../pkg/trade_credit_bg.wasm', import.meta.url))) });

const catalog = calls.catalog();
const engine: Engine = {
  catalog,
  version: calls.version(),
  defaultPolicy: calls.defaultPolicy(),
  policySources: calls.policySources,
  fields: (calculator) => catalog.find(({ id }) => id === calculator)?.fields ?? [],
  calculate: (calculator, input, options) => {
    try {
      const call = calls[calculator] as unknown as (input: Input, options: Options) => Report;
      return { kind: 'report', report: call(input, options) };
    } catch (error) {
      return { kind: 'issues', issues: (error as { issues: [] }).issues };
    }
  },
  parseAmount: (text, language) => ({ kind: 'amount', amount: calls.parseAmount(text, language) }),
};

function contextOf(tag: string, options: Options = { currency: 'CNY' }): Context {
  const locale = locales[tag] as Locale;
  const places = Object.fromEntries(
    Object.entries(locale).flatMap(([id, block]) =>
      typeof block === 'object' && 'short' in block ? [[id, block.short]] : [],
    ),
  );
  const words = { ...locale, calculators: locale, places } as unknown as Words;
  return {
    language: tag,
    words,
    engine,
    options,
    read: reader(engine, tag),
    format: new Format(tag, words, options.currency ?? 'CNY'),
    policy: withPatch(engine.defaultPolicy, options.policy),
    policyMark: null,
  };
}

function example(calculator: CalculatorId): { values: FormValues; report: Report } {
  const fields = engine.fields(calculator);
  const input = Object.fromEntries(fields.map((spec) => [spec.path, spec.example]));
  const answer = engine.calculate(calculator, input, {});
  if (answer.kind !== 'report') throw new Error(`the example of ${calculator} has no report`);
  return { values: exampleForm(fields), report: answer.report };
}

const worked: State = {
  ...emptyState('en'),
  currency: 'JPY',
  policy: { name: '本公司标准', receivables: { overdueRateHigh: '0.2' } },
  holidays: ['2026-01-01'],
  workdays: ['2026-02-14'],
  forms: { dso: formOf([['creditSales', '1.62亿'], ['dsoHistory[0]', 'not yet known']]) }, // prettier-ignore
};

// No browser takes part: once is enough.
test.beforeEach(({}, info) => test.skip(info.project.name === 'phone', 'the same on every screen'));

test('a file brings back everything that was typed, chosen and changed', () => {
  const { currency, policy, holidays, workdays, forms } = worked;
  const read = readFile(workFile(worked, '2026-11-24'), engine);
  expect(read).toEqual({
    contents: { currency, policy, holidays, workdays, forms },
    savedOn: '2026-11-24',
    unknown: [],
  });
});

test('an assumption pack is a file that holds thresholds and nothing else', () => {
  expect(readFile(packFile(worked.policy, '2026-11-24'), engine)).toEqual({
    contents: { policy: worked.policy },
    savedOn: '2026-11-24',
    unknown: [],
  });
  expect(readFile(packFile(null, '2026-11-24'), engine)).toMatchObject({ contents: { policy: null } });
});

test('a file that cannot be used says why', () => {
  const file = (contents: object) => JSON.stringify({ format: 'trade-credit', version: 1, ...contents });
  const problems: [string, FileProblem | { code: string }][] = [
    ['{"format":"trade-credit","versi', { code: 'not_json' }],
    ['[]', { code: 'not_ours' }],
    ['{"creditSales":"1"}', { code: 'not_ours' }],
    [file({ version: 2, forms: {} }), { code: 'newer', version: '2' }],
    [file({}), { code: 'empty' }],
    [file({ forms: { dso: { creditSales: 1 } } }), { code: 'malformed', where: ['forms.dso'] }],
    [file({ currency: 'euro', holidays: '2026-01-01', forms: [] }), { code: 'malformed', where: ['currency', 'holidays', 'forms'] }], // prettier-ignore
    [file({ policy: { receivables: { overdueRateHigh: '2' }, limit: { nonsense: 1 } } }), { code: 'options' }],
    [file({ holidays: ['2026-02-30'] }), { code: 'options' }],
  ];
  for (const [text, problem] of problems) expect(readFile(text, engine), text).toMatchObject({ problem });
  expect(readFile(file({ forms: { fortuneTelling: { a: '1' }, dso: { creditSales: '1' } } }), engine)).toMatchObject({
    contents: { forms: { dso: formOf([['creditSales', '1']]) } },
    unknown: ['fortuneTelling'],
  });
});

test('what a spreadsheet would take for a formula is text', () => {
  for (const text of ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', ' =1'])
    expect(csvCell(text).replace(/^"/, ''), text).toMatch(/^'/);
  expect(csvCell('-1234.50')).toBe('-1234.50');
  expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
});

for (const tag of Object.keys(locales)) {
  test(`every calculator's results are a table in ${tag}, each line with a name`, () => {
    for (const { id } of catalog) {
      const calculator = id as CalculatorId;
      const { values, report } = example(calculator);
      const csv = resultsCsv(contextOf(tag, { policy: worked.policy }), calculator, values, report, '2026-11-24');
      expect(csv.startsWith('\uFEFF')).toBe(true);
      const lines = csv.slice(1).split('\r\n');
      expect(lines.length, id).toBeGreaterThan(10);
      expect(csv, id).toContain(report.policy.hash);
      expect(csv, id).not.toMatch(/undefined|\[object|NaN|(^|,)[=+@]/m);
      for (const { id: step, value, formula } of report.steps) {
        expect(csv, `${id} ${step}`).toContain(`${step} = ${formula}`.replaceAll('"', '""'));
        expect(csv).toContain(value);
      }
    }
  });
}

test('a table holds figures exactly and choices by their names', () => {
  const { values, report } = example('dso');
  const csv = resultsCsv(contextOf('en'), 'dso', values, report, '2026-11-24');
  expect(csv).toMatch(/\r\nResult,dso,[^,]+,97\.67,days,97\.67\u00a0days,,\r\n/);
  expect(csv).toMatch(/\r\nInput,creditSales,Credit sales,162000000,CNY,"¥162,000,000\.00",,\r\n/);
});

const calendars: readonly CalculatorId[] = ['indemnity', 'latePayment', 'paymentPlan', 'score'];

for (const tag of Object.keys(locales)) {
  test(`the dates of a report are a calendar that another program reads, in ${tag}`, () => {
    const context = contextOf(tag);
    for (const calculator of calendars) {
      const { values, report } = example(calculator);
      const days = datesOf(context, calculator, values, report);
      expect(days.length, calculator).toBeGreaterThan(0);
      const file = calendarFile(context, calculator, days, 'house; rules, 2026', new Date('2026-11-24T10:20:30Z'));
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);

      const events = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
      const read = events.map((event) => new ICAL.Event(event));
      expect(read.map(({ summary, startDate }) => [summary, startDate.toString(), startDate.isDate])).toEqual(
        days.map(({ title, date }) => [title, date, true]),
      );
      expect(new Set(read.map(({ uid }) => uid)).size).toBe(days.length);
      for (const [place, event] of read.entries()) {
        expect(event.description).toContain('house; rules, 2026');
        expect(event.description).toContain(days[place]?.text ?? '');
        expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-24T10:20:30Z');
        expect(event.duration.toSeconds()).toBe(86_400);
      }
    }
  });
}

test('a late invoice that is paid asks for nothing any more', () => {
  const { values, report } = example('latePayment');
  const titles = datesOf(contextOf('en'), 'latePayment', values, report).map(({ title }) => title);
  expect(titles).toContain('Invoice A-117: Stop supply');
  expect(titles.join()).not.toContain('A-120');
  expect(titles.join()).not.toContain('A-101');
});

test('a folded line comes together again and no character is cut', () => {
  for (const line of ['SUMMARY:' + '宁波港口机械有限公司'.repeat(20), 'X:' + 'a'.repeat(200), `Y:${'😀'.repeat(50)}`]) {
    const pieces = folded(line).split('\r\n ');
    expect(pieces.join('')).toBe(line);
    for (const [place, piece] of pieces.entries())
      expect(Buffer.byteLength(piece) + (place > 0 ? 1 : 0)).toBeLessThanOrEqual(75);
  }
});

/** What the engine calls things: ids, codes and choices in results, without what the visitor may have written. */
const idsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /^[a-z]\w*$/i.test(value) && !/^[A-E]$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'label' ? [] : idsIn(inner)));
};

for (const tag of Object.keys(locales)) {
  test(`names and codes of results stand in words in ${tag}, in figures and in tables`, () => {
    const context = contextOf(tag);
    // An answer less, so that the score has a factor that it would ask for next.
    const open = { score: { asOf: '2025-11-30', payment: { averageDaysLate: '3', overdueShare: '0.1', dishonouredBills: 0 }, litigation: 'none', profile: { yearsInBusiness: 5, monthsTrading: 12, countryRisk: 'low' } } }; // prettier-ignore
    let seen = 0;
    for (const { id } of catalog) {
      const calculator = id as CalculatorId;
      const { values, report: whole } = example(calculator);
      const reports = [whole];
      const input = (open as Record<string, object>)[id];
      const answer = input ? engine.calculate(calculator, input as Input, {}) : null;
      if (answer?.kind === 'report') reports.push(answer.report);
      for (const report of reports) {
        const ids = new Set(idsIn(report.result));
        seen += ids.size;
        for (const path of figurePaths(report.result)) {
          const value = valueAt(report.result, path);
          if (value !== null && ids.has(value))
            expect(outcomeText(context, calculator, path, value), path).not.toBe(value);
        }
        const csv = resultsCsv(context, calculator, values, report, '2026-11-24');
        const figure = context.words.keep.csvKinds.figure;
        const lines = csv.split('\r\n').filter((line) => line.startsWith(`${figure},`));
        expect(lines.length, id).toBeGreaterThan(1);
        for (const line of lines) {
          const [, path = '', name = '', value = '', , shown = ''] = cellsOf(line);
          for (const text of [value, shown]) expect(ids.has(text), line).toBe(false);
          const keys = path.replaceAll(/\[\d+\]/g, '').split('.');
          // In English a name may well be the word that the engine has for it.
          const raw = (part: string) => /^[a-z]+[A-Z_[]/.test(part) || (tag !== 'en' && keys.includes(part));
          for (const part of name.split(' · ')) expect(raw(part), line).toBe(false);
        }
      }
    }
    expect(seen).toBeGreaterThan(60);
  });
}

/** The cells of a line of a file, quoted or not. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) => quoted ?? plain);

test('the distance to a threshold is the difference of the two figures shown, whatever they were cut from', () => {
  const context = contextOf('en', { currency: 'CNY', policy: { liquidity: { currentRatio: { healthy: '1.6' } } } });
  const said = (path: string, value: string) => {
    const threshold = thresholdOf(path, value, undefined, context.policy);
    return threshold && distanceText(context, figureUnit(path, 'ratio'), value, threshold);
  };
  expect(said('overdueShare', '0.134649')).toBe('Alert above 15% · 1.54 percentage points to spare');
  expect(said('concentration', '0.199999')).toBe('Alert above 20% · 0.0001 percentage points to spare');
  expect(said('currentRatio', '1.65')).toBe('Alert below 1.60 · 0.05 to spare');
  expect(context.format.distance('percent', '0.168759', '0.15')).toBe('1.88 percentage points');
  expect(context.format.distance('money', '1.005', '0.001')).toBe('¥1.00');
});

test('texts name the thresholds that hold', () => {
  const context = contextOf('en', { currency: 'CNY', policy: { limit: { securityTermsDays: 120 }, receivables: { dsoRise: '0.125' } } }); // prettier-ignore
  expect(fieldWords(context, 'assess', 'securedLongTerms').label).toBe('Are terms beyond 120 days secured?');
  const { triggersHelp } = context.words.calculators.assess.report;
  expect(withThresholds(context, triggersHelp)).toContain(
    'DSO up 12.5% or more on the year, or current ratio below 1.2',
  );
  // None is left as it stands in the language file.
  for (const tag of Object.keys(locales))
    for (const [, path = ''] of JSON.stringify(locales[tag]).matchAll(/\{([a-z]\w*\.[\w.]+)\}/gi))
      expect(policyValue(context.policy, path), path).not.toBeNull();
});
