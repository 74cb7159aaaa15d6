import { html, nothing, type TemplateResult } from 'lit';

/** A part of the results under a heading of its own. */
export const sheet = (title: string, content: unknown, lead = ''): TemplateResult =>
  html`<section class="sheet">
    <h2>${title}</h2>
    ${lead ? html`<p class="notice">${lead}</p>` : nothing} ${content}
  </section>`;
