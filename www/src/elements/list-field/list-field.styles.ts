import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .count {
    margin-inline-start: 0.5rem;
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }
  .help {
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.5;
  }
  .error {
    display: flex;
    gap: 0.375rem;
    margin-top: 0.25rem;
    color: var(--act);
    font-size: 0.875rem;
    line-height: 1.5;
  }
  .error svg {
    flex: none;
    width: 1.125rem;
    height: 1.3125rem;
  }
  .rows {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.375rem;
  }
  .rows.cards {
    gap: 0;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .row {
    display: flex;
    align-items: end;
    gap: 0.25rem;
  }
  .cells {
    flex: 1;
    min-width: 0;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr));
    gap: 0.5rem;
    align-items: start;
  }
  .of-2 .cells {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .of-3 .cells {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.35fr) minmax(0, 0.75fr);
  }
  .of-2 .cells,
  .of-3 .cells {
    align-items: end;
  }
  @container (max-width: 22rem) {
    .of-3 {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 4rem 2.5rem;
    }
    .of-3 .cells {
      display: contents;
    }
    .of-3 tc-field:first-child {
      grid-column: 1 / 3;
    }
    .of-3 tc-field:last-child {
      grid-column: 2 / 4;
    }
    .of-3 .remove {
      grid-area: 1 / 3;
    }
  }
  .card {
    display: flex;
    align-items: start;
    gap: 0.25rem;
    border-top: 1px solid var(--line);
  }
  .card:first-child {
    border-top: 0;
  }
  .card details {
    flex: 1;
    min-width: 0;
  }
  .card summary {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 2.75rem;
    padding: 0.375rem 0 0.375rem 0.875rem;
  }
  .card .words {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.625rem;
    min-width: 0;
    font-size: 0.9375rem;
    line-height: 1.45;
  }
  .card strong {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .card .words .number,
  .card .open {
    color: var(--muted);
    font-size: 0.875rem;
  }
  .card .wrong {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    color: var(--act);
    font-size: 0.8125rem;
  }
  .card .wrong svg {
    width: 1rem;
    height: 1rem;
  }
  .card .cells {
    align-items: end;
    padding: 0.25rem 0 0.875rem 0.875rem;
  }
  .remove {
    flex: none;
    width: 2.5rem;
    padding: 0;
    border-color: transparent;
    background: transparent;
    color: var(--muted);
    font-size: 1.25rem;
    line-height: 1;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-top: 0.5rem;
  }
  .tools .plain {
    padding-inline: 0.625rem;
    font-size: 0.9375rem;
  }
  .paste,
  .notice.said {
    margin-top: 0.5rem;
    padding: 0.875rem;
    border-radius: 8px;
    background: var(--sunken);
    font-size: 0.9375rem;
  }
  .paste label {
    font-weight: 600;
  }
  textarea {
    display: block;
    width: 100%;
    margin-top: 0.5rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
    line-height: 1.5;
    resize: vertical;
  }
  .undo {
    margin-top: 0.5rem;
  }
  .wide-only {
    display: none;
  }
  @media (min-width: 48rem) {
    .wide-only {
      display: inline-block;
    }
  }
  @media print {
    .tools,
    .remove,
    .notice,
    .paste {
      display: none;
    }
  }
`;
