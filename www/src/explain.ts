import { magnitude } from './decimal';
import type { Context } from './context';
import type { CalculatorId, FieldSpec, Finding } from './engine';
import { findField } from './form-values';
import { fieldLabel } from './labels';
import { textFor } from './words';
import type { Threshold } from './thresholds';
import { fieldUnit, signed, type Unit } from './units';

/** “Alert above 15% · 0.5 percentage points over”; against zero the figure itself says how far it is. */
export function distanceText(
  { words, format }: Context,
  unit: Unit,
  value: string,
  { operator, boundary, fired }: Threshold,
): string | null {
  if (!/[1-9]/.test(boundary)) return null;
  const { results } = words;
  const distance = format.distance(unit, value, boundary);
  const past = operator.startsWith('>') ? results.apart.above : results.apart.below;
  const apart = distance === null ? results.apart.at : fired ? past(distance) : results.apart.left(distance);
  const shown = format.figure(unit, boundary, { digits: format.digitsApart(unit, value, boundary) });
  return `${results.fires(results.operators[operator], shown)} · ${apart}`;
}

/** A result as the page writes it, with more places where two would hide on which side of the threshold it lies. */
export function figureText(
  { format }: Context,
  ownFigure: string,
  unit: Unit,
  value: string,
  threshold?: Threshold | null,
): string {
  const places = unit === 'points' ? 1 : 2;
  const digits = threshold ? format.digitsApart(unit, value, threshold.boundary) : places;
  // Whole days are most often counted, not reckoned.
  const fixed = unit !== 'days' || /\.\d*[1-9]/.test(value);
  return format.figure(unit, value, { digits, fixed, signed: signed.has(ownFigure) });
}

/** “Collect ¥255,882.36 of what is more than 30 days overdue to clear this.” */
export function clearText(
  context: Context,
  calculator: CalculatorId,
  fields: readonly FieldSpec[],
  clearBy: NonNullable<Finding['clearBy']>,
): string {
  const { words, format } = context;
  const spec = findField(fields, clearBy.input);
  const down = clearBy.change.startsWith('-');
  const amount = format.figure(spec ? fieldUnit(spec) : 'number', magnitude(clearBy.change), { digits: 4 });
  // A special phrase holds for the direction in which its input clears an alert; the other one is said plainly.
  const special = textFor<(amount: string) => string>(words.clearBy.special, clearBy.input);
  const usual = clearBy.input === 'stress.undrawnLines' ? !down : down;
  if (special && usual) return words.results.clears(special(amount));
  const label = fieldLabel(context, calculator, clearBy.input);
  return words.results.clears(down ? words.clearBy.down(label, amount) : words.clearBy.up(label, amount));
}

/** A part of a result by its path; rows of lists go by their id. */
function partAt(result: unknown, path: string): unknown {
  let here = result;
  for (const name of path.split('.')) {
    if (Array.isArray(here)) here = here.find((row: { id?: unknown }) => row.id === name);
    else here = typeof here === 'object' && here !== null ? Reflect.get(here, name) : undefined;
  }
  return here;
}

/** A figure of a report by its path, that of a row with an amount too (`methods.ladder`); null when there is none. */
export function valueAt(result: unknown, path: string): string | null {
  const part = partAt(result, path);
  const value = typeof part === 'object' && part !== null ? Reflect.get(part, 'amount') : part;
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null;
}

/** The paths of everything in a result that is one value, of objects within it too, lists left out. */
export function figurePaths(result: unknown, before = ''): string[] {
  return Object.entries(result ?? {}).flatMap(([name, value]) => {
    if (Array.isArray(value)) return [];
    return typeof value === 'object' && value !== null ? figurePaths(value, `${before}${name}.`) : [before + name];
  });
}
