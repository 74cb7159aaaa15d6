import { compare } from './decimal';
import type { Finding, Policy, Severity } from './engine';
import { policyValue } from './policy';

/** Where an alert of a figure lies, whether it fired or not. */
export interface Threshold {
  readonly operator: NonNullable<Finding['operator']>;
  readonly boundary: string;
  /** The figure is past it. */
  readonly fired: boolean;
  readonly severity?: Severity;
}

/** When an alert fires: against a value of the policy, by its path, or against a number. */
type Rule = readonly [Threshold['operator'], string];

/**
 * The alerts that a figure nears while it is still good, by the figure's path in its own calculator; an alert that has
 * fired says itself where its boundary is.
 */
const rules: Readonly<Record<string, Rule>> = {
  overdueRate: ['>', 'receivables.overdueRateHigh'],
  overdueShare: ['>', 'receivables.overdueShareHigh'],
  yearOnYear: ['>=', 'receivables.dsoRise'],
  benchmarkGap: ['>', '0'],
  // Of several alerts the first that a falling figure meets.
  currentRatio: ['<', 'liquidity.currentRatio.healthy'],
  concentration: ['>', 'liquidity.concentrationShare'],
  netCash: ['<', '0'],
  utilisation: ['>', 'limit.utilisationHigh'],
};

/** Alerts that compare a figure with its own past: where it was then is no threshold to stay within. */
const againstItsPast = new Set(['dso_lengthening']);

/** `path` as the figure's own calculator names it. */
export function thresholdOf(
  path: string,
  value: string,
  finding: Finding | undefined,
  policy: Policy,
): Threshold | null {
  if (
    finding?.operator &&
    finding.boundary !== undefined &&
    finding.severity !== 'good' &&
    !againstItsPast.has(finding.code)
  ) {
    return { operator: finding.operator, boundary: finding.boundary, fired: true, severity: finding.severity };
  }
  const [operator, limit] = rules[path] ?? [];
  const boundary = limit === undefined ? null : /^-?\d/.test(limit) ? limit : policyValue(policy, limit);
  if (operator === undefined || boundary === null) return null;
  const side = compare(value, boundary);
  const fired = operator.startsWith('>')
    ? side > 0 || (side === 0 && operator === '>=')
    : side < 0 || (side === 0 && operator === '<=');
  // Past the boundary without a finding: the engine knows better, nothing is claimed.
  return fired ? null : { operator, boundary, fired };
}
