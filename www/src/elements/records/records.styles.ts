import { css } from 'lit';

export const styles = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  th,
  td {
    padding: 0.5rem 0.5rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    line-height: 1.5;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 400;
    white-space: nowrap;
  }
  tbody th {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  tfoot th,
  tfoot td {
    border-bottom: 0;
    font-weight: 650;
  }
  .amount {
    text-align: end;
    white-space: nowrap;
  }
  .tone {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--tone, inherit);
  }
  .tone svg {
    flex: none;
    width: 1.125rem;
    height: 1.125rem;
  }
  .cards > li {
    padding: 0.75rem 0;
    border-top: 1px solid var(--line);
  }
  .cards > li:first-child {
    padding-top: 0;
    border-top: 0;
  }
  .cards .title {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .cards dl > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
    font-size: 0.9375rem;
  }
  .cards dt {
    color: var(--muted);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    margin-top: 0.75rem;
    color: var(--muted);
    font-size: 0.875rem;
  }
`;
