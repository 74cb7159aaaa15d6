import type { Context } from '../context';
import { partsOf, withParts } from '../languages';

/** A context that has all the words of its language: what is kept or printed may speak of anything. */
export async function withEveryWord(context: Context): Promise<Context> {
  const { language, words } = context;
  return { ...context, words: await withParts(language, partsOf(language), words) };
}
