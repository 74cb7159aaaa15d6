import { css, svg, type SVGTemplateResult } from 'lit';
import { position } from '../../decimal';
import type { PaymentPlanResult } from '../../engine';
import { base } from '../base.styles';
import { Chart, ticks } from './chart';
import { chartStyles } from './chart.styles';

const HEIGHT = 250;
const TOP = 18;
const BOTTOM = 28;

/** Principal and interest of each instalment as bars, what is still owed as steps on a scale of its own. */
export class TcPlanChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .principal {
        fill: var(--accent);
      }
      .interest {
        fill: var(--watch-soft);
        stroke: var(--watch);
        stroke-width: 1px;
      }
      .balance {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2px;
        stroke-dasharray: 6 3;
      }
    `,
  ];
  static override properties = { ...Chart.properties, schedule: { attribute: false }, opening: {} };

  declare schedule: PaymentPlanResult['schedule'];
  /** What is owed before the first instalment. */
  declare opening: string;

  protected override render() {
    const { words, format } = this.context;
    const { report } = words.calculators.paymentPlan;
    const { schedule } = this;
    const money = (value: string) => format.figure('money', value);
    const [first, last] = [schedule[0], schedule.at(-1)];
    return this.frame(
      report.chart,
      report.chartText(schedule.length, money(first?.payment ?? '0'), money(last?.payment ?? '0')),
      HEIGHT,
      this.#draw(),
      [
        { mark: svg`<rect class="principal" x="7" width="14" height="14" />`, text: report.principal },
        ...(schedule.some(({ interest }) => position(interest) > 0)
          ? [{ mark: svg`<rect class="interest" x="7" width="14" height="14" />`, text: report.interestPart }]
          : []),
        { mark: svg`<line class="balance" x2="28" y1="7" y2="7" />`, text: report.balance },
      ],
      {
        head: [report.number, report.principal, report.interestPart, report.balance],
        rows: schedule.map(({ principal, interest, balance }, place) => [
          report.nth(place + 1),
          money(principal),
          money(interest),
          money(balance),
        ]),
        amounts: true,
      },
    );
  }

  #draw(): SVGTemplateResult {
    const { schedule } = this;
    const { format } = this.context;
    const most = Math.max(1, ...schedule.map(({ payment }) => position(payment))) * 1.05;
    const owed = position(this.opening) || 1;
    const [left, right] = [58, this.width - 58];
    const y = (share: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
    const slot = (right - left) / schedule.length;
    const breadth = Math.max(1, Math.min(44, slot * 0.62));
    const every = Math.ceil(schedule.length / Math.max(2, Math.floor((right - left) / 34)));
    const steps = schedule
      .map(({ balance }, place) => `H${left + slot * (place + 0.5)}V${y(position(balance) / owed)}`)
      .join('');
    return svg`
      ${ticks(0, most).map(
        (tick) => svg`
          <line class=${tick === 0 ? 'axis' : 'grid'} x1=${left} x2=${right} y1=${y(tick / most)} y2=${y(tick / most)} />
          <text class="quiet" x=${left - 6} y=${y(tick / most) + 4} text-anchor="end">${format.compact(String(tick))}</text>`,
      )}
      ${schedule.map(({ principal, payment }, place) => {
        const x = left + slot * (place + 0.5) - breadth / 2;
        const [head, split] = [y(position(payment) / most), y(position(principal) / most)];
        return svg`
          <rect class="principal" x=${x} y=${split} width=${breadth} height=${HEIGHT - BOTTOM - split} />
          ${split - head > 0.4 ? svg`<rect class="interest" x=${x} y=${head} width=${breadth} height=${Math.max(1, split - head)} />` : ''}
          ${place % every === 0 ? svg`<text class="quiet" x=${x + breadth / 2} y=${HEIGHT - 10} text-anchor="middle">${place + 1}</text>` : ''}`;
      })}
      <path class="balance" d="M${left} ${y(1)}${steps}H${right}" />
      ${[0, 0.5, 1].map(
        (share) =>
          svg`<text class="quiet" x=${right + 6} y=${y(share) + 4}>${format.compact(String(owed * share))}</text>`,
      )}
    `;
  }
}

customElements.define('tc-plan-chart', TcPlanChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-plan-chart': TcPlanChart;
  }
}
