import { idle } from './idle';
import { languageTags, partsOf, withParts } from './languages';
import { pages } from './places';
import { ownViews, viewOf } from './views';
import type { Words } from './words';

/** What is fetched when: for the place one is at, and in idle moments everything else. */

/**
 * What a report at a place is told with: the self-check speaks of the figures of the calculators it is made of, the page
 * of the thresholds of what they are thresholds of.
 */
export const reportParts = (place: string): readonly string[] => ['later', place, ...(also[place] ?? [])];

const also: Readonly<Record<string, readonly string[]>> = {
  assess: ['dso', 'workingCapital'],
  policy: ['score', 'limit', 'indemnity', 'keep'],
};

export const wordsFor = (language: string, parts: readonly string[], before: Words | null): Promise<Words> =>
  withParts(language, parts, before ?? undefined);

export async function pageModule(id: string): Promise<new () => HTMLElement> {
  const module = await pages[id]?.();
  if (!module) throw new Error(`no page ${id}`);
  return module.default;
}

/** What lists need beyond their rows. */
async function lists(): Promise<void> {
  const { grid, pasting } = await import('./elements/list-field/list-field');
  await Promise.all([grid(), pasting()]);
}

/** All of the page, one piece at a time; what does not arrive now is asked for again when it is needed. */
export async function everything(language: string): Promise<void> {
  const others = languageTags.filter((tag) => tag !== language);
  const pieces: (() => Promise<unknown>)[] = [
    // First of all what a visitor had this browser keep.
    () => import('./keep/keep'),
    () => withParts(language, partsOf(language)),
    ...ownViews.map((id) => () => viewOf(id)),
    lists,
    ...Object.values(pages),
    ...others.map((tag) => () => withParts(tag, partsOf(tag))),
  ];
  for (const fetchPiece of pieces) {
    await idle();
    await fetchPiece().catch(() => undefined);
  }
}
