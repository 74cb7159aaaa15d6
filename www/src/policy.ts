import type { Policy, PolicyPatch } from './engine';

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
