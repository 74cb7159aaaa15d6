import { css } from 'lit';

export const chartStyles = css`
  figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  svg {
    display: block;
    width: 100%;
    overflow: visible;
  }
  text {
    fill: var(--ink);
    font-family: inherit;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  text.quiet {
    fill: var(--muted);
    font-size: 12px;
  }
  text.strong {
    font-weight: 650;
  }
  /* Readable also where a line passes behind it. */
  text.halo {
    stroke: var(--sheet);
    stroke-width: 5px;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .axis {
    stroke: var(--line-strong);
    stroke-width: 1px;
  }
  .grid {
    stroke: var(--line);
    stroke-width: 1px;
  }
  .ground {
    fill: var(--sheet);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    font-size: 0.8125rem;
    line-height: 1.6;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .legend svg {
    flex: none;
    width: 28px;
    height: 14px;
  }
  details {
    font-size: 0.875rem;
  }
  summary {
    display: inline-block;
    padding: 0.25rem 0;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.375rem 0.5rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-weight: 600;
  }
  .amount {
    text-align: end;
    white-space: nowrap;
  }
  @media print {
    details {
      display: none;
    }
    figure {
      break-inside: avoid;
    }
  }
`;
