import { css } from 'lit';

export const styles = css`
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  table {
    border-collapse: collapse;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    min-width: 8.5rem;
    max-width: 16rem;
    padding: 0.375rem 0.625rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  tr:last-child td {
    border-bottom: 0;
  }
  th {
    background: var(--sunken);
    font-weight: 600;
    vertical-align: top;
  }
  th.used {
    background: var(--accent-soft);
  }
  td:not(.used) {
    color: var(--muted);
  }
  .heading {
    display: block;
    margin-bottom: 0.25rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  select {
    width: 100%;
    min-height: 2.5rem;
    padding: 0 0.375rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
    color: var(--ink);
    font-weight: 400;
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
    gap: 0.75rem 1rem;
    margin-top: 1rem;
  }
  .settings:empty {
    display: none;
  }
  .settings label {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .settings select {
    display: block;
    min-height: 2.75rem;
    margin-top: 0.125rem;
    font-size: 1rem;
  }
  details {
    margin-top: 1rem;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 2.75rem;
    color: var(--accent);
  }
`;
