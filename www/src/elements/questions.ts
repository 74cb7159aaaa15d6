import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../context';
import { isPage, navigation } from '../places';
import { calculatorWords, speakOfReports, textFor, type CalculatorWords, type Words } from '../words';

/** The words of a place, as far as they have arrived; those of a page stand by themselves. */
const wordsOf = (words: Words, place: string): Partial<CalculatorWords> =>
  isPage(place) ? (textFor<Partial<CalculatorWords>>(words as never, place) ?? {}) : calculatorWords(words, place);

/** What one may want to know, each question leading to where it is answered; none inside somebody else's page. */
export function questionsSheet({ addressOf, words }: Context): TemplateResult | typeof nothing {
  if (!addressOf || !speakOfReports(words)) return nothing;
  const asked = navigation(Object.keys(words.places))
    .flat()
    .filter((place) => wordsOf(words, place).asks);
  if (asked.length === 0) return nothing;
  return html`<section class="sheet onward questions">
    <h2>${words.carry.questions}</h2>
    <ul>
      ${asked.map(
        (place) =>
          html`<li>
            <a href=${addressOf(place)}>${wordsOf(words, place).asks}</a> <span>${words.places[place]}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
