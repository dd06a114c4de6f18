// Where the parts of the desk stand, wide and narrow.
import { css } from 'lit';

export const deskStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / 21.5rem minmax(0, 1fr);
    height: 100dvh;
    background: var(--color-canvas);
  }
  .banner {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-3);
    padding: var(--space-2) var(--space-4);
    background: var(--color-warning-soft);
    color: var(--color-warning-text);
    font-size: var(--text-sm);
    font-weight: var(--weight-medium);
    line-height: var(--leading-snug);
  }
  .banner .btn {
    background: transparent;
    border-color: currentColor;
    color: inherit;
    white-space: nowrap;
  }
  nav {
    grid-row: 2;
    display: grid;
    min-height: 0;
    border-inline-end: 1px solid var(--color-line);
  }
  nav.docked {
    padding-bottom: 17rem;
  }
  main {
    grid-row: 2;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--color-surface);
  }
  main > eye-ringing {
    display: none;
  }
  main > eye-conversation {
    flex: 1;
  }
  .welcome {
    flex: 1;
    display: grid;
    align-content: center;
    background: light-dark(#faf9f7, var(--color-surface));
  }
  .welcome .sign {
    width: 4.5rem;
    height: 4.5rem;
    background: var(--color-accent-soft);
    color: var(--color-accent-text);
    --icon-size: 2rem;
  }
  .welcome h2 {
    font-size: var(--text-xl);
  }
  .dock {
    position: fixed;
    z-index: 5;
    inset-inline-start: var(--space-3);
    bottom: var(--space-3);
    width: 20rem;
    height: 16rem;
    border-radius: var(--radius-lg);
    overflow: hidden;
    box-shadow: var(--shadow-3);
    color-scheme: dark;
    --stage-corner: 3.75rem;
  }
  .dock .btn {
    position: absolute;
    top: var(--space-2);
    inset-inline-end: var(--space-2);
    border-color: transparent;
    background: rgb(10 14 16 / 0.7);
    color: #f3f6f7;
  }
  eye-toasts {
    --toast-top: 4.75rem; /* below the heads of both sides */
  }
  @media (min-width: 47.5rem) and (max-width: 64rem) {
    :host {
      grid-template-columns: 18rem minmax(0, 1fr);
    }
    .dock {
      width: 16.5rem;
    }
  }
  @media (max-width: 47.49rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      border-inline-end: 0;
    }
    .behind {
      display: none;
    }
    main > eye-ringing:not([empty]) {
      display: grid;
      padding: var(--space-2);
    }
    .dock {
      inset-inline-end: var(--space-3);
      width: auto;
    }
    main.docked {
      padding-bottom: 17rem;
    }
  }
  /* no room for a picture: the dock is a strip of keys */
  @media (max-width: 47.49rem) and (max-height: 44rem) {
    .dock {
      height: 4.25rem;
    }
    nav.docked,
    main.docked {
      padding-bottom: 5.25rem;
    }
    .dock .btn {
      inset-block: 0;
      inset-inline-end: var(--space-1);
      margin-block: auto;
    }
  }
  @media (forced-colors: active) {
    .banner {
      border-block-end: 1px solid CanvasText;
    }
    .dock {
      border: 1px solid CanvasText;
    }
    .dock .btn {
      background: ButtonFace;
      color: ButtonText;
    }
  }
`;
