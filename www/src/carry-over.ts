import { percentOfShare } from './decimal';
import type { Report } from './engine';
import { valueAt } from './explain';
import { textAt, withText, type FormValues } from './form-values';
import { figureUnit } from './units';

/**
 * Figures that several calculators ask for. A calculator names the fields of its form that hold one (`inputs`: fact →
 * field) and the figures of its report that are one (`results`: fact → figure).
 */
export interface Shared {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly results?: Readonly<Record<string, string>>;
}

/** What is known of a fact: the text of each of its cells, by the path below the fact (`[0]`, `[1].sales`, or nothing). */
export type Facts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The part of a path below the field it belongs to, or null when it belongs to another. */
const below = (path: string, field: string): string | null =>
  path === field || path.startsWith(`${field}[`) || path.startsWith(`${field}.`) ? path.slice(field.length) : null;

/** What a form holds of the facts it shares. */
export function factsOf({ inputs = {} }: Shared, form: FormValues): Facts {
  const facts = new Map<string, Map<string, string>>();
  for (const [fact, field] of Object.entries(inputs)) {
    for (const [path, text] of Object.entries(form.texts)) {
      const rest = below(path, field);
      if (rest !== null) facts.set(fact, (facts.get(fact) ?? new Map<string, string>()).set(rest, text));
    }
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

/** What is known elsewhere and this form does not hold yet: path here → text. */
export function carriedOver({ inputs = {} }: Shared, facts: Facts, form: FormValues): Map<string, string> {
  const found = new Map<string, string>();
  for (const [fact, field] of Object.entries(inputs)) {
    for (const [rest, text] of facts.get(fact) ?? [])
      if (textAt(form, field + rest) !== text) found.set(field + rest, text);
  }
  return found;
}

export function withCarriedOver(form: FormValues, carried: ReadonlyMap<string, string>): FormValues {
  let result = form;
  for (const [path, text] of carried) result = withText(result, path, text);
  return result;
}
