import type { Context } from './context';
import type { FieldSpec } from './engine';
import { foreignCurrency } from './foreign-currency';
import { fieldUnit } from './units';

/** Written like a date or a month; only one that there is can be formatted. */
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A value of the engine as the page writes it. */
export function valueText({ format }: Context, spec: FieldSpec, value: string): string {
  if (spec.type === 'date') return isDay(value) ? format.date(value) : value;
  if (spec.type === 'month') return isDay(`${value}-01`) ? format.month(value) : value;
  return format.figure(fieldUnit(spec), value, { digits: 8 });
}

/** How a text was read; null where that is plain to see, or where it could not be. Long amounts are hard to see. */
export function readText(context: Context, spec: FieldSpec, text: string, longAmounts = true): string | null {
  const reading = context.read(spec, text);
  const { type } = spec;
  if (reading.kind === 'read') {
    const foreign = type === 'money' && foreignCurrency(context, text);
    const shown = valueText(context, spec, reading.value);
    return foreign ? `${shown} · ${context.words.form.unconverted(foreign)}` : shown;
  }
  const amount = longAmounts && reading.kind === 'plain' && type === 'money' && reading.value.length > 3;
  return amount && /^-?\d+(\.\d+)?$/.test(reading.value) ? valueText(context, spec, reading.value) : null;
}
