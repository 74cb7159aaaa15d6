import { isAsked } from './alternatives';
import { percentOfShare } from './decimal';
import type { FieldSpec, Json } from './engine';
import type { Reader } from './reading';
import { fieldUnit } from './units';

/**
 * What was typed, field by field, as text: `monthlySales[0].sales` → `14100000`. It stays as typed whatever the engine
 * thinks of it, so nothing is lost by an error or a change of view or language.
 */
export interface FormValues {
  readonly texts: Readonly<Record<string, string>>;
  /** How many rows a list shows, where more than the filled ones. */
  readonly rows: Readonly<Record<string, number>>;
  /** Fields that held something once: only those may be called empty. */
  readonly touched: ReadonlySet<string>;
}

export const emptyForm: FormValues = { texts: {}, rows: {}, touched: new Set() };

/** A form that holds these texts. */
export const formOf = (texts: Iterable<readonly [string, string]>): FormValues => ({
  texts: Object.fromEntries(texts),
  rows: {},
  touched: new Set(),
});

export const textAt = (values: FormValues, path: string): string => values.texts[path] ?? '';

export const isEmpty = (values: FormValues): boolean => Object.keys(values.texts).length === 0;

export function withText(values: FormValues, path: string, text: string): FormValues {
  const texts = { ...values.texts };
  if (text === '') delete texts[path];
  else texts[path] = text;
  return { ...values, texts, touched: values.touched.has(path) ? values.touched : new Set(values.touched).add(path) };
}

/** Paths in the catalog name a list's column (`monthlySales.month`); in the form its cell (`monthlySales[0].month`). */
export const cellPath = (list: string, row: number, column?: string): string =>
  column === undefined ? `${list}[${row}]` : `${list}[${row}].${column.slice(list.length + 1)}`;

export const columnPath = (cell: string): string => cell.replace(/\[\d+\]/g, '');

/** How many rows hold something. */
export function filledRows(values: FormValues, list: string): number {
  let rows = 0;
  for (const path of Object.keys(values.texts)) {
    const row = path.startsWith(`${list}[`) ? Number(path.slice(list.length + 1, path.indexOf(']', list.length))) : -1;
    rows = Math.max(rows, row + 1);
  }
  return rows;
}

/** How many rows the form shows: an empty list shows one to begin with. */
export const shownRows = (values: FormValues, list: string): number =>
  Math.max(1, filledRows(values, list), values.rows[list] ?? 0);

export function withRowAdded(values: FormValues, list: string): FormValues {
  return { ...values, rows: { ...values.rows, [list]: shownRows(values, list) + 1 } };
}

/** The form with a list emptied, or filled with what it held before. */
export function withList(values: FormValues, list: string, held: FormValues | null): FormValues {
  const isCell = (path: string) => path.startsWith(`${list}[`);
  const texts = Object.fromEntries([
    ...Object.entries(values.texts).filter(([path]) => !isCell(path)),
    ...Object.entries(held?.texts ?? {}).filter(([path]) => isCell(path)),
  ]);
  return { ...values, texts, rows: { ...values.rows, [list]: held?.rows[list] ?? 0 } };
}

/** The form with many cells filled at once. */
export function withCells(values: FormValues, cells: ReadonlyMap<string, string>): FormValues {
  const texts: Record<string, string> = { ...values.texts };
  for (const [path, text] of cells) {
    if (text === '') delete texts[path];
    else texts[path] = text;
  }
  return { ...values, texts, touched: new Set([...values.touched, ...cells.keys()]) };
}

export function withoutRow(values: FormValues, list: string, removed: number): FormValues {
  const move = (path: string): string | null => {
    if (!path.startsWith(`${list}[`)) return path;
    const end = path.indexOf(']', list.length);
    const row = Number(path.slice(list.length + 1, end));
    if (row === removed) return null;
    return row < removed ? path : `${list}[${row - 1}${path.slice(end)}`;
  };
  const texts: Record<string, string> = {};
  for (const [path, text] of Object.entries(values.texts)) {
    const moved = move(path);
    if (moved !== null) texts[moved] = text;
  }
  const touched = new Set([...values.touched].map(move).filter((path) => path !== null));
  return { texts, rows: { ...values.rows, [list]: shownRows(values, list) - 1 }, touched };
}

/** The fields that hold one value each, groups opened, lists left out. */
export function scalarFields(fields: readonly FieldSpec[]): FieldSpec[] {
  return fields.flatMap((spec) =>
    spec.type === 'object' ? scalarFields(spec.fields ?? []) : spec.type === 'list' ? [] : [spec],
  );
}

/** The fields at some paths, and what is below them; a group keeps its other fields to itself. */
export function fieldsAt(fields: readonly FieldSpec[], paths: readonly string[]): FieldSpec[] {
  return fields.flatMap((spec) => {
    if (paths.includes(spec.path)) return [spec];
    if (spec.type !== 'object') return [];
    const inner = fieldsAt(spec.fields ?? [], paths);
    return inner.length > 0 ? [{ ...spec, fields: inner }] : [];
  });
}

export function isAnswered(values: FormValues, spec: FieldSpec): boolean {
  const { path } = spec;
  return Object.keys(values.texts).some(
    (key) => key === path || key.startsWith(`${path}[`) || key.startsWith(`${path}.`),
  );
}

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

/** A value of the engine as a visitor would type it. */
export function typedText(spec: FieldSpec, value: Json): string {
  const text = String(value);
  return spec.type === 'ratio' && fieldUnit(spec) === 'percent' ? percentOfShare(text) : text;
}

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

export const exampleForm = (fields: readonly FieldSpec[]): FormValues =>
  formOfInput(fields, Object.fromEntries(fields.map((spec) => [spec.path, exampleOf(spec)])));
