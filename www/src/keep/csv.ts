import type { Context } from '../context';
import type { CalculatorId, FieldSpec, Finding, Report, Step } from '../engine';
import { distanceText, figureText } from '../explain';
import { isAnswered, textAt, cellPath, filledRows, type FormValues } from '../form-values';
import { choiceLabel, fieldLabel, figureWords, findingWords, outcomeText, ruleTexts, withThresholds } from '../labels';
import { changedThresholds } from '../rules/changed-thresholds';
import { valueText } from '../read-text';
import { thresholdOf } from '../thresholds';
import { figureUnit, ownPath } from '../units';
import { calculatorWords, textFor } from '../words';

/** A table for spreadsheets: what was typed, what came out, and how. */

const BOM = '\uFEFF';
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A cell of a file that a spreadsheet opens: text that it would take for a formula is marked as text. */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@]/.test(text) && !DECIMAL.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvText = (rows: readonly (readonly string[])[]): string =>
  BOM + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

interface Row {
  readonly kind: string;
  readonly id?: string;
  readonly name?: string;
  readonly value?: string;
  readonly unit?: string;
  readonly shown?: string;
  readonly detail?: string;
  readonly source?: string;
}

const countedBy: Partial<Record<FieldSpec['type'], Step['unit']>> = {
  money: 'money',
  ratio: 'ratio',
  days: 'days',
  points: 'points',
  count: 'count',
};

/** What columns of lists in results count, where no step says it. */
const columnUnits: Readonly<Record<string, Step['unit']>> = {
  ...Object.fromEntries(
    ['amount', 'principal', 'interest', 'fixedSum', 'payment', 'balance', 'inflow', 'outflow', 'indemnity', 'cash', 'allowance', 'gain', 'eligible'].map((name) => [name, 'money']), // prettier-ignore
  ),
  daysLate: 'days',
  rate: 'ratio',
  points: 'points',
  weight: 'points',
  contribution: 'points',
};

export function resultsCsv(
  context: Context,
  calculator: CalculatorId,
  values: FormValues,
  report: Report,
  madeOn: string,
): string {
  const { words } = context;
  const heads = words.keep.csvHeads;
  const order = ['kind', 'id', 'name', 'value', 'unit', 'shown', 'detail', 'source'] as const;
  const rows = [
    ...about(context, calculator, report, madeOn),
    ...inputs(context, calculator, values),
    ...figures(context, calculator, report),
    ...gaps(context, calculator, report),
    ...report.findings.map((finding) => findingRow(context, calculator, report, finding)),
    ...report.steps.map((step) => stepRow(context, calculator, step)),
    ...thresholds(context),
  ];
  return csvText([order.map((name) => heads[name]), ...rows.map((row) => order.map((name) => row[name] ?? ''))]);
}

function about({ words, engine, format }: Context, calculator: string, { policy }: Report, madeOn: string): Row[] {
  const { keep, shell, places } = words;
  const kind = keep.csvKinds.about;
  return [
    { kind, id: calculator, name: shell.product, value: places[calculator] ?? calculator, detail: shell.disclaimer },
    { kind, name: shell.version, value: engine.version, shown: madeOn },
    { kind, name: shell.policy, value: policy.name, shown: policy.asOf, detail: policy.hash },
    { kind, name: shell.currency, value: format.currency },
  ];
}

const unitName = ({ words, format }: Context, unit: Step['unit'] | undefined): string => {
  if (unit === undefined) return '';
  const names = words.keep.csvUnits;
  return unit === 'money' ? names.money(format.currency) : names[unit];
};

/** Every field that was filled in, with the cells of lists. */
export function filledFields(fields: readonly FieldSpec[], values: FormValues): { path: string; spec: FieldSpec }[] {
  return fields.flatMap((spec) => {
    if (spec.type === 'object') return filledFields(spec.fields ?? [], values);
    if (spec.type !== 'list') return isAnswered(values, spec) ? [{ path: spec.path, spec }] : [];
    return Array.from({ length: filledRows(values, spec.path) }, (_, row) =>
      (spec.fields ?? []).map((column) => ({
        path: column.path === spec.path ? cellPath(spec.path, row) : cellPath(spec.path, row, column.path),
        spec: column,
      })),
    )
      .flat()
      .filter(({ path }) => textAt(values, path).trim() !== '');
  });
}

/** What was typed, as it is said to people: a choice by its name, a yes as a yes, a figure as it was read. */
export function typedShown(
  context: Context,
  calculator: CalculatorId,
  spec: FieldSpec,
  path: string,
  text: string,
): string {
  const { words } = context;
  if (spec.type === 'boolean') return text === 'true' ? words.form.yes : text === 'false' ? words.form.no : text;
  if (spec.type === 'choice') return choiceLabel(context, calculator, path, text);
  if (spec.type === 'text') return text;
  const reading = context.read(spec, text);
  const isRead = (reading.kind === 'plain' || reading.kind === 'read') && /^-?[\d.-]+$/.test(reading.value);
  return isRead ? valueText(context, spec, reading.value) : text;
}

function inputs(context: Context, calculator: CalculatorId, values: FormValues): Row[] {
  const { csvKinds } = context.words.keep;
  return filledFields(context.engine.fields(calculator), values).map(({ path, spec }) => {
    const text = textAt(values, path);
    const reading = context.read(spec, text);
    const shown = typedShown(context, calculator, spec, path, text);
    const value = reading.kind === 'two' ? text : ['choice', 'boolean'].includes(spec.type) ? shown : reading.value;
    return {
      kind: csvKinds.input,
      id: path,
      name: fieldLabel(context, calculator, path),
      value,
      unit: DECIMAL.test(value) ? unitName(context, countedBy[spec.type]) : '',
      shown,
    };
  });
}

/** A value of a result with its path, those in lists too, and the id of the row that it stands in. */
interface Value {
  readonly path: string;
  readonly value: string;
  readonly row: string;
}

function valuesOf(result: unknown, path = '', row = ''): Value[] {
  if (result === null || result === undefined) return [];
  if (typeof result !== 'object') return [{ path, value: String(result), row }];
  const isList = Array.isArray(result);
  const { id } = result as { id?: unknown };
  return Object.entries(result).flatMap(([name, value]) =>
    valuesOf(
      value,
      isList ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`,
      typeof id === 'string' ? id : row,
    ),
  );
}

const isText = (word: unknown): word is string => typeof word === 'string';

/** Where the page has the name of a column under another key. */
const alsoCalled: Readonly<Record<string, string>> = {
  findings: 'found',
  id: 'name',
  term: 'name',
  code: 'name',
  interest: 'interestPart',
  mostInformative: 'next',
  path: 'cashChart',
  stage: 'stageNow',
  stages: 'calendar',
};

/** The name of a result, or of a list or a column in it, as the page says it. */
function partName(context: Context, calculator: CalculatorId, list: string, name: string): string {
  const { words } = context;
  const { csvHeads, csvColumns } = words.keep;
  const own = calculatorWords(words, calculator);
  const report = own.report as Readonly<Record<string, unknown>>;
  const short = name.slice(name.lastIndexOf('.') + 1);
  const key = alsoCalled[short] ?? short;
  return (
    own.fields[`${list}.${name}`]?.label ??
    own.figures[list ? `factors.${name}` : name]?.name ??
    [report[short], report[key]].find(isText) ??
    textFor<string>({ ...words.terms, ...csvColumns, ...csvHeads }, key) ??
    figureWords(context, calculator, name).name
  );
}

/** `invoices[0].stages[1].id`: the list, the row in it, and so on down to the column. */
function valueName(context: Context, calculator: CalculatorId, path: string): string {
  let list = '';
  return path
    .split(/\[(\d+)\]\.?/)
    .flatMap((part, place) => {
      if (part === '') return [];
      if (place % 2 === 1) return [context.words.form.row(Number(part) + 1)];
      const name = partName(context, calculator, list, part);
      list = list ? `${list}.${part}` : part;
      return [name];
    })
    .join(' · ');
}

/** Columns that hold what the visitor wrote. */
const ownText = /^(invoices\[\d+\]\.id|.*\.label)$/;

/** A result that is no number: a line, a stage, a reason, a choice, a finding by its name. */
function valueWord(context: Context, calculator: CalculatorId, { path, value, row }: Value): string {
  const { words } = context;
  if (ownText.test(path)) return value;
  const own = calculatorWords(words, calculator);
  const { stage, deadline, lever } = own.report as Readonly<Record<string, Record<string, string>>>;
  const choice = Object.entries(own.choices).find(([field]) => field === row || field.endsWith(`.${row}`))?.[1];
  const tables = path.startsWith('levers') ? [lever] : [choice, stage, deadline, words.areas];
  return (
    tables.map((table) => textFor(table, value)).find(isText) ??
    own.figures[`waterfall.${value}`]?.name ??
    (path.endsWith('source')
      ? ruleTexts(words, value).join(' ')
      : /code$|findings/.test(path)
        ? findingWords(context, calculator, value).title
        : outcomeText(context, calculator, path, value))
  );
}

function figures(context: Context, calculator: CalculatorId, { result, steps }: Report): Row[] {
  const kind = context.words.keep.csvKinds.figure;
  return valuesOf(result).map((one) => {
    const { path, value } = one;
    const own = ownPath(calculator, path);
    const inList = /^(\w[\w.]*)\[(\d+)\]\.?(.*)$/.exec(own.path);
    const step = steps.find(({ id }) => id === path);
    const counted = step?.unit ?? (inList && DECIMAL.test(value) ? columnUnits[inList[3] ?? ''] : undefined);
    const name = valueName(context, calculator, path);
    const isNumber = DECIMAL.test(value) && !ownText.test(path);
    const shown = isNumber
      ? figureText(context, own.path, figureUnit(inList ? '' : own.path, counted), value)
      : withThresholds(context, valueWord(context, calculator, one));
    // Figures stay exact and days as they sort; whatever else is a code stands in words.
    const exact = isNumber || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : shown;
    return { kind, id: path, name, value: exact, unit: unitName(context, counted), shown };
  });
}

function gaps(context: Context, calculator: CalculatorId, report: Report): Row[] {
  const { keep, results } = context.words;
  return report.gaps.map(({ field, reason, needs }) => ({
    kind: keep.csvKinds.gap,
    id: field,
    name: figureWords(context, calculator, field).name,
    detail: [results.gaps[reason], ...needs.map((need) => fieldLabel(context, calculator, need))].join(' '),
  }));
}

function findingRow(context: Context, calculator: CalculatorId, report: Report, finding: Finding): Row {
  const { words, policy } = context;
  const { code, severity, metric, value, source } = finding;
  const { title, means, todo } = findingWords(context, calculator, code);
  const own = metric === undefined ? '' : ownPath(calculator, metric).path;
  const unit = figureUnit(own, report.steps.find(({ id }) => id === metric)?.unit);
  const threshold = metric !== undefined && value !== undefined ? thresholdOf(own, value, finding, policy) : null;
  const distance = threshold && value !== undefined ? distanceText(context, unit, value, threshold) : null;
  return {
    kind: `${words.keep.csvKinds.finding} (${words.severities[severity]})`,
    id: code,
    name: title,
    value: value ?? '',
    shown: metric !== undefined && value !== undefined && DECIMAL.test(value) ? figureText(context, own, unit, value, threshold) : '', // prettier-ignore
    detail: [means, distance, todo].filter(Boolean).join(' '),
    source: source === undefined ? '' : ruleTexts(words, source).join(' '),
  };
}

function stepRow(context: Context, calculator: CalculatorId, step: Step): Row {
  const { words } = context;
  const numbers = Object.entries(step.inputs).map(([name, value]) => `${name} = ${value}`);
  return {
    kind: words.keep.csvKinds.step,
    id: step.id,
    name: figureWords(context, calculator, step.id).name,
    value: step.value,
    unit: unitName(context, step.unit),
    detail: [`${step.id} = ${step.formula}`, ...numbers].join('; '),
    source: step.source === undefined ? '' : ruleTexts(words, step.source).join(' '),
  };
}

function thresholds(context: Context): Row[] {
  return changedThresholds(context).map(({ leaf, label, now, standard }) => ({
    kind: context.words.keep.csvKinds.threshold,
    id: leaf,
    name: label,
    shown: now,
    detail: context.words.keep.paper.standard(standard),
  }));
}
