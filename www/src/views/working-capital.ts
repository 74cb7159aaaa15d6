import { html, nothing, type TemplateResult } from 'lit';
import { difference } from '../decimal';
import type { Json, Report, WorkingCapitalResult } from '../engine';
import type { CashPicture } from '../elements/chart/cash-chart';
import type { CyclePicture } from '../elements/chart/cycle-chart';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import { toneOf, type Tone } from '../elements/icon/icon';
import { valueAt } from '../explain';
import { CalculatorView } from './calculator-view';
import '../elements/chart/cash-chart';
import '../elements/chart/cycle-chart';

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export default class TcWorkingCapitalView extends CalculatorView {
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['receivables', 'inventory', 'payables', 'annualSales'] },
    {
      id: 'cycle',
      fields: ['costOfSales', 'purchases', 'otherOperatingAssets', 'otherOperatingLiabilities', 'periodDays'],
    },
    { id: 'balance', fields: ['currentAssets', 'currentLiabilities', 'cash', 'marketableSecurities'] },
    { id: 'growth', fields: ['salesGrowth', 'quarterlyProfit', 'largestCustomerSales'] },
    {
      id: 'stress',
      fields: [
        'stress.openingCash',
        'stress.monthlyInflow',
        'stress.monthlyOutflow',
        'stress.minimumCash',
        'stress.undrawnLines',
        'stress.customers',
        'stress.defaults',
        'stress.salesShock',
        'stress.collectionDelayDays',
        'stress.payablesShortenDays',
        'stress.costsSaved',
        'stress.indemnityAfterMonths',
        'stress.months',
      ],
    },
  ];
  static override readonly groups: readonly Group[] = [
    { id: 'needs', figures: ['wcr', 'wcrDays', 'wcrAfterGrowth', 'growthFunding'] },
    { id: 'liquidity', figures: ['workingCapital', 'netCash', 'currentRatio', 'quickRatio', 'cashRatio'] },
    { id: 'cycle', figures: ['dso', 'dio', 'dpo', 'operatingCycle', 'cashConversionCycle'] },
    { id: 'reserve', figures: ['reserveLow', 'reserveHigh', 'concentration'] },
    {
      id: 'stress',
      figures: [
        'stress.lostReceivables',
        'stress.indemnity',
        'stress.lowestCash',
        'stress.lowestMonth',
        'stress.gap',
        'stress.firstShortMonth',
        'stress.largestAffordableDefault',
        'stress.maxDsoRise',
        'stress.customersSurvived',
        'stress.quartersOfReserve',
      ],
    },
  ];
  static override readonly shared = {
    inputs: {
      receivables: 'receivables',
      inventory: 'inventory',
      payables: 'payables',
      creditSales: 'annualSales',
      costOfSales: 'costOfSales',
      periodDays: 'periodDays',
      currentAssets: 'currentAssets',
      currentLiabilities: 'currentLiabilities',
      cash: 'cash',
      quarterlyProfit: 'quarterlyProfit',
      largestCustomerSales: 'largestCustomerSales',
      undrawnLines: 'stress.undrawnLines',
      openingCash: 'stress.openingCash',
      customers: 'stress.customers',
    },
  };

  protected override headline(report: Report): { tone: Tone; text: string } {
    const wcr = valueAt(report.result, 'wcr');
    const [worst] = report.findings;
    const { headline } = this.words.calculators.workingCapital.report;
    return {
      tone: worst ? toneOf[worst.severity] : 'good',
      text: `${headline} ${wcr === null ? '—' : this.context.format.figure('money', wcr)}`,
    };
  }

  protected override renderVerdict(report: Report): TemplateResult {
    const { figures } = this.words.calculators.workingCapital;
    const { format } = this.context;
    const wcr = valueAt(report.result, 'wcr');
    const days = valueAt(report.result, 'wcrDays');
    const stress = this.#endurance(report);
    return html`<div class="verdict">
      <p class="label">${figures.wcr.name}</p>
      <p class="value number">${wcr === null ? '—' : format.figure('money', wcr)}</p>
      ${days === null ? nothing : html`<p class="number">${figures.wcrDays.name} ${format.figure('days', days)}</p>`}
      ${stress ? html`<p class="number">${figures.stress.name}: ${stress}</p>` : nothing} ${this.#renderLoss(report)}
      ${this.renderPills(report.findings)}
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    const words = this.words.calculators.workingCapital.report;
    const groups = this.groups(report);
    const cash = this.#cash(report);
    const cycle = this.#cycle(report);
    return html`
      <section class="sheet">
        <h2>${words.cashChart}</h2>
        ${cash ? html`<tc-cash-chart .context=${this.context} .picture=${cash}></tc-cash-chart>` : html`<p class="notice">${words.noStress}</p>`}
      </section>
      ${this.renderFindings(report)}
      ${
        cycle
          ? html`<section class="sheet">
              <h2>${words.cycleChart}</h2>
              <tc-cycle-chart .context=${this.context} .picture=${cycle}></tc-cycle-chart>
            </section>`
          : nothing
      }
      ${this.renderFigures(report, cash ? groups : groups.filter(({ id }) => id !== 'stress'))} ${this.renderOnward()}
    `;
  }

  /** What the customers that fail in the stress test would cost. */
  #renderLoss(report: Report): TemplateResult | typeof nothing {
    const { stress } = report.result as WorkingCapitalResult;
    const [lost, paid] = [stress?.lostReceivables ?? '0', stress?.indemnity ?? '0'];
    if (!/[1-9]/.test(lost)) return nothing;
    const money = (value: string) => this.context.format.figure('money', value);
    const { loss } = this.words.calculators.workingCapital.report;
    return html`<p class="number">${loss(money(lost), money(paid), money(difference(lost, paid) ?? lost))}</p>`;
  }

  /** How long cash lasts in the stress test, in words. */
  #endurance(report: Report): string | null {
    const { stress } = report.result as WorkingCapitalResult;
    const { words } = this;
    if (!stress) return null;
    const { short, never } = words.calculators.workingCapital.report;
    return stress.firstShortMonth === null ? never : short(words.units.month(String(stress.firstShortMonth)));
  }

  #cash(report: Report): CashPicture | null {
    const { stress } = report.result as WorkingCapitalResult;
    const given = this.input['stress'];
    if (!stress || !isObject(given)) return null;
    const amount = (name: string) => (typeof given[name] === 'string' ? given[name] : '0');
    return {
      opening: amount('openingCash'),
      path: stress.path,
      minimum: amount('minimumCash'),
      undrawn: amount('undrawnLines'),
      firstShortMonth: stress.firstShortMonth,
      lowest: { cash: stress.lowestCash ?? '0', month: stress.lowestMonth },
    };
  }

  #cycle(report: Report): CyclePicture | null {
    const [dio, dso, dpo, cashConversionCycle] = ['dio', 'dso', 'dpo', 'cashConversionCycle'].map((path) =>
      valueAt(report.result, path),
    );
    return dio && dso && dpo && cashConversionCycle ? { dio, dso, dpo, cashConversionCycle } : null;
  }
}
