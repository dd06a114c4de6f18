// Sheets of the consoles: pages, forms, badges.
import { css } from 'lit';

/** A page in the frame: its head, then cards. */
export const page = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--space-3) var(--space-6);
    margin-bottom: var(--space-6);
  }
  .head h1 {
    font-size: var(--text-2xl);
  }
  .head h1:focus {
    outline: none;
  }
  .head p {
    max-width: 40rem;
    margin-top: var(--space-1);
    color: var(--color-text-soft);
  }
  .card {
    border: 1px solid var(--color-line);
    border-radius: var(--radius-lg);
    background: var(--color-surface);
  }
  .card + .card {
    margin-top: var(--space-5);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-4);
    border-bottom: 1px solid var(--color-line);
  }
  .search {
    position: relative;
    flex: 1 1 14rem;
    max-width: 24rem;
    --icon-size: 1.125rem;
  }
  .search eye-icon {
    position: absolute;
    top: 50%;
    inset-inline-start: var(--space-3);
    translate: 0 -50%;
    color: var(--color-text-faint);
    pointer-events: none;
  }
  .search .input {
    padding-inline-start: 2.375rem;
  }
  .count {
    margin-inline-start: auto;
    font-size: var(--text-sm);
    color: var(--color-text-faint);
    font-variant-numeric: tabular-nums;
  }
  .more {
    display: flex;
    justify-content: center;
    padding: var(--space-3);
    border-top: 1px solid var(--color-line);
  }
  .soft {
    color: var(--color-text-soft);
  }
  .faint {
    color: var(--color-text-faint);
    font-size: var(--text-sm);
  }
  .mono {
    font-family: var(--font-mono);
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }
`;

/** Fields of the consoles, over the shared sheet. */
export const forms = css`
  form {
    display: grid;
    gap: var(--space-5);
  }
  .field {
    align-content: start;
  }
  .label {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
  }
  .must {
    font-size: var(--text-xs);
    font-weight: var(--weight-regular);
    color: var(--color-text-faint);
  }
  .field > .error {
    display: flex;
    align-items: flex-start;
    gap: var(--space-1);
    --icon-size: 1rem;
    --icon-stroke: 2;
  }
  .field > .error eye-icon {
    margin-top: 0.125rem;
  }
  .field > .hint {
    font-size: var(--text-sm);
    line-height: var(--leading-snug);
    max-width: 34rem;
  }
  .with-unit {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .unit {
    flex: none;
    color: var(--color-text-soft);
  }
  .input:disabled {
    background: var(--color-canvas);
    border-color: var(--color-line);
    color: var(--color-text-faint);
    cursor: not-allowed;
  }
  textarea.input {
    resize: vertical;
    line-height: var(--leading-snug);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: var(--space-2);
    font-size: var(--text-sm);
    font-weight: var(--weight-medium);
    color: var(--color-text-soft);
  }
  .switch-row {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--space-3);
    align-items: start;
  }
  .switch-label {
    font-weight: var(--weight-medium);
    cursor: pointer;
  }
  .switch {
    appearance: none;
    position: relative;
    width: 2.25rem;
    height: 1.25rem;
    margin: 0.0625rem 0 0;
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-full);
    background: var(--color-sunken);
    cursor: pointer;
    transition: background-color var(--fast) var(--ease);
  }
  .switch::before {
    content: '';
    position: absolute;
    top: 2px;
    inset-inline-start: 2px;
    width: 0.875rem;
    height: 0.875rem;
    border-radius: 50%;
    background: var(--color-line-strong);
    transition: inset-inline-start var(--fast) var(--ease);
  }
  .switch:checked {
    border-color: var(--color-accent);
    background: var(--color-accent);
  }
  .switch:checked::before {
    inset-inline-start: calc(2px + 1rem);
    background: var(--color-on-accent);
  }
  .switch:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-height: 2rem;
    cursor: pointer;
  }
  .check input,
  td input[type='checkbox'] {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
    flex: none;
    cursor: pointer;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  @media (forced-colors: active) {
    .switch {
      appearance: auto;
    }
    .switch::before {
      content: none;
    }
  }
`;

/** Short marks that say a state in words: `badge` and one of `positive`, `warning`, `danger`, or nothing. */
export const badges = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    padding: 0.125rem 0.5rem;
    border-radius: var(--radius-md);
    background: var(--color-sunken);
    color: var(--color-text-soft);
    font-size: var(--text-xs);
    font-weight: var(--weight-medium);
    line-height: 1.4;
    --icon-size: 0.875rem;
  }
  .badge.positive {
    background: var(--color-positive-soft);
    color: var(--color-positive-text);
  }
  .badge.warning {
    background: var(--color-warning-soft);
    color: var(--color-warning-text);
  }
  .badge.danger {
    background: var(--color-danger-soft);
    color: var(--color-danger-text);
  }
  td > .badge {
    white-space: nowrap;
  }
  .badges .badge {
    overflow-wrap: anywhere;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid CanvasText;
    }
  }
`;
