import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from '../context';
import type { CalculatorId } from '../engine';
import { base, buttons } from '../elements/base.styles';
import { toneIcon } from '../elements/icon/icon';
import { ledgerIssue, ownField } from '../elements/ledger/issue-text';
import { ambiguousAmounts } from '../elements/ledger/rejects';
import { Format } from '../format';
import { LARGEST, carriedBuyer, carriedReport, withCarried } from '../ledger/carry';
import { download } from '../ledger/csv';
import type { BuyerRow, CurrencyReport, OpenInvoice } from '../ledger/engine';
import { sampleFile } from '../ledger/sample';
import { session } from '../ledger/session';
import { asOfField, today } from '../ledger/settings';
import { withParts } from '../languages';
import { formAt, type State } from '../state';
import { renderIntro } from '../views/calculator-view';
import { viewStyles } from '../views/calculator-view.styles';
import { textFor, type CalculatorWords, type Words } from '../words';
import type { BuyerSource } from '../elements/ledger/buyer-table';
import { styles } from './ledger.styles';
import '../elements/ledger/buyer';
import '../elements/ledger/columns';
import '../elements/ledger/file-drop';
import '../elements/ledger/progress';
import '../elements/ledger/report';
import '../elements/ledger/what-if';

/**
 * The ledger: a file goes in, everything that is known of it comes out, and changes with the question.
 *
 * @fires tc-state - figures are carried into a calculator
 */
export default class TcLedgerPage extends LitElement {
  static override styles = [base, buttons, viewStyles, styles];
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    currency: { state: true },
    heard: { state: true },
  };

  declare context: Context;
  declare state: State;
  /** The one that is looked at. */
  declare private currency: string;
  /** The words of reports and of the cover too; null until they are there. */
  declare private heard: Words | null;
  #ledger: Context | null = null;
  #stage = session.state.stage;

  #follow = (): void => this.requestUpdate();

  constructor() {
    super();
    this.currency = '';
    this.heard = null;
    this.addEventListener('tc-file', ({ detail }) => void session.choose(detail.file, this.context));
    this.addEventListener('tc-settings', ({ detail }) => void session.adjust(detail.change, this.context));
    this.addEventListener('tc-question', ({ detail }) => session.ask(detail.change, this.context));
    this.addEventListener(
      'tc-buyer',
      ({ detail }) => void this.shadowRoot?.querySelector('tc-buyer')?.show(detail.buyer),
    );
    this.addEventListener('tc-carry', ({ detail }) => void this.#carry(detail.calculator, detail.buyer));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.#follow);
    session.prepare();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.#follow);
  }

  /** For the change of page: the heading takes the focus, so that the new page is announced. */
  override focus(): void {
    this.shadowRoot?.querySelector('h1')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('heard')) this.#ledger = null;
    if (!changed.has('context')) return;
    this.#ledger = null;
    void this.#hear(this.context);
    // Thresholds may have been changed on another page meanwhile.
    if (session.state.report && JSON.stringify(this.context.options) !== session.askedWith)
      session.askAgain(this.context);
  }

  async #hear(context: Context): Promise<void> {
    const heard = await withParts(context.language, ['later', 'indemnity'], context.words);
    if (context === this.context) this.heard = heard;
  }

  protected override updated(): void {
    const { stage } = session.state;
    if (stage === this.#stage) return;
    this.#stage = stage;
    // What was pressed is gone; what came of it takes the focus.
    this.shadowRoot?.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
  }

  /** The words of the ledger among those of the calculators, its amounts in the currency that is looked at. */
  get #own(): Context {
    const { language } = this.context;
    const words = this.heard ?? this.context.words;
    const report = this.#report;
    const currency = report?.currency ?? session.state.settings.currency;
    if (this.#ledger?.format.currency !== currency) {
      const calculators = { ...words.calculators, ledger: words.ledger };
      this.#ledger = {
        ...this.context,
        words: { ...words, calculators } as typeof words,
        format: new Format(language, words, currency),
      };
    }
    return this.#ledger;
  }

  get #report(): CurrencyReport | null {
    const currencies = session.state.report?.currencies ?? [];
    return currencies.find(({ currency }) => currency === this.currency) ?? currencies[0] ?? null;
  }

  // ---- what is done with it ----

  get #sample(): File {
    return sampleFile(this.context.words.ledger.sample, today());
  }

  #source: BuyerSource = (page) => session.buyers(this.#report?.currency ?? '', page);

  #export = async (): Promise<void> => {
    const { currency } = this.#report ?? {};
    if (currency === undefined) return;
    const { buyers, ageing, stages } = this.context.words.ledger.report;
    const { columns } = buyers;
    const start = [columns.name, columns.open, columns.notYetDue, columns.overdue, columns.overdueMoreThan30];
    const ages = Object.values(ageing.names).map((name) => `${ageing.title} · ${name}`);
    const middle = [columns.credits, columns.worstDaysLate, columns.share, ...ages];
    const end = [columns.limit, columns.utilisation, columns.allowance, columns.indemnity, columns.stage];
    const bytes = await session.buyersCsv(currency, [...start, ...middle, ...end]);
    // The engine ends each row with the id of its stage.
    const file = new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(bytes)
      .replace(/(?<=,[\d.]*,)\w+(?=\r\n)/g, (id) => textFor<string>(stages.names, id) ?? id);
    download(new Blob([file], { type: 'text/csv;charset=utf-8' }), buyers.fileName(currency));
  };

  async #carry(calculator: CalculatorId, buyer: BuyerRow | null): Promise<void> {
    const report = this.#report;
    if (!report) return;
    const { names } = this.context.words.ledger.report.ageing;
    const carried = buyer
      ? carriedBuyer(calculator, report, buyer, await this.#invoices(report, buyer), session.state.question)
      : carriedReport(
          calculator,
          report,
          await this.#largest(report),
          session.state.question,
          (bucket) => textFor<string>(names, bucket) ?? bucket,
        );
    const form = withCarried(formAt(this.state, calculator), carried);
    const change = {
      place: calculator,
      currency: report.currency,
      forms: { ...this.state.forms, [calculator]: form },
    };
    this.dispatchEvent(new CustomEvent('tc-state', { detail: { change }, bubbles: true, composed: true }));
  }

  async #largest({ currency }: CurrencyReport): Promise<readonly BuyerRow[]> {
    return (await session.buyers(currency, { sort: 'open', descending: true, from: 0, count: LARGEST })).rows;
  }

  #invoices({ currency }: CurrencyReport, { name }: BuyerRow): Promise<readonly OpenInvoice[]> {
    return session.invoices(currency, name);
  }

  // ---- what is shown ----

  protected override render(): TemplateResult {
    const { ledger } = this.context.words;
    return html`
      ${renderIntro(ledger as unknown as CalculatorWords)}
      <div class="page">${this.#renderTrouble()} ${this.#renderStage()}</div>
      <p class="visually-hidden" role="status">${this.#spoken}</p>
      <tc-buyer .context=${this.#own}></tc-buyer>
    `;
  }

  get #spoken(): string {
    const { stage, file, report } = session.state;
    const { spoken } = this.context.words.ledger.report;
    const count = (value: number) => this.#own.format.figure('number', String(value));
    if (stage === 'reading') return spoken.reading(file?.name ?? '');
    if (stage === 'report' && report) return spoken.done(count(report.accepted), count(report.rejected));
    return '';
  }

  #renderStage(): TemplateResult {
    const { stage, file, progress } = session.state;
    if (!this.heard && stage === 'report') return html``;
    switch (stage) {
      case 'empty':
        return this.#renderEmpty();
      case 'looking':
        return html`<section class="sheet stage" tabindex="-1">
          <p class="notice">${this.context.words.ledger.report.looking}</p>
        </section>`;
      case 'columns':
        return this.#renderColumns();
      case 'reading':
        return html`<section class="sheet stage" tabindex="-1">
          <tc-ledger-progress
            .context=${this.#own}
            .progress=${progress}
            .name=${file?.name ?? ''}
            @tc-cancel=${() => session.cancel()}
          ></tc-ledger-progress>
        </section>`;
      case 'report':
        return this.#renderReport();
    }
  }

  #renderEmpty(): TemplateResult {
    const { ledger, results } = this.context.words;
    const { sample } = ledger.report;
    return html`
      <section class="stage" tabindex="-1" aria-label=${ledger.report.file.title}>
        <tc-file-drop .context=${this.#own}></tc-file-drop>
      </section>
      <section class="sheet">
        <h2>${sample.title}</h2>
        <p class="notice">${sample.help}</p>
        <div class="buttons">
          <button type="button" @click=${() => void session.chooseSample(this.#sample, this.context)}>
            ${sample.use}
          </button>
          <button type="button" class="plain" @click=${() => download(this.#sample, this.#sample.name)}>
            ${sample.save}
          </button>
        </div>
      </section>
      <section class="sheet hint">
        <h2>${results.gives}</h2>
        <ul>
          ${ledger.gives.map((text) => html`<li>${text}</li>`)}
        </ul>
      </section>
    `;
  }

  #renderColumns(): TemplateResult {
    const { words, format } = this.#own;
    const { columns, file: file_ } = words.ledger.report;
    const { file, preview, question } = session.state;
    const head = preview?.head;
    const missing = head?.missing ?? [];
    const asked = this.#asked;
    return html`<section class="sheet stage" tabindex="-1" aria-labelledby="columns">
      <h2 id="columns">${columns.title}</h2>
      <p class="notice">
        ${columns.facts(file?.name ?? '', format.figure('number', String(Math.ceil((file?.size ?? 0) / 1024))), preview ? columns.encodings[preview.encoding] : '', head ? columns.delimiters(head.delimiter) : '', head?.line ?? 1)}
      </p>
      ${
        missing.length > 0
          ? html`<p class="asked">
              ${toneIcon('watch')}<span
                >${columns.missing(missing.map((name) => textFor<string>(columns.names, name) ?? name))}</span
              >
            </p>`
          : nothing
      }
      <tc-ledger-columns .context=${this.#own} .ledger=${session.state} .asked=${asked}></tc-ledger-columns>
      <tc-field
        .context=${this.#own}
        .calculator=${'ledger' as CalculatorId}
        .spec=${asOfField}
        .path=${asOfField.path}
        .text=${question.asOf}
        @tc-typed=${({ detail }: HTMLElementEventMap['tc-typed']) => session.ask({ asOf: detail.text }, this.context)}
      ></tc-field>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          ?disabled=${missing.length > 0 || !head}
          @click=${() => void session.read(this.context)}
        >
          ${columns.read}
        </button>
        <button type="button" class="plain" @click=${() => session.clear()}>${file_.other}</button>
      </div>
    </section>`;
  }

  /** Settings that the file itself leaves open. */
  get #asked(): readonly string[] {
    const { trouble, rejects, settings } = session.state;
    const fields = trouble?.kind === 'issues' ? trouble.issues.map(ownField) : [];
    const isOpen = ambiguousAmounts(this.context, rejects) > 0 || settings.locale !== '';
    return [
      ...(fields.includes('dateOrder') || settings.dateOrder ? ['dateOrder'] : []),
      ...(isOpen ? ['locale'] : []),
    ];
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    const { trouble, question, stage } = session.state;
    if (!trouble) return nothing;
    const { problems } = this.context.words.ledger.report;
    // What is wrong with the question stands at its fields.
    if (stage === 'report' && trouble.kind === 'issues') return nothing;
    const texts =
      trouble.kind === 'failed'
        ? [problems.failures[trouble.reason]]
        : [...new Set(trouble.issues.map((issue) => ledgerIssue(this.context, question, issue)))];
    return html`<div class="trouble" role="alert">
      ${toneIcon('act')}
      <div>${texts.map((text) => html`<p>${text}</p>`)}</div>
    </div>`;
  }

  #renderReport(): TemplateResult {
    const { report, rejects, file, edition } = session.state;
    const shown = this.#report;
    if (!report) return html``;
    const own = this.#own;
    return html`
      ${this.#renderRead()}
      ${
        report.currencies.length > 1
          ? html`<div class="tabs" role="group" aria-label=${own.words.ledger.report.currencies}>
              ${report.currencies.map(
                ({ currency }) =>
                  html`<button
                    type="button"
                    aria-pressed=${currency === shown?.currency ? 'true' : 'false'}
                    @click=${() => (this.currency = currency)}
                  >
                    ${currency}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      ${
        shown
          ? html`<tc-ledger-report
              .context=${own}
              .report=${shown}
              .source=${this.#source}
              .edition=${edition}
              @tc-export=${() => void this.#export()}
            >
              <section class="sheet">
                <tc-what-if
                  .context=${own}
                  .ledger=${session.state}
                  .today=${today()}
                  @tc-read=${() => void session.read(this.context)}
                ></tc-what-if>
              </section>
            </tc-ledger-report>`
          : html`<p class="sheet notice">${own.words.ledger.report.nothing}</p>`
      }
      ${
        report.rejected > 0
          ? html`<section class="sheet" id="rejects" tabindex="-1">
              <tc-rejects
                .context=${own}
                .rejects=${rejects}
                .total=${report.rejected}
                .file=${file?.name ?? ''}
              ></tc-rejects>
            </section>`
          : nothing
      }
    `;
  }

  /** What was read, and how. */
  #renderRead(): TemplateResult {
    const { words, format } = this.#own;
    const { read, columns, file: file_ } = words.ledger.report;
    const { report, file, encoding, rejects } = session.state;
    if (!report) return html``;
    const number = (value: number) => format.figure('number', String(value));
    const ambiguous = ambiguousAmounts(this.context, rejects);
    return html`<section class="sheet stage read" tabindex="-1" aria-labelledby="read">
      <div>
        <h2 id="read">${session.state.isSample ? words.ledger.report.sample.title : (file?.name ?? '')}</h2>
        <p class="number">
          ${read.rows(number(report.accepted), number(report.rows))}
          ${report.rejected > 0 ? html`<button type="button" class="link" @click=${this.#showRejects}>${read.rejected(number(report.rejected))}</button>` : nothing}
          ${report.duplicates > 0 ? read.duplicates(number(report.duplicates)) : nothing}
        </p>
        <p class="notice">
          ${read.how(
            encoding ? columns.encodings[encoding] : '',
            columns.delimiters(report.delimiter),
            Object.entries(report.columns).map(
              ([name, heading]) => `${textFor<string>(columns.names, name) ?? name} ← ${heading}`,
            ),
          )}
        </p>
        ${
          ambiguous > 0
            ? html`<p class="asked">${toneIcon('watch')}<span>${read.ambiguous(number(ambiguous))}</span></p>`
            : nothing
        }
      </div>
      <div class="buttons">
        <button type="button" @click=${() => void session.reconsider(this.context)}>${read.correct}</button>
        <button type="button" class="plain" @click=${() => session.clear()}>${file_.other}</button>
      </div>
    </section>`;
  }

  #showRejects = (): void => {
    const rejects = this.shadowRoot?.querySelector<HTMLElement>('#rejects');
    rejects?.scrollIntoView();
    rejects?.focus({ preventScroll: true });
  };
}

customElements.define('tc-ledger-page', TcLedgerPage);

declare global {
  interface HTMLElementTagNameMap {
    'tc-ledger-page': TcLedgerPage;
  }
}
