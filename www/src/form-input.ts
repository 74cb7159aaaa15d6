import { isAsked } from './alternatives';
import type { FieldSpec, Json } from './engine';
import { cellPath, columnPath, filledRows, formOf, textAt, typedText, type FormValues } from './form-values';
import type { Reader } from './reading';

/** Between what a form holds as text and what the engine takes. */

// ---- to the engine ----

function scalarInput(spec: FieldSpec, typed: string, read: Reader): Json {
  if (spec.type === 'boolean') return typed === 'true' ? true : typed === 'false' ? false : typed;
  const reading = read(spec, typed);
  // What may mean two things goes as it was typed: the engine calls it no number, and the field asks which is meant.
  const text = reading.kind === 'two' ? typed.trim() : reading.value;
  // Text that is no whole number goes as it is: the engine says what is wrong with it.
  return spec.type === 'count' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function fieldInput(spec: FieldSpec, path: string, values: FormValues, read: Reader): Json | undefined {
  if (spec.type === 'object') return objectInput(spec.fields ?? [], values, read);
  if (spec.type === 'list') return listInput(spec, values, read);
  const text = textAt(values, path);
  return text.trim() === '' ? undefined : scalarInput(spec, text, read);
}

/** Empty rows at the end are not sent; one in between is, as null, because the place in a list means something. */
function listInput(spec: FieldSpec, values: FormValues, read: Reader): Json | undefined {
  const columns = spec.fields ?? [];
  const rows: Json[] = [];
  for (let row = 0; row < filledRows(values, spec.path); row++) {
    const [only] = columns;
    if (only && only.path === spec.path) {
      rows.push(fieldInput(only, cellPath(spec.path, row), values, read) ?? null);
      continue;
    }
    const cells: Record<string, Json> = {};
    for (const column of columns) {
      const cell = fieldInput(column, cellPath(spec.path, row, column.path), values, read);
      if (cell !== undefined) cells[lastName(column.path)] = cell;
    }
    rows.push(cells);
  }
  return rows.length > 0 ? rows : undefined;
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function objectInput(fields: readonly FieldSpec[], values: FormValues, read: Reader): Record<string, Json> | undefined {
  const input: Record<string, Json> = {};
  for (const spec of fields) {
    if (!isAsked(spec, (path) => textAt(values, path))) continue;
    const value = fieldInput(spec, spec.path, values, read);
    if (value !== undefined) input[lastName(spec.path)] = value;
  }
  return Object.keys(input).length > 0 ? input : undefined;
}

export const engineInput = (fields: readonly FieldSpec[], values: FormValues, read: Reader): Record<string, Json> =>
  objectInput(fields, values, read) ?? {};

// ---- from the engine's values ----

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function addTexts(spec: FieldSpec, path: string, value: Json | undefined, texts: Record<string, string>): void {
  if (value === undefined || value === null) return;
  if (spec.type === 'object') {
    if (!isObject(value)) return;
    for (const inner of spec.fields ?? []) addTexts(inner, inner.path, value[lastName(inner.path)], texts);
  } else if (spec.type === 'list') {
    if (!Array.isArray(value)) return;
    value.forEach((item, row) => {
      for (const column of spec.fields ?? []) {
        if (column.path === spec.path) addTexts(column, cellPath(path, row), item, texts);
        else if (isObject(item)) addTexts(column, cellPath(path, row, column.path), item[lastName(column.path)], texts);
      }
    });
  } else {
    texts[path] = typedText(spec, value);
  }
}

/** The form that holds an input of the engine, as a visitor would have typed it. */
export function formOfInput(fields: readonly FieldSpec[], input: Readonly<Record<string, Json>>): FormValues {
  const texts: Record<string, string> = {};
  for (const spec of fields) addTexts(spec, spec.path, input[spec.path], texts);
  return formOf(Object.entries(texts));
}

const exampleOf = (spec: FieldSpec): Json =>
  spec.type === 'object' && !isObject(spec.example)
    ? Object.fromEntries((spec.fields ?? []).map((inner) => [lastName(inner.path), exampleOf(inner)]))
    : spec.example;

/** The example of the catalog; `names` has those of its rows in the language of the page, by the path of their column. */
export function exampleForm(
  fields: readonly FieldSpec[],
  names: Readonly<Record<string, readonly string[]>> = {},
): FormValues {
  const form = formOfInput(fields, Object.fromEntries(fields.map((spec) => [spec.path, exampleOf(spec)])));
  const named = Object.keys(form.texts).flatMap((cell): [string, string][] => {
    const name = names[columnPath(cell)]?.[Number(/\[(\d+)\]/.exec(cell)?.[1])];
    return name === undefined ? [] : [[cell, name]];
  });
  return { ...form, texts: { ...form.texts, ...Object.fromEntries(named) } };
}
