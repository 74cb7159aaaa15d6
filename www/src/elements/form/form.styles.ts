import { css } from 'lit';

export const styles = css`
  /* What is below stays out of sight until it is where it belongs. */
  :host(:not([made])) {
    display: block;
    min-height: 30rem;
  }
  .section {
    border-top: 1px solid var(--line);
  }
  .section:first-child {
    border-top: 0;
  }
  summary,
  .heading {
    display: flex;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding: 1rem 0;
  }
  .heading {
    padding-top: 0;
  }
  summary:hover h3 {
    color: var(--accent);
  }
  .words {
    flex: 1;
    min-width: 0;
  }
  .words p {
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.5;
  }
  .count {
    flex: none;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .count.some {
    color: var(--accent);
    font-weight: 600;
  }
  .mark {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    flex: none;
    color: var(--tone);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .mark svg {
    width: 1.125rem;
    height: 1.125rem;
  }
  .mark.gain {
    padding: 0 0.5rem;
    border-radius: 999px;
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 400;
  }
  .next {
    padding-bottom: 1.5rem;
  }
  .next button {
    width: 100%;
  }
  .chevron {
    margin: 0 0.25rem;
  }
  .fields {
    display: grid;
    gap: 1.25rem;
    padding-bottom: 1.5rem;
  }
`;
