import { css, svg, type SVGTemplateResult } from 'lit';
import type { Area } from '../../engine';
import { base } from '../base.styles';
import { toneMark, type Tone } from '../icon/icon';
import { findingWords } from '../../labels';
import { textFor } from '../../words';
import { Chart } from './chart';
import { chartStyles } from './chart.styles';

const ROW = 44;
const stops: Readonly<Record<Area['status'], number | null>> = { good: 0, watch: 1, act: 2, unknown: null };

/** Where each area of the self-check stands: the further right its mark, the more urgent; shape and word say the same. */
export class TcAreasChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .mark {
        fill: none;
        stroke: var(--tone);
        stroke-width: 2;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .mark .shape {
        fill: var(--tone-soft);
      }
      .track {
        stroke: var(--line-strong);
        stroke-width: 1.5px;
      }
      .track.open {
        stroke-dasharray: 3 5;
      }
      .stop {
        fill: var(--sheet);
        stroke: var(--line-strong);
        stroke-width: 1.5px;
      }
      text.word {
        fill: var(--tone);
        font-weight: 650;
      }
    `,
  ];
  static override properties = { ...Chart.properties, areas: { attribute: false } };

  declare areas: readonly Area[];

  protected override render() {
    const { words } = this.context;
    const { report } = words.calculators.assess;
    const name = (area: Area) => textFor<string>(words.areas, area.id) ?? area.id;
    return this.frame(
      report.areasChart,
      this.areas.map((area) => `${name(area)}: ${words.statuses[area.status]}`).join('; '),
      this.areas.length * ROW,
      svg`${this.areas.map((area, row) => this.#renderRow(area, name(area), row))}`,
      [],
      {
        head: [report.area, report.status, report.found],
        rows: this.areas.map((area) => [
          name(area),
          words.statuses[area.status],
          area.findings.map((code) => findingWords(this.context, 'assess', code).title).join(' / ') ||
            words.results.notYet,
        ]),
      },
    );
  }

  #renderRow(area: Area, name: string, row: number): SVGTemplateResult {
    const y = row * ROW + ROW / 2;
    // Beside name and word a narrow screen leaves room for the mark alone.
    const narrow = this.width < 340;
    const left = narrow ? 106 : 116;
    const right = narrow ? left : this.width - 128;
    const at = (stop: number) => left + ((right - left) * stop) / 2;
    const stop = stops[area.status];
    const tone: Tone = area.status;
    return svg`
      ${row > 0 ? svg`<line class="grid" x1="0" x2=${this.width} y1=${row * ROW} y2=${row * ROW} />` : ''}
      <text x="0" y=${y + 5}>${name}</text>
      <line class="track ${stop === null ? 'open' : ''}" x1=${left} x2=${right} y1=${y} y2=${y} />
      ${stop === null ? '' : [0, 1, 2].map((place) => svg`<circle class="stop" cx=${at(place)} cy=${y} r="3.5" />`)}
      <g class="mark ${tone}" transform="translate(${(stop === null ? (left + right) / 2 : at(stop)) - 13} ${y - 13}) scale(1.083)">
        <circle class="ground" cx="12" cy="12" r="13" stroke="none" />
        ${toneMark(tone)}
      </g>
      <text class="word ${tone}" x=${this.width} y=${y + 5} text-anchor="end">${this.context.words.statuses[area.status]}</text>
    `;
  }
}

customElements.define('tc-areas-chart', TcAreasChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-areas-chart': TcAreasChart;
  }
}
