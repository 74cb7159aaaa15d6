import { css, svg, type SVGTemplateResult } from 'lit';
import { difference, position } from '../../decimal';
import { base } from '../base.styles';
import { Chart, ticks, type LegendEntry } from './chart';
import { chartStyles } from './chart.styles';

export interface DsoPicture {
  readonly now: string;
  readonly bestPossible: string | null;
  readonly lastYear: string | null;
  /** Newest first. */
  readonly history: readonly string[];
  readonly benchmark: string | null;
  readonly target: string | null;
  /** The DSO at which the rise on last year becomes an alarm. */
  readonly alarm: string | null;
}

interface Bar {
  readonly label: string;
  readonly value: string;
  readonly kind: 'last-year' | 'past' | 'now';
}

const HEIGHT = 256;
const TOP = 22;
const BOTTOM = 38;

/** DSO of earlier periods and now as bars, benchmark, target and alarm as lines of different dashes. */
export class TcDsoChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .past {
        fill: var(--line-strong);
      }
      .last-year {
        fill: var(--sheet);
        stroke: var(--line-strong);
        stroke-width: 1.5px;
        stroke-dasharray: 4 3;
      }
      .now {
        fill: var(--accent);
      }
      .late {
        stroke: var(--accent);
        stroke-width: 1.5px;
      }
      .hatch {
        stroke: var(--accent);
        stroke-width: 2.5px;
      }
      .benchmark,
      .target,
      .alarm {
        fill: none;
        stroke-width: 2px;
      }
      .benchmark {
        stroke: var(--ink);
        stroke-dasharray: 7 4;
      }
      .target {
        stroke: var(--good);
        stroke-dasharray: 2 3;
      }
      .alarm {
        stroke: var(--act);
      }
    `,
  ];
  static override properties = { ...Chart.properties, picture: { attribute: false } };

  declare picture: DsoPicture;

  protected override render() {
    const { words, format } = this.context;
    const { report } = words.calculators.dso;
    const { picture } = this;
    const days = (value: string) => format.figure('days', value);
    const bars: Bar[] = [
      ...(picture.lastYear === null
        ? []
        : [{ label: report.lastYear, value: picture.lastYear, kind: 'last-year' } as const]),
      ...picture.history
        .map((value, age) => ({ label: words.form.period(age + 1), value, kind: 'past' }) as const)
        .reverse(),
      { label: report.now, value: picture.now, kind: 'now' },
    ];
    const lines = (['benchmark', 'target', 'alarm'] as const).flatMap((kind) => {
      const value = picture[kind];
      return value === null ? [] : [{ kind, value, label: report[kind] }];
    });
    const late = picture.bestPossible === null ? null : difference(picture.now, picture.bestPossible);
    const described = [
      ...bars.map(({ label, value }) => `${label} ${days(value)}`),
      ...lines.map(({ label, value }) => `${label} ${days(value)}`),
    ];

    const legend: LegendEntry[] = [
      ...(picture.bestPossible === null
        ? []
        : [
            { mark: svg`<rect class="now" x="7" width="14" height="14" />`, text: report.onTime },
            { mark: svg`<rect class="late" fill="url(#late)" x="7" width="14" height="14" />`, text: report.late },
          ]),
      ...lines.map(({ kind, label, value }) => ({
        mark: svg`<line class=${kind} x2="28" y1="7" y2="7" />`,
        text: `${label} ${days(value)}`,
      })),
    ];
    return this.frame(report.chart, described.join(', '), HEIGHT, this.#draw(bars, lines, late), legend, {
      head: [report.period, report.days],
      rows: [
        ...bars.map(({ label, value }) => [label, days(value)]),
        ...(picture.bestPossible === null || late === null
          ? []
          : [
              [report.onTime, days(picture.bestPossible)],
              [report.late, days(late)],
            ]),
        ...lines.map(({ label, value }) => [label, days(value)]),
      ],
      amounts: true,
    });
  }

  #draw(
    bars: readonly Bar[],
    lines: readonly { kind: string; value: string }[],
    late: string | null,
  ): SVGTemplateResult {
    const high =
      Math.max(1, ...bars.map(({ value }) => position(value)), ...lines.map(({ value }) => position(value))) * 1.05;
    const left = 34;
    const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / high);
    const slot = (this.width - left) / bars.length;
    const breadth = Math.min(72, slot * 0.62);
    return svg`
      <defs>
        <pattern id="late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="6" height="6" /><line class="hatch" y2="6" />
        </pattern>
      </defs>
      ${ticks(0, high).map(
        (tick) => svg`
          <line class=${tick === 0 ? 'axis' : 'grid'} x1=${left} x2=${this.width} y1=${y(tick)} y2=${y(tick)} />
          <text class="quiet" x=${left - 8} y=${y(tick) + 4} text-anchor="end">${this.context.format.figure('number', String(tick))}</text>`,
      )}
      ${bars.map(({ value, kind }, place) => {
        const x = left + slot * (place + 0.5) - breadth / 2;
        const split =
          kind === 'now' && late !== null && position(late) > 0 ? y(position(value) - position(late)) : null;
        const head = y(position(value));
        return svg`
          <rect class=${kind} x=${x} y=${split ?? head} width=${breadth} height=${HEIGHT - BOTTOM - (split ?? head)} />
          ${split === null ? '' : svg`<rect class="late" fill="url(#late)" x=${x} y=${head} width=${breadth} height=${split - head} />`}`;
      })}
      ${lines.map(({ kind, value }) => svg`<line class=${kind} x1=${left} x2=${this.width} y1=${y(position(value))} y2=${y(position(value))} />`)}
      ${bars.map((bar, place) => this.#renderLabels(bar, left + slot * (place + 0.5), y(position(bar.value)), slot))}
    `;
  }

  /** The value above a bar and its name below, in two lines where one is too long; where bars crowd, only the last. */
  #renderLabels({ label, value, kind }: Bar, middle: number, head: number, slot: number): SVGTemplateResult | string {
    const now = kind === 'now';
    if (slot < 40 && !now) return '';
    const space = label.indexOf(' ', label.length / 2 - 2);
    const lines =
      slot < 84 && space > 0 && label.length > 6 ? [label.slice(0, space), label.slice(space + 1)] : [label];
    return svg`
      <text class="halo ${now ? 'strong' : ''}" x=${middle} y=${head - 8} text-anchor="middle">${this.context.format.figure('number', value)}</text>
      ${lines.map((line, row) => svg`<text class=${now ? 'strong' : 'quiet'} x=${middle} y=${HEIGHT - BOTTOM + 17 + row * 14} text-anchor="middle">${line}</text>`)}
    `;
  }
}

customElements.define('tc-dso-chart', TcDsoChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-dso-chart': TcDsoChart;
  }
}
