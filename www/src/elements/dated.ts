import { css, html, type TemplateResult } from 'lit';
import type { Context } from '../context';

/** What is to happen when, one day under the other. */
export const dated = (
  { format }: Context,
  entries: readonly { readonly date: string; readonly what: unknown }[],
): TemplateResult =>
  html`<ol class="dated">
    ${entries.map(
      ({ date, what }) =>
        html`<li>
          <time class="number" datetime=${date}>${format.date(date)}</time>
          <div>${what}</div>
        </li>`,
    )}
  </ol>`;

export const datedStyles = css`
  .dated > li {
    display: grid;
    grid-template-columns: 8.5rem minmax(0, 1fr);
    gap: 0 1rem;
    padding: 0.5625rem 0;
    border-top: 1px solid var(--line);
  }
  .dated > li:first-child {
    border-top: 0;
  }
  .dated strong {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .dated .rule {
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.55;
  }
`;
