import { css, svg, type SVGTemplateResult } from 'lit';
import { position } from '../../decimal';
import { base } from '../base.styles';
import { Chart } from './chart';
import { chartStyles } from './chart.styles';

export interface ParetoBuyer {
  readonly name: string;
  readonly open: string;
  readonly share: string;
  /** Of this buyer and all above it. */
  readonly cumulated: string;
}

const ROW = 42;
const TOP = 24;

/** Who owes most: a bar for each buyer, and beside them the line of what they owe together. */
export class TcParetoChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .bar {
        fill: var(--accent);
      }
      .line {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2px;
        stroke-linejoin: round;
      }
      .point {
        fill: var(--sheet);
        stroke: var(--ink);
        stroke-width: 2px;
      }
      @media (forced-colors: active) {
        .bar {
          fill: GrayText;
        }
      }
    `,
  ];
  static override properties = { ...Chart.properties, buyers: { attribute: false } };

  declare buyers: readonly ParetoBuyer[];

  protected override render() {
    const { words, format } = this.context;
    const { pareto } = words.ledger.report;
    const percent = (share: string) => format.figure('percent', share, { digits: 1 });
    const last = this.buyers.at(-1);
    return this.frame(
      pareto.title,
      last ? pareto.text(this.buyers.length, percent(last.cumulated)) : '',
      TOP + this.buyers.length * ROW + 4,
      this.#draw(percent),
      [
        { mark: svg`<rect class="bar" y="2" width="28" height="10" />`, text: pareto.bar },
        {
          mark: svg`<line class="line" x2="28" y1="7" y2="7" /><circle class="point" cx="14" cy="7" r="3.5" />`,
          text: pareto.line,
        },
      ],
      {
        head: [pareto.buyer, pareto.open, pareto.share, pareto.line],
        rows: this.buyers.map(({ name, open, share, cumulated }) => [
          name,
          format.figure('money', open),
          percent(share),
          percent(cumulated),
        ]),
        amounts: true,
      },
    );
  }

  #draw(percent: (share: string) => string): SVGTemplateResult {
    // Amounts at the left, what they come to together at the right: each with a scale of its own.
    const left = this.width * 0.62;
    const right = this.width - left - 14;
    const most = Math.max(...this.buyers.map(({ open }) => position(open)), 0);
    const all = position(this.buyers.at(-1)?.cumulated ?? '1');
    const scale = [0.1, 0.25, 0.5, 1].find((end) => end >= all) ?? 1;
    const length = (open: string) => (most > 0 ? Math.max(1, (position(open) / most) * (left - 70)) : 0);
    const x = (share: string) => left + (Math.min(scale, Math.max(0, position(share))) / scale) * right;
    const y = (row: number) => TOP + row * ROW + 26;
    const foot = TOP + this.buyers.length * ROW;
    return svg`
      ${[0, scale / 2, scale].map(
        (tick) => svg`
          <line class=${tick === 0 ? 'axis' : 'grid'} x1=${x(String(tick))} x2=${x(String(tick))} y1=${TOP - 6} y2=${foot} />
          <text class="quiet" x=${x(String(tick))} y="12" text-anchor="middle">${percent(String(tick))}</text>`,
      )}
      ${this.buyers.map(
        ({ name, open }, row) => svg`
          <text x="0" y=${y(row) - 11}>${this.#fitting(name, left - 8)}</text>
          <rect class="bar" x="0" y=${y(row) - 5} width=${length(open)} height="10" rx="2" />
          <text class="quiet" x=${length(open) + 6} y=${y(row) + 4}>${this.context.format.compact(open)}</text>`,
      )}
      <polyline class="line" points=${this.buyers.map(({ cumulated }, row) => `${x(cumulated)},${y(row)}`).join(' ')} />
      ${this.buyers.map(
        ({ cumulated }, row) => svg`
          <circle class="point" cx=${x(cumulated)} cy=${y(row)} r="3.5" />
          ${row % 3 === 2 || row === this.buyers.length - 1 ? svg`<text class="halo strong" x=${x(cumulated) - 9} y=${y(row) + 4} text-anchor="end">${percent(cumulated)}</text>` : ''}`,
      )}
    `;
  }

  /** What there is room for of a name: a Chinese character is twice as broad as a letter. */
  #fitting(name: string, width: number): string {
    let room = width / 7;
    let end = 0;
    for (const character of name) {
      room -= character > '\u2e80' ? 2 : 1.1;
      if (room < 0) return `${name.slice(0, end)}…`;
      end += character.length;
    }
    return name;
  }
}

customElements.define('tc-pareto-chart', TcParetoChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-pareto-chart': TcParetoChart;
  }
}
