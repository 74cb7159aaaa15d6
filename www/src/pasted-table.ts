import papaparse from 'papaparse';
import type { FieldSpec } from './engine';
import { cellPath } from './form-values';
import { digitsOf, isDecimalComma, type Reader } from './reading';

/** A table as it was pasted, matched to the columns of a list. */
export interface PastedTable {
  /** The column of the list for each column of the table; null where there is none. */
  readonly columns: readonly (FieldSpec | null)[];
  readonly rows: readonly (readonly string[])[];
  /** The row of headings, if there was one. */
  readonly header: readonly string[] | null;
}

/** More than one cell: anything else a field can take by itself. */
export const isTable = (text: string): boolean => /[\t\n\r]/.test(text.trim());

const cellsOf = (text: string): string[][] =>
  papaparse
    .parse<string[]>(text.replace(/[\r\n]+$/, ''), {
      // Spreadsheets copy with tabs; a file has whatever fits.
      ...(text.includes('\t') ? { delimiter: '\t' } : { delimitersToGuess: [',', ';', '|'] }),
      skipEmptyLines: 'greedy',
    })
    .data.map((row) => row.map((cell) => cell.trim()));

/** What tells headings apart: no case, spaces or marks, and nothing said in brackets. */
const key = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]/g, '')
    .split(/[,，]/, 1)[0]
    ?.replace(/[^\p{L}\p{N}]/gu, '') ?? '';

/** How well a heading names a column: in full, as part of it, or not at all. */
function likeness(heading: string, names: readonly string[]): number {
  const wanted = key(heading);
  if (wanted === '') return 0;
  return Math.max(
    0,
    ...names.map(key).map((name) => {
      if (name === '') return 0;
      if (name === wanted) return 1000;
      if (wanted.includes(name)) return 10 + name.length;
      return wanted.length > 1 && name.includes(wanted) ? 1 + wanted.length : 0;
    }),
  );
}

/** The best pairs first, each heading and each column once. */
function matched(
  header: readonly string[],
  columns: readonly FieldSpec[],
  names: (spec: FieldSpec) => readonly string[],
): (FieldSpec | null)[] {
  const pairs = header
    .flatMap((heading, place) => columns.map((spec) => ({ place, spec, score: likeness(heading, names(spec)) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const found: (FieldSpec | null)[] = header.map(() => null);
  for (const { place, spec } of pairs) if (found[place] === null && !found.includes(spec)) found[place] = spec;
  return found;
}

const holdsFigures = ({ type }: FieldSpec): boolean => type !== 'text' && type !== 'choice' && type !== 'boolean';

/**
 * Reads a pasted table for a list. Headings are known by the names of its columns in any language, or by their ids;
 * without any the columns are taken in their order, from `first` on.
 */
export function readTable(
  text: string,
  columns: readonly FieldSpec[],
  first: number,
  names: (spec: FieldSpec) => readonly string[],
  read: Reader,
): PastedTable {
  const cells = cellsOf(text);
  const [head = [], ...rest] = cells;
  const width = Math.max(0, ...cells.map((row) => row.length));
  const inOrder = Array.from({ length: width }, (_, place) => columns[first + place] ?? null);
  const found = matched(head, columns, names);
  const known = found.filter((spec) => spec !== null).length;
  const isRead = (spec: FieldSpec | null | undefined, cell: string | undefined) =>
    spec && holdsFigures(spec) && cell
      ? !['unread', 'plain'].includes(read(spec, cell).kind) || /\d/.test(cell)
      : false;
  // A row of words over figures is a row of headings, known or not.
  const wordsAboveFigures =
    rest.length > 0 &&
    !head.some((cell, place) => isRead(inOrder[place], cell)) &&
    inOrder.some((spec, place) => isRead(spec, rest[0]?.[place]) && head[place] !== '');
  if (
    known > 0 &&
    (known > 1 || width === 1 || wordsAboveFigures || found[0] !== null) &&
    !head.some((cell) => /^[\d.,-]+$/.test(cell))
  )
    return { columns: Array.from({ length: width }, (_, place) => found[place] ?? null), rows: rest, header: head };
  return wordsAboveFigures
    ? { columns: inOrder, rows: rest, header: head }
    : { columns: inOrder, rows: cells, header: null };
}

export interface Filling {
  readonly cells: ReadonlyMap<string, string>;
  readonly rows: number;
  /** Headings without a column of their own. */
  readonly leftOut: readonly string[];
  /** Cells beyond the last column, where there are no headings. */
  readonly beyond: number;
  /** Columns of dates that may have the day or the month first. */
  readonly twofold: readonly FieldSpec[];
}

/** Which cells of the list get which text. */
export function filling(table: PastedTable, list: string, startRow: number, read: Reader): Filling {
  const cells = new Map<string, string>();
  let beyond = 0;
  const pathOf = (row: number, spec: FieldSpec) =>
    spec.path === list ? cellPath(list, startRow + row) : cellPath(list, startRow + row, spec.path);
  table.rows.forEach((row, place) =>
    row.forEach((text, column) => {
      const spec = table.columns[column];
      if (spec) cells.set(pathOf(place, spec), text);
      else if (text !== '' && !table.header) beyond++;
    }),
  );
  const twofold: FieldSpec[] = [];
  table.columns.forEach((spec, column) => {
    if (!spec || !holdsFigures(spec)) return;
    const texts = table.rows.map((row) => row[column] ?? '');
    if (spec.type !== 'date') {
      if (hasDecimalCommas(texts)) texts.forEach((text, place) => cells.set(pathOf(place, spec), withPoint(text)));
      return;
    }
    const order = dateOrder(texts);
    if (order === 'open' && texts.some((text) => read(spec, text).kind === 'two')) twofold.push(spec);
    if (order === 'day' || order === 'month')
      texts.forEach((text, place) => cells.set(pathOf(place, spec), withOrder(text, order)));
  });
  const leftOut = table.header?.filter((heading, column) => !table.columns[column] && heading !== '') ?? [];
  return { cells, rows: table.rows.length, leftOut, beyond, twofold };
}

const NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/;

/** One date that can only be read one way settles it for the whole column. */
function dateOrder(texts: readonly string[]): 'day' | 'month' | 'open' | 'none' {
  const pairs = texts.flatMap((text) => {
    const match = NUMBERS.exec(text);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  if (pairs.length === 0) return 'none';
  const [days, months] = [pairs.some(([first]) => first > 12), pairs.some(([, second]) => second > 12)];
  return days === months ? 'open' : days ? 'day' : 'month';
}

/** A date of numbers as `2025-03-01`, by the order that holds in its column; as it is where that would be no date. */
export function withOrder(text: string, order: 'day' | 'month'): string {
  const match = NUMBERS.exec(text);
  if (!match) return text;
  const [, first = '', second = '', year = ''] = match;
  const [day, month] = order === 'day' ? [first, second] : [second, first];
  return Number(month) > 12 ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** As it is written where a comma stands before the decimals: thousands apart or not, decimals or none. */
const COMMA = /^([1-9]\d{0,2}([.\s']\d{3})*|\d+)(,\d+)?$/;

/** One amount that can only have a decimal comma settles it for the whole column, if no other speaks against it. */
function hasDecimalCommas(texts: readonly string[]): boolean {
  const numbers = texts.map(digitsOf);
  return (
    numbers.every((number) => number === '' || COMMA.test(number)) &&
    numbers.some((number) => isDecimalComma(number) || /\..*\./.test(number))
  );
}

const withPoint = (text: string): string =>
  text.replace(digitsOf(text), (number) => number.replace(/[.\s']/g, '').replace(',', '.'));
