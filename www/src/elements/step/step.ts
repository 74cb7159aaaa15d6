import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, Step } from '../../engine';
import { termLabel, ruleTexts } from '../../labels';
import { base } from '../base.styles';
import { readableFormula } from './formula';
import { styles } from './step.styles';

/** More than this is a wall of text: it gets a window of its own. */
const LONG = 240;

const long = (text: string): TemplateResult =>
  text.length > LONG ? html`<dd class="long number" tabindex="0">${text}</dd>` : html`<dd class="number">${text}</dd>`;

/** How a figure was reached: the formula in words, the numbers put in, and the rule behind it. */
export class TcStep extends LitElement {
  static override styles = [base, styles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    step: { attribute: false },
    shown: {},
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare step: Step;
  /** The value as the page shows it elsewhere. */
  declare shown: string;

  protected override render(): TemplateResult {
    const { words, format } = this.context;
    const { formula, inputs, approximate, source } = this.step;
    const label = (name: string) => termLabel(this.context, this.calculator, name);
    const number = (name: string) => {
      const value = inputs[name];
      if (value === undefined) return label(name);
      return value.startsWith('-') ? `(${format.figure('number', value)})` : format.figure('number', value);
    };
    return html`<h4>${words.results.howWeGotIt}</h4>
      <dl>
        <div>
          <dt>${words.results.formula}</dt>
          ${long(readableFormula(formula, label))}
        </div>
        <div>
          <dt>${words.results.numbers}</dt>
          ${long(readableFormula(formula, number))}
          <dd class="number">
            ${approximate ? '≈' : '='} <strong>${this.shown}</strong>
            ${approximate ? html`(${words.results.approximate})` : nothing}
          </dd>
        </div>
        ${
          source
            ? html`<div>
                <dt>${words.results.rule}</dt>
                ${ruleTexts(words, source).map((text) => html`<dd>${text}</dd>`)}
              </div>`
            : nothing
        }
      </dl>`;
  }
}

customElements.define('tc-step', TcStep);

declare global {
  interface HTMLElementTagNameMap {
    'tc-step': TcStep;
  }
}
