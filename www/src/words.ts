import type { CalculatorId } from './engine';
import type * as locale from './locales/zh-CN';

/** Every text of a language file, as the Chinese one has it; the others have to agree. */
export type Locale = typeof locale;

export interface FieldWords {
  readonly label: string;
  readonly help: string;
}
export interface FigureWords {
  readonly name: string;
  readonly means: string;
}
export interface FindingWords {
  readonly title: string;
  readonly means: string;
  readonly todo: string;
}
type Table<T> = Readonly<Record<string, T>>;

/** What every calculator has in a language file; keys are the ids and paths of the engine. */
export interface CalculatorWords {
  /** Its name in the navigation. */
  readonly short: string;
  readonly title: string;
  /** What it is for. */
  readonly lead: string;
  /** The question it answers, in the words of someone who does not know its name. */
  readonly asks?: string;
  /** What one needs at hand. */
  readonly needs: string;
  readonly sections: Table<{ readonly title: string; readonly help: string }>;
  readonly choices: Table<Table<string>>;
  readonly fields: Table<FieldWords>;
  readonly figures: Table<FigureWords>;
  /** Figures that have an answer in words when they are null. */
  readonly without: Table<string>;
  /** What the page says one will get. */
  readonly gives: readonly string[];
  /** Headings of the groups of figures. */
  readonly groups: Table<string>;
  /** The words of results that are no numbers: by path, then by value. */
  readonly outcomes?: Table<Table<string>>;
  /** Names in the rows of the example, by the path of their column. */
  readonly examples?: Table<readonly string[]>;
  /** Findings that no other calculator has; those of several are in `findings`. */
  readonly findings?: Table<FindingWords>;
  /** What is wrong where figures contradict each other, by the path of the field. */
  readonly contradictions?: Table<string>;
  /** Whatever its own view says beside. */
  readonly report: object;
}

/**
 * The words of one language as far as they have arrived. Those of a calculator or a page are there when its view is
 * shown; what is said only of what was typed comes a little later (see `speakOfReports`).
 */
export type Words = Omit<Locale, CalculatorId> & {
  /** The short name of every place. */
  readonly places: Table<string>;
  readonly calculators: Pick<Locale, CalculatorId & keyof Locale>;
};

/** Whether the words for what comes of a form have arrived. */
export const speakOfReports = (words: Words): boolean => 'findings' in words;

/** The text under a key that is only known at run time, if there is one. */
export function textFor<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A calculator without words yet names everything by its path: seen at once, and nothing is lost. */
export function calculatorWords({ calculators, places }: Words, id: string): CalculatorWords {
  const name = textFor(places, id) ?? id;
  return (
    textFor<CalculatorWords>(calculators, id) ?? {
      short: name,
      title: name,
      lead: '',
      needs: '',
      sections: {},
      choices: {},
      fields: {},
      figures: {},
      without: {},
      gives: [],
      groups: {},
      report: {},
    }
  );
}

/** The language of the page that serves the browser's wishes best: same tag, then same language, then the first. */
export function preferredLanguage(wishes: readonly string[], known: readonly string[]): string {
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const wish of wishes) {
    const match =
      known.find((tag) => tag.toLowerCase() === wish.toLowerCase()) ?? known.find((tag) => base(tag) === base(wish));
    if (match) return match;
  }
  return known[0] ?? 'en';
}
