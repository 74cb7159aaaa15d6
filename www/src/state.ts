import type { CalculatorId } from './engine';
import { emptyForm, type FormValues } from './form-values';
import { languages, preferredLanguage } from './locales';

export type Theme = 'auto' | 'light' | 'dark';

export interface Place {
  readonly view: CalculatorId;
  readonly language: string;
  readonly theme: Theme;
  readonly currency: string;
}

const addresses: Readonly<Record<CalculatorId, string>> = {
  assess: 'check',
  dso: 'dso',
  workingCapital: 'working-capital',
};

export const views = Object.keys(addresses) as CalculatorId[];

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/**
 * Where the visitor is lives in the fragment (`#/dso?lang=en`), which no server ever sees; only what differs from the
 * browser's own wishes is written there. What was typed lives in memory.
 */
export function readPlace(fragment: string): Place {
  const [path = '', query = ''] = fragment.replace(/^#\/?/, '').split('?');
  const choices = new URLSearchParams(query);
  const language = choices.get('lang') ?? '';
  const theme = choices.get('theme') as Theme | null;
  const currency = choices.get('currency') ?? '';
  return {
    view: views.find((view) => addresses[view] === path) ?? 'assess',
    language: Object.hasOwn(languages, language) ? language : preferredLanguage(navigator.languages),
    theme: theme && themes.includes(theme) ? theme : 'auto',
    currency: /^[A-Z]{3}$/.test(currency) ? currency : 'CNY',
  };
}

export function writePlace({ view, language, theme, currency }: Place): string {
  const choices = new URLSearchParams();
  if (language !== preferredLanguage(navigator.languages)) choices.set('lang', language);
  if (theme !== 'auto') choices.set('theme', theme);
  if (currency !== 'CNY') choices.set('currency', currency);
  const query = choices.toString();
  return `#/${addresses[view]}${query && `?${query}`}`;
}

export type Forms = Readonly<Record<CalculatorId, FormValues>>;

export const emptyForms: Forms = { assess: emptyForm, dso: emptyForm, workingCapital: emptyForm };
