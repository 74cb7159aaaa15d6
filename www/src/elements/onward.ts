import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../context';
import { calculatorWords } from '../words';

/** A calculator that can use figures of this one. */
export interface Onward {
  readonly place: string;
  readonly figures: number;
}

/** The calculators that can go on with the figures of this one; none inside somebody else's page. */
export function onwardSheet(
  { addressOf, words }: Context,
  onward: readonly Onward[],
  go: (place: string) => void,
): TemplateResult | typeof nothing {
  if (!addressOf || onward.length === 0) return nothing;
  const { results, places } = words;
  const followed = (event: Event, place: string) => {
    event.preventDefault();
    go(place);
  };
  return html`<section class="sheet onward">
    <h2>${results.onward}</h2>
    <ul>
      ${onward.map(
        ({ place, figures }) =>
          html`<li>
            <a href=${addressOf(place)} @click=${(event: Event) => followed(event, place)}>${places[place] ?? place}</a>
            <span class="number">${results.carries(figures)}</span>
            <p>${calculatorWords(words, place).lead}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}
