import { css, svg, type SVGTemplateResult } from 'lit';
import { base } from '../base.styles';
import { Chart } from './chart';
import { chartStyles } from './chart.styles';

export interface TermsPicture {
  readonly discountDay: number;
  readonly netDay: number;
  readonly payDay: number;
  /** What is paid early, as a share. */
  readonly early: string;
}

const HEIGHT = 128;
const LINE = 66;

/** The two ways to pay on one line of time: less on the day of the discount, or all of it later. */
export class TcTermsChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .time {
        stroke: var(--line-strong);
        stroke-width: 2px;
      }
      .gained {
        stroke: var(--accent);
        stroke-width: 6px;
      }
      .early {
        fill: var(--accent);
        stroke: var(--sheet);
        stroke-width: 2px;
      }
      .late {
        fill: var(--sheet);
        stroke: var(--ink);
        stroke-width: 2px;
      }
      .term {
        stroke: var(--line-strong);
        stroke-width: 1.5px;
        stroke-dasharray: 3 3;
      }
    `,
  ];
  static override properties = { ...Chart.properties, picture: { attribute: false } };

  declare picture: TermsPicture;

  protected override render() {
    const { words, format } = this.context;
    const { report } = words.calculators.earlyPaymentDiscount;
    const { discountDay, payDay, netDay, early } = this.picture;
    const on = (day: number) => report.onDay(format.figure('number', String(day)));
    const [part, whole] = [format.figure('percent', early), format.figure('percent', '1')];
    return this.frame(
      report.timeline,
      report.timelineText(part, on(discountDay), whole, on(payDay)),
      HEIGHT,
      this.#draw(part, whole, on),
      [],
      {
        head: [report.what, report.when, report.howMuch],
        rows: [
          [report.earlier(format.figure('days', String(payDay - discountDay))), on(discountDay), part],
          [report.overdue, on(netDay), whole],
          ...(payDay === netDay
            ? []
            : [[words.calculators.earlyPaymentDiscount.fields.payDay.label, on(payDay), whole]]),
        ],
      },
    );
  }

  #draw(part: string, whole: string, on: (day: number) => string): SVGTemplateResult {
    const { words, format } = this.context;
    const { report } = words.calculators.earlyPaymentDiscount;
    const { discountDay, payDay, netDay } = this.picture;
    const last = Math.max(payDay, netDay, 1);
    const x = (day: number) => 12 + ((this.width - 24) * day) / last;
    const anchor = (at: number) => (at > this.width - 50 ? 'end' : at < 50 ? 'start' : 'middle');
    const [early, late] = [x(discountDay), x(payDay)];
    // Names that would run into each other go to either side.
    const close = late - early < 110;
    return svg`
      ${netDay < payDay ? svg`<line class="term" x1=${x(netDay)} x2=${x(netDay)} y1=${LINE - 12} y2=${LINE + 36} />` : ''}
      <line class="time" x1=${x(0)} x2=${x(last)} y1=${LINE} y2=${LINE} />
      <line class="gained" x1=${early} x2=${late} y1=${LINE} y2=${LINE} />
      ${late - early > 90 ? svg`<text class="quiet halo" x=${(early + late) / 2} y=${LINE + 24} text-anchor="middle">${report.earlier(format.figure('days', String(payDay - discountDay)))}</text>` : ''}
      <circle class="late" cx=${x(0)} cy=${LINE} r="4" />
      ${early > 70 ? svg`<text class="quiet" x=${x(0)} y=${LINE + 24} text-anchor="start">${report.invoice}</text>` : ''}
      ${
        netDay < payDay
          ? svg`<text class="quiet halo" x=${x(netDay)} y=${LINE + 52} text-anchor=${anchor(x(netDay))}>${report.overdue} · ${on(netDay)}</text>`
          : ''
      }
      <circle class="early" cx=${early} cy=${LINE} r="8" />
      <text class="strong" x=${early} y=${LINE - 38} text-anchor=${close && early > 100 ? 'end' : anchor(early)}>${report.pay(part)}</text>
      <text class="quiet" x=${early} y=${LINE - 20} text-anchor=${close && early > 100 ? 'end' : anchor(early)}>${on(discountDay)}</text>
      <circle class="late" cx=${late} cy=${LINE} r="8" />
      <text class="strong" x=${late} y=${LINE - 38} text-anchor=${close && late < this.width - 100 ? 'start' : anchor(late)}>${report.pay(whole)}</text>
      <text class="quiet" x=${late} y=${LINE - 20} text-anchor=${close && late < this.width - 100 ? 'start' : anchor(late)}>${on(payDay)}</text>
    `;
  }
}

customElements.define('tc-terms-chart', TcTermsChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-terms-chart': TcTermsChart;
  }
}
