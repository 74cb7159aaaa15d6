import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 0.75rem;
  }
  label,
  legend {
    font-weight: 600;
  }
  legend {
    padding: 0;
  }
  .required {
    margin-inline-start: 0.375rem;
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }
  .read {
    color: var(--muted);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .help {
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.5;
  }
  .box {
    display: flex;
    align-items: stretch;
    margin-top: 0.375rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
  }
  .box:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .box.wrong {
    border-color: var(--act);
    box-shadow: inset 0 0 0 1px var(--act);
  }
  input.text {
    flex: 1;
    min-width: 0;
    width: 100%;
    min-height: 2.75rem;
    padding: 0.25rem 0.75rem;
    border: 0;
    border-radius: 8px;
    outline: 0;
    background: transparent;
  }
  input.text::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .unit {
    display: flex;
    align-items: center;
    padding: 0 0.75rem;
    border-inline-start: 1px solid var(--line);
    color: var(--muted);
    white-space: nowrap;
  }
  .shortcuts {
    display: flex;
    visibility: hidden;
  }
  .box:focus-within .shortcuts,
  .box:hover .shortcuts {
    visibility: visible;
  }
  .shortcut {
    flex: none;
    align-self: center;
    min-width: 2rem;
    min-height: 2rem;
    margin-inline-end: 0.25rem;
    padding: 0 0.5rem;
    border-color: transparent;
    background: var(--accent-soft);
    color: var(--accent);
    font-size: 0.875rem;
  }
  .meanings {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
  .error {
    display: flex;
    gap: 0.375rem;
    margin-top: 0.375rem;
    color: var(--act);
    font-size: 0.875rem;
    line-height: 1.5;
  }
  .error svg {
    flex: none;
    width: 1.125rem;
    height: 1.3125rem;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.375rem;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    padding: 0.25rem 0.875rem 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
    font-weight: 400;
    cursor: pointer;
  }
  .option:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .option input {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
    accent-color: var(--accent);
  }
  /* In a row under headings the label is only heard. */
  :host([bare]) .head {
    display: contents;
  }
  :host([bare]) label {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :host([bare]) .box {
    margin-top: 0;
  }
  :host([tight]) .unit {
    display: none;
  }
  :host([cell]) .unit {
    padding-inline: 0.375rem;
    font-size: 0.8125rem;
  }
  :host([cell]) input.text {
    padding-inline: 0.5rem;
  }
  :host([cell]) label {
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--muted);
  }
`;
