import { css, svg, type SVGTemplateResult } from 'lit';
import { base } from '../base.styles';
import type { Tone } from '../icon/icon';
import { Chart } from './chart';
import { chartStyles } from './chart.styles';

export interface Zone {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly tone: Tone;
}

export interface ScalePicture {
  readonly title: string;
  readonly description: string;
  readonly zones: readonly Zone[];
  readonly value: number;
  /** The value as it is written. */
  readonly shown: string;
  readonly range?: { readonly low: number; readonly high: number } | undefined;
  /** The borders between zones as they are written, by their place on the scale. */
  readonly borders: readonly { readonly at: number; readonly text: string }[];
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

const HEIGHT = 92;
const TOP = 40;
const BAND = 24;

/** A value on a scale of named zones, with the range in which it may lie. */
export class TcScaleChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .zone {
        fill: var(--tone-soft);
        stroke: var(--sheet);
        stroke-width: 2px;
      }
      .here {
        stroke: var(--tone);
      }
      text.zone-name {
        fill: var(--tone);
        stroke: none;
        font-weight: 600;
      }
      .range {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2px;
      }
      .pointer {
        fill: var(--ink);
        stroke: var(--sheet);
        stroke-width: 1.5px;
      }
      @media (forced-colors: active) {
        .zone {
          stroke: CanvasText;
          stroke-width: 1px;
        }
      }
    `,
  ];
  static override properties = { ...Chart.properties, picture: { attribute: false } };

  declare picture: ScalePicture;

  protected override render() {
    const { title, description, table } = this.picture;
    return this.frame(title, description, HEIGHT, this.#draw(), [], { ...table, amounts: true });
  }

  #draw(): SVGTemplateResult {
    const { zones, value, shown, range, borders } = this.picture;
    const [low, high] = [zones[0]?.from ?? 0, zones.at(-1)?.to ?? 1];
    const x = (at: number) => 8 + ((this.width - 16) * (Math.min(high, Math.max(low, at)) - low)) / (high - low || 1);
    const here = x(value);
    const anchor = here > this.width - 60 ? 'end' : here < 60 ? 'start' : 'middle';
    const line = TOP - 7;
    return svg`
      ${zones.map(
        ({ from, to, label, tone }) => svg`<g class=${tone}>
          <rect class="zone" x=${x(from)} y=${TOP} width=${x(to) - x(from)} height=${BAND} />
          <text class="zone-name" x=${(x(from) + x(to)) / 2} y=${TOP + 17} text-anchor="middle">${label}</text>
        </g>`,
      )}
      ${borders.map(({ at, text }) => {
        const end = at <= low ? 'start' : at >= high ? 'end' : 'middle';
        return svg`<text class="quiet" x=${x(at)} y=${TOP + BAND + 18} text-anchor=${end}>${text}</text>`;
      })}
      ${
        range && range.high > range.low
          ? svg`<path class="range" d="M${x(range.low)} ${line - 4}v8M${x(range.high)} ${line - 4}v8M${x(range.low)} ${line}H${x(range.high)}" />`
          : ''
      }
      <path class="pointer" d="m${here} ${TOP + 3}-7-12h14z" />
      <text class="strong halo" x=${here} y=${TOP - 20} text-anchor=${anchor}>${shown}</text>
    `;
  }
}

customElements.define('tc-scale-chart', TcScaleChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-scale-chart': TcScaleChart;
  }
}
