import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem 0.75rem;
  }
  .buttons {
    display: flex;
    gap: 0.25rem;
  }
  button {
    padding-inline: 0.75rem;
  }
  /* As wide as the names of currencies are; the buttons go below where there is no room for both. */
  label {
    flex: 1 1 15rem;
    min-width: 0;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  label:lang(zh) {
    flex-basis: 8rem;
  }
  select {
    display: block;
    width: 100%;
    min-height: 2.75rem;
    margin-top: 0.125rem;
    padding: 0 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
    color: var(--ink);
    font-size: 1rem;
    text-overflow: ellipsis;
  }
`;
