import type { Context } from './context';
import type { CalculatorId } from './engine';
import { columnPath } from './form-values';
import { textFor, type Words } from './locales';
import { ownPath } from './units';

interface FieldWords {
  readonly label: string;
  readonly help: string;
}
interface FigureWords {
  readonly name: string;
  readonly means: string;
}
interface FindingWords {
  readonly title: string;
  readonly means: string;
  readonly todo: string;
}

/** A field without words shows its path: seen at once, and nothing is lost. */
export function fieldWords({ words }: Context, calculator: CalculatorId, path: string): FieldWords {
  return textFor<FieldWords>(words.calculators[calculator].fields, columnPath(path)) ?? { label: path, help: '' };
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

export function figureWords({ words }: Context, calculator: CalculatorId, path: string): FigureWords {
  const own = ownPath(calculator, path);
  return textFor<FigureWords>(words.calculators[own.calculator].figures, own.path) ?? { name: own.path, means: '' };
}

/** The words of a finding or of an advice that is always given. */
export function findingWords({ words }: Context, code: string): FindingWords {
  return (
    textFor<FindingWords>(words.findings, code) ??
    textFor<FindingWords>(words.advice, code) ?? { title: code, means: '', todo: '' }
  );
}

export function choiceLabel({ words }: Context, calculator: CalculatorId, path: string, choice: string): string {
  const choices = textFor<Readonly<Record<string, string>>>(words.calculators[calculator].choices, columnPath(path));
  return choices?.[choice] ?? choice;
}

/** The rules behind a finding, each with its text; ids are separated by commas where there are two. */
export function ruleTexts(words: Words, source: string): string[] {
  return source.split(/,\s*/).map((id) => words.rule(id, textFor<string>(words.rules, id) ?? ''));
}

/** A name in a formula: an input, a term of its own, or itself. */
export function termLabel(context: Context, calculator: CalculatorId, name: string): string {
  const { words } = context;
  // A formula names what stands in it shortly: a field of the stress test, or of the calculator that did the work.
  const blocks = [words.calculators[calculator], ...Object.values(words.calculators)];
  for (const path of [name, `stress.${name}`]) {
    for (const { fields } of blocks) {
      const label = textFor<FieldWords>(fields, path)?.label;
      if (label) return label;
    }
  }
  return textFor<string>(words.terms, name) ?? name;
}
