import { css } from 'lit';

export const styles = css`
  :host {
    border-top: 1px solid var(--line);
  }
  /* A number that does not fit beside its name goes below it, whole. */
  summary,
  .open {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
    min-height: 2.75rem;
    padding: 0.5rem 1.75rem 0.5rem 0;
  }
  summary:hover .name {
    color: var(--accent);
  }
  .name {
    flex: 1 1 7rem;
  }
  .value {
    min-width: 0;
    margin-inline-start: auto;
    font-weight: 600;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .open .value {
    color: var(--muted);
    font-weight: 400;
  }
  .distance {
    flex-basis: 100%;
    display: flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--tone, var(--muted));
    font-size: 0.8125rem;
    line-height: 1.5;
  }
  .distance svg {
    flex: none;
    width: 1rem;
    height: 1rem;
  }
  .chevron {
    position: absolute;
    top: 1.0625rem;
    inset-inline-end: 0.25rem;
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
  .why {
    flex-basis: 100%;
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.6;
  }
`;
