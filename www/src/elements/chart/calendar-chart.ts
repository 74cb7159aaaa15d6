import { css, svg, type SVGTemplateResult } from 'lit';
import { base } from '../base.styles';
import type { Stage } from '../../engine';
import { Chart } from './chart';
import { chartStyles } from './chart.styles';

export interface CalendarRow {
  readonly id: string;
  readonly stages: readonly { readonly id: Stage; readonly date: string; readonly done: boolean }[];
  readonly paidOn: string | null;
}

/** With less room the steps stand at equal distances, each with its day below: an axis of time would crowd them. */
const NARROW = 480;
const ROW = 46;
const STEPS_ROW = 66;
const HEAD = 26;
const DAY = 86_400_000;
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY;

/** The steps of dunning of each invoice over the months, with the day of the question as an upright line. */
export class TcCalendarChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .way {
        stroke: var(--line-strong);
        stroke-width: 1.5px;
      }
      .way.gone {
        stroke: var(--accent);
        stroke-width: 3px;
      }
      .way.paid {
        stroke-dasharray: 2 4;
      }
      .stage {
        fill: var(--sheet);
        stroke: var(--line-strong);
        stroke-width: 1.5px;
      }
      .stage.done {
        fill: var(--accent);
        stroke: var(--accent);
      }
      .stage.done.late {
        fill: var(--act);
        stroke: var(--act);
      }
      text.letter {
        font-size: 11px;
        font-weight: 650;
        fill: var(--muted);
      }
      text.letter.done {
        fill: var(--sheet);
      }
      .today {
        stroke: var(--ink);
        stroke-width: 1.5px;
        stroke-dasharray: 5 3;
      }
      .payment {
        fill: none;
        stroke: var(--good);
        stroke-width: 2.5px;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      @media (forced-colors: active) {
        text.letter.done {
          fill: Canvas;
        }
      }
    `,
  ];
  static override properties = { ...Chart.properties, rows: { attribute: false }, asOf: {} };

  declare rows: readonly CalendarRow[];
  declare asOf: string;

  protected override render() {
    const { words, format } = this.context;
    const { report } = words.calculators.latePayment;
    const stages = this.rows[0]?.stages ?? [];
    return this.frame(
      report.calendar,
      report.calendarText(this.rows.length, format.date(this.asOf)),
      this.#isNarrow ? this.rows.length * STEPS_ROW : HEAD + this.rows.length * ROW + 4,
      this.#isNarrow ? this.#drawSteps() : this.#draw(),
      [
        ...stages.map(({ id }, place) => ({
          mark: svg`<circle class="stage" cx="14" cy="7" r="6.5" /><text class="letter" x="14" y="11" text-anchor="middle">${place + 1}</text>`,
          text: report.stage[id],
        })),
        { mark: svg`<circle class="stage done" cx="14" cy="7" r="6" />`, text: report.done },
        ...(this.#isNarrow
          ? []
          : [
              {
                mark: svg`<line class="today" x1="14" x2="14" y2="14" />`,
                text: `${report.today} ${format.date(this.asOf)}`,
              },
            ]),
        ...(this.rows.some(({ paidOn }) => paidOn !== null)
          ? [{ mark: svg`<path class="payment" d="m9 7 4 4 7-8" />`, text: report.paid }]
          : []),
      ],
      {
        head: [report.invoice, ...stages.map(({ id }) => report.stage[id]), report.paid],
        rows: this.rows.map((row) => [
          row.id,
          ...row.stages.map(({ date, done }) => `${format.date(date)}${done ? ` (${report.done})` : ''}`),
          row.paidOn === null ? words.results.notYet : format.date(row.paidOn),
        ]),
      },
    );
  }

  get #isNarrow(): boolean {
    return this.width < NARROW;
  }

  #drawSteps(): SVGTemplateResult {
    return svg`${this.rows.map(({ id, stages, paidOn }, place) => {
      const y = place * STEPS_ROW + 30;
      const slot = this.width / Math.max(1, stages.length);
      const x = (step: number) => slot * (step + 0.5);
      const reached = stages.filter(({ done }) => done).length - 1;
      return svg`
        <text class="strong" x="0" y=${y - 16}>${id}</text>
        ${paidOn === null ? '' : svg`<path class="payment" d="m${this.width - 22} ${y - 20} 4 4 8-9" />`}
        <line class="way ${paidOn === null ? '' : 'paid'}" x1=${x(0)} x2=${x(stages.length - 1)} y1=${y} y2=${y} />
        ${reached > 0 ? svg`<line class="way gone" x1=${x(0)} x2=${x(reached)} y1=${y} y2=${y} />` : ''}
        ${stages.map(
          ({ date, done }, step) => svg`${this.#stage(x(step), y, step, done)}
            <text class="quiet" x=${x(step)} y=${y + 24} text-anchor="middle">${this.context.format.day(date)}</text>`,
        )}`;
    })}`;
  }

  #stage(x: number, y: number, step: number, done: boolean): SVGTemplateResult {
    return svg`
      <circle class="stage ${done ? 'done' : ''} ${done && step > 1 ? 'late' : ''}" cx=${x} cy=${y} r="8" />
      <text class="letter ${done ? 'done' : ''}" x=${x} y=${y + 4} text-anchor="middle">${step + 1}</text>`;
  }

  #draw(): SVGTemplateResult {
    const days = this.rows.flatMap(({ stages, paidOn }) => [
      ...stages.map(({ date }) => day(date)),
      ...(paidOn === null ? [] : [day(paidOn)]),
    ]);
    const [first, last] = [Math.min(...days, day(this.asOf)), Math.max(...days, day(this.asOf))];
    const x = (at: number) => 10 + ((this.width - 20) * (at - first)) / (last - first || 1);
    const bottom = HEAD + this.rows.length * ROW;
    return svg`
      ${this.#months(first, last).map(
        ({ at, text }) => svg`
          <line class="grid" x1=${x(at)} x2=${x(at)} y1=${HEAD - 8} y2=${bottom} />
          <text class="quiet" x=${x(at) + 4} y="12">${text}</text>`,
      )}
      <line class="today" x1=${x(day(this.asOf))} x2=${x(day(this.asOf))} y1=${HEAD - 8} y2=${bottom} />
      ${this.rows.map((row, place) => this.#row(row, HEAD + place * ROW, x))}
    `;
  }

  #row({ id, stages, paidOn }: CalendarRow, top: number, x: (at: number) => number): SVGTemplateResult {
    const y = top + 30;
    const [from, to] = [day(stages[0]?.date ?? this.asOf), day(stages.at(-1)?.date ?? this.asOf)];
    const end = Math.min(to, Math.max(from, paidOn === null ? day(this.asOf) : day(paidOn)));
    return svg`
      <text class="strong halo" x="0" y=${top + 13}>${id}</text>
      <line class="way ${paidOn === null ? '' : 'paid'}" x1=${x(from)} x2=${x(to)} y1=${y} y2=${y} />
      <line class="way gone" x1=${x(from)} x2=${x(end)} y1=${y} y2=${y} />
      ${stages.map(({ date, done }, step) => this.#stage(x(day(date)), y, step, done))}
      ${paidOn === null ? '' : svg`<path class="payment" d="m${x(day(paidOn)) - 6} ${y - 15} 4 4 8-9" />`}
    `;
  }

  /** The first of each month, thinned out to what fits. */
  #months(first: number, last: number): { at: number; text: string }[] {
    const months: { at: number; text: string }[] = [];
    const start = new Date(first * DAY);
    for (let month = 1; ; month++) {
      const at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1) / DAY;
      if (at > last) break;
      months.push({ at, text: this.context.format.month(new Date(at * DAY).toISOString().slice(0, 7)) });
    }
    const every = Math.ceil((months.length * 76) / this.width) || 1;
    return months.filter((_, place) => place % every === 0);
  }
}

customElements.define('tc-calendar-chart', TcCalendarChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-calendar-chart': TcCalendarChart;
  }
}
