import { css, svg, type SVGTemplateResult } from 'lit';
import { position } from '../../decimal';
import { base } from '../base.styles';
import { Chart, ticks } from './chart';
import { chartStyles } from './chart.styles';

export interface Month {
  readonly month: string;
  readonly sales: string;
}

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 26;

/** What was sold month by month, the newest at the right. */
export class TcMonthsChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .bar {
        fill: var(--accent);
      }
      /* The last one is not over yet. */
      .newest {
        fill: var(--sheet);
        stroke: var(--accent);
        stroke-width: 2px;
        stroke-dasharray: 4 3;
      }
    `,
  ];
  static override properties = { ...Chart.properties, months: { attribute: false } };

  /** Newest first. */
  declare months: readonly Month[];

  protected override render() {
    const { words, format } = this.context;
    const { months } = words.ledger.report;
    const total = this.months.length;
    return this.frame(
      months.title,
      months.text(total),
      HEIGHT,
      this.#draw(),
      [
        {
          mark: svg`<rect class="newest" x="8" y="2" width="12" height="11" />`,
          text: months.newest,
        },
      ],
      {
        head: [months.month, months.sales],
        rows: this.months.map(({ month, sales }) => [month, format.figure('money', sales)]),
        amounts: true,
      },
    );
  }

  #draw(): SVGTemplateResult {
    const shown = [...this.months].reverse();
    const values = shown.map(({ sales }) => position(sales));
    const [low, high] = [Math.min(0, ...values), Math.max(1, ...values) * 1.05];
    const left = 58;
    const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / (high - low));
    const slot = (this.width - left) / shown.length;
    const every = Math.max(1, Math.ceil(84 / slot));
    return svg`
      ${ticks(low, high, 4).map(
        (tick) => svg`
          <line class=${tick === 0 ? 'axis' : 'grid'} x1=${left} x2=${this.width} y1=${y(tick)} y2=${y(tick)} />
          <text class="quiet" x=${left - 8} y=${y(tick) + 4} text-anchor="end">${this.context.format.compact(String(tick))}</text>`,
      )}
      ${shown.map(({ month }, at) => {
        const value = values[at] ?? 0;
        const [top, foot] = [y(Math.max(0, value)), y(Math.min(0, value))];
        const x = left + slot * at + slot * 0.16;
        const newest = at === shown.length - 1;
        // Counted from the right, so that the newest month always has its name.
        const isNamed = (shown.length - 1 - at) % every === 0;
        return svg`
          <rect class=${newest ? 'newest' : 'bar'} x=${x} y=${top} width=${slot * 0.68} height=${Math.max(0, foot - top)} />
          ${isNamed ? svg`<text class="quiet" x=${newest ? this.width : x + slot * 0.34} y=${HEIGHT - 8} text-anchor=${newest ? 'end' : 'middle'}>${month}</text>` : ''}`;
      })}
    `;
  }
}

customElements.define('tc-months-chart', TcMonthsChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-months-chart': TcMonthsChart;
  }
}
