import type { Context } from './context';
import type { CalculatorId } from './engine';
import { columnPath } from './form-values';
import { policyValue } from './policy';
import { ownPath } from './units';
import { calculatorWords, textFor, type FieldWords, type FigureWords, type FindingWords, type Words } from './words';

/** A text with the thresholds that hold in it: `{receivables.overdueRateHigh}` becomes 15%. */
export const withThresholds = (context: Context, text: string): string =>
  text.replace(/\{([\w.]+)\}/g, (whole, path: string) => {
    const value = policyValue(context.policy, path);
    return value === null ? whole : context.format.figure(/Ratio|Days|Months/.test(path) ? 'number' : 'percent', value);
  });

const heeding = <T extends object>(context: Context, texts: T): T =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, withThresholds(context, text as string)])) as T;

/** A field without words shows its path: seen at once, and nothing is lost. */
export function fieldWords(context: Context, calculator: CalculatorId, path: string): FieldWords {
  const { fields } = calculatorWords(context.words, calculator);
  return heeding(context, textFor<FieldWords>(fields, columnPath(path)) ?? { label: path, help: '' });
}

/** The label of a field, with the row where it stands in a list. */
export function fieldLabel(context: Context, calculator: CalculatorId, path: string): string {
  const row = /^(.*)\[(\d+)\](.*)$/.exec(path);
  if (!row) return fieldWords(context, calculator, path).label;
  const [, list = '', index = '0', column = ''] = row;
  const parts = [fieldWords(context, calculator, list).label, context.words.form.row(Number(index) + 1)];
  if (column) parts.push(fieldWords(context, calculator, path).label);
  return parts.join(' · ');
}

export function figureWords(context: Context, calculator: CalculatorId, path: string): FigureWords {
  const own = ownPath(calculator, path);
  const { figures } = calculatorWords(context.words, own.calculator);
  return heeding(context, textFor<FigureWords>(figures, own.path) ?? { name: own.path, means: '' });
}

/** The words of a finding or of an advice that is always given. */
export function findingWords(context: Context, calculator: CalculatorId, code: string): FindingWords {
  const { words } = context;
  const own = calculatorWords(words, calculator).findings;
  return heeding(
    context,
    textFor<FindingWords>(own, code) ??
      textFor<FindingWords>(words.findings, code) ??
      textFor<FindingWords>(words.advice, code) ?? { title: code, means: '', todo: '' },
  );
}

export function choiceLabel({ words }: Context, calculator: CalculatorId, path: string, choice: string): string {
  const choices = textFor(calculatorWords(words, calculator).choices, columnPath(path));
  return textFor(choices, choice) ?? choice;
}

/** A result that is no number, such as a grade or a tier. */
export function outcomeText(context: Context, calculator: CalculatorId, path: string, value: string): string {
  const { words, format } = context;
  const own = ownPath(calculator, path);
  const { outcomes, figures, fields } = calculatorWords(words, own.calculator);
  const named =
    textFor(textFor(outcomes, own.path), value) ??
    // The id of a factor or of a method, or of what is asked.
    (textFor<FigureWords>(figures, `factors.${value}`) ?? textFor<FigureWords>(figures, `methods.${value}`))?.name ??
    textFor<FieldWords>(fields, value)?.label ??
    textFor<string>(words.statuses, value);
  if (named !== undefined) return named;
  if (value === 'true' || value === 'false') return value === 'true' ? words.form.yes : words.form.no;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.date(value) : value;
}

/** The rules behind a finding, each with its text; ids are separated by commas where there are two. */
export function ruleTexts(words: Words, source: string): string[] {
  return source.split(/,\s*/).map((id) => words.rule(id, textFor<string>(words.rules, id) ?? ''));
}

/** A name in a formula: an input, a term of its own, or itself. */
export function termLabel(context: Context, calculator: CalculatorId, name: string): string {
  const { words } = context;
  // A formula names what stands in it shortly: a field of a group, or of the calculator that did the work.
  for (const { fields } of [calculatorWords(words, calculator), ...Object.values(words.calculators)]) {
    const field =
      textFor<FieldWords>(fields, name) ?? Object.entries(fields).find(([path]) => path.endsWith(`.${name}`))?.[1];
    if (field) return field.label;
  }
  // `vat2`: what stands in the second row of a list.
  const [, term = '', row = ''] = /^([a-z]+)(\d+)$/.exec(name) ?? [];
  const ofRow = textFor<string>(words.terms, term);
  return ofRow === undefined ? (textFor<string>(words.terms, name) ?? name) : `${ofRow} ${row}`;
}
