import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, Finding, Gap, Step } from '../../engine';
import { distanceText, figureText } from '../../explain';
import { figureWords, outcomeText } from '../../labels';
import { thresholdOf, type Threshold } from '../../thresholds';
import { figureUnit, ownPath, type Unit } from '../../units';
import { calculatorWords, textFor } from '../../words';
import { base, disclosure } from '../base.styles';
import { toneIcon, toneOf, type Tone } from '../icon/icon';
import { meter } from '../meter/meter';
import { meterStyles } from '../meter/meter.styles';
import { styles } from './figure.styles';
import '../step/step';

const isNumber = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value);

/**
 * One figure of a report: its value, the distance to its threshold, and on demand what it means and how it was reached.
 * A figure that could not be computed says what it lacks.
 */
export class TcFigure extends LitElement {
  static override styles = [base, disclosure, meterStyles, styles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    path: {},
    value: {},
    finding: { attribute: false },
    step: { attribute: false },
    gap: { attribute: false },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare path: string;
  declare value: string | null;
  /** The worst finding about this figure, if there is one. */
  declare finding: Finding | undefined;
  declare step: Step | undefined;
  declare gap: Gap | undefined;

  protected override render(): TemplateResult {
    const { name, means } = figureWords(this.context, this.calculator, this.path);
    if (this.value === null) return this.#renderOpen(name, means);
    const own = ownPath(this.calculator, this.path).path;
    const unit = figureUnit(own, this.step?.unit);
    // What it is a distance to.
    const benchmark = this.step?.inputs['benchmarkDso'];
    const threshold = thresholdOf(own, this.value, this.finding, this.context.policy);
    const shown = isNumber(this.value)
      ? figureText(this.context, own, unit, this.value, threshold)
      : outcomeText(this.context, this.calculator, this.path, this.value);
    return html`<details>
      <summary>
        <span class="name">${name}${benchmark ? ` (${this.context.format.figure('days', benchmark)})` : nothing}</span>
        <span class="value number">${shown}</span>
        <span class="chevron"></span>
        ${threshold ? this.#renderDistance(unit, this.value, threshold) : nothing}
      </summary>
      <div class="body">
        ${threshold ? meter(this.value, threshold) : nothing} ${means ? html`<p>${means}</p>` : nothing}
        ${
          this.step
            ? html`<tc-step
                .context=${this.context}
                .calculator=${this.calculator}
                .step=${this.step}
                .shown=${shown}
              ></tc-step>`
            : nothing
        }
      </div>
    </details>`;
  }

  #renderDistance(unit: Unit, value: string, threshold: Threshold): TemplateResult | typeof nothing {
    const { words } = this.context;
    const tone: Tone = threshold.fired && this.finding ? toneOf[this.finding.severity] : 'good';
    const word = threshold.fired && this.finding ? words.severities[this.finding.severity] : words.severities.good;
    const distance = distanceText(this.context, unit, value, threshold);
    if (distance === null && !threshold.fired) return nothing;
    return html`<span class="distance number ${tone}">
      ${toneIcon(tone)}${distance === null ? word : html`<span><span class="visually-hidden">${word}: </span>${distance}</span>`}
    </span>`;
  }

  /** No value: either the figure lacks something, or that there is none is the answer. */
  #renderOpen(name: string, means: string): TemplateResult {
    const { words } = this.context;
    const { results } = words;
    const own = ownPath(this.calculator, this.path);
    const answer = this.gap ? undefined : textFor(calculatorWords(words, own.calculator).without, own.path);
    const why = this.gap ? results.gaps[this.gap.reason] : means;
    return html`<div class="open">
      <span class="name">${name}</span>
      <span class="value">${answer ?? results.notYet}</span>
      ${why ? html`<p class="why">${why}</p>` : nothing}
    </div>`;
  }
}

customElements.define('tc-figure', TcFigure);

declare global {
  interface HTMLElementTagNameMap {
    'tc-figure': TcFigure;
  }
}
