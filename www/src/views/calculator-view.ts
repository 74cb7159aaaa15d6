import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { carriedOver, withCarriedOver } from '../carry-over';
import type { Context } from '../context';
import type { CalculatorId, FieldSpec, Finding, Input, Report, Severity } from '../engine';
import { base, buttons } from '../elements/base.styles';
import { fieldLinks } from '../elements/go';
import type { Section } from '../elements/form/form';
import { toneIcon, toneOf, type Tone } from '../elements/icon/icon';
import { evaluate, type Outcome } from '../evaluate';
import {
  emptyForm,
  engineInput,
  exampleForm,
  isEmpty,
  withText,
  withRowAdded,
  withoutRow,
  type FormValues,
} from '../form-values';
import { fieldWords } from '../labels';
import { figureGroups } from '../figure-groups';
import type { Forms } from '../state';
import { viewStyles } from './calculator-view.styles';
import '../elements/figures/figures';
import '../elements/findings/findings';
import '../elements/form/form';
import '../elements/problems/problems';
import '../elements/tools/tools';

/** Fired when a form changes: the app keeps what was typed while views come and go. */
export class FormEvent extends CustomEvent<{ calculator: CalculatorId; values: FormValues }> {
  constructor(calculator: CalculatorId, values: FormValues) {
    super('tc-form', { detail: { calculator, values }, bubbles: true, composed: true });
  }
}

/** How long typing must rest before the result is spoken. */
const SPEAK_AFTER = 1200;

/**
 * The page of one calculator: form on one side, results growing with the typing on the other. A calculator adds what is
 * special to it by filling in the abstract parts.
 *
 * @fires tc-form - what the form holds now
 * @fires tc-currency - another currency is wanted
 */
export abstract class CalculatorView extends LitElement {
  static override styles = [base, buttons, viewStyles];
  static override properties = {
    context: { attribute: false },
    forms: { attribute: false },
    outcome: { state: true },
    spoken: { state: true },
    resultsSeen: { state: true },
  };

  declare context: Context;
  declare forms: Forms;
  declare protected outcome: Outcome;
  declare protected spoken: string;
  declare protected resultsSeen: boolean;

  abstract readonly calculator: CalculatorId;
  protected abstract readonly sections: readonly Section[];

  /** The last report that held, and the input it was made from: shown while the form has an error. */
  protected report: Report | null = null;
  protected input: Input = {};
  #speech: ReturnType<typeof setTimeout> | undefined;
  #sight: IntersectionObserver | undefined;
  #answer: Element | null = null;
  /** A column taller than the window sticks by its foot, a shorter one by its head. */
  #columns = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const height = borderBoxSize[0]?.blockSize ?? 0;
      (target as HTMLElement).style.setProperty('--stick', `${Math.min(12, window.innerHeight - height - 12)}px`);
    }
  });

  constructor() {
    super();
    this.spoken = '';
    this.resultsSeen = true;
    this.addEventListener('tc-typed', (event) =>
      this.change(withText(this.values, event.detail.path, event.detail.text)),
    );
    this.addEventListener('tc-rows', (event) => {
      const { list, remove } = event.detail;
      this.change(remove === null ? withRowAdded(this.values, list) : withoutRow(this.values, list, remove));
    });
    this.addEventListener('tc-go', (event) => this.go(event.detail.path));
  }

  // ---- the parts a calculator fills in ----

  /** The answer in one look, above everything else. */
  protected abstract renderVerdict(report: Report): TemplateResult;
  /** Charts and figures below it. */
  protected abstract renderDetails(report: Report): TemplateResult;
  /** The answer in a few words, for the bar of a phone and for those who listen. */
  protected abstract headline(report: Report): { tone: Tone; text: string };

  // ---- what all of them do ----

  get values(): FormValues {
    return this.forms[this.calculator];
  }

  protected get fields(): readonly FieldSpec[] {
    return this.context.engine.fields(this.calculator);
  }

  protected get words() {
    return this.context.words;
  }

  protected change(values: FormValues): void {
    this.dispatchEvent(new FormEvent(this.calculator, values));
  }

  async go(path: string): Promise<void> {
    if (path.startsWith('options.')) return this.shadowRoot?.querySelector('tc-tools')?.focus();
    await this.shadowRoot?.querySelector('tc-form')?.reveal(path);
  }

  /** For the change of view: the heading takes the focus, so that the new page is announced. */
  override focus(): void {
    this.shadowRoot?.querySelector('h1')?.focus();
  }

  override firstUpdated(): void {
    this.#sight = new IntersectionObserver(([entry]) => (this.resultsSeen = entry?.isIntersecting ?? true));
    for (const column of this.shadowRoot?.querySelectorAll<HTMLElement>('.columns > *') ?? [])
      this.#columns.observe(column);
  }

  protected override updated(): void {
    // The answer comes and goes with the figures; the bar stands in for it only while it is out of sight.
    const answer = this.shadowRoot?.querySelector('.answer') ?? null;
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
    if (!changed.has('context') && !changed.has('forms')) return;
    const old = changed.get('forms') as Forms | undefined;
    if (!changed.has('context') && old?.[this.calculator] === this.values) return;
    this.outcome = evaluate(
      this.context.engine,
      this.calculator,
      this.fields,
      this.values,
      this.context.format.currency,
    );
    if (this.outcome.report) {
      this.report = this.outcome.report;
      this.input = engineInput(this.fields, this.values);
    } else if (this.outcome.issues.length === 0 && !this.outcome.crashed) {
      this.report = null;
    }
    if (old) this.#speak();
  }

  #speak(): void {
    clearTimeout(this.#speech);
    this.#speech = setTimeout(() => {
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

  protected override render(): TemplateResult {
    const block = this.words.calculators[this.calculator];
    const { issues } = this.outcome;
    return html`
      <div class="intro">
        <h1 tabindex="-1">${block.title}</h1>
        <p class="lead">${block.lead}</p>
      </div>
      <div class="columns">
        <section class="sheet" aria-labelledby="form-title">
          <h2 id="form-title" class="visually-hidden">${this.words.form.title}</h2>
          <tc-tools .context=${this.context} @tc-example=${this.#loadExample} @tc-clear=${this.#clear}></tc-tools>
          ${this.#renderCarryOver()}
          <tc-form
            .context=${this.context}
            .calculator=${this.calculator}
            .fields=${this.fields}
            .sections=${this.sections}
            .values=${this.values}
            .issues=${issues}
          ></tc-form>
        </section>
        <section class="results ${issues.length > 0 ? 'stale' : ''}" aria-labelledby="results-title">
          <h2 id="results-title" class="visually-hidden" tabindex="-1">${this.words.results.title}</h2>
          ${this.#renderResults()}
        </section>
      </div>
      ${this.#renderBar()}
      <p class="visually-hidden" role="status">${this.spoken}</p>
    `;
  }

  #loadExample = (): void => {
    this.change(exampleForm(this.fields));
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
    const carried = carriedOver(this.calculator, this.forms.assess, this.values);
    if (carried.size === 0) return nothing;
    return html`<div class="carry">
      <span>${this.words.carry.offer(carried.size)}</span>
      <button type="button" @click=${() => this.change(withCarriedOver(this.values, carried))}>
        ${this.words.carry.take}
      </button>
    </div>`;
  }

  #renderResults(): TemplateResult {
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
    if (isEmpty(this.values) || !this.report) return html`${errors}${issues.length > 0 ? nothing : this.#renderHint()}`;
    return html`
      ${errors}
      <div class="sheet answer">${this.renderVerdict(this.report)}</div>
      ${this.outcome.leftOut.map(
        ({ field, needs }) =>
          html`<p class="sheet notice">
            ${this.words.results.leftOut(fieldWords(this.context, this.calculator, field).label)}
            ${fieldLinks(this.context, this.calculator, needs)}
          </p>`,
      )}
      ${this.renderDetails(this.report)}
    `;
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
        ${this.words.calculators[this.calculator].gives.map((text) => html`<li>${text}</li>`)}
      </ul>
    </div>`;
  }

  #renderBar(): TemplateResult | typeof nothing {
    if (this.resultsSeen || !this.report || isEmpty(this.values)) return nothing;
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

  protected renderFindings(findings: readonly Finding[]): TemplateResult {
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
            ></tc-findings>`
      }
    </section>`;
  }

  protected renderFigures(report: Report, groups = figureGroups[this.calculator]): TemplateResult {
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

declare global {
  interface HTMLElementEventMap {
    'tc-typed': CustomEvent<{ path: string; text: string }>;
    'tc-rows': CustomEvent<{ list: string; remove: number | null }>;
    'tc-form': CustomEvent<{ calculator: CalculatorId; values: FormValues }>;
    'tc-currency': CustomEvent<{ currency: string }>;
  }
}
