// A list with the form of the chosen one beside it: the sheets of both.
import { css } from 'lit';

export const beside = css`
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
    align-items: start;
  }
  .both.two {
    grid-template-columns: minmax(0, 1fr) 27rem;
  }
  @media (max-width: 75rem) {
    .both.two {
      grid-template-columns: minmax(0, 1fr);
    }
    .two .list,
    .head:has(+ .two) {
      display: none;
    }
  }
`;

/** A form in a card of its own, that stays in sight. */
export const panel = css`
  .card {
    position: sticky;
    top: var(--space-6);
    max-height: calc(100dvh - 2 * var(--space-6));
    overflow-y: auto;
    scrollbar-width: thin;
  }
  @media (max-width: 75rem) {
    .card {
      position: static;
      max-height: none;
    }
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding-block: var(--space-4);
    padding-inline: var(--space-5) var(--space-3);
    border-bottom: 1px solid var(--color-line);
  }
  h2 {
    flex: 1;
    min-width: 0;
    font-size: var(--text-lg);
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: none;
  }
  form {
    padding: var(--space-5);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    padding-top: var(--space-5);
    border-top: 1px solid var(--color-line);
  }
  .actions .quiet {
    margin-inline-start: auto;
    color: var(--color-danger-text);
  }
  .note {
    padding: var(--space-5);
  }
`;
