import { css } from 'lit';

export const styles = css`
  .heading {
    padding: 1rem 0 0.25rem;
    color: var(--muted);
    font-size: 0.875rem;
    font-weight: 650;
  }
  .heading:first-child {
    padding-top: 0;
  }
  .row {
    border-top: 1px solid var(--line);
  }
  .heading + .row,
  .row:first-child {
    border-top: 0;
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0.125rem 0.75rem;
    padding: 0.5rem 0;
  }
  summary.line {
    grid-template-columns: minmax(0, 1fr) auto 1rem;
  }
  summary:hover .name {
    color: var(--accent);
  }
  .name {
    overflow-wrap: anywhere;
  }
  .note {
    margin-inline-start: 0.375rem;
    color: var(--muted);
    font-size: 0.875rem;
    font-weight: 400;
  }
  .badge {
    display: inline-block;
    margin-inline-start: 0.375rem;
    padding: 0 0.5rem;
    border-radius: 999px;
    background: var(--accent);
    color: var(--accent-ink);
    font-size: 0.75rem;
    font-weight: 650;
    line-height: 1.6;
    white-space: nowrap;
  }
  .value {
    text-align: end;
    white-space: nowrap;
  }
  .strong .name,
  .strong .value {
    font-weight: 650;
  }
  .open .value {
    color: var(--muted);
    font-size: 0.875rem;
  }
  .chevron {
    align-self: center;
    justify-self: center;
  }
  .bar {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .bar svg {
    flex: none;
    display: block;
    overflow: visible;
  }
  .bar .says {
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.4;
    white-space: nowrap;
  }
  .track {
    fill: none;
    stroke: var(--line-strong);
    stroke-width: 1px;
  }
  .solid {
    fill: var(--accent);
  }
  .soft {
    fill: var(--accent-soft);
    stroke: var(--accent);
    stroke-width: 1px;
  }
  .plain {
    fill: var(--line-strong);
  }
  .taken {
    fill: var(--ground, var(--sheet));
    stroke: var(--line-strong);
    stroke-width: 1px;
  }
  .hatch {
    stroke: var(--line-strong);
    stroke-width: 2px;
  }
  .accent-hatch {
    stroke: var(--accent);
    stroke-width: 2px;
  }
  .alarm {
    fill: var(--act);
  }
  .link {
    stroke: var(--line-strong);
    stroke-width: 1px;
    stroke-dasharray: 2 2;
  }
  .mark {
    stroke: var(--ink);
    stroke-width: 2px;
  }
  .body {
    display: grid;
    gap: 0.75rem;
    margin-bottom: 0.75rem;
    padding: 0.875rem 1rem;
    border-radius: 8px;
    background: var(--sunken);
    font-size: 0.875rem;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    margin-top: 0.75rem;
    font-size: 0.8125rem;
    line-height: 1.6;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .folded {
    margin-top: 0.25rem;
    border-top: 1px solid var(--line);
  }
  .folded > summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 2.75rem;
    padding-inline-end: 0.25rem;
    color: var(--accent);
    font-size: 0.9375rem;
  }
  .folded li {
    padding: 0.25rem 0;
    color: var(--muted);
    font-size: 0.9375rem;
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid CanvasText;
    }
    .solid,
    .alarm {
      fill: CanvasText;
    }
    .plain {
      fill: GrayText;
    }
  }
`;
