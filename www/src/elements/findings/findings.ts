import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, FieldSpec, Finding, Step } from '../../engine';
import { clearText, distanceText, figureText } from '../../explain';
import { figureWords, findingWords, ruleTexts, termLabel } from '../../labels';
import { thresholdOf } from '../../thresholds';
import { figureUnit, ownPath } from '../../units';
import { base } from '../base.styles';
import { toneIcon, toneOf } from '../icon/icon';
import { meter } from '../meter/meter';
import { meterStyles } from '../meter/meter.styles';
import { styles } from './findings.styles';

/** What the engine found, worst first: how far past the threshold, what clears it, what to do and by which rule. */
export class TcFindings extends LitElement {
  static override styles = [base, meterStyles, styles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    fields: { attribute: false },
    findings: { attribute: false },
    steps: { attribute: false },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare fields: readonly FieldSpec[];
  declare findings: readonly Finding[];
  /** Of the same report: they know what a figure counts. */
  declare steps: readonly Step[];

  protected override render(): TemplateResult {
    return html`<ul class="list">
      ${this.findings.map((finding) => html`<li class="finding ${toneOf[finding.severity]}">${this.#renderFinding(finding)}</li>`)}
    </ul>`;
  }

  #renderFinding(finding: Finding): TemplateResult {
    const { words } = this.context;
    const { title, means, todo } = findingWords(this.context, this.calculator, finding.code);
    return html`
      <div class="head">
        <h3>${title}</h3>
        <span class="badge">${toneIcon(toneOf[finding.severity])}${words.severities[finding.severity]}</span>
      </div>
      ${this.#renderFigure(finding)}
      <p class="means">${means}</p>
      ${finding.clearBy ? html`<p class="clear number">${clearText(this.context, this.calculator, this.fields, finding.clearBy)}</p>` : nothing}
      ${todo ? html`<p class="todo">${todo}</p>` : nothing}
      ${finding.source ? ruleTexts(words, finding.source).map((text) => html`<p class="rule">${text}</p>`) : nothing}
    `;
  }

  #renderFigure(finding: Finding): TemplateResult | typeof nothing {
    const { metric, value } = finding;
    if (metric === undefined) return nothing;
    // A sign that is there or not has no value: its question says what it is.
    if (value === undefined) return html`<p class="now">${termLabel(this.context, this.calculator, metric)}</p>`;
    const own = ownPath(this.calculator, metric).path;
    const unit = figureUnit(own, this.steps.find(({ id }) => id === metric)?.unit);
    const threshold = thresholdOf(own, value, finding, this.context.policy);
    const distance = threshold && distanceText(this.context, unit, value, threshold);
    return html`<div>
      <p>
        <span>${figureWords(this.context, this.calculator, metric).name}</span>
        <span class="now number">${figureText(this.context, own, unit, value, threshold)}</span>
      </p>
      ${threshold ? meter(value, threshold) : nothing}
      ${distance ? html`<p class="distance number">${distance}</p>` : nothing}
    </div>`;
  }
}

customElements.define('tc-findings', TcFindings);

declare global {
  interface HTMLElementTagNameMap {
    'tc-findings': TcFindings;
  }
}
