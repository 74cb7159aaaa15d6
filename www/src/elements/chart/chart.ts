import { LitElement, html, svg, type TemplateResult, type SVGTemplateResult } from 'lit';
import type { Context } from '../../context';
import { OwnWidth } from '../own-width';

export interface LegendEntry {
  /** Drawn into a box of 28 × 14. */
  readonly mark: SVGTemplateResult;
  readonly text: string;
}

export interface Table {
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly string[])[];
  /** All but the first column are amounts. */
  readonly amounts?: boolean;
}

/**
 * What all charts share: they are drawn by hand in SVG to the width they are given, so that text keeps its size; they
 * carry a title and a description, and the same figures as a table. Geometry goes into attributes, colours come from
 * style sheets: the page's policy allows no inline style.
 */
export abstract class Chart extends LitElement {
  static override properties = {
    context: { attribute: false },
    width: { state: true },
  };

  declare context: Context;
  declare protected width: number;

  constructor() {
    super();
    this.width = 480;
    new OwnWidth(this, (width) => (this.width = width));
  }

  protected frame(
    title: string,
    description: string,
    height: number,
    drawing: SVGTemplateResult,
    legend: readonly LegendEntry[],
    table: Table,
  ): TemplateResult {
    return html`<figure>
      <svg
        role="img"
        aria-labelledby="title"
        aria-describedby="desc"
        viewBox="0 0 ${this.width} ${height}"
        height=${height}
      >
        ${svg`<title id="title">${title}</title><desc id="desc">${description}</desc>`} ${drawing}
      </svg>
      ${
        legend.length > 0
          ? html`<ul class="legend" aria-hidden="true">
              ${legend.map(({ mark, text }) => html`<li><svg viewBox="0 0 28 14">${mark}</svg>${text}</li>`)}
            </ul>`
          : ''
      }
      <details>
        <summary>${this.context.words.results.table}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${title}>
          <table>
            <thead>
              <tr>
                ${table.head.map((cell, column) => html`<th scope="col" class=${table.amounts && column > 0 ? 'amount' : ''}>${cell}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${table.rows.map(
                ([heading = '', ...cells]) =>
                  html`<tr>
                    <th scope="row">${heading}</th>
                    ${cells.map((cell) => html`<td class=${table.amounts ? 'amount' : ''}>${cell}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    </figure>`;
  }
}

/** Round steps for an axis, about `count` of them. */
export function ticks(low: number, high: number, count = 5): number[] {
  const rough = (high - low) / count;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
