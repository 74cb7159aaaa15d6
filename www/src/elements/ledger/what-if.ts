import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, FieldSpec, Issue } from '../../engine';
import { findField, textAt, withText, type FormValues } from '../../form-values';

import type { LedgerState } from '../../ledger/session';
import { asOfField, coverTerms, dayOf, limitsIn, rateFields, type Question } from '../../ledger/settings';
import { base, buttons, disclosure } from '../base.styles';
import { ledgerIssue, ownField } from './issue-text';
import { styles } from './what-if.styles';
import '../field/field';

/** Fired when the question is another one. */
export class QuestionEvent extends CustomEvent<{ change: Partial<Question> }> {
  constructor(change: Partial<Question>) {
    super('tc-question', { detail: { change }, bubbles: true, composed: true });
  }
}

const DAY = 86_400_000;
/** Days that the slider reaches to either side. */
const REACH = 180;

const numberOf = (text: string): number => Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);
const textOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/**
 * What the report is asked with: the day, the insurance, the provision rates, the limits.
 *
 * @fires tc-question - something of it is changed
 * @fires tc-read - the file is to be read again with it
 */
export class TcWhatIf extends LitElement {
  static override styles = [base, buttons, disclosure, styles];
  static override properties = {
    context: { attribute: false },
    ledger: { attribute: false },
    today: {},
  };

  declare context: Context;
  declare ledger: LedgerState;
  /** The middle of the slider. */
  declare today: string;

  constructor() {
    super();
    this.addEventListener('tc-typed', (event) => {
      event.stopPropagation();
      const { path, text } = event.detail;
      const { cover, rates } = this.ledger.question;
      if (path === 'asOf') this.#change({ asOf: text });
      else if (path.startsWith('cover.')) this.#change({ cover: withText(cover, path, text) });
      else this.#change({ rates: withText(rates, path, text) });
    });
  }

  #change(change: Partial<Question>): void {
    this.dispatchEvent(new QuestionEvent(change));
  }

  #issue(path: string): Issue | undefined {
    const { trouble } = this.ledger;
    return trouble?.kind === 'issues' ? trouble.issues.find((issue) => ownField(issue) === path) : undefined;
  }

  #error(path: string): string | undefined {
    const issue = this.#issue(path);
    return issue && ledgerIssue(this.context, this.ledger.question, issue);
  }

  protected override render(): TemplateResult {
    const { whatIf } = this.context.words.ledger.report;
    const { isStale, report } = this.ledger;
    return html`
      <h2>${whatIf.title}</h2>
      <p class="help">${report?.resident === false ? whatIf.tooMany : whatIf.help}</p>
      ${
        isStale
          ? html`<p class="stale">
              <span>${whatIf.stale}</span>
              <button type="button" class="primary" @click=${() => this.dispatchEvent(new Event('tc-read'))}>
                ${whatIf.again}
              </button>
            </p>`
          : nothing
      }
      ${this.#renderDay()} ${this.#renderCover()} ${this.#renderRates()} ${this.#renderLimits()}
    `;
  }

  #renderField(
    calculator: CalculatorId,
    spec: FieldSpec,
    values: FormValues,
    label?: string,
    error = this.#error(spec.path),
  ): TemplateResult {
    return html`<tc-field
      .context=${this.context}
      .calculator=${calculator}
      .spec=${spec}
      .path=${spec.path}
      .text=${textAt(values, spec.path)}
      .label=${label}
      .error=${error}
    ></tc-field>`;
  }

  #renderDay(): TemplateResult {
    const { words, format } = this.context;
    const { problems } = words;
    const { whatIf } = words.ledger.report;
    const { asOf } = this.ledger.question;
    // The day of the results, where what was typed is none.
    const before = (this.#issue('asOf') && this.ledger.report?.currencies[0]?.asOf) ?? '';
    const [now, middle] = [numberOf(before || dayOf(this.ledger.question, this.context)), numberOf(this.today)];
    return html`<div class="day">
        ${this.#renderField('ledger' as CalculatorId, asOfField, { texts: { asOf }, rows: {}, touched: new Set() })}
        <label class="slider"
          >${whatIf.move}
          <input
            type="range"
            min=${-REACH}
            max=${REACH}
            .value=${String(Number.isFinite(now) ? now - middle : 0)}
            aria-valuetext=${asOf}
            @input=${(event: Event) => this.#change({ asOf: textOf(middle + Number((event.target as HTMLInputElement).value)) })}
        /></label>
      </div>
      ${before ? html`<p class="stale">${format.date(before)} · ${problems.stale}</p>` : nothing}`;
  }

  #renderCover(): TemplateResult {
    const { whatIf } = this.context.words.ledger.report;
    const { isInsured, cover } = this.ledger.question;
    const fields = this.context.engine.fields('indemnity');
    return html`<details ?open=${isInsured}>
      <summary>
        <h3>${whatIf.cover}</h3>
        <span class="chevron"></span>
      </summary>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${isInsured}
          @change=${(event: Event) => this.#change({ isInsured: (event.target as HTMLInputElement).checked })}
        />${whatIf.insured}</label
      >
      <p class="help">${whatIf.coverHelp}</p>
      ${
        isInsured
          ? html`<div class="fields">
              ${coverTerms.map((path) => {
                const spec = findField(fields, path);
                return spec ? this.#renderField('indemnity', { ...spec, required: false }, cover) : nothing;
              })}
            </div>`
          : nothing
      }
    </details>`;
  }

  #renderRates(): TemplateResult {
    const { whatIf, ageing } = this.context.words.ledger.report;
    const { rates } = this.ledger.question;
    const { provision } = this.context.policy;
    return html`<details>
      <summary>
        <h3>${whatIf.rates}</h3>
        <span class="chevron"></span>
      </summary>
      <p class="help">${whatIf.ratesHelp}</p>
      ${this.#hasPolicyIssue ? html`<p class="error">${this.context.words.ledger.report.problems.policy}</p>` : nothing}
      <div class="fields">
        ${rateFields.map((spec, at) =>
          this.#renderField(
            'ledger' as CalculatorId,
            { ...spec, ...(provision.rates[at] ? { default: provision.rates[at] } : {}) },
            rates,
            ageing.names[spec.path as keyof typeof ageing.names],
            undefined,
          ),
        )}
      </div>
    </details>`;
  }

  get #hasPolicyIssue(): boolean {
    const { trouble } = this.ledger;
    return trouble?.kind === 'issues' && trouble.issues.some((issue) => ownField(issue).startsWith('policy'));
  }

  #renderLimits(): TemplateResult {
    const { whatIf } = this.context.words.ledger.report;
    const { question } = this.ledger;
    const { unread } = limitsIn(question, this.context);
    return html`<details ?open=${question.limits !== ''}>
      <summary>
        <h3>${whatIf.limits}</h3>
        <span class="chevron"></span>
      </summary>
      <label
        ><span class="help">${whatIf.limitsHelp}</span>
        <textarea
          rows="4"
          spellcheck="false"
          aria-invalid=${unread.length > 0 ? 'true' : 'false'}
          aria-describedby=${unread.length > 0 ? 'unread' : nothing}
          .value=${question.limits}
          @input=${(event: Event) => this.#change({ limits: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${unread.length > 0 ? html`<p class="error" id="unread">${whatIf.unread(unread)}</p>` : nothing}
    </details>`;
  }
}

customElements.define('tc-what-if', TcWhatIf);

declare global {
  interface HTMLElementTagNameMap {
    'tc-what-if': TcWhatIf;
  }
  interface HTMLElementEventMap {
    'tc-question': QuestionEvent;
  }
}
