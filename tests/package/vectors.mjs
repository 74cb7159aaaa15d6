// The rows of tests/vectors/*.json, and what it is for a row to hold.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../vectors/', import.meta.url);

/** Every row of every file, with the name of its file. */
export const rows = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')).map((row) => ({ file, ...row })));

/** The row of an id. */
export const row = (id) => rows.find((candidate) => candidate.id === id);

/** Where `actual` lacks what `expected` asks for: lists row by row and in full, objects by the keys given. */
export function differences(actual, expected, path = 'result') {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: ${JSON.stringify(actual)}, not a list`];
    const length =
      actual.length === expected.length ? [] : [`${path}: ${actual.length} rows instead of ${expected.length}`];
    return length.concat(expected.flatMap((value, index) => differences(actual[index], value, `${path}[${index}]`)));
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object') return [`${path}: ${JSON.stringify(actual)}, not an object`];
    return Object.entries(expected).flatMap(([key, value]) => differences(actual[key], value, `${path}.${key}`));
  }
  return Object.is(actual, expected)
    ? []
    : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}

const inAnyOrder = (items, describe) => items.map(describe).sort();
const problem = ({ field, code }) => `${field}: ${code}`;
const gap = ({ field, reason }) => `${field}: ${reason}`;
const finding = ({ code, severity, clearBy }) =>
  clearBy === undefined ? { code, severity } : { code, severity, clearBy };

/** What a call answers: its report, or the error it throws. */
export function outcome(call, ...args) {
  try {
    return { report: call(...args) };
  } catch (error) {
    return { error };
  }
}

/** Fails unless the package answers as the row says. */
export function hold(engine, { call, input, options, expect, errors, gaps, findings }) {
  assert.equal(typeof engine[call], 'function', `the package has no ${call}`);
  const { report, error } = outcome(engine[call], input, options);
  if (errors !== undefined) {
    assert.ok(error, `it computed instead of refusing: ${JSON.stringify(report?.result)}`);
    assert.ok(error instanceof Error, 'what it threw is no Error');
    assert.equal(error.name, 'CreditInputError', error.message);
    assert.deepEqual(inAnyOrder(error.issues, problem), inAnyOrder(errors, problem));
    return;
  }
  if (error) throw new Error(`it refused: ${error.message} ${JSON.stringify(error.issues)}`, { cause: error });
  const wrong = differences(report.result, expect ?? {});
  assert.deepEqual(wrong, [], wrong.join('\n'));
  if (gaps !== undefined) assert.deepEqual(inAnyOrder(report.gaps, gap), inAnyOrder(gaps, gap));
  if (findings !== undefined) assert.deepEqual(report.findings.map(finding), findings.map(finding));
}
