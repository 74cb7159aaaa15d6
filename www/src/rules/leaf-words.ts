import type { Context } from '../context';
import type { CalculatorId, PolicySource } from '../engine';
import { choiceLabel, figureWords } from '../labels';
import { textFor } from '../words';
import { documentOf } from './documents';

/** Factors whose points hang on a choice, and the field of the score that offers it. */
const choiceOf: Readonly<Record<string, string>> = {
  marketPosition: 'profile.marketPosition',
  cyclicality: 'profile.cyclicality',
  countryRisk: 'profile.countryRisk',
  litigation: 'litigation',
};

const choice = (context: Context, calculator: string, path: string, word: string) =>
  choiceLabel(context, calculator as CalculatorId, path, word);

export const factorName = (context: Context, factor: string): string =>
  figureWords(context, 'score', `factors.${factor}`).name;

/** What a threshold is called below the heading of its part. */
export function leafLabel(context: Context, leaf: string): string {
  const words = context.words.policy;
  const own = textFor<string>(words.labels, leaf);
  if (own !== undefined) return own;
  const [group = '', part = '', name = '', ...rest] = leaf.split('.');
  const last = rest.at(-1) ?? name;
  switch (`${group}.${part}`) {
    case 'score.factors':
      if (last === 'weight') return words.weight;
      if (last === 'bands') return words.bands;
      return choice(context, 'score', choiceOf[name] ?? name, last);
    case 'score.evidence':
      return choice(context, 'score', 'evidence', name);
    case 'limit.terms':
      return `${choice(context, 'limit', 'sector', name)} · ${last === 'min' ? words.shortest : words.longest}`;
    case 'cover.perils':
      return choice(context, 'indemnity', 'event.cause', name);
    default:
      return /^[A-E]$/.test(last) ? words.grade(last) : leaf;
  }
}

/** The group of a threshold, and the part of it under one heading; a part that has none is ''. */
export function placeOf(leaf: string): { group: string; part: string } {
  const [first = '', second = '', third = ''] = leaf.split('.');
  const group = first === 'stress' ? 'cover' : first;
  if (first === 'score' && second === 'factors') return { group, part: `score.factors.${third}` };
  return { group, part: third === '' ? '' : `${first}.${second}` };
}

export function partName(context: Context, part: string): string {
  const factor = /^score\.factors\.(\w+)$/.exec(part)?.[1];
  return factor === undefined ? (textFor<string>(context.words.policy.parts, part) ?? '') : factorName(context, factor);
}

/** A threshold with everything above it, for those who cannot see the headings and for what names it elsewhere. */
export function fullLabel(context: Context, leaf: string): string {
  const part = partName(context, placeOf(leaf).part);
  const label = leafLabel(context, leaf);
  return part ? `${part}: ${label}` : label;
}

/** Where a threshold comes from, as it is said to people. */
export interface Origin {
  /** The rule, or that the value is the house's own. */
  readonly name: string;
  readonly text: string;
  readonly document: string;
}

export function originOf({ words }: Context, { source, note }: PolicySource): Origin {
  const { policy, rules } = words;
  const remark = textFor<string>(policy.notes, note) ?? '';
  if (source === 'house') return { name: policy.house, text: remark, document: '' };
  const place = documentOf(source);
  const title = place === undefined ? undefined : policy.documents[place];
  return {
    name: policy.rule(source),
    text: [textFor<string>(rules, source) ?? '', remark].filter(Boolean).join(' '),
    document: title === undefined ? '' : policy.document(title),
  };
}

/** The names of ageing buckets and bands: what stands beside a cell of a list. */
export function cellLabel(context: Context, leaf: string, row: number, column: string, hasBound: boolean): string {
  const { policy } = context.words;
  if (leaf === 'provision.rates') return policy.buckets[row] ?? String(row + 1);
  if (column === 'points') return policy.inBand(row + 1, policy.points);
  return hasBound ? policy.inBand(row + 1, policy.band[column === 'atMost' ? 'atMost' : 'atLeast']) : policy.band.rest;
}

/** What is wrong where values contradict each other. */
export const contradiction = ({ words }: Context, leaf: string): string =>
  leaf.endsWith('.bands') ? words.policy.bandsContradict : words.policy.contradiction;
