import type { Context } from './context';
import type { CalculatorId, FieldSpec, Issue } from './engine';
import { engineInput } from './form-input';
import { columnPath, textAt, type FormValues } from './form-values';
import { nothingYet, type Outcome } from './outcome';

export function evaluate(
  { engine, options, read }: Pick<Context, 'engine' | 'options' | 'read'>,
  calculator: CalculatorId,
  values: FormValues,
): Outcome {
  const fields = engine.fields(calculator);
  const input = engineInput(fields, values, read);
  let outcome = nothingYet;
  // Each round leaves out one unfinished optional group; there are only so many.
  for (let round = 0; round <= fields.length; round++) {
    const answer = engine.calculate(calculator, input, options);
    if (answer.kind === 'report') return { ...outcome, report: answer.report };
    if (answer.kind === 'crash') return { ...outcome, crashed: true };

    const quiet = (issue: Issue) =>
      issue.code === 'required' && textAt(values, issue.field).trim() === '' && !values.touched.has(issue.field);
    const wrong = answer.issues.filter((issue) => !quiet(issue));
    const open = answer.issues.filter(quiet).map((issue) => issue.field);
    if (wrong.length > 0) return { ...outcome, issues: wrong, needed: open };

    const unfinished = open.map(topName).find((name) => isOptionalGroup(fields, name));
    if (unfinished === undefined) return { ...outcome, needed: open };
    outcome = {
      ...outcome,
      leftOut: [...outcome.leftOut, { field: unfinished, needs: open.filter((path) => topName(path) === unfinished) }],
    };
    delete input[unfinished];
  }
  return outcome;
}

const topName = (path: string): string => columnPath(path).split('.')[0] ?? path;

function isOptionalGroup(fields: readonly FieldSpec[], name: string): boolean {
  return fields.some(
    (spec) => spec.path === name && !spec.required && (spec.type === 'object' || spec.type === 'list'),
  );
}
