import type { FieldSpec, FieldValue, Policy, PolicyPatch } from '../engine';
import { engineInput, exampleForm } from '../form-input';
import { columnPath, formOf } from '../form-values';
import type { Reader } from '../reading';
import type { OwnField, Unit } from '../units';

/**
 * The thresholds as a form: every value of a policy is a field, a list of values one field for each of its cells. What
 * each of them counts is said here; what it may be, the engine says when it reads it.
 */

type Meaning = readonly [RegExp, Pick<OwnField, 'type'> & { readonly unit?: Unit }];

const ratio = (unit: Unit) => ({ type: 'ratio', unit }) as const;
const count = (unit: Unit) => ({ type: 'count', unit }) as const;

/** The first that fits holds; whatever none names is a share, typed as a percentage. */
const meanings: readonly Meaning[] = [
  [/^name$/, { type: 'text' }],
  [/^asOf$/, { type: 'date' }],
  [/\.points(\.|$)|\.weight$|^score\.grades\.|\.pointsToDouble$/, { type: 'points' }],
  [/^score\.factors\.averageDaysLate\./, ratio('days')],
  [/^score\.factors\.yearsInBusiness\./, ratio('years')],
  [/^score\.factors\.monthsTrading\./, ratio('months')],
  [/^score\.factors\.(dishonouredBills|warningSignals)\./, ratio('number')],
  [/^score\.factors\.(currentRatio|interestCover)\.|^liquidity\.currentRatio\./, ratio('ratio')],
  [/^latePayment\.multiple$/, ratio('ratio')],
  [/^score\.odds\.atFifty$/, ratio('number')],
  [/^cover\.perils\./, { type: 'choice' }],
  [/^limit\.autoApprovalLimit$/, { type: 'money' }],
  [/^limit\.(terms\.|securityTermsDays$)|Dso$/, { type: 'days' }],
  [/^review\.|AfterMonths$/, count('months')],
  [/^cover\.waitingPeriodDays$|^latePayment\..*Days(Before)?$/, count('days')],
  [/^limit\.significantDigits$|^score\.frequentExtensionRequests$/, count('number')],
];

const perilCovers = ['covered', 'excluded', 'endorsed'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function scalar(path: string, value: unknown): OwnField {
  const meaning = meanings.find(([names]) => names.test(path))?.[1] ?? { type: 'ratio' as const };
  return {
    path,
    required: false,
    example: value as FieldValue,
    ...meaning,
    ...(meaning.type === 'choice' ? { choices: perilCovers, default: String(value) } : {}),
  };
}

function field(path: string, value: unknown): OwnField {
  const shape = { path, required: false, example: value as FieldValue };
  if (Array.isArray(value)) {
    const columns = [...new Set(value.flatMap((row: unknown) => (isObject(row) ? Object.keys(row) : [])))];
    const fields =
      columns.length > 0 ? columns.map((name) => scalar(`${path}.${name}`, null)) : [scalar(path, value[0])];
    return { ...shape, type: 'list', fields };
  }
  if (isObject(value)) return { ...shape, type: 'object', fields: fieldsBelow(value, `${path}.`) };
  return scalar(path, value);
}

const fieldsBelow = (group: Readonly<Record<string, unknown>>, before: string): OwnField[] =>
  Object.entries(group).map(([name, value]) => field(before + name, value));

/** Every value of a policy as a field, with the value as its example. */
export const policyFields = (policy: Policy): readonly OwnField[] =>
  fieldsBelow(policy as unknown as Record<string, unknown>, '');

/** The fields that hold a value or a list of values: the leaves of the policy, by their path. */
export function policyLeaves(fields: readonly FieldSpec[]): ReadonlyMap<string, OwnField> {
  const leaves = new Map<string, OwnField>();
  for (const spec of fields) {
    if (spec.type !== 'object') leaves.set(spec.path, spec);
    else for (const [path, inner] of policyLeaves(spec.fields ?? [])) leaves.set(path, inner);
  }
  return leaves;
}

/** Every cell of a policy as one would type it, by its path: `provision.rates[0]` → `0.3`. */
export type Cells = Readonly<Record<string, string>>;

/** What is being typed over them; a cell that is null is taken away. */
export type Entries = Readonly<Record<string, string | null>>;

export const laidOver = (cells: Cells, entries: Entries): Cells =>
  Object.fromEntries(
    Object.entries({ ...cells, ...entries }).filter((cell): cell is [string, string] => cell[1] !== null),
  );

export const policyCells = (policy: Policy): Cells => exampleForm(policyFields(policy)).texts;

/** The cells of one leaf. */
export const cellsOf = (leaf: string, cells: Entries): string[] =>
  Object.keys(cells).filter((cell) => cell === leaf || cell.startsWith(`${leaf}[`));

/** The leaf that a path of the form, or of a problem in it, belongs to. */
export function leafAt(path: string, leaves: ReadonlyMap<string, OwnField>): string | undefined {
  const column = columnPath(path);
  return [...leaves.keys()].find((leaf) => leaf === column || column.startsWith(`${leaf}.`));
}

/** The leaves whose cells differ, in the order of the policy. */
export function changedLeaves(cells: Cells, standard: Cells, leaves: ReadonlyMap<string, OwnField>): string[] {
  const differs = [...Object.keys(cells), ...Object.keys(standard)].filter((cell) => cells[cell] !== standard[cell]);
  // Lists are leaves: what stands before the row is one.
  const changed = new Set(differs.map((cell) => cell.split('[', 1)[0]));
  return [...leaves.keys()].filter((leaf) => changed.has(leaf));
}

/** What was typed, as a patch of the policy: leaves that differ from the default, lists whole. Null when none does. */
export function patchOf(fields: readonly FieldSpec[], cells: Cells, standard: Cells, read: Reader): PolicyPatch | null {
  const leaves = policyLeaves(fields);
  const changed = changedLeaves(cells, standard, leaves);
  const texts = changed.flatMap((leaf) => cellsOf(leaf, cells).map((cell) => [cell, cells[cell] ?? ''] as const));
  const patch = engineInput(fields, formOf(texts), read);
  return Object.keys(patch).length > 0 ? (patch as PolicyPatch) : null;
}
