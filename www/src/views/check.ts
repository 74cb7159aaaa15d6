import { css, html, nothing, type TemplateResult } from 'lit';
import { ageingBy, only } from '../ageing';
import type { AssessResult, Gap, Report } from '../engine';
import { isEmpty } from '../form-values';
import { idle } from '../idle';
import { GoEvent } from '../elements/go';
import type { Group } from '../elements/figures/figures';
import type { Mark, Section } from '../elements/form/form';
import { toneIcon, type Tone } from '../elements/icon/icon';
import { clearText, valueAt } from '../explain';
import { fieldLabel, findingWords, ruleTexts, withThresholds } from '../labels';
import { CalculatorView } from './calculator-view';

type Action = AssessResult['actions'][number];
type Priority = 1 | 2 | 3;

const priorityTone: Readonly<Record<Priority, Tone>> = { 1: 'act', 2: 'watch', 3: 'info' };

const below = (calculator: string, figures: readonly string[]): string[] =>
  figures.map((figure) => `${calculator}.${figure}`);

/** The guided self-check: a few questions, the overall picture, and what to do in order. */
export default class TcCheckView extends CalculatorView {
  static override styles = [
    ...CalculatorView.styles,
    css`
      tc-areas-chart:not(:defined) {
        display: block;
        min-height: 16rem;
      }
    `,
  ];

  static override readonly sections: readonly Section[] = [
    { id: 'key', fields: ['creditSales', 'receivables', 'overdueMoreThan30', 'currentAssets', 'currentLiabilities'] },
    { id: 'collection', fields: ['overdue', 'priorDso', 'dsoHistory', 'overdueRateHistory', 'periodDays'] },
    { id: 'liquidity', fields: ['cash', 'undrawnLines', 'inventory', 'payables', 'costOfSales'] },
    { id: 'concentration', fields: ['largestCustomerSales', 'largestReceivable'] },
    {
      id: 'protection',
      fields: [
        'insured',
        'insuredPercentage',
        'quarterlyProfit',
        'reserve',
        'longestTermsDays',
        'securedLongTerms',
        'netMargin',
      ],
    },
    { id: 'process', fields: ['quarterlyReview', 'collectionProcess', 'asOf'] },
  ];
  /** It shows those figures of the other two that its own questions lead to, each once. */
  static override readonly groups: readonly Group[] = [
    {
      id: 'collection',
      figures: below('dso', [
        'dso',
        'overdueRate',
        'overdueShare',
        'yearOnYear',
        'benchmarkGap',
        'bestPossibleDso',
        'averageDaysDelinquent',
        'turnover',
        'salesPerDay',
      ]),
    },
    {
      id: 'liquidity',
      figures: below('workingCapital', [
        'currentRatio',
        'quickRatio',
        'cashRatio',
        'workingCapital',
        'wcr',
        'wcrDays',
        'netCash',
        'dio',
        'dpo',
        'operatingCycle',
        'cashConversionCycle',
      ]),
    },
    { id: 'concentration', figures: below('workingCapital', ['concentration']) },
    { id: 'protection', figures: below('workingCapital', ['reserveLow', 'reserveHigh']) },
  ];
  static override readonly guided = true;
  /** Its own names are those of the facts. */
  static override readonly shared = {
    derived: {
      ageing: ageingBy('receivables'),
      openingCash: only('cash'),
      // The stress test asks for customers; of the largest one this is known.
      customers: only('largestReceivable', '[0].receivable'),
    },
    inputs: Object.fromEntries(
      this.sections.flatMap(({ fields }) => fields).map((field): [string, string] => [field, field]),
    ),
  };

  #result(report: Report): AssessResult {
    return report.result as AssessResult;
  }

  override firstUpdated(): void {
    super.firstUpdated();
    void idle().then(() => import('../elements/chart/areas-chart'));
  }

  protected override marks(): Readonly<Record<string, Mark>> {
    const report = this.report;
    if (!report || isEmpty(this.values)) return {};
    const { areas } = this.#result(report);
    return Object.fromEntries(
      TcCheckView.sections.map(({ id, fields }): [string, Mark] => {
        const status = areas.find((area) => area.id === id)?.status ?? 'unknown';
        if (status !== 'unknown') return [id, { tone: status, text: this.words.statuses[status] }];
        const opened = ({ needs }: Gap) => needs.length > 0 && needs.every((need) => fields.includes(need));
        return [id, { gain: report.gaps.filter(opened).length }];
      }),
    );
  }

  protected override headline(report: Report): { tone: Tone; text: string } {
    const { overall } = this.#result(report);
    const dso = valueAt(report.result, 'dso.dso');
    const status = this.words.statuses[overall];
    return {
      tone: overall,
      text: dso === null ? status : `${status} · DSO ${this.context.format.figure('days', dso)}`,
    };
  }

  protected override renderVerdict(report: Report): TemplateResult {
    const { overall, triggers, checked, answered } = this.#result(report);
    const { statuses, calculators } = this.words;
    const words = calculators.assess.report;
    return html`<div class="verdict ${overall}">
      <p class="label number">${words.overall} · ${words.answered(answered)}</p>
      <p class="status">${toneIcon(overall)}${statuses[overall]}</p>
      <p>${words.sentence[overall]}</p>
      <p class="triggers number">
        <strong>${words.triggers(triggers, checked)}</strong> ${withThresholds(this.context, words.triggersHelp)}
      </p>
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    const { areas, actions } = this.#result(report);
    const words = this.words.calculators.assess.report;
    const urgent = actions.filter(({ priority }) => priority < 3);
    const regular = actions.filter(({ priority }) => priority === 3);
    return html`
      <section class="sheet">
        <h2>${words.areas}</h2>
        <tc-areas-chart .context=${this.context} .areas=${areas}></tc-areas-chart>
      </section>
      ${this.#renderNext(report)}
      <section class="sheet">
        <h2>${words.actions}</h2>
        ${
          urgent.length > 0
            ? html`<ol class="actions">
                ${urgent.map((action) => this.#renderAction(report, action))}
              </ol>`
            : html`<p class="notice">${this.words.results.noFindings}</p>`
        }
      </section>
      ${this.renderFigures(report)} ${this.renderOnward()}
      <section class="sheet">
        <h2>${words.always}</h2>
        <ol class="actions">
          ${regular.map((action) => this.#renderAction(report, action))}
        </ol>
      </section>
      ${this.renderElsewhere()}
    `;
  }

  protected override renderElsewhere(): TemplateResult | typeof nothing {
    return this.details?.questionsSheet(this.context) ?? nothing;
  }

  #renderNext(report: Report): TemplateResult | typeof nothing {
    const { mostInformative } = this.#result(report);
    if (mostInformative === null) return nothing;
    const words = this.words.calculators.assess.report;
    const opened = report.gaps.filter(({ needs }) => needs.includes(mostInformative)).length;
    return html`<section class="sheet next">
      <div>
        <h2>${words.next}</h2>
        <strong>${fieldLabel(this.context, this.calculator, mostInformative)}</strong>
        <small class="number">${words.nextWhy(opened)}</small>
      </div>
      <button type="button" class="primary" @click=${() => this.dispatchEvent(new GoEvent(mostInformative))}>
        ${this.words.results.go}
      </button>
    </section>`;
  }

  #renderAction(report: Report, { code, priority, source }: Action): TemplateResult {
    const words = this.words.calculators.assess.report;
    const { title, todo } = findingWords(this.context, this.calculator, code);
    const tone = priorityTone[priority as Priority];
    const finding = report.findings.find((candidate) => candidate.code === code);
    return html`<li class=${tone}>
      ${toneIcon(tone)}
      <div>
        <h3>${title}<span class="when">${words.priority[priority as Priority]}</span></h3>
        ${todo ? html`<p>${todo}</p>` : nothing}
        ${finding?.clearBy ? html`<p class="clear number">${clearText(this.context, this.calculator, this.fields, finding.clearBy)}</p>` : nothing}
        ${ruleTexts(this.words, source).map((text) => html`<p class="rule">${text}</p>`)}
      </div>
    </li>`;
  }
}
