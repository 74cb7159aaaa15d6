import type { Context } from './context';
import type { CalculatorId, FieldSpec, Issue } from './engine';
import { columnPath, findField, textAt, type FormValues } from './form-values';
import { choiceLabel } from './labels';
import { fieldUnit } from './units';
import { calculatorWords, textFor } from './words';

/** A problem of the engine in the visitor's language and in the unit of its field. */
export function issueText(
  context: Context,
  calculator: CalculatorId,
  fields: readonly FieldSpec[],
  values: FormValues,
  issue: Issue,
): string {
  const { codes, inconsistent } = context.words.problems;
  const spec = findField(fields, issue.field);
  // An empty cell between others is sent as nothing at all; whatever the engine calls that, the visitor left it out.
  if (
    spec &&
    spec.type !== 'list' &&
    spec.type !== 'object' &&
    textAt(values, issue.field).trim() === '' &&
    issue.code !== 'inconsistent'
  )
    return codes.required;
  switch (issue.code) {
    case 'required':
    case 'unknown_field':
    case 'too_many':
    case 'insufficient_data':
      return codes[issue.code];
    case 'not_a_number':
      return isTwofold(context, spec, textAt(values, issue.field)) ? codes.two_meanings : codes.not_a_number;
    case 'not_a_date':
      if (isTwofold(context, spec, textAt(values, issue.field))) return codes.two_meanings;
      return spec?.type === 'month' ? codes.not_a_month : codes.not_a_day;
    case 'wrong_type':
      return spec?.type === 'count' ? codes.not_whole : codes.wrong_type;
    case 'too_precise': {
      if (issue.max === undefined) return codes.too_precise;
      // A percentage has its point two places further right.
      return codes.too_precise_places(Number(issue.max) - (spec && fieldUnit(spec) === 'percent' ? 2 : 0));
    }
    case 'unknown_choice':
      return issue.allowed && issue.allowed.length < 12
        ? codes.one_of(issue.allowed.map((choice) => choiceLabel(context, calculator, issue.field, choice)).join(' / '))
        : codes.unknown_choice;
    case 'inconsistent':
      return (
        textFor(calculatorWords(context.words, calculator).contradictions, columnPath(issue.field)) ??
        textFor<string>(inconsistent, `${calculator}.${columnPath(issue.field)}`) ??
        codes.inconsistent
      );
    case 'out_of_range':
      return rangeText(context, spec, issue);
    default:
      return codes.wrong_type;
  }
}

/** The engine calls it no number; the visitor is asked which of two is meant. */
const isTwofold = ({ read }: Context, spec: FieldSpec | undefined, text: string): boolean =>
  spec !== undefined && read(spec, text).kind === 'two';

function rangeText({ words, format }: Context, spec: FieldSpec | undefined, issue: Issue): string {
  const { codes } = words.problems;
  const shown = (bound: string | undefined) =>
    bound === undefined
      ? undefined
      : spec?.type === 'date'
        ? format.date(bound)
        : format.figure(spec ? fieldUnit(spec) : 'number', bound);
  const [min, max] = [shown(issue.min), shown(issue.max)];
  const [openMin, openMax] = [spec?.exclusiveMin !== undefined, spec?.exclusiveMax !== undefined];
  if (min !== undefined && max !== undefined && !openMin && !openMax) return codes.between(min, max);
  const parts = [
    min === undefined ? '' : openMin ? codes.above(min) : codes.at_least(min),
    max === undefined ? '' : openMax ? codes.below(max) : codes.at_most(max),
  ].filter(Boolean);
  return parts.length > 0 ? words.form.sentences(parts) : codes.out_of_range;
}
