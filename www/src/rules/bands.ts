import type { OwnField } from '../units';
import { cellsOf, type Cells, type Entries } from './policy-form';

/** The bands of a factor: rows of a bound and its points, and a last one for the rest that has no bound. */

/** Whether a threshold is a list of bands, of which there may be more or fewer. */
export const isBands = (leaf: string, spec: OwnField): boolean =>
  leaf.endsWith('.bands') && (spec.fields ?? []).length > 1;

type Band = ReadonlyMap<string, string>;

const rowOf = (cell: string): number => Number(/\[(\d+)\]/.exec(cell)?.[1]);

export function bandsOf(leaf: string, cells: Cells): Band[] {
  const bands: Map<string, string>[] = [];
  for (const cell of cellsOf(leaf, cells)) {
    const band = (bands[rowOf(cell)] ??= new Map<string, string>());
    band.set(cell.slice(cell.lastIndexOf('.') + 1), cells[cell] ?? '');
  }
  return bands;
}

/** The entries that make a list of bands of whatever is there. */
function entriesFor(leaf: string, cells: Cells, bands: readonly Band[]): Entries {
  const gone = cellsOf(leaf, cells).map((cell): [string, null] => [cell, null]);
  const kept = bands.flatMap((band, row) =>
    [...band].map(([name, text]): [string, string] => [`${leaf}[${row}].${name}`, text]),
  );
  return Object.fromEntries([...gone, ...kept]);
}

/** With an empty band before the rest. */
export function withBand(leaf: string, cells: Cells): Entries {
  const bands = bandsOf(leaf, cells);
  const empty = new Map([...(bands[0]?.keys() ?? [])].map((name) => [name, '']));
  return entriesFor(leaf, cells, [...bands.slice(0, -1), empty, ...bands.slice(-1)]);
}

export const withoutBand = (leaf: string, cells: Cells, removed: number): Entries =>
  entriesFor(
    leaf,
    cells,
    bandsOf(leaf, cells).filter((_, row) => row !== removed),
  );
