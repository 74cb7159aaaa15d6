import { css } from 'lit';

export const styles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem 1rem;
    margin-bottom: 0.75rem;
  }
  .tools label {
    flex: 1 1 11rem;
    max-width: 22rem;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .tools input,
  .tools select {
    display: block;
    width: 100%;
    min-height: 2.75rem;
    margin-top: 0.125rem;
    padding: 0 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
    font-size: 1rem;
  }
  .count,
  .notice {
    color: var(--muted);
    font-size: 0.875rem;
  }
  .scroll {
    --name: minmax(9.5rem, 1.6fr);
    --money: minmax(7.25rem, 1fr);
    --columns: var(--name) var(--money) 3.75rem var(--money) var(--money) 4.5rem minmax(6.5rem, 1fr) 5.75rem;
    /* The columns at their narrowest, with the gaps: head and rows are two grids, which agree only at one width. */
    --least: 56.75rem;
    position: relative;
    max-height: 34rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 8px;
    overscroll-behavior: contain;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .scroll.insured {
    --columns: var(--name) var(--money) 3.75rem var(--money) var(--money) 4.5rem minmax(6.5rem, 1fr) var(--money)
      5.75rem;
    --least: 64.5rem;
  }
  .scroll.limits {
    --columns: var(--name) var(--money) 3.75rem var(--money) var(--money) 4.5rem var(--money) 4rem minmax(6.5rem, 1fr)
      5.75rem;
    --least: 69rem;
  }
  .scroll.limits.insured {
    --name: minmax(8.5rem, 1.6fr);
    --money: minmax(6.625rem, 1fr);
    --columns: var(--name) var(--money) 3.5rem var(--money) var(--money) 4rem var(--money) 4rem minmax(6rem, 1fr)
      var(--money) 5.25rem;
    --least: 70.875rem;
    font-size: 0.8125rem;
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    width: 100%;
    min-width: var(--least);
    background: var(--sunken);
  }
  .all {
    position: relative;
    width: 100%;
    min-width: var(--least);
  }
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    gap: 0 0.5rem;
    height: 3rem;
    padding: 0 0.75rem;
    border-bottom: 1px solid var(--line);
  }
  .all .row:hover {
    background: var(--sunken);
  }
  .cell {
    min-width: 0;
    overflow: hidden;
    text-align: end;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .cell.name,
  .cell.stage {
    text-align: start;
  }
  .head button {
    min-height: 2.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.25;
    text-align: inherit;
    white-space: normal;
  }
  .head [aria-sort$='ending'] button {
    color: var(--ink);
    font-weight: 650;
  }
  .head .cell:not(.name, .stage) button {
    display: inline-flex;
    flex-direction: row-reverse;
    align-items: center;
  }
  .cell.name button {
    max-width: 100%;
    max-height: 2.7em;
    overflow: hidden;
    text-align: start;
  }
  .cell.name button,
  .cell.stage {
    line-height: 1.35;
    white-space: normal;
  }
  span.stage {
    color: var(--tone);
  }
  .over {
    color: var(--act);
    font-weight: 650;
  }
  .cards .head {
    position: absolute;
    width: 1px;
    min-width: 0;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .cards .all {
    min-width: 0;
  }
  .cards .row {
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    gap: 0.125rem 0.75rem;
    height: 6rem;
  }
  .cards .cell.name,
  .cards .cell.open {
    grid-column: 1 / -1;
  }
  .cards .cell {
    text-align: start;
  }
  .cards .cell.overdue {
    color: var(--muted);
  }
  .cards .cell.stage {
    text-align: end;
  }
  .cards .cell.open {
    font-weight: 600;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
