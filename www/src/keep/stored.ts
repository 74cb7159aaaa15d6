import type { Engine } from '../engine';
import type { State } from '../state';
import { readFile, workFile, type Contents } from './work-file';

/** What a visitor asked this browser to keep: one file of work, in local storage. Nothing is there unless asked for. */

export const KEY = 'trade-credit';

/** Where there is no storage, or none is allowed, there is nothing in it. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export const isStored = (): boolean => storage()?.getItem(KEY) != null;

export interface Stored {
  readonly contents: Contents;
  readonly savedOn: string | null;
}

/** What is kept; null when there is nothing, or nothing that can be used. */
export function stored(engine: Engine): Stored | null {
  const text = storage()?.getItem(KEY);
  if (text == null) return null;
  const answer = readFile(text, engine);
  return 'problem' in answer ? null : answer;
}

/** Whether it could be kept. */
export function store(state: State, savedOn: string): boolean {
  const place = storage();
  if (!place) return false;
  try {
    place.setItem(KEY, workFile(state, savedOn));
    return true;
  } catch {
    return false;
  }
}

export function forget(): void {
  storage()?.removeItem(KEY);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sorted = (texts: Readonly<Record<string, string>>) => Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Whether a state says nothing that is not kept: then what is kept may take its place. A form that was too long for the
 * address is missing in it, and is no contradiction.
 */
export function saysNoMore(state: State, { contents }: Stored): boolean {
  const { policy = null, holidays = [], workdays = [], forms = {} } = contents;
  const untouched = state.policy === null && state.holidays.length === 0 && state.workdays.length === 0;
  return (
    (untouched || (same(state.policy, policy) && same(state.holidays, holidays) && same(state.workdays, workdays))) &&
    Object.entries(state.forms).every(
      ([id, { texts }]) => Object.keys(texts).length === 0 || same(sorted(texts), sorted(forms[id]?.texts ?? {})),
    )
  );
}
