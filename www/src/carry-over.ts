import { percentOfShare } from './decimal';
import type { Input, Report } from './engine';
import { valueAt } from './explain';
import { filledRows, textAt, type FormValues } from './form-values';
import { figureUnit } from './units';

/**
 * Figures that several calculators ask for. A calculator names the fields of its form that hold one (`inputs`: fact →
 * field) and the figures of its report that are one (`results`: fact → figure).
 */
export interface Shared {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly results?: Readonly<Record<string, string>>;
  /** Of a list, the columns that mean the same elsewhere; left out, all of them. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** Facts that take some reckoning: from the input, as the engine was given it, the text of each cell. */
  readonly derived?: Readonly<Record<string, (input: Input) => ReadonlyMap<string, string>>>;
}

/** What is known of a fact: the text of each of its cells, by the path below the fact (`[0]`, `[1].sales`, or nothing). */
export type Facts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The part of a path below the field it belongs to, or null when it belongs to another. */
const below = (path: string, field: string): string | null =>
  path === field || path.startsWith(`${field}[`) || path.startsWith(`${field}.`) ? path.slice(field.length) : null;

const meant = (columns: readonly string[] | undefined, rest: string): boolean =>
  columns === undefined || columns.includes(rest.slice(rest.indexOf('.') + 1));

/** What a form holds of the facts it shares. */
export function factsOf({ inputs = {}, columns = {}, derived = {} }: Shared, form: FormValues, input: Input): Facts {
  const facts = new Map<string, Map<string, string>>();
  for (const [fact, field] of Object.entries(inputs)) {
    for (const [path, text] of Object.entries(form.texts)) {
      const rest = below(path, field);
      if (rest !== null && meant(columns[fact], rest))
        facts.set(fact, (facts.get(fact) ?? new Map<string, string>()).set(rest, text));
    }
  }
  for (const [fact, reckon] of Object.entries(derived)) {
    const cells = reckon(input);
    if (cells.size > 0) facts.set(fact, new Map(cells));
  }
  return facts;
}

/** What a report knows of the facts it shares, as one would type it. */
export function factsOfReport({ results = {} }: Shared, { result, steps }: Report): Facts {
  const facts = new Map<string, Map<string, string>>();
  for (const [fact, path] of Object.entries(results)) {
    const value = valueAt(result, path);
    const unit = figureUnit(path, steps.find(({ id }) => id === path)?.unit);
    if (value !== null) facts.set(fact, new Map([['', unit === 'percent' ? percentOfShare(value) : value]]));
  }
  return facts;
}

/**
 * What is known elsewhere and this form does not hold yet: path here → text. A list that has rows of its own is left
 * alone: the rows of two lists are not mixed.
 */
export function carriedOver(
  { inputs = {}, columns = {} }: Shared,
  facts: Facts,
  form: FormValues,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const [fact, field] of Object.entries(inputs)) {
    const filled = filledRows(form, field) > 0;
    for (const [rest, text] of facts.get(fact) ?? []) {
      const row = rest.startsWith('[');
      if (row && (filled || !meant(columns[fact], rest))) continue;
      if (textAt(form, field + rest) !== text) found.set(field + rest, text);
    }
  }
  return found;
}
