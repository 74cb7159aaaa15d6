import type { Options, PolicyPatch } from './engine';
import { emptyForm, formOf, type FormValues } from './form-values';
import { home } from './places';

export type Theme = 'auto' | 'light' | 'dark';
export const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Everything a visitor has chosen and typed. It lives in the fragment of the address, which no server ever sees. */
export interface State {
  readonly place: string;
  readonly language: string;
  readonly theme: Theme;
  readonly currency: string;
  /** Changed thresholds, if any. */
  readonly policy: PolicyPatch | null;
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
  /** What was typed, by calculator. */
  readonly forms: Readonly<Record<string, FormValues>>;
}

export const DEFAULT_CURRENCY = 'CNY';

export const emptyState = (language: string): State => ({
  place: home,
  language,
  theme: 'auto',
  currency: DEFAULT_CURRENCY,
  policy: null,
  holidays: [],
  workdays: [],
  forms: {},
});

export const formAt = ({ forms }: State, calculator: string): FormValues =>
  Object.hasOwn(forms, calculator) ? (forms[calculator] ?? emptyForm) : emptyForm;

/** Options of the engine that differ from its own defaults. */
export const optionsOf = ({ currency, policy, holidays, workdays }: State): Options => ({
  currency,
  ...(policy ? { policy } : {}),
  ...(holidays.length > 0 ? { holidays: [...holidays] } : {}),
  ...(workdays.length > 0 ? { workdays: [...workdays] } : {}),
});

// ---- as a file, or wherever else a visitor asks it to be kept ----

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Without the place and the look: what was worked on. */
export function stateJson({ currency, policy, holidays, workdays, forms }: State): string {
  const typed = Object.fromEntries(Object.entries(forms).map(([id, form]) => [id, form.texts]));
  return JSON.stringify({ currency, policy, holidays, workdays, forms: typed }, null, 2);
}

/** What a file holds of a state, laid over `state`; null when it is no such file. Values are left to the engine. */
export function stateFromJson(text: string, state: State): State | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(read) || !isObject(read['forms'])) return null;
  const { currency, policy, forms } = read;
  return {
    ...state,
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : state.currency,
    policy: isObject(policy) ? (policy as PolicyPatch) : null,
    holidays: texts(read['holidays']),
    workdays: texts(read['workdays']),
    forms: Object.fromEntries(
      Object.entries(forms)
        .filter((entry): entry is [string, Record<string, unknown>] => isObject(entry[1]))
        .map(([id, form]) => [
          id,
          formOf(Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
        ]),
    ),
  };
}
