import type { CalculatorSpec, Engine, Issue, PolicyPatch } from '../engine';
import { formOf, type FormValues } from '../form-values';
import { isPage } from '../places';
import { optionsOf, type State } from '../state';

/**
 * The file in which work is kept: all forms as they were typed, currency, thresholds and working days. An assumption
 * pack is the same file with the thresholds alone. What is read is checked before anything of it is used.
 */

export const FORMAT = 'trade-credit';
/** Goes up when an older page could misread a newer file. */
export const VERSION = 1;
/** Far more than any work of this page comes to. */
const LARGEST = 20_000_000;

/** What a file may bring along; what it does not hold is undefined. */
export type Contents = Partial<Pick<State, 'currency' | 'policy' | 'holidays' | 'workdays' | 'forms'>>;

/** Why a file cannot be used. */
export type FileProblem =
  | { readonly code: 'too_large' | 'not_json' | 'not_ours' | 'empty' }
  | { readonly code: 'newer'; readonly version: string }
  | { readonly code: 'malformed'; readonly where: readonly string[] }
  | { readonly code: 'options'; readonly issues: readonly Issue[] };

export type FileAnswer =
  | { readonly contents: Contents; readonly savedOn: string | null; readonly unknown: readonly string[] }
  | { readonly problem: FileProblem };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The work of a state as a file. */
export function workFile(state: State, savedOn: string): string {
  const { currency, policy, holidays, workdays, forms } = state;
  const typed = Object.fromEntries(
    Object.entries(forms)
      .filter(([, { texts }]) => Object.keys(texts).length > 0)
      .map(([id, { texts }]) => [id, texts]),
  );
  return file({ savedOn, currency, policy, holidays, workdays, forms: typed });
}

/** An assumption pack: the thresholds that differ from the defaults, under their name. */
export const packFile = (policy: PolicyPatch | null, savedOn: string): string =>
  file({ savedOn, policy: policy ?? {} });

const file = (contents: object): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, ...contents }, null, 2)}\n`;

/** Reads a file; the engine judges thresholds and days, and later the forms as it judges everything that is typed. */
export function readFile(text: string, engine: Engine): FileAnswer {
  const problem = (found: FileProblem): FileAnswer => ({ problem: found });
  if (text.length > LARGEST) return problem({ code: 'too_large' });
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return problem({ code: 'not_json' });
  }
  if (!isObject(read) || read['format'] !== FORMAT) return problem({ code: 'not_ours' });
  const { version } = read;
  if (version !== VERSION) return problem({ code: 'newer', version: String(version) });

  const wrong: string[] = [];
  const contents: { -readonly [Name in keyof Contents]: Contents[Name] } = {};
  const { currency, policy } = read;
  if (currency !== undefined) {
    if (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) contents.currency = currency;
    else wrong.push('currency');
  }
  if (policy === null) contents.policy = null;
  else if (isObject(policy)) contents.policy = Object.keys(policy).length > 0 ? (policy as PolicyPatch) : null;
  else if (policy !== undefined) wrong.push('policy');
  for (const name of ['holidays', 'workdays'] as const) {
    const days = read[name];
    if (Array.isArray(days) && days.every((day): day is string => typeof day === 'string')) contents[name] = days;
    else if (days !== undefined) wrong.push(name);
  }
  const forms = readForms(read['forms'], engine.catalog, wrong);
  if (forms) contents.forms = forms.known;
  if (wrong.length > 0) return problem({ code: 'malformed', where: wrong });
  if (Object.keys(contents).length === 0) return problem({ code: 'empty' });

  const answer = engine.calculate('assess', {}, optionsFor(contents));
  if (answer.kind === 'issues') return problem({ code: 'options', issues: answer.issues });
  const { savedOn } = read;
  return { contents, savedOn: typeof savedOn === 'string' ? savedOn : null, unknown: forms?.unknown ?? [] };
}

const optionsFor = ({ currency = 'CNY', policy = null, holidays = [], workdays = [] }: Contents) =>
  optionsOf({ currency, policy, holidays, workdays });

function readForms(
  read: unknown,
  catalog: readonly CalculatorSpec[],
  wrong: string[],
): { known: Record<string, FormValues>; unknown: string[] } | null {
  if (read === undefined) return null;
  if (!isObject(read)) {
    wrong.push('forms');
    return null;
  }
  const known: Record<string, FormValues> = {};
  const unknown: string[] = [];
  for (const [id, form] of Object.entries(read)) {
    const texts = isObject(form) ? Object.entries(form) : null;
    if (!texts?.every((entry): entry is [string, string] => typeof entry[1] === 'string')) wrong.push(`forms.${id}`);
    else if (isPage(id) || catalog.some((calculator) => calculator.id === id)) known[id] = formOf(texts);
    else unknown.push(id);
  }
  return { known, unknown };
}

/** How many figures a set of forms holds. */
export const figuresIn = (forms: State['forms']): number =>
  Object.values(forms).reduce((sum, { texts }) => sum + Object.keys(texts).length, 0);

/** Whether there is anything that taking over a file would replace. */
export const holdsWork = ({ forms, policy, holidays, workdays }: State): boolean =>
  figuresIn(forms) > 0 || policy !== null || holidays.length > 0 || workdays.length > 0;
