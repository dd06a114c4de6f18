// Where the parts of a conversation stand: beside each other, or the call above the transcript.
import { css } from 'lit';

export const conversationStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    background: var(--color-surface);
    --transcript-inset: var(--space-6);
  }
  .body {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  .talk {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    min-height: 0;
    background: light-dark(#faf9f7, var(--color-surface));
  }
  .top {
    min-width: 0;
  }
  .foot {
    width: 100%;
    max-width: calc(var(--transcript-width, 46rem) + 2 * var(--transcript-inset));
    margin-inline: auto;
    padding: 0 var(--transcript-inset) max(var(--space-2), env(safe-area-inset-bottom));
  }
  .foot > .notice {
    margin-bottom: var(--space-2);
  }
  .closed {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    padding: var(--space-4);
    color: var(--color-text-soft);
    font-size: var(--text-sm);
    text-align: center;
    --icon-size: 1.125rem;
  }
  .aside {
    min-height: 0;
    min-width: 0;
  }
  .stagebox {
    position: relative;
    height: 100%;
    min-height: 0;
    color-scheme: dark;
    --stage-corner: 3.75rem;
  }
  .stagebox eye-call-stage {
    height: 100%;
    min-height: 0;
  }
  .resize {
    position: absolute;
    top: var(--space-2);
    inset-inline-end: var(--space-2);
    border-color: transparent;
    background: rgb(10 14 16 / 0.6);
    color: #f3f6f7;
  }
  .resize:hover {
    background: rgb(10 14 16 / 0.85);
  }
  /* the call beside the transcript */
  .body.wide.call {
    grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr);
  }
  .body.wide.call .talk {
    border-inline-end: 1px solid var(--color-line);
    --transcript-inset: var(--space-4);
  }
  .body.details {
    grid-template-columns: minmax(0, 1fr) 17.5rem;
  }
  .body.details .aside {
    border-inline-start: 1px solid var(--color-line);
  }
  eye-details {
    height: 100%;
  }
  .body.call .talk {
    order: 0;
  }
  /* the call above the transcript */
  .body.narrow.call {
    grid-template-rows: minmax(14rem, 46%) minmax(0, 1fr);
  }
  .body.narrow.call .aside {
    order: -1;
  }
  /* little height, as at 200 %: a call above would leave no transcript, so it stands beside; where there is no width either, one scrolls */
  @media (max-height: 36rem) {
    .body.narrow.call {
      grid-template: 12rem minmax(15rem, 1fr) / minmax(0, 1fr);
      overflow-y: auto;
    }
  }
  @media (max-height: 36rem) and (min-width: 34rem) {
    .body.narrow.call {
      grid-template: minmax(0, 1fr) / minmax(0, 2fr) minmax(0, 3fr);
      --transcript-inset: var(--space-3);
    }
  }
  .body.expanded {
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) !important;
  }
  .body.expanded .talk {
    display: none;
  }
  .strip {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-5);
    background: var(--color-accent-soft);
    font-size: var(--text-base);
    line-height: var(--leading-snug);
  }
  .strip > eye-icon {
    color: var(--color-accent-text);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--space-2);
    max-width: 20rem;
    padding: var(--space-6);
    text-align: center;
    color: var(--color-text-soft);
  }
  @media (max-width: 47.49rem) {
    :host {
      --transcript-inset: var(--space-3);
    }
  }
  @media (forced-colors: active) {
    .strip {
      border-block-end: 1px solid CanvasText;
    }
    .resize {
      background: ButtonFace;
      color: ButtonText;
    }
  }
`;
