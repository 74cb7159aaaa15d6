import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import { isPage, navigation } from '../../places';
import { calculatorWords, speakOfReports, textFor, type CalculatorWords, type Words } from '../../words';
import { base } from '../base.styles';

/** The words of a page stand by themselves, once they are there. */
const pageWords = (words: Words, place: string): Partial<CalculatorWords> =>
  textFor<Partial<CalculatorWords>>(words as never, place) ?? {};

/** What one may want to know, each question leading to where it is answered. */
export class TcQuestions extends LitElement {
  static override styles = [
    base,
    css`
      .sheet {
        padding: 1.25rem;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--sheet);
      }
      @media print {
        :host {
          display: none;
        }
      }
      h2 {
        margin-bottom: 0.5rem;
        font-size: 1.125rem;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      a {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 1rem;
        min-height: 2.75rem;
        padding: 0.375rem 0;
        color: var(--accent);
        text-decoration: none;
      }
      a:hover {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      span {
        flex: none;
        color: var(--muted);
        font-size: 0.8125rem;
      }
    `,
  ];
  static override properties = { context: { attribute: false } };

  declare context: Context;

  protected override render(): TemplateResult | typeof nothing {
    const { words, addressOf } = this.context;
    if (!addressOf || !speakOfReports(words)) return nothing;
    const asked = navigation(Object.keys(words.places))
      .flat()
      .flatMap((place) => {
        const { asks, short } = isPage(place) ? pageWords(words, place) : calculatorWords(words, place);
        return asks ? [{ place, asks, short }] : [];
      });
    if (asked.length === 0) return nothing;
    return html`<section class="sheet">
      <h2>${words.carry.questions}</h2>
      <ul>
        ${asked.map(
          ({ place, asks, short }) =>
            html`<li>
              <a href=${addressOf(place)}>${asks}<span>${short}</span></a>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('tc-questions', TcQuestions);

declare global {
  interface HTMLElementTagNameMap {
    'tc-questions': TcQuestions;
  }
}
