import { LitElement, css, html, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, FieldSpec, Issue } from '../../engine';
import type { FormValues } from '../../form-values';
import { issueText } from '../../issue-text';
import { fieldLabel } from '../../labels';
import { base, buttons } from '../base.styles';
import { GoEvent } from '../go';
import { toneIcon } from '../icon/icon';

/**
 * Everything that is wrong with a form in one list, each entry leading to its field.
 *
 * @fires tc-go - to the field with the problem
 */
export class TcProblems extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .box {
        padding: 1rem;
        border: 1px solid var(--act);
        border-radius: var(--radius);
        background: var(--act-soft);
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        color: var(--act);
      }
      ul {
        margin-top: 0.375rem;
      }
      li {
        padding: 0.25rem 0;
        line-height: 1.5;
      }
    `,
  ];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    fields: { attribute: false },
    values: { attribute: false },
    issues: { attribute: false },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare fields: readonly FieldSpec[];
  declare values: FormValues;
  declare issues: readonly Issue[];

  protected override render(): TemplateResult {
    const { problems } = this.context.words;
    return html`<div class="box">
      <h2>${toneIcon('act')}${problems.title(this.issues.length)}</h2>
      <ul>
        ${this.issues.map(
          (issue) =>
            html`<li>
              <button type="button" class="link" @click=${() => this.dispatchEvent(new GoEvent(issue.field))}>
                ${this.#name(issue.field)}
              </button>
              ${issueText(this.context, this.calculator, this.fields, this.values, issue)}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #name(path: string): string {
    const { shell } = this.context.words;
    if (path === 'options.currency') return shell.currency;
    // A threshold or a day that came with a link; the page of the thresholds says which.
    return path.startsWith('options.') ? shell.policy : fieldLabel(this.context, this.calculator, path);
  }
}

customElements.define('tc-problems', TcProblems);

declare global {
  interface HTMLElementTagNameMap {
    'tc-problems': TcProblems;
  }
}
