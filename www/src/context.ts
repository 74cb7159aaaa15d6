import type { Engine } from './engine';
import type { Format } from './format';
import type { Words } from './locales';

/** What every element is given to speak with: the words and number formats of one language, and the engine. */
export interface Context {
  readonly language: string;
  readonly words: Words;
  readonly format: Format;
  readonly engine: Engine;
}
