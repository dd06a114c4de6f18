// How a call looks in any box, from a narrow phone to a whole screen.
import { css } from 'lit';

export const callStageStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: min(16rem, 100%);
    height: 100%;
    color-scheme: dark;
    color: var(--color-text);
    background: var(--color-sunken);
    container-type: size;
    overflow: hidden;
  }
  .stage {
    --tile-width: clamp(6.5rem, 24cqw, 14rem);
    --tile-height: calc(var(--tile-width) * 0.75);
    --tile-side: calc(var(--tile-width) + 2 * var(--space-3));
    --bar-height: 6rem;
    /* whoever puts a button into the corner at the end says how wide it is */
    --right-corner: var(--stage-corner, 0px);
    --left-corner: 0px;
    position: absolute;
    inset: 0;
    background: radial-gradient(120% 90% at 50% 30%, var(--color-raised), var(--color-sunken) 75%);
  }
  .stage:dir(rtl) {
    --right-corner: 0px;
    --left-corner: var(--stage-corner, 0px);
  }
  .stage.picture {
    background: var(--color-sunken);
  }
  .remote {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
    opacity: 0;
    transition: opacity var(--medium) var(--ease);
  }
  .remote[data-shown] {
    opacity: 1;
  }
  .person {
    position: absolute;
    inset: 0 0 5.5rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: safe center;
    justify-items: center;
    gap: var(--space-1);
    padding: var(--space-4);
    text-align: center;
  }
  eye-avatar {
    --avatar-size: clamp(5rem, 24cqmin, 8.5rem);
    margin-bottom: var(--space-4);
  }
  .person .name {
    font-size: var(--text-xl);
    font-weight: var(--weight-strong);
    letter-spacing: var(--tracking-tight);
    max-width: 100%;
    overflow-wrap: anywhere;
  }
  .person .name {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .what {
    color: var(--color-text-soft);
    font-variant-numeric: tabular-nums;
  }
  .head {
    position: absolute;
    top: var(--space-3);
    left: max(var(--space-3), var(--left-corner));
    right: max(var(--space-3), var(--right-corner));
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    pointer-events: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 1.875rem;
    padding: 0 var(--space-3);
    border-radius: var(--radius-full);
    background: rgb(10 14 16 / 0.72);
    color: #f3f6f7;
    font-size: var(--text-sm);
    font-variant-numeric: tabular-nums;
    --icon-size: 0.9375rem;
  }
  .chip.name {
    display: block;
    max-width: 60cqw;
    line-height: 1.875rem;
    font-weight: var(--weight-medium);
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .live {
    width: 0.5rem;
    height: 0.5rem;
    border-radius: var(--radius-full);
    background: var(--color-positive);
  }
  eye-own-picture {
    position: absolute;
    right: var(--space-3);
    bottom: var(--bar-height);
    width: var(--tile-width);
    height: var(--tile-height);
  }
  /* the tile covers no words: they stand beside it, or above it where the box is narrow */
  .stage:has(eye-own-picture) .person {
    inset-inline: var(--tile-side);
  }
  eye-own-picture[corner$='left'] {
    right: auto;
    left: var(--space-3);
  }
  eye-own-picture[corner^='top'] {
    top: 3.25rem;
    bottom: auto;
  }
  eye-own-picture[corner='bottom-left'] ~ .banner {
    margin-left: auto;
  }
  .banner {
    position: absolute;
    inset: auto var(--space-3) var(--bar-height);
    display: flex;
    align-items: center;
    gap: var(--space-2);
    width: fit-content;
    max-width: calc(100% - 2 * var(--space-3) - var(--tile-width) - var(--space-3));
    overflow-wrap: anywhere;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-md);
    background: var(--color-warning-soft);
    color: var(--color-warning-text);
    font-size: var(--text-sm);
    line-height: var(--leading-snug);
    --icon-size: 1.125rem;
  }
  .banner .id {
    display: block;
    font: var(--text-2xs) / 1.4 var(--font-mono);
    letter-spacing: var(--tracking-wide);
  }
  eye-camera-question {
    position: absolute;
    inset: auto var(--space-3) var(--bar-height);
    width: fit-content;
    max-width: min(24rem, calc(100% - 2 * var(--space-3)));
    margin-inline: auto;
  }
  eye-call-bar {
    position: absolute;
    inset: auto 0 0;
    --bar-space: var(--space-5);
  }
  @container (aspect-ratio < 0.75) {
    .remote:not([data-screen]) {
      object-fit: cover;
    }
    .stage {
      --tile-width: clamp(5.5rem, 26cqw, 9rem);
      --tile-height: calc(var(--tile-width) * 4 / 3);
    }
  }
  @container (width < 30rem) and (height >= 24rem) {
    .stage:has(eye-own-picture) .person {
      inset-inline: 0;
    }
    .stage:has(eye-own-picture[corner^='bottom']) .person {
      inset-block-end: calc(var(--bar-height) + var(--tile-height));
    }
    .stage:has(eye-own-picture[corner^='top']) .person {
      inset-block-start: calc(3.25rem + var(--tile-height));
    }
  }
  @container (height < 24rem) {
    .stage {
      --bar-height: 5.25rem;
      --tile-width: 5.5rem;
      --tile-height: 4.125rem;
    }
    eye-avatar {
      --avatar-size: 3.5rem;
      margin-bottom: var(--space-1);
    }
    .person {
      inset-block: 2.75rem 4.5rem;
      gap: 0;
      padding-block: 0;
    }
    .person .name {
      font-size: var(--text-md);
      -webkit-line-clamp: 2;
    }
    .stage:has(.banner) .person {
      bottom: calc(var(--bar-height) + 3.25rem);
    }
    /* a tile at the side keeps a column of its own */
    .stage:has(eye-own-picture[corner$='right']) :is(.head, .person) {
      left: max(var(--space-3), var(--left-corner));
      right: max(var(--tile-side), var(--right-corner));
    }
    .stage:has(eye-own-picture[corner$='left']) :is(.head, .person) {
      left: max(var(--tile-side), var(--left-corner));
      right: max(var(--space-3), var(--right-corner));
    }
    eye-call-bar {
      --bar-space: var(--space-3);
    }
    /* what is pressed stands in the first lines, what is only read may be cut off */
    eye-picture-tools {
      order: -2;
    }
    eye-call-quality {
      order: -1;
    }
  }
  @container (height < 14rem) {
    eye-avatar {
      display: none;
    }
  }
  @container (height < 8rem) {
    .remote,
    .person,
    .head,
    .banner,
    eye-own-picture {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .chip,
    .banner {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
