/**
 * The engine as the page sees it. The only file that knows the WebAssembly package: everything else speaks to an
 * `Engine`, by the ids and paths of its catalog.
 */
import init, { assess, catalog, defaultPolicy, dso, version, workingCapital } from '../../pkg/trade_credit.js';
import wasm from '../../pkg/trade_credit_bg.wasm?url';
import type {
  AssessInput,
  AssessResult,
  DsoInput,
  DsoResult,
  FieldSpec,
  FieldValue,
  Issue,
  Policy,
  Report as ReportOf,
  WorkingCapitalInput,
  WorkingCapitalResult,
} from '../../pkg/trade_credit.js';

export type {
  Area,
  AssessResult,
  FieldSpec,
  Finding,
  Gap,
  Issue,
  Policy,
  Severity,
  Step,
  StressMonth,
  WorkingCapitalResult,
} from '../../pkg/trade_credit.js';

export type Json = FieldValue;
export type Report = ReportOf<AssessResult | DsoResult | WorkingCapitalResult>;
export type Input = Record<string, Json>;

/** A form holds whatever was typed; the engine checks every field of it, so its types are not claimed before. */
const calculators = {
  assess: (input: Input, currency: string) => assess(input as AssessInput, { currency }),
  dso: (input: Input, currency: string) => dso(input as Input & DsoInput, { currency }),
  workingCapital: (input: Input, currency: string) =>
    workingCapital(input as Input & WorkingCapitalInput, { currency }),
};

export type CalculatorId = keyof typeof calculators;

export type Answer =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'crash' };

export interface Engine {
  fields(calculator: CalculatorId): readonly FieldSpec[];
  calculate(calculator: CalculatorId, input: Input, currency: string): Answer;
  readonly policy: Policy;
  readonly about: { readonly version: string; readonly policyName: string; readonly policyHash: string };
}

const issuesOf = (error: unknown): readonly Issue[] | undefined =>
  error instanceof Error && 'issues' in error && Array.isArray(error.issues) ? (error.issues as Issue[]) : undefined;

function calculate(calculator: CalculatorId, input: Input, currency: string): Answer {
  try {
    return { kind: 'report', report: calculators[calculator](input, currency) };
  } catch (error) {
    const issues = issuesOf(error);
    return issues ? { kind: 'issues', issues } : { kind: 'crash' };
  }
}

/** Loads the engine from beside the page, wherever that is. */
export async function startEngine(): Promise<Engine> {
  await init({ module_or_path: new URL(wasm, document.baseURI) });
  const fields = new Map(catalog().map((spec) => [spec.id, spec.fields]));
  const { policy } = assess({});
  return {
    fields: (calculator) => fields.get(calculator) ?? [],
    calculate,
    policy: defaultPolicy(),
    about: { version: version(), policyName: policy.name, policyHash: policy.hash },
  };
}
