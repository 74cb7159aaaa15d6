import { LitElement, adoptStyles, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Shared } from '../carry-over';
import { readingArrives, type Context } from '../context';
import type { CalculatorId, FieldSpec, Finding, Input, Report, Severity } from '../engine';
import { base, buttons, disclosure } from '../elements/base.styles';
import { fieldLinks } from '../elements/go';
import type { Onward } from '../elements/onward';
import type { Group } from '../elements/figures/figures';
import type { Mark, Section } from '../elements/form/form';
import { toneIcon, toneOf, type Tone } from '../elements/icon/icon';
import { figurePaths, figureText, valueAt } from '../explain';
import {
  emptyForm,
  fieldsAt,
  isEmpty,
  withText,
  withTexts,
  withRowAdded,
  withoutRow,
  type FormValues,
} from '../form-values';
import { idle } from '../idle';
import { fieldWords, figureWords, outcomeText } from '../labels';
import { figureUnit, ownPath } from '../units';
import { nothingYet, type Outcome } from '../outcome';
import { calculatorWords, speakOfReports, type CalculatorWords } from '../words';
import { viewStyles } from './calculator-view.styles';
import '../elements/form/form';
import '../elements/tools/tools';

/** Fired when a form changes: the app keeps what was typed while views come and go. */
export class FormEvent extends CustomEvent<{ calculator: CalculatorId; values: FormValues }> {
  constructor(calculator: CalculatorId, values: FormValues) {
    super('tc-form', { detail: { calculator, values }, bubbles: true, composed: true });
  }
}

/** Fired when there is another answer to what a form holds: a report, or null while it has none. */
export class ReportEvent extends CustomEvent<{ calculator: CalculatorId; input: Input; outcome: Outcome }> {
  constructor(calculator: CalculatorId, input: Input, outcome: Outcome) {
    super('tc-report', { detail: { calculator, input, outcome }, bubbles: true, composed: true });
  }
}

/** Fired to go on to another calculator with the figures of this one. */
export class OnwardEvent extends CustomEvent<{ place: string }> {
  constructor(place: string) {
    super('tc-onward', { detail: { place }, bubbles: true, composed: true });
  }
}

/** How long typing must rest before the result is spoken. */
const SPEAK_AFTER = 1200;

/** Required fields first, then each group of the engine, then what is left. */
function usualSections(fields: readonly FieldSpec[]): Section[] {
  const required = fields.filter((spec) => spec.required);
  const core = required.length > 0 ? required : fields.filter(({ type }) => type !== 'object');
  const groups = fields.filter((spec) => spec.type === 'object' && !core.includes(spec));
  return [
    { id: 'core', fields: core.map(({ path }) => path) },
    ...groups.map(({ path }) => ({ id: path, fields: [path] })),
  ];
}

/**
 * The page of one calculator: form on one side, results growing with the typing on the other. As it is, it serves any
 * calculator of the catalog; one that wants more has a file of its own in this folder, named as its address, whose
 * default export overrides what is special to it. Everything it needs comes through its properties, and everything it
 * has to say leaves as an event, so that it works in any document.
 *
 * @fires tc-form - what the form holds now
 * @fires tc-currency - another currency is wanted
 * @fires tc-report - what the form comes to now
 * @fires tc-onward - to another calculator, with the figures of this one
 */
export class CalculatorView extends LitElement {
  static override styles = [base, buttons, disclosure, viewStyles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    values: { attribute: false },
    carried: { attribute: false },
    onward: { attribute: false },
    embedded: { type: Boolean, reflect: true },
    compact: { type: Boolean, reflect: true },
    only: { attribute: false },
    outcome: { state: true },
    details: { state: true },
    spoken: { state: true },
    resultsSeen: { state: true },
  };

  /** The parts of the form; left out, they follow from the catalog. */
  static readonly sections: readonly Section[] | null = null;
  /** The figures to show; left out, all that the report has. */
  static readonly groups: readonly Group[] | null = null;
  /** The path of the figure that is the answer; left out, the first of the groups. */
  static readonly main: string | null = null;
  /** One section of the form after the other. */
  static readonly guided: boolean = false;
  /** What it shares with other calculators. */
  static readonly shared: Shared = {};

  declare context: Context;
  declare calculator: CalculatorId;
  /** What was typed. */
  declare values: FormValues;
  /** What other forms hold for this one: path → text. */
  declare carried: ReadonlyMap<string, string>;
  /** Where these figures can go next, and how many of them. */
  declare onward: readonly Onward[];
  /** Inside somebody else's page: nothing is fixed to the window. */
  declare embedded: boolean;
  /** The answer only, the rest folded away. */
  declare compact: boolean;
  /** The fields to ask for; null asks for all. What is in the others counts all the same. */
  declare only: readonly string[] | null;
  declare protected outcome: Outcome;
  /** What it takes to speak of what was typed; null until it has arrived. */
  declare protected details: typeof import('./details') | null;
  declare protected spoken: string;
  declare protected resultsSeen: boolean;

  /** The last report that held, and the input it was made from: shown while the form has an error. */
  protected report: Report | null = null;
  protected input: Input = {};
  #speech: ReturnType<typeof setTimeout> | undefined;
  #sight: IntersectionObserver | undefined;
  #answer: Element | null = null;
  #isPreparing = false;
  #told: Outcome | undefined;
  /** A column taller than the window sticks by its foot, a shorter one by its head. */
  #columns = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const height = borderBoxSize[0]?.blockSize ?? 0;
      (target as HTMLElement).style.setProperty('--stick', `${Math.min(12, window.innerHeight - height - 12)}px`);
    }
  });

  constructor() {
    super();
    this.values = emptyForm;
    this.carried = new Map();
    this.onward = [];
    this.embedded = false;
    this.compact = false;
    this.only = null;
    this.details = null;
    this.spoken = '';
    this.resultsSeen = true;
    this.addEventListener('tc-typed', (event) =>
      this.change(withText(this.values, event.detail.path, event.detail.text)),
    );
    this.addEventListener('tc-rows', (event) => {
      const { list, remove } = event.detail;
      this.change(remove === null ? withRowAdded(this.values, list) : withoutRow(this.values, list, remove));
    });
    this.addEventListener('tc-values', (event) => this.change(event.detail.values));
    this.addEventListener('tc-go', (event) => void this.go(event.detail.path));
  }

  // ---- the parts a calculator may fill in ----

  /** The answer in one look, above everything else. */
  protected renderVerdict(report: Report): TemplateResult {
    const main = this.mainFigure(report);
    return html`<div class="verdict">
      <p class="label">${main.name}</p>
      <p class="value number">${main.shown}</p>
      ${this.renderPills(report.findings)}
    </div>`;
  }

  /** Charts, findings and figures below it. */
  protected renderDetails(report: Report): TemplateResult {
    return html`${this.renderFindings(report)} ${this.renderFigures(report)} ${this.renderOnward()}`;
  }

  /** What stands below everything else, with and without figures. */
  protected renderElsewhere(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** How the parts of a guided form stand. */
  protected marks(): Readonly<Record<string, Mark>> {
    return {};
  }

  /** The answer in a few words, for the bar of a phone and for those who listen. */
  protected headline(report: Report): { tone: Tone; text: string } {
    const [worst] = report.findings;
    const main = this.mainFigure(report);
    return { tone: worst ? toneOf[worst.severity] : 'good', text: `${main.name} ${main.shown}` };
  }

  // ---- what all of them do ----

  get #own(): typeof CalculatorView {
    return this.constructor as typeof CalculatorView;
  }

  protected get block(): CalculatorWords {
    return calculatorWords(this.words, this.calculator);
  }

  protected get sections(): readonly Section[] {
    return this.#own.sections ?? usualSections(this.fields);
  }

  protected groups(report: Report): readonly Group[] {
    return this.#own.groups ?? [{ id: 'all', figures: figurePaths(report.result) }];
  }

  /** The figure that is the answer, as it is shown. */
  protected mainFigure(report: Report): { name: string; shown: string } {
    const path = this.#own.main ?? this.groups(report)[0]?.figures[0] ?? '';
    return { name: figureWords(this.context, this.calculator, path).name, shown: this.shown(report, path) };
  }

  /** A result as it is written: a figure with its unit, or a word. */
  protected shown(report: Report, path: string): string {
    const value = valueAt(report.result, path);
    if (value === null) return this.words.results.notYet;
    if (!/^-?\d+(\.\d+)?$/.test(value)) return outcomeText(this.context, this.calculator, path, value);
    const own = ownPath(this.calculator, path).path;
    const unit = figureUnit(own, report.steps.find(({ id }) => id === path)?.unit);
    return figureText(this.context, own, unit, value);
  }

  protected get fields(): readonly FieldSpec[] {
    return this.context.engine.fields(this.calculator);
  }

  /** The fields the form asks for. */
  get #asked(): readonly FieldSpec[] {
    const { only } = this;
    return only ? fieldsAt(this.fields, only) : this.fields;
  }

  protected get words() {
    return this.context.words;
  }

  protected change(values: FormValues): void {
    this.dispatchEvent(new FormEvent(this.calculator, values));
  }

  async go(path: string): Promise<void> {
    if (path === 'options.currency') return this.shadowRoot?.querySelector('tc-tools')?.focus();
    if (path.startsWith('options.')) {
      const detail = { change: { place: 'policy' } };
      this.dispatchEvent(new CustomEvent('tc-state', { detail, bubbles: true, composed: true }));
      return;
    }
    await this.shadowRoot?.querySelector('tc-form')?.reveal(path);
  }

  /** For the change of view: the heading takes the focus, so that the new page is announced. */
  override focus(): void {
    this.shadowRoot?.querySelector('h1')?.focus();
  }

  override firstUpdated(): void {
    if (this.embedded && !this.#beginsWithList)
      for (const name of ['focusin', 'pointerdown']) this.addEventListener(name, () => this.#prepare());
    else void idle().then(() => this.#prepare());
    // Of several entries about the same answer, the last holds.
    this.#sight = new IntersectionObserver((entries) => (this.resultsSeen = entries.at(-1)?.isIntersecting ?? true));
    for (const column of this.shadowRoot?.querySelectorAll<HTMLElement>('.columns > *') ?? [])
      this.#columns.observe(column);
  }

  protected override updated(): void {
    // In a widget nobody may ever ask for it.
    if (!isEmpty(this.values)) this.#prepare();
    if (this.#told !== this.outcome) {
      this.#told = this.outcome;
      this.dispatchEvent(new ReportEvent(this.calculator, this.input, this.outcome));
    }
    // The answer comes and goes with the figures; the bar stands in for it only while it is out of sight.
    const answer = this.shadowRoot?.querySelector('.answer, .hint') ?? null;
    if (answer === this.#answer) return;
    if (this.#answer) this.#sight?.unobserve(this.#answer);
    if (answer) this.#sight?.observe(answer);
    else this.resultsSeen = true;
    this.#answer = answer;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#speech);
    this.#sight?.disconnect();
    this.#columns.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!['context', 'values', 'details'].some((name) => changed.has(name))) return;
    const { details } = this;
    this.outcome =
      isEmpty(this.values) || !details ? nothingYet : details.evaluate(this.context, this.calculator, this.values);
    if (this.outcome.report) {
      this.report = this.outcome.report;
      this.input = details?.engineInput(this.fields, this.values, this.context.read) ?? {};
    } else if (this.outcome.issues.length === 0 && !this.outcome.crashed) {
      this.report = null;
    }
    if (this.hasUpdated) this.#speak();
  }

  #speak(): void {
    clearTimeout(this.#speech);
    this.#speech = setTimeout(() => {
      if (!this.#canSpeak) return;
      const { report, issues } = this.outcome;
      if (issues.length > 0) this.spoken = this.words.problems.title(issues.length);
      else if (report && !isEmpty(this.values))
        this.spoken = this.words.results.summary([
          this.headline(report).text,
          ...this.counts(report.findings).map(({ text }) => text),
        ]);
      else this.spoken = '';
    }, SPEAK_AFTER);
  }

  protected counts(findings: readonly Finding[]): { tone: Tone; text: string }[] {
    const { counts } = this.words.results;
    const number = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
    const found = (['critical', 'warning'] as const)
      .filter((severity) => number(severity) > 0)
      .map((severity) => ({ tone: toneOf[severity], text: counts[severity](number(severity)) }));
    return found.length > 0 ? found : [{ tone: 'good', text: counts.none }];
  }

  protected renderPills(findings: readonly Finding[]): TemplateResult {
    return html`<div class="pills">
      ${this.counts(findings).map(({ tone, text }) => html`<span class="pill ${tone}">${toneIcon(tone)}${text}</span>`)}
    </div>`;
  }

  /** Lists come with what is needed later. */
  get #beginsWithList(): boolean {
    const first = this.only ?? this.sections[0]?.fields ?? [];
    return this.fields.some(({ path, type }) => type === 'list' && first.includes(path));
  }

  /** What is needed once something is typed is fetched before. */
  #prepare(): void {
    if (this.#isPreparing) return;
    this.#isPreparing = true;
    this.#arriveDetails().catch(() => (this.#isPreparing = false));
  }

  async #arriveDetails(): Promise<void> {
    const [details] = await Promise.all([import('./details'), readingArrives()]);
    // Before the others: what a view styles by itself holds.
    adoptStyles(this.renderRoot as ShadowRoot, [details.resultStyles, ...this.#own.elementStyles]);
    this.details = details;
  }

  /** Code and words for reports and problems are there. */
  get #canSpeak(): boolean {
    return this.details !== null && speakOfReports(this.words);
  }

  protected override render(): TemplateResult {
    const issues = this.#canSpeak ? this.outcome.issues : [];
    return html`
      ${renderIntro(this.block)}
      <div class="room">
        <div class="columns">
          <section class="sheet" part="form" aria-labelledby="form-title">
            <h2 id="form-title" class="visually-hidden">${this.words.form.title}</h2>
            <tc-tools .context=${this.context} @tc-example=${this.#loadExample} @tc-clear=${this.#clear}></tc-tools>
            ${this.#renderCarryOver()}
            <tc-form
              .context=${this.context}
              .calculator=${this.calculator}
              .fields=${this.#asked}
              .sections=${this.sections}
              .values=${this.values}
              .issues=${issues}
              .issueText=${this.details?.issueText}
              .guided=${this.#own.guided}
              .marks=${this.marks()}
              @tc-results=${this.#showResults}
            ></tc-form>
          </section>
          <section class="results ${issues.length > 0 ? 'stale' : ''}" part="results" aria-labelledby="results-title">
            <h2 id="results-title" class="visually-hidden" tabindex="-1">${this.words.results.title}</h2>
            ${this.#renderResults()}
          </section>
        </div>
      </div>
      ${this.#renderBar()}
      <p class="visually-hidden" role="status">${this.spoken}</p>
    `;
  }

  #loadExample = (): void => {
    if (this.details) this.#takeExample(this.details);
    else void this.#arriveDetails().then(() => this.#loadExample());
  };

  #takeExample = ({ exampleForm }: NonNullable<typeof this.details>): void => {
    this.change(exampleForm(this.fields, this.block.examples));
    this.spoken = this.words.form.exampleLoaded;
  };

  #clear = (): void => {
    this.change(emptyForm);
    this.spoken = this.words.form.cleared;
  };

  /** The button that starts it goes away with the hint; what it brought takes the focus. */
  #showExample = (): void => {
    this.#loadExample();
    this.shadowRoot?.querySelector<HTMLElement>('#results-title')?.focus({ preventScroll: true });
  };

  #renderCarryOver(): TemplateResult | typeof nothing {
    const { carried } = this;
    if (carried.size === 0 || !this.#canSpeak) return nothing;
    return html`<div class="carry">
      <span>${this.words.carry.offer(carried.size)}</span>
      <button type="button" @click=${() => this.change(withTexts(this.values, carried))}>
        ${this.words.carry.take}
      </button>
    </div>`;
  }

  #renderResults(): TemplateResult | typeof nothing {
    if (isEmpty(this.values)) return this.#renderHint();
    if (!this.#canSpeak) return nothing;
    const { problems, failure } = this.words;
    const { issues, crashed } = this.outcome;
    if (crashed) return html`<p class="sheet notice" role="alert">${failure.crash}</p>`;
    const errors =
      issues.length > 0
        ? html`<tc-problems
              .context=${this.context}
              .calculator=${this.calculator}
              .fields=${this.fields}
              .values=${this.values}
              .issues=${issues}
            ></tc-problems>
            <p class="notice">${this.report ? problems.stale : problems.none}</p>`
        : nothing;
    if (!this.report) return html`${errors}${issues.length > 0 ? nothing : this.#renderHint()}`;
    return html`
      ${errors}
      <div class="sheet answer" part="answer">${this.renderVerdict(this.report)}</div>
      ${this.outcome.leftOut.map(
        ({ field, needs }) =>
          html`<p class="sheet notice">
            ${this.words.results.leftOut(fieldWords(this.context, this.calculator, field).label)}
            ${fieldLinks(this.context, this.calculator, needs)}
          </p>`,
      )}
      ${this.compact ? this.#renderFolded(this.report) : this.renderDetails(this.report)}
    `;
  }

  #renderFolded(report: Report): TemplateResult {
    return html`<details class="more">
      <summary>${this.words.results.more}<span class="chevron"></span></summary>
      <div class="results">${this.renderDetails(report)}</div>
    </details>`;
  }

  #renderHint(): TemplateResult {
    const { results, form } = this.words;
    const needed = isEmpty(this.values) ? [] : this.outcome.needed;
    return html`<div class="sheet hint">
        ${
          needed.length > 0
            ? html`<p class="needed">${results.needed} ${fieldLinks(this.context, this.calculator, needed)}</p>`
            : html`<p class="needed">${results.empty}</p>
                <button type="button" class="primary" @click=${this.#showExample}>${form.example}</button>`
        }
        <h3>${results.gives}</h3>
        <ul>
          ${this.block.gives.map((text) => html`<li>${text}</li>`)}
        </ul>
      </div>
      ${this.renderElsewhere()}`;
  }

  #renderBar(): TemplateResult | typeof nothing {
    if (!this.#canSpeak || this.embedded || this.resultsSeen || isEmpty(this.values)) return nothing;
    const { needed } = this.outcome;
    if (!this.report)
      return needed.length === 0
        ? nothing
        : html`<p class="bar">
            <span>${this.words.results.needed} ${fieldLinks(this.context, this.calculator, needed.slice(0, 1))}</span>
          </p>`;
    const { tone, text } =
      this.outcome.issues.length > 0
        ? { tone: 'act' as const, text: this.words.problems.title(this.outcome.issues.length) }
        : this.headline(this.report);
    return html`<div class="bar">
      <span class="tone number ${tone}">${toneIcon(tone)}<span>${text}</span></span>
      <button type="button" class="primary" @click=${this.#showResults}>${this.words.results.jump}</button>
    </div>`;
  }

  #showResults = (): void => {
    const title = this.shadowRoot?.querySelector<HTMLElement>('#results-title');
    this.shadowRoot?.querySelector('.results')?.scrollIntoView();
    title?.focus({ preventScroll: true });
  };

  // ---- building blocks for the details ----

  protected renderFindings({ findings, steps }: Report): TemplateResult {
    const { results } = this.words;
    return html`<section class="sheet">
      <h2>${results.findings}</h2>
      ${
        findings.length === 0
          ? html`<p class="notice">${results.noFindings}</p>`
          : html`<tc-findings
              .context=${this.context}
              .calculator=${this.calculator}
              .fields=${this.fields}
              .findings=${findings}
              .steps=${steps}
            ></tc-findings>`
      }
    </section>`;
  }

  protected renderOnward(): TemplateResult | typeof nothing {
    return (
      this.details?.onwardSheet(this.context, this.onward, (place) => this.dispatchEvent(new OnwardEvent(place))) ??
      nothing
    );
  }

  protected renderFigures(report: Report, groups = this.groups(report)): TemplateResult {
    return html`<section class="sheet">
      <h2>${this.words.results.figures}</h2>
      <tc-figures
        .context=${this.context}
        .calculator=${this.calculator}
        .report=${report}
        .groups=${groups}
      ></tc-figures>
    </section>`;
  }
}

/** The head of a calculator, there before its form is: what it is for and what one needs. */
export const renderIntro = ({ title, lead, needs }: CalculatorWords): TemplateResult =>
  html`<div class="intro">
    <h1 tabindex="-1">${title}</h1>
    <p class="lead">${lead}</p>
    ${needs ? html`<p class="needs">${needs}</p>` : nothing}
  </div>`;

declare global {
  interface HTMLElementEventMap {
    'tc-report': ReportEvent;
    'tc-onward': OnwardEvent;
    'tc-typed': CustomEvent<{ path: string; text: string }>;
    'tc-values': CustomEvent<{ values: FormValues }>;
    'tc-rows': CustomEvent<{ list: string; remove: number | null }>;
    'tc-form': CustomEvent<{ calculator: CalculatorId; values: FormValues }>;
    'tc-currency': CustomEvent<{ currency: string }>;
  }
}
