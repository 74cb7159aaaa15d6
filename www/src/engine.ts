/**
 * The engine as the page sees it. The only file that knows the WebAssembly package: everything else speaks to an
 * `Engine`, by the ids and paths of its catalog.
 */
import type * as calls from '../../pkg/calculators/trade_credit.js';
import type { Part } from './engine-part';
import { breath } from './breath';
import { withCopy } from './loaded';
import type {
  CalculatorSpec,
  FieldSpec,
  FieldValue,
  Issue,
  Options,
  Policy,
  PolicySource,
  Report as ReportOf,
} from '../../pkg/calculators/trade_credit.js';

export type * from '../../pkg/calculators/trade_credit.js';

type Calls = typeof calls;

/** Every call of the package that takes an input and gives a report. */
export type CalculatorId = {
  [Name in keyof Calls]: Calls[Name] extends (input: never, options?: Options | null) => ReportOf<unknown>
    ? Name
    : never;
}[keyof Calls];

export type Json = FieldValue;
/** A form holds whatever was typed; the engine checks every field of it, so its types are not claimed before. */
export type Input = Record<string, Json>;
export type ReportBy<Id extends CalculatorId> = ReturnType<Calls[Id]>;
export type Report = ReportBy<CalculatorId>;
/** The name, day and hash of the thresholds a report was made by. */
export type PolicyMark = Report['policy'];

export type Answer =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'crash' };

/** An amount as it was read, or why it could not be: with both readings where there are two. */
export type AmountAnswer =
  { readonly kind: 'amount'; readonly amount: string } | { readonly kind: 'issues'; readonly issues: readonly Issue[] };

export interface Engine {
  /** The calculators that it can do: a part of the engine has a part of them. */
  readonly catalog: readonly CalculatorSpec[];
  readonly version: string;
  readonly defaultPolicy: Policy;
  policySources(): Readonly<Record<string, PolicySource>>;
  fields(calculator: CalculatorId): readonly FieldSpec[];
  calculate(calculator: CalculatorId, input: Input, options: Options): Answer;
  parseAmount(text: string, language: string): AmountAnswer;
}

const issuesOf = (error: unknown): readonly Issue[] | undefined =>
  error instanceof Error && 'issues' in error && Array.isArray(error.issues) ? (error.issues as Issue[]) : undefined;

const started = new Map<Part, Promise<Engine>>();

/** An engine of a part, which is one for the whole document. After a failure it can be tried again. */
export function startEngine(part: Part): Promise<Engine> {
  const starting = started.get(part) ?? load(part);
  started.set(part, starting);
  starting.catch(() => started.delete(part));
  return starting;
}

async function load(part: Part): Promise<Engine> {
  // Both are fetched at once. As a module of its own the package can be called by the names of its catalog as it is.
  const source = part.source().then(withCopy(part.file));
  // Whoever waits for the start hears of it.
  source.catch(() => undefined);
  const calls = await part.calls();
  await calls.default({ module_or_path: source });
  await breath();
  const catalog = calls.catalog();
  await breath();
  let policy: Policy | undefined;
  return {
    catalog,
    version: calls.version(),
    get defaultPolicy() {
      return (policy ??= calls.defaultPolicy());
    },
    policySources: calls.policySources,
    fields: (calculator) => catalog.find(({ id }) => id === calculator)?.fields ?? [],
    calculate(calculator, input, options) {
      const call = calls[calculator] as (input: Input, options: Options) => Report;
      return answerOf(() => ({ kind: 'report', report: call(input, options) }) as const);
    },
    parseAmount(text, language) {
      const answer = answerOf(() => ({ kind: 'amount', amount: calls.parseAmount(text, language) }) as const);
      return answer.kind === 'crash' ? { kind: 'issues', issues: [] } : answer;
    },
  };
}

/** What a call comes to when it may throw. */
function answerOf<T>(
  call: () => T,
): T | { readonly kind: 'issues'; readonly issues: readonly Issue[] } | { readonly kind: 'crash' } {
  try {
    return call();
  } catch (error) {
    const issues = issuesOf(error);
    return issues ? { kind: 'issues', issues } : { kind: 'crash' };
  }
}
