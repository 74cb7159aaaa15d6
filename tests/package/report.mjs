// The shape that every report and every refusal has, whatever was asked.
import assert from 'node:assert/strict';

const reasons = ['missing_input', 'zero_denominator', 'history_too_short', 'too_large'];
const severities = ['critical', 'warning', 'info', 'good'];
const units = ['money', 'ratio', 'days', 'points', 'count'];
const codes = [
  'required',
  'not_a_number',
  'not_a_date',
  'wrong_type',
  'out_of_range',
  'too_precise',
  'unknown_field',
  'unknown_choice',
  'inconsistent',
  'too_many',
  'insufficient_data',
];
const decimal = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;

function onlyKeys(object, required, optional, where) {
  const keys = Object.keys(object);
  for (const key of required) assert.ok(keys.includes(key), `${where} lacks ${key}`);
  for (const key of keys) {
    assert.ok(required.includes(key) || optional.includes(key), `${where} has a key of its own: ${key}`);
    assert.notEqual(object[key], undefined, `${where}.${key} is there and undefined`);
  }
}

/** Fails unless this is a report: plain objects, closed sets of words, decimals as text. */
export function assertReport(report) {
  onlyKeys(report, ['result', 'gaps', 'findings', 'steps', 'policy'], [], 'report');
  assert.deepEqual(structuredClone(report), report, 'a report is plain data');
  assert.equal(Object.getPrototypeOf(report.result), Object.prototype, 'result is no plain object');

  for (const gap of report.gaps) {
    onlyKeys(gap, ['field', 'reason', 'needs'], [], `gap ${gap.field}`);
    assert.ok(reasons.includes(gap.reason), gap.reason);
    for (const need of gap.needs) assert.equal(typeof need, 'string');
    if (gap.reason !== 'missing_input') assert.deepEqual(gap.needs, [], `${gap.field}: ${gap.reason}`);
  }
  const ranks = report.findings.map((finding) => severities.indexOf(finding.severity));
  assert.ok(!ranks.includes(-1), 'a severity of its own');
  assert.deepEqual(
    ranks,
    [...ranks].sort((a, b) => a - b),
    'findings come worst first',
  );
  for (const finding of report.findings) {
    onlyKeys(
      finding,
      ['code', 'severity'],
      ['metric', 'value', 'operator', 'boundary', 'clearBy', 'source'],
      `finding ${finding.code}`,
    );
    if (finding.clearBy !== undefined) {
      onlyKeys(finding.clearBy, ['input', 'change'], [], `clearBy of ${finding.code}`);
      assert.match(finding.clearBy.change, decimal);
    }
  }
  for (const step of report.steps) {
    onlyKeys(step, ['id', 'formula', 'inputs', 'value', 'unit'], ['approximate', 'source'], `step ${step.id}`);
    assert.match(step.value, decimal, step.id);
    assert.ok(units.includes(step.unit), step.unit);
    for (const [name, value] of Object.entries(step.inputs)) assert.match(value, decimal, `${step.id}: ${name}`);
  }
  onlyKeys(report.policy, ['name', 'asOf', 'hash'], [], 'policy');
  assert.match(report.policy.hash, /^[0-9a-f]{16}$/);
  assertNoFloat(report.result, 'result');
}

// Counts are integers; nothing else is a JavaScript number.
function assertNoFloat(value, path) {
  if (typeof value === 'number') assert.ok(Number.isInteger(value), `${path} is the binary number ${value}`);
  assert.notEqual(value, '-0', path);
  if (typeof value === 'string') assert.doesNotMatch(value, /^-0(\.0*)?$/, `${path} is a negative zero`);
  if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) assertNoFloat(inner, `${path}.${key}`);
  }
}

/** Fails unless this is a refusal that names at least one problem by field and code. */
export function assertRefusal(error) {
  assert.ok(error instanceof Error, `thrown: ${String(error)}`);
  assert.equal(error.name, 'CreditInputError', `${error.name}: ${error.message}`);
  assert.ok(Array.isArray(error.issues) && error.issues.length > 0, 'no issues');
  for (const issue of error.issues) {
    onlyKeys(issue, ['field', 'code', 'message'], ['min', 'max', 'allowed'], `issue ${issue.field}`);
    assert.equal(typeof issue.field, 'string');
    assert.ok(codes.includes(issue.code), issue.code);
    assert.ok(typeof issue.message === 'string' && issue.message.length > 0, `${issue.field} has no message`);
  }
}
