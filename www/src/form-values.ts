import { percentOfShare } from './decimal';
import type { FieldSpec, Json } from './engine';
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

export function withTexts(values: FormValues, texts: Iterable<readonly [string, string]>): FormValues {
  let result = values;
  for (const [path, text] of texts) result = withText(result, path, text);
  return result;
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

/** The field a path of the catalog, of a form or of the engine speaks of. */
export function findField(fields: readonly FieldSpec[], path: string): FieldSpec | undefined {
  const column = columnPath(path);
  for (const spec of fields) {
    if (spec.path === column && (column === path || spec.type !== 'list')) return spec;
    const inner = findField(spec.fields ?? [], path);
    if (inner) return inner;
  }
  return undefined;
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

/** A value of the engine as a visitor would type it. */
export function typedText(spec: FieldSpec, value: Json): string {
  const text = String(value);
  return spec.type === 'ratio' && fieldUnit(spec) === 'percent' ? percentOfShare(text) : text;
}
