import { css } from 'lit';

export const viewStyles = css`
  .intro {
    max-width: 48rem;
    padding: 2.5rem 0 1.75rem;
  }
  h1 {
    font-size: clamp(1.625rem, 1.2rem + 1.8vw, 2.125rem);
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  h1:focus {
    outline: 0;
  }
  .lead {
    margin-top: 0.625rem;
    color: var(--muted);
    font-size: 1.0625rem;
  }
  .needs {
    margin-top: 0.375rem;
    color: var(--muted);
    font-size: 0.9375rem;
  }
  /* What fits beside each other depends on the room there is here, on a page of whatever width. */
  .room {
    container-type: inline-size;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
    align-items: start;
  }
  .sheet {
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--sheet);
  }
  tc-tools {
    margin-bottom: 1.25rem;
    padding-bottom: 1.25rem;
    border-bottom: 1px solid var(--line);
  }
  .carry {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-bottom: 1.25rem;
    padding: 0.75rem 1rem;
    border-radius: 8px;
    background: var(--accent-soft);
    font-size: 0.9375rem;
  }
  .results {
    display: grid;
    gap: 1.25rem;
  }
  .results > * {
    min-width: 0;
  }
  .results h2 {
    margin-bottom: 0.75rem;
    font-size: 1.125rem;
  }
  .results h2.small {
    font-size: 1rem;
  }
  /* Results of before the error lose their colour, not their contrast. */
  .stale .sheet {
    background: var(--sunken);
    filter: grayscale(1);
  }
  .notice {
    color: var(--muted);
    font-size: 0.9375rem;
  }
  .notice button {
    margin-inline-end: 0.75rem;
    font-size: inherit;
  }
  .needed {
    font-size: 1.0625rem;
  }
  .hint .primary {
    margin-top: 1rem;
  }
  .hint h3 {
    margin: 1.5rem 0 0.25rem;
    color: var(--muted);
    font-size: 0.875rem;
  }
  .hint li {
    padding: 0.625rem 0;
    border-top: 1px solid var(--line);
  }

  @container (min-width: 59rem) {
    .columns {
      grid-template-columns: minmax(0, 27rem) minmax(0, 1fr);
      gap: 2rem;
    }
    .sheet {
      padding: 1.75rem;
    }
    /* The shorter column stays in view while the longer one scrolls. */
    .columns > * {
      position: sticky;
      top: var(--stick, 0.75rem);
    }
  }
  :host([embedded]) .intro {
    padding: 0 0 1rem;
  }
  :host([embedded]) h1 {
    font-size: 1.375rem;
  }
  :host([embedded]) .lead {
    font-size: 1rem;
  }
  @container (max-width: 30rem) {
    :host([embedded]) .columns {
      gap: 1rem;
    }
    :host([embedded]) .sheet {
      padding: 1rem;
    }
  }
  :host([compact]) :is(.lead, .needs, .hint h3, .hint ul) {
    display: none;
  }
  :host([compact]) .sheet {
    padding: 1rem;
  }
  @media print {
    .bar,
    tc-tools,
    .carry,
    .onward {
      display: none;
    }
    /* What was typed is printed as a list of its own below the results. */
    :host(:not([embedded])) [part='form'] {
      display: none;
    }
    /* Chromium prints the content of a query container twice where it runs over several pages. */
    .room {
      container-type: normal;
    }
    .intro {
      padding-top: 0;
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .columns > * {
      position: static;
    }
    .sheet {
      padding: 0.75rem 0;
      border: 0;
    }
    .sheet h2 {
      break-after: avoid;
    }
  }
`;
