import type { PolicyPatch } from './engine';
import { formOf } from './form-values';
import { addressOf, placeAt } from './places';
import { DEFAULT_CURRENCY, emptyState, themes, type State, type Theme } from './state';

/**
 * The state as a fragment that can be read, bookmarked and shared:
 *
 * `#/dso?lang=en&currency=USD&dso.creditSales=162000000&dso.monthlySales=month,sales;2025-11,14100000;2025-10,13900000`
 *
 * Only what differs from the defaults is written. Values are percent-encoded, so that `,` and `;` belong to lists: the
 * columns first, then a row each; the items of a plain list follow an empty column.
 */

const encode = encodeURIComponent;

function formTexts(path: string, value: string): [string, string][] {
  if (!value.includes(';')) return [[path, decodeURIComponent(value)]];
  const [head = '', ...rows] = value.split(';');
  const columns = head.split(',');
  return rows.flatMap((row, place) =>
    row.split(',').flatMap((cell, index): [string, string][] => {
      const column = columns[index];
      if (cell === '' || column === undefined) return [];
      return [[`${path}[${place}]${column && `.${column}`}`, decodeURIComponent(cell)]];
    }),
  );
}

function withLeaf(patch: Readonly<Record<string, unknown>>, path: readonly string[], value: unknown): object {
  const [name = '', ...rest] = path;
  const inner = Object.hasOwn(patch, name) ? patch[name] : undefined;
  const next = rest.length === 0 ? value : withLeaf((inner ?? {}) as Record<string, unknown>, rest, value);
  return Object.fromEntries([...Object.entries(patch), [name, next]]);
}

/** Only where one is and how it looks; for links, which leave everything else as it is. */
export function placeFragment(state: State, usualLanguage: string): string {
  const choices = [
    state.language === usualLanguage ? '' : `lang=${encode(state.language)}`,
    state.theme === 'auto' ? '' : `theme=${state.theme}`,
    state.currency === DEFAULT_CURRENCY ? '' : `currency=${encode(state.currency)}`,
  ].filter(Boolean);
  return `#/${addressOf(state.place)}${choices.length > 0 ? `?${choices.join('&')}` : ''}`;
}

/** What a fragment says; parts it does not name are undefined. */
export interface Read {
  readonly place: string;
  readonly settings: Partial<Pick<State, 'language' | 'theme' | 'currency'>>;
  /** There when the fragment brings figures, thresholds or days along. */
  readonly work: Pick<State, 'policy' | 'holidays' | 'workdays' | 'forms'> | null;
}

export function readFragment(fragment: string, languages: readonly string[]): Read {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split('?');
  const settings: { language?: string; theme?: Theme; currency?: string } = {};
  const days: { holidays: string[]; workdays: string[] } = { holidays: [], workdays: [] };
  const forms = new Map<string, [string, string][]>();
  let policy: object | null = null;
  let work = false;
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 1) continue;
    try {
      const key = decodeURIComponent(pair.slice(0, equals));
      const raw = pair.slice(equals + 1);
      const dot = key.indexOf('.');
      if (dot > 0 && key.slice(0, dot) === 'policy') {
        const text = decodeURIComponent(raw);
        policy = withLeaf(
          { ...policy },
          key.slice(dot + 1).split('.'),
          text.startsWith('~') ? JSON.parse(text.slice(1)) : text,
        );
      } else if (dot > 0) {
        const id = placeAt(key.slice(0, dot));
        forms.set(id, [...(forms.get(id) ?? []), ...formTexts(key.slice(dot + 1), raw)]);
      } else if (key === 'holidays' || key === 'workdays') {
        days[key] = raw.split(',').map(decodeURIComponent).filter(Boolean);
      } else {
        const text = decodeURIComponent(raw);
        if (key === 'lang' && languages.includes(text)) settings.language = text;
        if (key === 'theme' && (themes as readonly string[]).includes(text)) settings.theme = text as Theme;
        if (key === 'currency' && /^[A-Z]{3}$/.test(text)) settings.currency = text;
        continue;
      }
      work = true;
    } catch {
      // A pair that was cut off or mangled on its way: the others still hold.
    }
  }
  return {
    place: placeAt(path),
    settings,
    work: work
      ? {
          policy: policy as PolicyPatch | null,
          ...days,
          forms: Object.fromEntries([...forms].map(([id, texts]) => [id, formOf(texts)])),
        }
      : null,
  };
}

/** `state` with what a fragment says laid over it. */
export const arriving = (state: State, { place, settings, work }: Read): State => ({
  ...state,
  place,
  ...settings,
  ...(work ?? {}),
});

/** Where a visit begins. */
export const firstState = (fragment: string, languages: readonly string[], usualLanguage: string): State =>
  arriving(emptyState(usualLanguage), readFragment(fragment, languages));
