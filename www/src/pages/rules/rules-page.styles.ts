import { css } from 'lit';

export const styles = css`
  .pack {
    display: grid;
    gap: 0.75rem;
  }
  .pack .fields {
    display: grid;
    gap: 1rem;
  }
  .stamp {
    color: var(--muted);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .stamp strong {
    color: var(--ink);
  }
  .filter {
    position: sticky;
    top: 0;
    z-index: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 0.75rem;
    margin-bottom: 1.25rem;
    padding: 0.75rem 0;
    background: var(--page);
  }
  .filter label {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .filter input,
  .filter select {
    display: block;
    width: 100%;
    min-height: 2.75rem;
    margin-top: 0.125rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
    color: var(--ink);
    font: inherit;
    font-size: 1rem;
  }
  .filter p {
    grid-column: 1 / -1;
  }
  details.sheet {
    padding-top: 0;
    padding-bottom: 0;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 3.5rem;
  }
  summary h2 {
    flex: 1;
  }
  .count {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .count.some {
    color: var(--accent);
    font-weight: 600;
  }
  .part {
    padding: 1rem 0 1.25rem;
    border-top: 1px solid var(--line);
  }
  .part h3 {
    margin-bottom: 0.75rem;
  }
  .leaf {
    display: grid;
    gap: 0.375rem 1.5rem;
    padding: 0.75rem 0;
  }
  .leaf + .leaf {
    border-top: 1px dashed var(--line);
  }
  .origin {
    display: grid;
    gap: 0.25rem;
    align-content: start;
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.55;
  }
  .origin .source {
    justify-self: start;
    padding: 0 0.5rem;
    border-radius: 999px;
    background: var(--unknown-soft);
    color: var(--unknown);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .origin .source.rule {
    background: var(--info-soft);
    color: var(--info);
  }
  .changed .mark {
    color: var(--accent);
    font-weight: 600;
  }
  .changed .cells {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--accent);
  }
  .standard {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    color: var(--ink);
  }
  .band {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 2.75rem;
    align-items: end;
    gap: 0.5rem;
    margin-top: 0.375rem;
  }
  .band .rest {
    padding-bottom: 0.75rem;
    color: var(--muted);
    font-size: 0.875rem;
  }
  .remove,
  .add {
    padding-inline: 0.5rem;
  }
  .add {
    margin-top: 0.25rem;
  }
  .list-title {
    font-weight: 600;
  }
  .wrong {
    color: var(--act);
    font-size: 0.875rem;
  }
  .days {
    display: grid;
    gap: 1.25rem;
    margin-top: 1rem;
  }
  @media (min-width: 40rem) {
    .leaf {
      grid-template-columns: minmax(0, 20rem) minmax(0, 1fr);
    }
    .pack .fields,
    .days {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .origin {
      padding-top: 0.125rem;
    }
  }
  @media print {
    .filter,
    .pack .row,
    .add,
    .remove {
      display: none;
    }
    .leaf {
      grid-template-columns: minmax(0, 14rem) minmax(0, 1fr);
      break-inside: avoid;
    }
  }
`;
