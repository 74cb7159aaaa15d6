import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .columns,
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  dl.totals {
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 1rem 1.5rem;
    margin: 0;
  }
  .totals div {
    container-type: inline-size;
  }
  /* An amount stays whole. */
  .totals dd {
    font-size: min(9cqi, 1.625rem);
    font-weight: 650;
    line-height: 1.3;
    white-space: nowrap;
  }
  .totals .note {
    white-space: normal;
    color: var(--muted);
    font-size: 0.875rem;
    font-weight: 400;
  }
  .sheet {
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--sheet);
  }
  h2 {
    margin-bottom: 0.75rem;
    font-size: 1.125rem;
  }
  h3 {
    margin-top: 1.25rem;
  }
  .notice {
    color: var(--muted);
    font-size: 0.9375rem;
  }
  tc-bars-chart {
    margin-top: 0.5rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-bottom: 0.75rem;
  }
  .head h2 {
    margin: 0;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.5rem 0.5rem 0.5rem 0;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
  }
  thead th {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  tfoot th,
  tfoot td {
    border-bottom: 0;
    font-weight: 650;
  }
  .amount {
    padding-inline-end: 0;
    padding-inline-start: 0.75rem;
    text-align: end;
    white-space: nowrap;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
    gap: 0.75rem 1rem;
    margin-top: 0.5rem;
  }
  dt {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  dd {
    font-weight: 600;
  }
  .scroll + .notice {
    margin-top: 0.75rem;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.75rem;
  }
  @media (max-width: 30rem) {
    table {
      font-size: 0.8125rem;
    }
    /* Two lines a row: the age and its balance, then the rate and what it makes. */
    tr {
      display: grid;
      grid-template-columns: 1fr auto;
      padding: 0.375rem 0;
      border-bottom: 1px solid var(--line);
    }
    th,
    td {
      padding: 0;
      border: 0;
    }
    .amount:nth-child(3) {
      padding: 0;
      text-align: start;
    }
  }
  @media (min-width: 62rem) {
    .columns {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
    .sheet {
      padding: 1.75rem;
    }
  }
  @media print {
    .carry,
    button {
      display: none;
    }
    .sheet {
      padding: 0.75rem 0;
      border: 0;
      break-inside: avoid-page;
    }
  }
`;
