import { languageTags, partsOf, withParts } from './languages';
import { pages } from './places';
import { ownViews, viewOf } from './views';
import type { Words } from './words';

/** What is fetched when: for the place one is at, and in idle moments everything else. */

/**
 * The self-check speaks of the figures of the two calculators it is made of; the ledger asks for a cover as the indemnity
 * calculator does.
 */
const also: Readonly<Record<string, readonly string[]>> = {
  assess: ['dso', 'workingCapital'],
  ledger: ['indemnity'],
};

export const partsFor = (place: string): readonly string[] => [place, ...(also[place] ?? [])];

export const wordsFor = (language: string, parts: readonly string[], before: Words | null): Promise<Words> =>
  withParts(language, parts, before ?? undefined);

export async function pageModule(id: string): Promise<new () => HTMLElement> {
  const module = await pages[id]?.();
  if (!module) throw new Error(`no page ${id}`);
  return module.default;
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 50);
  });

/** All of the page, one piece at a time; what does not arrive now is asked for again when it is needed. */
export async function everything(language: string): Promise<void> {
  const others = languageTags.filter((tag) => tag !== language);
  const pieces: (() => Promise<unknown>)[] = [
    () => withParts(language, partsOf(language)),
    ...ownViews.map((id) => () => viewOf(id)),
    ...Object.values(pages),
    ...others.map((tag) => () => withParts(tag, partsOf(tag))),
  ];
  for (const fetchPiece of pieces) {
    await idle();
    await fetchPiece().catch(() => undefined);
  }
}
