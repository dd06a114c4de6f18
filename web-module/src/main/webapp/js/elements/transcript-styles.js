// How a transcript looks: days, bubbles in groups, lines of calls, who types.
import { css } from 'lit';

export const transcriptStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .region {
    flex: 1;
    min-height: 0;
    padding: var(--space-4) var(--transcript-inset, var(--space-5)) var(--space-3);
  }
  .region:focus-visible {
    outline-offset: -2px;
  }
  .lines {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    max-width: var(--transcript-width, 46rem);
    margin-inline: auto;
  }
  .lines:not(:has(.empty))::before {
    content: '';
    flex: 1; /* few lines stand at the bottom, next to the composer */
  }
  .lines:has(> .empty)::before {
    content: none;
  }
  .empty {
    display: grid;
    flex: 1;
    place-content: center;
  }

  .day {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    margin: var(--space-5) 0 var(--space-3);
    font-size: var(--text-xs);
    font-weight: var(--weight-medium);
    color: var(--color-text-faint);
  }
  .day::before,
  .day::after {
    content: '';
    flex: 1;
    height: 1px;
    background: var(--color-line);
  }

  .message {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    margin-top: 2px;
    padding-inline-end: 12%;
  }
  .message.first {
    margin-top: var(--space-4);
  }
  .message.own {
    justify-items: end;
    padding-inline-end: 0;
    padding-inline-start: 12%;
  }
  .who {
    max-width: 100%;
    margin-bottom: var(--space-1);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    padding-inline: var(--space-3);
    font-size: var(--text-xs);
    font-weight: var(--weight-medium);
    color: var(--color-text-faint);
  }
  .message:focus {
    outline: none;
  }
  .message:focus .bubble {
    outline: 2px solid var(--color-accent);
    outline-offset: 2px;
  }
  .bubble {
    max-width: 36rem;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-lg);
    background: var(--color-bubble-other);
    color: var(--color-on-bubble-other);
    box-shadow: inset 0 0 0 1px var(--color-line);
    font-size: var(--text-md);
    line-height: 1.45;
    white-space: pre-wrap;
    unicode-bidi: plaintext; /* each line by its own letters */
    overflow-wrap: anywhere;
  }
  .own .bubble {
    background: var(--color-bubble-own);
    color: var(--color-on-bubble-own);
    box-shadow: none;
  }
  .message:not(.own):not(.last) .bubble {
    border-end-start-radius: var(--radius-sm);
  }
  .message:not(.own):not(.first) .bubble {
    border-start-start-radius: var(--radius-sm);
  }
  .own:not(.last) .bubble {
    border-end-end-radius: var(--radius-sm);
  }
  .own:not(.first) .bubble {
    border-start-end-radius: var(--radius-sm);
  }
  .bubble a {
    color: inherit;
  }
  .SENDING .bubble {
    opacity: 0.72;
  }
  .FAILED .bubble {
    background: var(--color-danger-soft);
    color: var(--color-text);
  }
  .foot {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    margin-top: var(--space-1);
    padding-inline: var(--space-1);
    font-size: var(--text-xs);
    color: var(--color-text-faint);
    font-variant-numeric: tabular-nums;
    --icon-size: 0.9375rem;
  }
  .READ .foot eye-icon {
    color: var(--color-accent-text);
  }
  .failed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--space-1) var(--space-2);
    margin-top: var(--space-1);
    font-size: var(--text-sm);
    color: var(--color-danger-text);
    --icon-size: 1rem;
  }
  .failed .why {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
  }

  .event {
    display: flex;
    justify-content: center;
    margin: var(--space-4) 0 var(--space-2);
  }
  .call {
    display: inline-flex;
    align-items: center;
    gap: var(--space-3);
    max-width: 100%;
    padding-block: var(--space-2);
    padding-inline: var(--space-2) var(--space-4);
    border-radius: var(--radius-xl);
    background: var(--color-surface);
    box-shadow: inset 0 0 0 1px var(--color-line);
    font-size: var(--text-sm);
    line-height: var(--leading-snug);
  }
  .call .mark {
    display: grid;
    place-items: center;
    width: 2rem;
    height: 2rem;
    flex: none;
    border-radius: var(--radius-full);
    background: var(--color-sunken);
    color: var(--color-text-soft);
    --icon-size: 1.0625rem;
  }
  .call.accent .mark {
    background: var(--color-accent-soft);
    color: var(--color-accent-text);
  }
  .call.positive .mark {
    background: var(--color-positive-soft);
    color: var(--color-positive-text);
  }
  .call.danger .mark {
    background: var(--color-danger-soft);
    color: var(--color-danger-text);
  }
  .call .words {
    min-width: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .call time {
    color: var(--color-text-faint);
    font-size: var(--text-xs);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .note {
    font-size: var(--text-sm);
    color: var(--color-text-faint);
    text-align: center;
    text-wrap: balance;
  }

  .typing {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 1.75rem;
    margin-top: var(--space-2);
    font-size: var(--text-sm);
    color: var(--color-text-soft);
  }
  .dots {
    display: inline-flex;
    gap: 3px;
  }
  .dots i {
    width: 5px;
    height: 5px;
    border-radius: 50%;
    background: currentColor;
    animation: breathe 1.2s var(--ease) infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 160ms;
  }
  .dots i:nth-child(3) {
    animation-delay: 320ms;
  }
  @keyframes breathe {
    0%,
    70%,
    100% {
      opacity: 0.3;
    }
    35% {
      opacity: 1;
    }
  }

  .to-end {
    position: absolute;
    bottom: var(--space-3);
    inset-inline: 0;
    width: fit-content;
    margin-inline: auto;
    border-radius: var(--radius-full);
    box-shadow: var(--shadow-2);
  }
  @media (forced-colors: active) {
    .bubble,
    .call,
    .call .mark {
      border: 1px solid CanvasText;
    }
    .own .bubble {
      border-color: Highlight;
    }
    .SENDING .bubble {
      border-style: dashed;
    }
    .day::before,
    .day::after,
    .dots i {
      background: CanvasText;
    }
  }
`;
