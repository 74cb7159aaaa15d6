import { html, nothing, type TemplateResult } from 'lit';
import { ageingBy } from '../ageing';
import { compare, magnitude, product } from '../decimal';
import type { Json, Report } from '../engine';
import type { DsoPicture } from '../elements/chart/dso-chart';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import type { Tone } from '../elements/icon/icon';
import { toneOf } from '../elements/icon/icon';
import { valueAt } from '../explain';
import { CalculatorView } from './calculator-view';
import '../elements/chart/dso-chart';

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

export default class TcDsoView extends CalculatorView {
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['creditSales', 'closingReceivables', 'periodDays'] },
    { id: 'ageing', fields: ['overdue', 'overdueMoreThan30', 'notYetDue'] },
    { id: 'comparison', fields: ['priorDso', 'dsoHistory', 'overdueRateHistory', 'benchmarkDso'] },
    { id: 'cash', fields: ['targetDso', 'costOfFunds'] },
    { id: 'countback', fields: ['monthlySales', 'countbackDays'] },
    { id: 'effectiveness', fields: ['openingReceivables', 'ceiBasis', 'periodMonths'] },
  ];
  static override readonly groups: readonly Group[] = [
    { id: 'speed', figures: ['dso', 'averageDso', 'turnover', 'bestPossibleDso', 'averageDaysDelinquent'] },
    { id: 'overdue', figures: ['overdueRate', 'overdueShare', 'collectionEffectiveness'] },
    { id: 'trend', figures: ['yearOnYear', 'benchmarkGap'] },
    { id: 'cash', figures: ['salesPerDay', 'oneDayYearlyCost', 'cashReleased', 'yearlySaving'] },
    { id: 'countback', figures: ['countbackDso', 'countbackAtLeast', 'countbackUnexplained'] },
  ];
  static override readonly shared = {
    inputs: {
      costOfFunds: 'costOfFunds',
      creditSales: 'creditSales',
      receivables: 'closingReceivables',
      periodDays: 'periodDays',
      overdue: 'overdue',
      overdueMoreThan30: 'overdueMoreThan30',
      priorDso: 'priorDso',
      dsoHistory: 'dsoHistory',
      overdueRateHistory: 'overdueRateHistory',
    },
    results: { overdueShare: 'overdueShare' },
    derived: { ageing: ageingBy('closingReceivables') },
  };

  protected override headline(report: Report): { tone: Tone; text: string } {
    const dso = valueAt(report.result, 'dso');
    const [worst] = report.findings;
    return {
      tone: worst ? toneOf[worst.severity] : 'good',
      text: `DSO ${dso === null ? '—' : this.context.format.figure('days', dso)}`,
    };
  }

  protected override renderVerdict(report: Report): TemplateResult {
    const dso = valueAt(report.result, 'dso');
    const gap = valueAt(report.result, 'benchmarkGap');
    const { format } = this.context;
    const { figures, report: words } = this.words.calculators.dso;
    const benchmark = this.#benchmark();
    const standard = this.fields.find(({ path }) => path === 'benchmarkDso')?.default;
    const usual = text(this.input['benchmarkDso']) === null && benchmark === standard;
    return html`<div class="verdict">
      <p class="label">${figures.dso.name}</p>
      <p class="value number">${dso === null ? '—' : format.figure('days', dso)}</p>
      ${
        gap === null
          ? ''
          : html`<p class="number">${this.#against(gap, benchmark)}</p>
              ${usual ? html`<p class="notice">${words.usualBenchmark}</p>` : nothing}`
      }
      ${this.renderPills(report.findings)}
    </div>`;
  }

  /** Whether that is good, in one sentence. */
  #against(gap: string, benchmark: string): string {
    const { format } = this.context;
    const { faster, same, slower } = this.words.calculators.dso.report.against;
    const whole = format.figure('days', benchmark);
    const side = compare(gap, '0');
    if (side === 0) return same(whole);
    return (side < 0 ? faster : slower)(format.figure('days', magnitude(gap)), whole);
  }

  #benchmark(): string {
    return text(this.input['benchmarkDso']) ?? String(this.context.policy.receivables.benchmarkDso);
  }

  protected override renderDetails(report: Report): TemplateResult {
    const now = valueAt(report.result, 'dso');
    return html`
      ${
        now === null
          ? ''
          : html`<section class="sheet">
              <h2>${this.words.calculators.dso.report.chart}</h2>
              <tc-dso-chart .context=${this.context} .picture=${this.#picture(report, now)}></tc-dso-chart>
            </section>`
      }
      ${this.renderFindings(report)} ${this.renderFigures(report)} ${this.renderOnward()}
    `;
  }

  #picture(report: Report, now: string): DsoPicture {
    const history = this.input['dsoHistory'];
    const lastYear = text(this.input['priorDso']);
    const { dsoRise } = this.context.policy.receivables;
    return {
      now,
      bestPossible: valueAt(report.result, 'bestPossibleDso'),
      lastYear,
      history: Array.isArray(history) ? history.flatMap((value) => text(value) ?? []) : [],
      benchmark: this.#benchmark(),
      target: text(this.input['targetDso']),
      alarm: lastYear === null ? null : product(lastYear, `1${String(dsoRise).replace(/^0/, '')}`),
    };
  }
}
