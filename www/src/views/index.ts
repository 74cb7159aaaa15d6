import { addressOf, placeAt } from '../places';
import { CalculatorView } from './calculator-view';

/** A calculator may have a view of its own: a file of this folder, named as its address. */
const files = import.meta.glob<{ default: typeof CalculatorView }>([
  './*.ts',
  '!./index.ts',
  '!./calculator-view.ts',
  '!./details.ts',
  '!./*.styles.ts',
]);

export const ownViews: readonly string[] = Object.keys(files).map((file) => placeAt(file.slice(2, -3)));

/** The views that have arrived, by their calculator. */
export const loadedViews = new Map<string, typeof CalculatorView>();
const loading = new Map<string, Promise<typeof CalculatorView>>();

async function load(id: string): Promise<typeof CalculatorView> {
  const module = await files[`./${addressOf(id)}.ts`]?.();
  const View = module?.default ?? class extends CalculatorView {};
  customElements.define(`tc-${addressOf(id)}-view`, View);
  loadedViews.set(id, View);
  return View;
}

/** The view of a calculator, its element defined as `tc-<address>-view`. */
export function viewOf(id: string): Promise<typeof CalculatorView> {
  const view = loading.get(id) ?? load(id);
  loading.set(id, view);
  view.catch(() => loading.delete(id));
  return view;
}
