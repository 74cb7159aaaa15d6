import type { Context } from '../context';
import type { FieldSpec, Issue, Policy, PolicyPatch } from '../engine';
import { withPatch } from '../policy';
import {
  cellsOf,
  laidOver,
  leafAt,
  patchOf,
  policyCells,
  policyFields,
  policyLeaves,
  type Cells,
  type Entries,
} from './policy-form';
import type { OwnField } from '../units';

/** Where the problems of a threshold are reported. */
const BEFORE = 'options.policy.';

/**
 * The thresholds with what is being typed: entries that cannot hold yet stay as they are typed, beside those that are in
 * force.
 */
export interface TypedPolicy {
  readonly fields: readonly FieldSpec[];
  readonly leaves: ReadonlyMap<string, OwnField>;
  readonly standard: Cells;
  /** The leaves with their defaults. */
  readonly standards: ReadonlyMap<string, OwnField>;
  /** In force, with the entries laid over them. */
  readonly cells: Cells;
  /** Of the thresholds as they are typed, by the path in the form. */
  readonly issues: readonly Issue[];
}

export function typedPolicy({ engine, policy, options, read }: Context, entries: Entries): TypedPolicy {
  const fields = policyFields(policy);
  const standard = policyCells(engine.defaultPolicy);
  const cells = laidOver(policyCells(policy), entries);
  const patch = patchOf(fields, cells, standard, read);
  const answer = engine.calculate('assess', {}, { currency: options.currency ?? null, policy: patch });
  const found = answer.kind === 'issues' ? answer.issues : [];
  const issues = found
    .filter(({ field }) => field.startsWith(BEFORE))
    .map((issue) => ({ ...issue, field: issue.field.slice(BEFORE.length) }));
  const standards = policyLeaves(policyFields(engine.defaultPolicy));
  return { fields, leaves: policyLeaves(fields), standard, standards, cells, issues };
}

/**
 * The patch that holds once the entries are taken over as far as they can be: all together, else one leaf after the
 * other for as long as one more can.
 */
export function settled(context: Context, entries: Entries): { patch: PolicyPatch | null; open: Entries } {
  const { engine, read } = context;
  const standard = policyCells(engine.defaultPolicy);
  const holds = (patch: PolicyPatch | null) => engine.calculate('assess', {}, { policy: patch }).kind === 'report';
  const including = (policy: Policy, more: Entries) =>
    patchOf(policyFields(policy), laidOver(policyCells(policy), more), standard, read);

  const all = including(context.policy, entries);
  if (holds(all)) return { patch: all, open: {} };
  let patch = including(context.policy, {});
  let open = entries;
  const leaves = policyLeaves(policyFields(context.policy));
  for (let before = -1; before !== Object.keys(open).length;) {
    before = Object.keys(open).length;
    for (const leaf of new Set(Object.keys(open).flatMap((cell) => leafAt(cell, leaves) ?? []))) {
      const names = cellsOf(leaf, open);
      const own = Object.fromEntries(names.map((name) => [name, open[name] ?? null]));
      const next = including(withPatch(engine.defaultPolicy, patch), own);
      if (!holds(next)) continue;
      patch = next;
      open = Object.fromEntries(Object.entries(open).filter(([name]) => !names.includes(name)));
    }
  }
  return { patch, open };
}

/** The patch without what it says of some leaves. */
export function withoutLeaves({ engine, policy, read }: Context, leaves: readonly string[]): PolicyPatch | null {
  const standard = policyCells(engine.defaultPolicy);
  const gone = new Set(leaves.flatMap((leaf) => cellsOf(leaf, { ...policyCells(policy), ...standard })));
  const kept = Object.entries(policyCells(policy)).filter(([cell]) => !gone.has(cell));
  const back = Object.entries(standard).filter(([cell]) => gone.has(cell));
  return patchOf(policyFields(policy), Object.fromEntries([...kept, ...back]), standard, read);
}
