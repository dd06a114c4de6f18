// The sheet of the consoles' tables.
import { css } from 'lit';

/** Rows of people and things. */
export const tables = css`
  .wide {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    padding: var(--space-2) var(--space-4);
    font-size: var(--text-sm);
    font-weight: var(--weight-medium);
    color: var(--color-text-soft);
    text-align: start;
    white-space: nowrap;
  }
  th button {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 1.5rem;
    margin: 0 calc(-1 * var(--space-2));
    padding: 0 var(--space-2);
    border: 0;
    border-radius: var(--radius-sm);
    background: none;
    color: inherit;
    font-weight: inherit;
    cursor: pointer;
    --icon-size: 0.875rem;
  }
  th button:hover {
    background: var(--color-hover);
    color: var(--color-text);
  }
  td,
  tbody th {
    padding: var(--space-3) var(--space-4);
    border-top: 1px solid var(--color-line);
    vertical-align: middle;
    overflow-wrap: anywhere;
  }
  tbody th {
    min-inline-size: 11rem;
  }
  td.late {
    min-inline-size: 8rem;
  }
  tbody th {
    color: var(--color-text);
    font-size: inherit;
    white-space: normal;
  }
  tbody tr.go {
    position: relative;
  }
  tbody tr.go:hover {
    background: var(--color-hover);
  }
  tr.go a.whole {
    color: inherit;
    font-weight: var(--weight-medium);
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  tr.go a.whole::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  tr.go a.whole:focus-visible {
    outline: none;
  }
  tr.go a.whole:focus-visible::after {
    outline: 2px solid var(--color-focus);
    outline-offset: -2px;
    border-radius: var(--radius-sm);
  }
  tr[aria-current='true'] {
    background: var(--color-selected);
  }
  .who {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    --avatar-size: 2.125rem;
  }
  .who small {
    display: block;
    font-size: var(--text-sm);
    font-weight: var(--weight-regular);
    color: var(--color-text-soft);
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    tr[aria-current='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    tbody tr.go:hover {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    tbody tr.go[aria-current='true']:hover {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
