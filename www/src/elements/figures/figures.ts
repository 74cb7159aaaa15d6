import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, Report } from '../../engine';
import { valueAt } from '../../explain';
import { figureWords } from '../../labels';
import { calculatorWords } from '../../words';
import { base, buttons, disclosure } from '../base.styles';
import { fieldLinks } from '../go';
import { styles } from './figures.styles';
import '../figure/figure';

/** Figures shown together under one heading; its words are in the language files. */
export interface Group {
  readonly id: string;
  readonly figures: readonly string[];
}

/**
 * The figures of a report in groups, and at the end what is still missing to the others.
 *
 * @fires tc-go - to a field that is missing
 */
export class TcFigures extends LitElement {
  static override styles = [base, buttons, disclosure, styles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    report: { attribute: false },
    groups: { attribute: false },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare report: Report;
  declare groups: readonly Group[];

  protected override render(): TemplateResult {
    const names = calculatorWords(this.context.words, this.calculator).groups;
    const missing = new Map(
      this.report.gaps.filter(({ reason }) => reason === 'missing_input').map((gap) => [gap.field, gap.needs]),
    );
    const shown = this.groups
      .map(({ id, figures }) => ({ id, figures: figures.filter((path) => !missing.has(path)) }))
      .filter(({ figures }) => figures.length > 0);
    // What needs an input that this form does not ask for is left to the calculator that does.
    const open = this.groups.flatMap(({ figures }) => figures).filter((path) => (missing.get(path)?.length ?? 0) > 0);
    return html`
      ${shown.map(
        ({ id, figures }) =>
          html`<div class="group">
            ${names[id] === undefined ? nothing : html`<h3>${names[id]}</h3>`}
            ${figures.map((path) => this.#renderFigure(path))}
          </div>`,
      )}
      ${open.length > 0 ? this.#renderOpen(open, missing) : nothing}
    `;
  }

  #renderFigure(path: string): TemplateResult {
    const { result, findings, steps, gaps } = this.report;
    return html`<tc-figure
      .context=${this.context}
      .calculator=${this.calculator}
      .path=${path}
      .value=${valueAt(result, path)}
      .finding=${findings.find((finding) => finding.metric === path && finding.operator !== undefined)}
      .step=${steps.find((step) => step.id === path)}
      .gap=${gaps.find((gap) => gap.field === path)}
    ></tc-figure>`;
  }

  /** By what it takes: one answer often opens several figures. */
  #renderOpen(paths: readonly string[], missing: ReadonlyMap<string, readonly string[]>): TemplateResult {
    const { results } = this.context.words;
    const byNeed = new Map<string, string[]>();
    for (const path of paths) {
      const need = (missing.get(path) ?? []).join(' ');
      byNeed.set(need, [...(byNeed.get(need) ?? []), figureWords(this.context, this.calculator, path).name]);
    }
    return html`<details>
      <summary><span class="number">${results.open(paths.length)}</span><span class="chevron"></span></summary>
      <ul>
        ${[...byNeed].map(
          ([need, names]) =>
            html`<li>
              <p>${results.fill} ${fieldLinks(this.context, this.calculator, need.split(' '))}</p>
              <p class="names">${results.thenGives(names)}</p>
            </li>`,
        )}
      </ul>
    </details>`;
  }
}

customElements.define('tc-figures', TcFigures);

declare global {
  interface HTMLElementTagNameMap {
    'tc-figures': TcFigures;
  }
}
