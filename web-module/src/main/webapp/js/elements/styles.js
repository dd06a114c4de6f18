// Sheets that elements share. Each element takes what it needs: `static styles = [reset, buttons, css`…`]`.
import { css } from 'lit';

/** The start of every shadow root: sane boxes, no margins, no text that is wider than its place, a visible focus, calm motion. */
export const reset = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* no text decides the layout: what stands in a row or a grid may become narrower than its longest word, which breaks */
  * {
    min-inline-size: 0;
  }
  :host {
    font: inherit;
    color: inherit;
    overflow-wrap: break-word;
  }
  /* but what is pressed keeps its size, and a time of day */
  eye-menu,
  eye-invite-bar,
  time {
    flex: none;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
  }
  ul,
  ol {
    padding: 0;
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4 {
    font-weight: var(--weight-strong);
    line-height: var(--leading-tight);
    letter-spacing: var(--tracking-tight);
  }
  a {
    color: var(--color-accent-text);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--color-focus);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important; /* a duration alone makes all of every element move, and a new colour walks down a level a frame */
      scroll-behavior: auto !important;
    }
  }
`;

/** What to do after a key that consents to nothing (consent.js). */
export const keyHint = css`
  .key-hint {
    font-size: var(--text-sm);
    text-align: center;
    text-wrap: balance;
  }
  .key-hint:empty {
    position: absolute; /* takes no place, but is there to be heard */
    padding: 0;
  }
`;

/**
 * Buttons: `btn` and one of `primary`, `positive`, `danger`, `quiet` (no border), `round` (icon alone in a circle);
 * `small`, `large`. A button that must say why it is off is `aria-disabled="true"`, so that it can still be reached.
 */
export const buttons = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: min-content; /* a word of ours is not cut */
    gap: var(--space-2);
    min-height: var(--size-control);
    padding: 0 var(--space-4);
    border: 1px solid var(--color-line);
    border-radius: var(--radius-md);
    background: var(--color-surface);
    color: var(--color-text);
    font-size: var(--text-base);
    font-weight: var(--weight-medium);
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    user-select: none;
    -webkit-tap-highlight-color: transparent;
    transition: background-color var(--fast) var(--ease), border-color var(--fast) var(--ease),
      color var(--fast) var(--ease), transform var(--fast) var(--ease);
    --icon-size: 1.125rem;
  }
  .btn:hover {
    background: linear-gradient(var(--color-hover), var(--color-hover)) var(--color-surface);
    border-color: var(--color-line-strong);
  }
  .btn:active {
    transform: translateY(1px);
  }
  .btn.primary {
    background: var(--color-accent);
    border-color: transparent;
    color: var(--color-on-accent);
  }
  .btn.primary:hover {
    background: var(--color-accent-strong);
  }
  .btn.positive {
    background: var(--color-positive);
    border-color: transparent;
    color: var(--color-on-positive);
  }
  .btn.positive:hover {
    background: var(--color-positive-strong);
  }
  .btn.danger {
    background: var(--color-danger);
    border-color: transparent;
    color: var(--color-on-danger);
  }
  .btn.danger:hover {
    background: var(--color-danger-strong);
  }
  .btn.quiet {
    background: transparent;
    border-color: transparent;
    color: var(--color-text-soft);
  }
  .btn.quiet:hover {
    background: var(--color-hover);
    color: var(--color-text);
  }
  .btn.round {
    width: var(--size-control);
    padding: 0;
    border-radius: var(--radius-full);
    flex: none;
    --icon-size: 1.25rem;
  }
  .btn.small {
    min-height: var(--size-control-sm);
    padding: 0 var(--space-3);
    border-radius: calc(var(--radius-md) - 2px);
    font-size: var(--text-sm);
    --icon-size: 1rem;
  }
  .btn.small.round {
    width: var(--size-control-sm);
    padding: 0;
    border-radius: var(--radius-full);
    --icon-size: 1.125rem;
  }
  .btn.large {
    min-height: var(--size-control-lg);
    padding: 0 var(--space-6);
    font-size: var(--text-md);
    --icon-size: 1.25rem;
  }
  .btn.large.round {
    width: var(--size-control-lg);
    padding: 0;
  }
  .btn.btn:disabled,
  .btn.btn[aria-disabled='true'] {
    background: transparent;
    border-color: var(--color-line);
    color: var(--color-text-faint);
    cursor: not-allowed;
    transform: none;
  }
  .btn.btn.quiet:disabled,
  .btn.btn.quiet[aria-disabled='true'] {
    border-color: transparent;
  }
  /* after all others, so that a look of its own does not hide the edge */
  @media (forced-colors: active) {
    .btn.btn {
      border-color: ButtonText;
    }
    .btn.primary,
    .btn.positive,
    .btn.danger {
      forced-color-adjust: none; /* else text on a ground of its own gets the canvas behind it */
    }
    .btn.btn:disabled,
    .btn.btn[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
    .btn.btn[aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

/** Fields: a `label.field` with a `.label`, an `input` or `textarea`, and perhaps a `.hint` or `.error`. */
export const fields = css`
  .field {
    display: grid;
    gap: var(--space-1);
  }
  .field > .label {
    font-size: var(--text-sm);
    font-weight: var(--weight-medium);
    color: var(--color-text-soft);
  }
  .field > .hint {
    font-size: var(--text-xs);
    color: var(--color-text-faint);
  }
  .field > .error {
    font-size: var(--text-sm);
    color: var(--color-danger-text);
  }
  .input {
    width: 100%;
    min-height: var(--size-control);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-md);
    background: var(--color-surface);
    color: var(--color-text);
    font-size: var(--text-md);
    transition: border-color var(--fast) var(--ease), box-shadow var(--fast) var(--ease);
  }
  .input::placeholder {
    color: var(--color-text-faint);
    opacity: 1;
  }
  .input:focus {
    outline: none;
    border-color: var(--color-accent);
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--color-accent) 28%, transparent);
  }
  .input[aria-invalid='true'] {
    border-color: var(--color-danger);
  }
  @media (pointer: coarse) {
    .input {
      font-size: 1rem; /* below 16 px a phone zooms into the field */
    }
  }
  @media (forced-colors: active) {
    .input:focus {
      outline: 2px solid Highlight;
    }
  }
`;

/** Boxes of one message: `notice` and one of `info`, `positive`, `warning`, `danger`. An `eye-icon` comes first. */
export const notices = css`
  .notice {
    display: flex;
    align-items: flex-start;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-md);
    background: var(--color-accent-soft);
    color: var(--color-text);
    font-size: var(--text-base);
    line-height: var(--leading-snug);
    --icon-size: 1.25rem;
  }
  .notice > eye-icon {
    color: var(--color-accent-text);
  }
  .notice.positive {
    background: var(--color-positive-soft);
  }
  .notice.positive > eye-icon {
    color: var(--color-positive-text);
  }
  .notice.warning {
    background: var(--color-warning-soft);
  }
  .notice.warning > eye-icon {
    color: var(--color-warning-text);
  }
  .notice.danger {
    background: var(--color-danger-soft);
  }
  .notice.danger > eye-icon {
    color: var(--color-danger-text);
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;

/** A scrolling region with a quiet bar. */
export const scrolling = css`
  .scroll {
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--color-line-strong) transparent;
  }
`;
