import type { Context } from './context';
import type { FieldSpec, Json, Policy, PolicyPatch } from './engine';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merged(base: unknown, patch: unknown): unknown {
  if (patch === undefined || patch === null) return base;
  if (!isObject(base) || !isObject(patch)) return patch;
  return Object.fromEntries(Object.entries(base).map(([key, value]) => [key, merged(value, patch[key])]));
}

/** The defaults with a patch laid over them, as the engine does it: objects are merged, lists replaced whole. */
export const withPatch = (policy: Policy, patch: PolicyPatch | null | undefined): Policy =>
  merged(policy, patch) as Policy;

/** The value at a path such as `receivables.overdueRateHigh`. */
export function policyValue(policy: Policy, path: string): string | null {
  let here: unknown = policy;
  for (const name of path.split('.')) here = isObject(here) ? here[name] : undefined;
  return typeof here === 'string' || typeof here === 'number' ? String(here) : null;
}

/** Fields that a threshold stands for while they are left empty: the end of their path, and where in the policy it is. */
const standIns: Readonly<Record<string, string>> = {
  benchmarkDso: 'receivables',
  lossGivenDefault: 'limit',
  insuredPercentage: 'cover',
  'customers.insuredPercentage': 'stress',
  waitingPeriodDays: 'cover',
  multiple: 'latePayment',
  margin: 'latePayment',
  dailyRate: 'latePayment',
};

/** What counts while a field is left empty: the threshold that holds, where one stands for it; undefined if nothing does. */
export function defaultOf({ policy, options }: Context, { path, default: given }: FieldSpec): Json | undefined {
  if (given === undefined || given === null) return undefined;
  const [name = '', group = ''] = path.split('.').reverse();
  const from = group === 'perils' ? 'cover.perils' : (standIns[`${group}.${name}`] ?? standIns[name]);
  // The catalog has those of the standard policy.
  return (options.policy && from && policyValue(policy, `${from}.${name}`)) || given;
}
