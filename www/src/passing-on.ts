import { carriedOver, factsOf, factsOfReport, type Facts } from './carry-over';
import type { Context } from './context';
import type { CalculatorId } from './engine';
import { evaluate } from './evaluate';
import { engineInput } from './form-input';
import { emptyForm, isEmpty, textAt, withTexts, type FormValues } from './form-values';
import { home } from './places';
import { loadedViews } from './views';
import type { Onward } from './elements/onward';

/** Figures on their way from one calculator to another: nobody needs it before there are some. */

type Forms = Readonly<Record<string, FormValues>>;

const formOfPlace = (forms: Forms, place: string): FormValues => forms[place] ?? emptyForm;

/** What one form and its report know. */
function known(context: Context, forms: Forms, place: string): Facts {
  const view = loadedViews.get(place);
  const form = formOfPlace(forms, place);
  if (!view || isEmpty(form)) return new Map();
  const { shared } = view;
  const calculator = place as CalculatorId;
  const { report } = shared.results ? evaluate(context, calculator, form) : { report: null };
  return new Map([
    ...(report ? factsOfReport(shared, report) : []),
    ...factsOf(shared, form, engineInput(context.engine.fields(calculator), form, context.read)),
  ]);
}

/** What the other forms know and this one does not hold yet: path → text. The self-check is asked first. */
export function carried(context: Context, forms: Forms, here: string): ReadonlyMap<string, string> {
  const facts = new Map<string, ReadonlyMap<string, string>>();
  const others = Object.keys(forms).filter((place) => place !== here);
  for (const place of others.sort((a, b) => Number(b === home) - Number(a === home))) {
    for (const [fact, cells] of known(context, forms, place)) if (!facts.has(fact)) facts.set(fact, cells);
  }
  return carriedOver(loadedViews.get(here)?.shared ?? {}, facts, formOfPlace(forms, here));
}

/** The calculators that can use most of what is known here. */
export function onward(context: Context, forms: Forms, here: string): readonly Onward[] {
  const facts = known(context, forms, here);
  return [...loadedViews]
    .map(([place, { shared }]) => ({
      place,
      figures: carriedOver(shared, facts, emptyForm).size,
    }))
    .filter(({ place, figures }) => place !== here && figures > 0)
    .sort((a, b) => b.figures - a.figures)
    .slice(0, 4);
}

/** The form of another calculator, its empty fields filled with what is known here. */
export function filledFrom(context: Context, forms: Forms, here: string, there: string): FormValues {
  const form = formOfPlace(forms, there);
  const found = carriedOver(loadedViews.get(there)?.shared ?? {}, known(context, forms, here), form);
  return withTexts(
    form,
    [...found].filter(([path]) => textAt(form, path) === ''),
  );
}
