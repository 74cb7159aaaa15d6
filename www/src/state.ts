import type { Options, PolicyPatch } from './engine';
import { emptyForm, type FormValues } from './form-values';
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
export const optionsOf = ({
  currency,
  policy,
  holidays,
  workdays,
}: Pick<State, 'currency' | 'policy' | 'holidays' | 'workdays'>): Options => ({
  currency,
  ...(policy ? { policy } : {}),
  ...(holidays.length > 0 ? { holidays: [...holidays] } : {}),
  ...(workdays.length > 0 ? { workdays: [...workdays] } : {}),
});
