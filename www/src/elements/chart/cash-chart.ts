import { css, svg, type SVGTemplateResult } from 'lit';
import { difference, position } from '../../decimal';
import type { StressMonth } from '../../engine';
import { base } from '../base.styles';
import { Chart, ticks } from './chart';
import { chartStyles } from './chart.styles';

export interface CashPicture {
  readonly opening: string;
  readonly path: readonly StressMonth[];
  readonly minimum: string;
  readonly undrawn: string;
  readonly firstShortMonth: number | null;
  readonly lowest: { readonly cash: string; readonly month: number };
}

const HEIGHT = 280;
const TOP = 30;
const BOTTOM = 28;

/** Cash month by month under stress, with the minimum and the floor that is reached when every credit line is drawn. */
export class TcCashChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .path {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2.5px;
        stroke-linejoin: round;
      }
      .point {
        fill: var(--accent);
      }
      .paid {
        fill: var(--sheet);
        stroke: var(--accent);
        stroke-width: 2px;
      }
      .minimum {
        stroke: var(--ink);
        stroke-width: 2px;
        stroke-dasharray: 7 4;
      }
      .floor {
        stroke: var(--act);
        stroke-width: 2px;
      }
      .hatch {
        stroke: var(--act);
        stroke-width: 1px;
        opacity: 0.55;
      }
      .short {
        fill: var(--sheet);
        stroke: var(--act);
        stroke-width: 2.5px;
      }
      text.alarm {
        fill: var(--act);
        font-weight: 650;
      }
    `,
  ];
  static override properties = { ...Chart.properties, picture: { attribute: false } };

  declare picture: CashPicture;

  protected override render() {
    const { words, format } = this.context;
    const { report } = words.calculators.workingCapital;
    const { picture } = this;
    const money = (value: string) => format.figure('money', value);
    const floor = difference(picture.minimum, picture.undrawn) ?? picture.minimum;
    const short =
      picture.firstShortMonth === null
        ? report.never
        : report.short(words.units.month(String(picture.firstShortMonth)));
    const paid = picture.path.some(({ indemnity }) => position(indemnity) > 0);
    return this.frame(
      report.cashChart,
      `${short}. ${report.cashText(money(picture.lowest.cash), words.units.month(String(picture.lowest.month)))}`,
      HEIGHT,
      this.#draw(floor, short),
      [
        {
          mark: svg`<line class="path" x2="28" y1="7" y2="7" /><circle class="point" cx="14" cy="7" r="3.5" />`,
          text: report.cash,
        },
        {
          mark: svg`<line class="minimum" x2="28" y1="7" y2="7" />`,
          text: `${report.minimum} ${format.compact(picture.minimum)}`,
        },
        { mark: svg`<line class="floor" x2="28" y1="7" y2="7" />`, text: `${report.floor} ${format.compact(floor)}` },
        ...(paid ? [{ mark: svg`<path class="paid" d="m14 1 6 6-6 6-6-6z" />`, text: report.indemnity }] : []),
      ],
      {
        head: [report.month, report.inflow, report.outflow, report.indemnity, report.cash],
        rows: picture.path.map((month) => [
          `${words.units.month(String(month.month))}${month.month === picture.firstShortMonth ? ` (${short})` : ''}`,
          money(month.inflow),
          money(month.outflow),
          money(month.indemnity),
          money(month.cash),
        ]),
        amounts: true,
      },
    );
  }

  #draw(floor: string, short: string): SVGTemplateResult {
    const { picture } = this;
    const { report } = this.context.words.calculators.workingCapital;
    const points = [{ month: 0, cash: picture.opening, indemnity: '0' }, ...picture.path];
    const values = [...points.map(({ cash }) => cash), picture.minimum, floor].map(position);
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    const span = high - low || 1;
    const [bottom, top] = [low - span * 0.06, high + span * 0.04];
    const left = 64;
    const x = (month: number) => left + 10 + ((this.width - left - 24) * month) / Math.max(1, picture.path.length);
    const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - bottom) / (top - bottom));
    const every = Math.ceil(points.length / Math.max(2, Math.floor((this.width - left) / 40)));
    const first = points.find(({ month }) => month === picture.firstShortMonth);
    const ground = y(position(floor));
    return svg`
      <defs>
        <pattern id="below" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" y2="7" /></pattern>
      </defs>
      ${ticks(bottom, top).map(
        (tick) => svg`
          <line class=${tick === 0 ? 'axis' : 'grid'} x1=${left} x2=${this.width} y1=${y(tick)} y2=${y(tick)} />
          <text class="quiet" x=${left - 8} y=${y(tick) + 4} text-anchor="end">${this.context.format.compact(String(tick))}</text>`,
      )}
      <rect fill="url(#below)" x=${left} y=${ground} width=${this.width - left} height=${Math.max(0, HEIGHT - BOTTOM - ground)} />
      <line class="minimum" x1=${left} x2=${this.width} y1=${y(position(picture.minimum))} y2=${y(position(picture.minimum))} />
      <line class="floor" x1=${left} x2=${this.width} y1=${ground} y2=${ground} />
      <polyline class="path" points=${points.map(({ month, cash }) => `${x(month)},${y(position(cash))}`).join(' ')} />
      ${points.map(({ month, cash, indemnity }) => {
        const [cx, cy] = [x(month), y(position(cash))];
        return svg`
          ${position(indemnity) > 0 ? svg`<path class="paid" d="m${cx} ${cy - 7} 7 7-7 7-7-7z" />` : svg`<circle class="point" cx=${cx} cy=${cy} r="3.5" />`}
          ${month % every === 0 ? svg`<text class="quiet" x=${cx} y=${HEIGHT - 8} text-anchor="middle">${report.monthTick(month)}</text>` : ''}`;
      })}
      ${first ? this.#mark(x(first.month), y(position(first.cash)), short) : ''}
    `;
  }

  #mark(x: number, y: number, text: string): SVGTemplateResult {
    const anchor = x > this.width * 0.62 ? 'end' : x < this.width * 0.3 ? 'start' : 'middle';
    return svg`<circle class="short" cx=${x} cy=${y} r="7" /><text class="alarm halo" x=${x} y=${y - 14} text-anchor=${anchor}>${text}</text>`;
  }
}

customElements.define('tc-cash-chart', TcCashChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-cash-chart': TcCashChart;
  }
}
