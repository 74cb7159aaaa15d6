import type { FieldSpec } from '../../engine';
import type { Reader } from '../../reading';

const day: FieldSpec = { path: 'day', type: 'date', required: false, example: null };

/** Days one after the other, however they are set apart and written; each once, in order. */
export function daysIn(text: string, read: Reader): string[] {
  const parts = text.split(/[\n\r\t,;、，；]+/).map((part) => part.trim());
  const days = parts.filter(Boolean).map((part) => {
    const reading = read(day, part);
    // What may be two days goes as it is, for the engine to refuse.
    return reading.kind === 'two' ? part : reading.value;
  });
  return [...new Set(days)].sort();
}
