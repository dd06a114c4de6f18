// How the window's panel looks: its head, the scene of a call, the conversation.
import { css } from 'lit';

export const windowStyles = css`
  .panel {
    position: fixed;
    inset: 0;
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    background: var(--color-canvas);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-height: 4rem;
    padding-block: var(--space-2);
    padding-inline: var(--space-4) var(--space-3);
    padding-top: max(var(--space-2), env(safe-area-inset-top));
    background: var(--color-surface);
    border-bottom: 1px solid var(--color-line);
  }
  header .title {
    flex: 1;
    min-width: 0;
  }
  h1 {
    font-size: var(--text-md);
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  header p {
    color: var(--color-text-soft);
    font-size: var(--text-xs);
  }
  .sign {
    display: grid;
    place-items: center;
    width: 2.5rem;
    height: 2.5rem;
    border-radius: var(--radius-full);
    background: var(--color-accent-soft);
    color: var(--color-accent-text);
    --icon-size: 1.25rem;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
  }
  .scene {
    min-height: 0;
  }
  .chat {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
    background: var(--color-canvas);
  }
  eye-transcript {
    --transcript-inset: var(--space-4);
  }
  footer {
    padding: var(--space-2) var(--space-3) max(var(--space-3), env(safe-area-inset-bottom));
  }
  .notice {
    border-radius: 0;
    font-size: var(--text-sm);
  }
  footer > .notice {
    margin-bottom: var(--space-2);
    border-radius: var(--radius-md);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--space-2);
    max-width: 19rem;
    color: var(--color-text-soft);
    text-align: center;
    text-wrap: pretty;
  }
  .empty h2 {
    margin-top: var(--space-3);
    color: var(--color-text);
    font-size: var(--text-xl);
  }
  .empty .check {
    margin-top: var(--space-4);
    font-size: var(--text-sm);
  }
  .sign.large {
    width: 4rem;
    height: 4rem;
    --icon-size: 1.75rem;
  }
  .start {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-2) var(--space-2);
    color: var(--color-text-soft);
    font-size: var(--text-sm);
    text-align: center;
  }
  .chat-button[aria-pressed='true'] {
    background: var(--color-selected);
    color: var(--color-accent-text);
  }
  .panel.CALL .chat {
    display: none;
  }
  .panel.CALL[data-chat] .chat {
    display: grid;
    border-top: 1px solid var(--color-line);
  }
  .panel.CALL[data-chat] .body {
    grid-template-rows: minmax(16rem, 44%) minmax(0, 1fr);
  }
  @media (max-height: 36rem) {
    .panel.CALL[data-chat] .body {
      grid-template-rows: 12rem minmax(14rem, 1fr);
      overflow-y: auto;
    }
  }
  @media (min-width: 46rem), (max-height: 36rem) and (min-width: 30rem) {
    .panel.CALL[data-chat] .body {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(0, clamp(14rem, 50%, 20rem));
    }
    .panel.CALL[data-chat] .chat {
      border-top: 0;
      border-inline-start: 1px solid var(--color-line);
    }
  }
`;
