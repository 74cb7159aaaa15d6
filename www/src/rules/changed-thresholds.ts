import type { Context } from '../context';
import { percentOfShare } from '../decimal';
import { choiceLabel } from '../labels';
import { fieldUnit, type OwnField } from '../units';
import { fullLabel } from './leaf-words';
import { changedLeaves, policyCells, policyFields, policyLeaves } from './policy-form';

/** A value of the policy as it is written: a figure with its unit, a choice by its name, a list in its order. */
export function thresholdText(context: Context, spec: OwnField): string {
  if (spec.type !== 'list') return valueText(context, spec, spec.example);
  const columns: readonly OwnField[] = spec.fields ?? [];
  const rows = Array.isArray(spec.example) ? spec.example : [];
  return rows.map((row) => rowText(context, spec.path, columns, row)).join(' · ');
}

function rowText(context: Context, leaf: string, columns: readonly OwnField[], row: unknown): string {
  const [only] = columns;
  if (only && only.path === leaf) return valueText(context, only, row);
  const { band } = context.words.policy;
  const cell = (name: string) => {
    const spec = columns.find(({ path }) => path === `${leaf}.${name}`);
    const value = typeof row === 'object' && row !== null ? (Reflect.get(row, name) as unknown) : undefined;
    return spec && value !== undefined ? valueText(context, spec, value) : undefined;
  };
  const [atMost, atLeast] = [cell('atMost'), cell('atLeast')];
  const bound =
    atMost !== undefined
      ? `${band.atMost} ${atMost}`
      : atLeast !== undefined
        ? `${band.atLeast} ${atLeast}`
        : band.rest;
  return `${bound}: ${cell('points') ?? ''}`;
}

function valueText(context: Context, spec: OwnField, value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (spec.type === 'choice') return choiceLabel(context, 'indemnity', spec.path, text);
  if (spec.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return context.format.date(text);
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  const unit = fieldUnit(spec);
  // A daily rate has more places than percentages usually have.
  if (unit === 'percent') return `${context.format.figure('number', percentOfShare(text))}%`;
  return context.format.figure(unit, text, { digits: 8 });
}

export interface ChangedThreshold {
  readonly leaf: string;
  readonly label: string;
  readonly now: string;
  readonly standard: string;
}

/** The thresholds that are not at their default, without the name and the day of the pack. */
export function changedThresholds(context: Context): ChangedThreshold[] {
  const { engine, policy, options } = context;
  if (!options.policy) return [];
  const [now, standard] = [policyLeaves(policyFields(policy)), policyLeaves(policyFields(engine.defaultPolicy))];
  return changedLeaves(policyCells(policy), policyCells(engine.defaultPolicy), now)
    .filter((leaf) => leaf !== 'name' && leaf !== 'asOf')
    .map((leaf) => {
      const text = (leaves: typeof now) => {
        const spec = leaves.get(leaf);
        return spec ? thresholdText(context, spec) : '';
      };
      return { leaf, label: fullLabel(context, leaf), now: text(now), standard: text(standard) };
    });
}
