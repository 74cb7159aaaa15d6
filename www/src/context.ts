import type { Engine, Options, Policy, PolicyMark } from './engine';
import { Format } from './format';
import { withPatch } from './policy';
import type { Reader } from './reading';
import { DEFAULT_CURRENCY } from './state';
import type { Words } from './words';

/** What every element is given to speak with: the words and number formats of one language, and the engine. */
export interface Context {
  readonly language: string;
  readonly words: Words;
  readonly format: Format;
  readonly engine: Engine;
  /** Reads what is typed in this language. */
  readonly read: Reader;
  /** What every call is told: currency, and where they differ from the defaults, thresholds and working days. */
  readonly options: Options;
  /** The thresholds that hold: the defaults with the visitor's changes. */
  readonly policy: Policy;
  /** Their name, day and hash, as any report says them; null while they do not hold. */
  readonly policyMark: PolicyMark | null;
  /** The address of another place, where there is one to go to. */
  readonly addressOf?: ((place: string) => string) | undefined;
}

let reading: typeof import('./reading') | undefined;

/** How texts are read is fetched behind the first screen; a context made before takes them as they are until then. */
export async function readingArrives(): Promise<void> {
  reading ??= await import('./reading');
}

function laterReader(engine: Engine, language: string): Reader {
  let read: Reader | undefined;
  return (spec, text) => {
    read ??= reading?.reader(engine, language);
    return read ? read(spec, text) : { kind: 'plain', value: text.trim() };
  };
}

/** The rest follows from what is given. */
export function contextOf(given: Omit<Context, 'format' | 'read' | 'policy' | 'policyMark'>): Context {
  const { language, words, engine, options } = given;
  let policy: Policy | undefined;
  let mark: PolicyMark | null | undefined;
  return {
    ...given,
    format: new Format(language, words, options.currency ?? DEFAULT_CURRENCY),
    read: laterReader(engine, language),
    /** Asked for when a figure is judged, not before. */
    get policy() {
      return (policy ??= withPatch(engine.defaultPolicy, options.policy));
    },
    get policyMark() {
      if (mark === undefined) {
        const answer = engine.calculate('assess', {}, options);
        mark = answer.kind === 'report' ? answer.report.policy : null;
      }
      return mark;
    },
  };
}
