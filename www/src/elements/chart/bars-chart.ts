import { css, svg, type SVGTemplateResult } from 'lit';
import { position } from '../../decimal';
import { base } from '../base.styles';
import type { Tone } from '../icon/icon';
import { Chart } from './chart';
import { chartStyles } from './chart.styles';

export interface Bar {
  readonly name: string;
  readonly value: string;
  /** The value as it is written. */
  readonly shown: string;
  /** What stands behind it in a smaller hand. */
  readonly note: string;
  readonly tone: Tone;
}

/** Where a name and its figure do not fit beside each other, they stand in two lines. */
const NARROW = 400;

/** Amounts one below the other, each with its name and figure above its bar: legible at any width. */
export class TcBarsChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .track {
        fill: var(--sunken);
      }
      .strong {
        font-weight: 650;
      }
      .note {
        fill: var(--muted);
        font-size: 12px;
      }
      .bar {
        fill: var(--tone, var(--accent));
      }
      /* Bars that are no good sign are hatched too, so that colour is not all that says so. */
      .hatch {
        stroke: var(--sheet);
        stroke-width: 2px;
      }
      @media (forced-colors: active) {
        .track {
          stroke: CanvasText;
        }
        .bar {
          fill: CanvasText;
        }
      }
    `,
  ];
  static override properties = {
    ...Chart.properties,
    name: {},
    head: { attribute: false },
    bars: { attribute: false },
  };

  declare name: string;
  /** Of the table: what the bars are, their value, their note. */
  declare head: readonly [string, string, string];
  declare bars: readonly Bar[];

  protected override render() {
    const most = Math.max(0, ...this.bars.map(({ value }) => position(value)));
    return this.frame(
      this.name,
      this.bars.map(({ name, shown, note }) => `${name} ${shown} ${note}`).join('; '),
      this.bars.length * this.#row,
      svg`
        <defs>
          <pattern id="late" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" y2="7" /></pattern>
        </defs>
        ${this.bars.map((bar, row) => this.#renderBar(bar, row, most))}`,
      [],
      { head: this.head, rows: this.bars.map(({ name, shown, note }) => [name, shown, note]), amounts: true },
    );
  }

  get #row(): number {
    return this.width < NARROW ? 64 : 46;
  }

  #renderBar({ name, value, shown, note, tone }: Bar, row: number, most: number): SVGTemplateResult {
    const y = row * this.#row;
    const isNarrow = this.width < NARROW;
    const below = isNarrow ? 32 : 14;
    const length = most > 0 ? Math.max(0, (position(value) / most) * this.width) : 0;
    const bar = { x: 0, y: y + below + 8, width: length > 0 ? Math.max(2, length) : 0 };
    return svg`
      <text x="0" y=${y + 14}>${name}</text>
      <text x=${isNarrow ? 0 : this.width} y=${y + below} text-anchor=${isNarrow ? 'start' : 'end'}><tspan class="strong">${shown}</tspan><tspan class="note" dx="10">${note}</tspan></text>
      <rect class="track" x="0" y=${bar.y} width=${this.width} height="12" rx="2" />
      <rect class="bar ${tone}" x=${bar.x} y=${bar.y} width=${bar.width} height="12" rx="2" />
      ${tone === 'act' ? svg`<rect fill="url(#late)" x=${bar.x} y=${bar.y} width=${bar.width} height="12" rx="2" />` : ''}
    `;
  }
}

customElements.define('tc-bars-chart', TcBarsChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-bars-chart': TcBarsChart;
  }
}
