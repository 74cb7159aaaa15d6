import type { PolicyPatch } from './engine';
import { formOf, type FormValues } from './form-values';
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

/** Longer addresses are cut off by some programs they pass through. */
export const LONGEST = 16_000;

const encode = encodeURIComponent;
const CELL = /^(.+)\[(\d+)\](?:\.(.+))?$/;

function formEntries(form: FormValues): [string, string][] {
  const entries: [string, string][] = [];
  const lists = new Map<string, Map<string, string>[]>();
  for (const [path, text] of Object.entries(form.texts)) {
    const [, list, row, column = ''] = CELL.exec(path) ?? [];
    if (list === undefined) {
      entries.push([path, encode(text)]);
      continue;
    }
    const rows = lists.get(list) ?? [];
    lists.set(list, rows);
    (rows[Number(row)] ??= new Map<string, string>()).set(column, text);
  }
  for (const [list, rows] of lists) {
    const filled = Array.from(rows, (row) => row ?? new Map<string, string>());
    const columns = [...new Set(filled.flatMap((row) => [...row.keys()]))];
    const lines = filled.map((row) => columns.map((column) => encode(row.get(column) ?? '')).join(','));
    entries.push([list, [columns.join(','), ...lines].join(';')]);
  }
  return entries;
}

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

// Leaves of a policy: text as it is, everything else behind a tilde as JSON.
function policyEntries(patch: object, before = 'policy'): [string, string][] {
  return Object.entries(patch).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const path = `${before}.${name}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return policyEntries(value, path);
    const text = typeof value === 'string' && !value.startsWith('~') ? value : `~${JSON.stringify(value)}`;
    return [[path, encode(text)]];
  });
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

/** The whole state; forms that would make the address too long are left out, the largest first. */
export function writeFragment(state: State, usualLanguage: string): { fragment: string; leftOut: readonly string[] } {
  const place = placeFragment(state, usualLanguage);
  const pairs = (entries: [string, string][]) => entries.map(([key, value]) => `${key}=${value}`).join('&');
  const days = (['holidays', 'workdays'] as const).flatMap((key): [string, string][] =>
    state[key].length > 0 ? [[key, state[key].map(encode).join(',')]] : [],
  );
  const rest = pairs([...days, ...(state.policy ? policyEntries(state.policy) : [])]);
  const forms = Object.entries(state.forms)
    .map(([id, form]) => ({
      id,
      text: pairs(formEntries(form).map(([path, value]): [string, string] => [`${addressOf(id)}.${path}`, value])),
    }))
    .filter(({ text }) => text !== '');
  const kept = [...forms];
  const leftOut: string[] = [];
  const length = () => place.length + rest.length + kept.reduce((sum, { text }) => sum + text.length + 1, 0);
  while (length() > LONGEST && kept.length > 0) {
    const largest = kept.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    kept.splice(kept.indexOf(largest), 1);
    leftOut.push(largest.id);
  }
  const query = [rest, ...kept.map(({ text }) => text)].filter(Boolean).join('&');
  return { fragment: query ? `${place}${place.includes('?') ? '&' : '?'}${query}` : place, leftOut };
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
