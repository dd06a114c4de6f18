// The look of a check: the sentence on top, the rows, the devices.
import { css } from 'lit';

export const checkStyles = css`
  :host {
    display: grid;
    gap: var(--space-6);
    color: var(--color-text);
  }
  .top {
    display: grid;
    gap: var(--space-4);
  }
  .verdict {
    align-items: center;
    padding: var(--space-4) var(--space-5);
    border-radius: var(--radius-lg);
    --icon-size: 1.75rem;
  }
  .verdict b {
    display: block;
    font-size: var(--text-lg);
    font-weight: var(--weight-strong);
    line-height: var(--leading-tight);
    letter-spacing: var(--tracking-tight);
  }
  .verdict span:not(:empty) {
    display: block;
    margin-top: var(--space-1);
    color: var(--color-text-soft);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  h3 {
    margin-bottom: var(--space-2);
    font-size: var(--text-sm);
    color: var(--color-text-soft);
  }
  .list {
    border: 1px solid var(--color-line);
    border-radius: var(--radius-lg);
    background: var(--color-surface);
    overflow: hidden;
  }
  .list li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0 var(--space-3);
    align-items: start;
    padding: var(--space-3) var(--space-4);
    --icon-size: 1.25rem;
  }
  .list li + li {
    border-top: 1px solid var(--color-line);
  }
  .name {
    font-weight: var(--weight-medium);
    line-height: 1.25rem;
  }
  .state {
    padding: 0.125rem 0.5rem;
    border-radius: var(--radius-full);
    background: var(--color-sunken);
    color: var(--color-text-soft);
    font-size: var(--text-xs);
    font-weight: var(--weight-medium);
    line-height: 1rem;
    white-space: nowrap;
  }
  .says,
  .todo {
    grid-column: 2 / -1;
    margin-top: 0.125rem;
    font-size: var(--text-sm);
    line-height: var(--leading-snug);
    color: var(--color-text-soft);
    text-wrap: pretty;
  }
  .todo {
    color: var(--color-text);
  }
  li > eye-icon {
    color: var(--color-text-faint);
  }
  .GOOD > eye-icon {
    color: var(--color-positive-text);
  }
  .GOOD > .state {
    background: var(--color-positive-soft);
    color: var(--color-positive-text);
  }
  .WEAK > eye-icon {
    color: var(--color-warning-text);
  }
  .WEAK > .state {
    background: var(--color-warning-soft);
    color: var(--color-warning-text);
  }
  .BAD > eye-icon {
    color: var(--color-danger-text);
  }
  .BAD > .state {
    background: var(--color-danger-soft);
    color: var(--color-danger-text);
  }
  .RUNNING > eye-icon {
    color: var(--color-accent-text);
    animation: turn 1.2s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (forced-colors: active) {
    .state {
      border: 1px solid CanvasText;
    }
  }
`;

export const devicesStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 13rem) minmax(0, 1fr);
    gap: var(--space-4) var(--space-5);
    padding: var(--space-4);
    border: 1px solid var(--color-line);
    border-radius: var(--radius-lg);
    background: var(--color-surface);
  }
  @media (max-width: 34rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    :host .picture {
      aspect-ratio: auto;
      height: 9rem;
    }
  }
  .picture {
    position: relative;
    align-self: start;
    display: grid;
    place-items: center;
    aspect-ratio: 4 / 3;
    border-radius: var(--radius-md);
    background: var(--color-sunken);
    color: var(--color-text-soft);
    font-size: var(--text-sm);
    text-align: center;
    overflow: hidden;
  }
  .picture p {
    display: grid;
    justify-items: center;
    gap: var(--space-1);
    padding: var(--space-3);
    --icon-size: 1.5rem;
  }
  video {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  video.mirrored {
    transform: scaleX(-1);
  }
  .choices {
    display: grid;
    gap: var(--space-3);
    align-content: start;
  }
  .level {
    height: 0.375rem;
    border-radius: var(--radius-full);
    background: var(--color-sunken);
    overflow: hidden;
  }
  .level::before {
    content: '';
    display: block;
    width: calc(100% * var(--level, 0));
    height: 100%;
    border-radius: inherit;
    background: var(--color-positive);
    transition: width 80ms linear;
  }
  .speaker {
    display: flex;
    align-items: end;
    gap: var(--space-2);
  }
  .speaker .field {
    flex: 1;
    min-width: 0;
  }
  .speaker .btn {
    flex: none;
  }
  .input {
    font-size: var(--text-base);
    text-overflow: ellipsis;
  }
  .foot {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    font-size: var(--text-sm);
    color: var(--color-text-soft);
  }
  .foot p {
    flex: 1 1 16rem;
  }
  @media (forced-colors: active) {
    .level,
    .picture {
      border: 1px solid CanvasText;
    }
  }
`;
