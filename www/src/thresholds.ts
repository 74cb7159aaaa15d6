import { compare } from './decimal';
import type { Finding, Policy, Severity } from './engine';

/** Where an alert of a figure lies, whether it fired or not. */
export interface Threshold {
  readonly operator: NonNullable<Finding['operator']>;
  readonly boundary: string;
  /** The figure is past it. */
  readonly fired: boolean;
  readonly severity?: Severity;
}

type Rule = (policy: Policy) => Pick<Threshold, 'operator' | 'boundary'>;

/** The alerts that a figure nears while it is still good; an alert that has fired says itself where its boundary is. */
const rules: Readonly<Record<string, Rule>> = {
  overdueRate: ({ receivables }) => ({ operator: '>', boundary: String(receivables.overdueRateHigh) }),
  overdueShare: ({ receivables }) => ({ operator: '>', boundary: String(receivables.overdueShareHigh) }),
  yearOnYear: ({ receivables }) => ({ operator: '>=', boundary: String(receivables.dsoRise) }),
  benchmarkGap: () => ({ operator: '>', boundary: '0' }),
  currentRatio: ({ liquidity }) => ({ operator: '<', boundary: String(liquidity.currentRatio.low) }),
  concentration: ({ liquidity }) => ({ operator: '>', boundary: String(liquidity.concentrationShare) }),
  netCash: () => ({ operator: '<', boundary: '0' }),
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
  const rule = rules[path]?.(policy);
  if (!rule) return null;
  const side = compare(value, rule.boundary);
  const fired = rule.operator.startsWith('>')
    ? side > 0 || (side === 0 && rule.operator === '>=')
    : side < 0 || (side === 0 && rule.operator === '<=');
  // Past the boundary without a finding: the engine knows better, nothing is claimed.
  return fired ? null : { ...rule, fired };
}
