import { LitElement, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, Step } from '../../engine';
import { base, disclosure } from '../base.styles';
import { OwnWidth } from '../own-width';
import { styles } from './bars.styles';
import '../step/step';

/** How a part of a bar is drawn: each kind has a pattern or an outline of its own beside its colour. */
export type Ink = 'solid' | 'soft' | 'plain' | 'hatch' | 'accent-hatch' | 'alarm' | 'track';

/** A part of a bar, in shares of the room there is. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly ink: Ink;
}

export interface Bar {
  readonly parts: readonly Part[];
  /** Said beside the bar, where a row has several. */
  readonly says?: string;
}

export interface Row {
  readonly name: string;
  readonly note?: string | undefined;
  readonly badge?: string | undefined;
  readonly value: string;
  readonly bars: readonly Bar[];
  readonly strong?: boolean;
  /** There is no figure; the value says why. */
  readonly open?: boolean;
  /** What the figure is, said when the row is opened up. */
  readonly means?: string;
  readonly step?: Step | undefined;
  /** What the step comes to, where the row says it with a sign or beside something else. */
  readonly comesTo?: string;
}

export interface Heading {
  readonly heading: string;
}

export interface Key {
  readonly ink: Ink | 'mark';
  readonly text: string;
}

const HEIGHT = 12;

/**
 * Figures under each other, each with its name, its value and a bar; what has an explanation opens up. The bars only
 * picture what the text says, so this is a list to those who listen.
 */
export class TcBars extends LitElement {
  static override styles = [base, disclosure, styles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    rows: { attribute: false },
    keys: { attribute: false },
    marks: { attribute: false },
    folded: { attribute: false },
    foldedTitle: {},
    width: { state: true },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare rows: readonly (Row | Heading)[];
  declare keys: readonly Key[];
  /** Lines through all bars, in shares of the room. */
  declare marks: readonly number[];
  /** Rows of nothing: only named, and only on demand. */
  declare folded: readonly string[];
  declare foldedTitle: string;
  declare protected width: number;

  constructor() {
    super();
    this.keys = [];
    this.marks = [];
    this.folded = [];
    this.foldedTitle = '';
    this.width = 320;
    new OwnWidth(this, (width) => (this.width = width));
  }

  protected override render(): TemplateResult {
    return html`
      <ul>
        ${this.rows.map((row) => ('heading' in row ? html`<li class="heading">${row.heading}</li>` : this.#renderRow(row)))}
      </ul>
      ${
        this.folded.length > 0
          ? html`<details class="folded">
              <summary><span class="number">${this.foldedTitle}</span><span class="chevron"></span></summary>
              <ul>
                ${this.folded.map((name) => html`<li>${name}</li>`)}
              </ul>
            </details>`
          : nothing
      }
      ${
        this.keys.length > 0
          ? html`<ul class="legend" aria-hidden="true">
              ${this.keys.map(
                ({ ink, text }) =>
                  html`<li>
                    <svg width="28" height=${HEIGHT} viewBox="0 0 28 ${HEIGHT}">
                      ${ink === 'mark' ? svg`<line class="mark" x1="14" x2="14" y2=${HEIGHT} />` : this.#part({ from: 0, to: 1, ink }, 28)}
                    </svg>
                    ${text}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    `;
  }

  #renderRow(row: Row): TemplateResult {
    const { name, note, badge, value, bars, strong, open, means, step, comesTo = value } = row;
    const line = html`<span class="name"
        >${name}${note ? html`<span class="note number">${note}</span>` : nothing}${badge ? html`<span class="badge">${badge}</span>` : nothing}</span
      >
      <span class="value number">${value}</span>`;
    const pictures = bars.map(
      ({ parts, says }) =>
        html`<span class="bar"
          >${this.#bar(parts, says === undefined ? this.width : this.width * 0.62)}${says === undefined ? nothing : html`<span class="says number">${says}</span>`}</span
        >`,
    );
    const kind = `row ${strong ? 'strong' : ''} ${open ? 'open' : ''}`;
    if (!means && !step)
      return html`<li class=${kind}>
        <div class="line">${line}${pictures}</div>
      </li>`;
    return html`<li class=${kind}>
      <details>
        <summary class="line">${line}<span class="chevron"></span>${pictures}</summary>
        <div class="body">
          ${means ? html`<p>${means}</p>` : nothing}
          ${
            step
              ? html`<tc-step
                  .context=${this.context}
                  .calculator=${this.calculator}
                  .step=${step}
                  .shown=${comesTo}
                ></tc-step>`
              : nothing
          }
        </div>
      </details>
    </li>`;
  }

  #bar(parts: readonly Part[], width: number): TemplateResult {
    return html`<svg width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true">
      ${parts.map((part) => this.#part(part, width))}
      ${this.marks.map((at) => svg`<line class="mark" x1=${at * width} x2=${at * width} y1="-3" y2=${HEIGHT + 3} />`)}
    </svg>`;
  }

  /** Hatching is drawn line by line: a pattern would need an id, and there may be many of these on one page. */
  #part({ from, to, ink }: Part, room: number): SVGTemplateResult {
    const x = from * room + 0.5;
    // A hair of it is seen however small it is.
    const breadth = Math.max(to > from ? 1.5 : 0, (to - from) * room - 1);
    const box = (kind: string) =>
      svg`<rect class=${kind} x=${x} y="0.5" width=${breadth} height=${HEIGHT - 1} rx="2" />`;
    if (ink !== 'hatch' && ink !== 'accent-hatch') return box(ink);
    const lines = Array.from({ length: Math.floor(breadth / 6) }, (_, at) => x + 3 + at * 6);
    return svg`${box(ink === 'hatch' ? 'taken' : 'soft')}${lines.map(
      (at) => svg`<line class=${ink} x1=${at - 2} y1=${HEIGHT - 1.5} x2=${at + 2} y2="1.5" />`,
    )}`;
  }
}

customElements.define('tc-bars', TcBars);

declare global {
  interface HTMLElementTagNameMap {
    'tc-bars': TcBars;
  }
}
