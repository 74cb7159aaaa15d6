import type { Context } from '../../context';
import type { CalculatorId, FieldSpec } from '../../engine';
import { cellPath, filledRows, textAt, withCells, type FormValues } from '../../form-values';
import { foreignCurrency } from '../../foreign-currency';
import { fieldWords } from '../../labels';
import { languageTags, withParts } from '../../languages';
import { filling, readTable, withOrder } from '../../pasted-table';
import { calculatorWords, textFor } from '../../words';

/** What a pasted table came to: the form with it, and what there is to say about it. */
export interface Filled {
  /** Null when there was nothing to fill in. */
  readonly values: FormValues | null;
  readonly texts: readonly string[];
  readonly twofold: readonly FieldSpec[];
}

/** What a column is called: its id, and its label in every language of the page. */
async function namesOf(calculator: CalculatorId): Promise<(spec: FieldSpec) => readonly string[]> {
  const languages = await Promise.all(languageTags.map((tag) => withParts(tag, [calculator])));
  const fields = languages.map((words) => calculatorWords(words, calculator).fields);
  return ({ path }) => [
    path.slice(path.lastIndexOf('.') + 1),
    ...fields.flatMap((labels) => textFor(labels, path)?.label ?? []),
  ];
}

/** Fills a list from a pasted table, from a row on. Nothing is dropped without being said. */
export async function fill(
  context: Context,
  calculator: CalculatorId,
  spec: FieldSpec,
  values: FormValues,
  text: string,
  row: number,
  column: number,
): Promise<Filled> {
  const { paste } = context.words.form;
  const table = readTable(text, spec.fields ?? [], column, await namesOf(calculator), context.read);
  const { cells, rows, leftOut, beyond, twofold } = filling(table, spec.path, row, context.read);
  if (cells.size === 0) return { values: null, texts: [paste.nothing], twofold: [] };
  const label = ({ path }: FieldSpec) => fieldWords(context, calculator, path).label;
  const renamed = table.columns.flatMap((found, place) => {
    const heading = table.header?.[place];
    return found && heading !== undefined && heading !== label(found) ? [`${heading} → ${label(found)}`] : [];
  });
  const amounts = table.rows.flatMap((line) => line.filter((_, column) => table.columns[column]?.type === 'money'));
  const foreign = new Set(amounts.flatMap((cell) => foreignCurrency(context, cell) ?? []));
  return {
    values: withCells(values, cells),
    texts: [
      paste.done(rows, cells.size),
      ...(renamed.length > 0 ? [paste.header(context.words.form.several(renamed))] : []),
      ...(leftOut.length > 0 ? [paste.leftOut([...leftOut])] : []),
      ...(foreign.size > 0 ? [context.words.form.unconverted([...foreign].join(' '))] : []),
      ...(beyond > 0 ? [paste.tooWide(beyond)] : []),
    ],
    twofold,
  };
}

/** Columns of dates with the order that the visitor says they have. */
export function reordered(
  context: Context,
  list: FieldSpec,
  values: FormValues,
  columns: readonly FieldSpec[],
  order: 'day' | 'month',
): FormValues {
  const cells = new Map<string, string>();
  for (let row = 0; row < filledRows(values, list.path); row++) {
    for (const column of columns) {
      const path = cellPath(list.path, row, column.path);
      const text = textAt(values, path);
      if (context.read(column, text).kind === 'two') cells.set(path, withOrder(text.trim(), order));
    }
  }
  return withCells(values, cells);
}
