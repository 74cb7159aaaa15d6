import { placeFragment } from './fragment';
import type { FormValues } from './form-values';
import { addressOf } from './places';
import type { State } from './state';

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

// Leaves of a policy: text as it is, everything else behind a tilde as JSON.
function policyEntries(patch: object, before = 'policy'): [string, string][] {
  return Object.entries(patch).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const path = `${before}.${name}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return policyEntries(value, path);
    const text = typeof value === 'string' && !value.startsWith('~') ? value : `~${JSON.stringify(value)}`;
    return [[path, encode(text)]];
  });
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
