// How a call looks in any box, from a narrow phone to a whole screen.
import { css } from 'lit';

export const callStageStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: 16rem;
    height: 100%;
    color-scheme: dark;
    color: var(--color-text);
    background: var(--color-sunken);
    container-type: size;
    overflow: hidden;
  }
  .stage {
    position: absolute;
    inset: 0;
    background: radial-gradient(120% 90% at 50% 30%, var(--color-raised), var(--color-sunken) 75%);
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
    place-content: center;
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
    overflow-wrap: anywhere;
  }
  .what {
    color: var(--color-text-soft);
    font-variant-numeric: tabular-nums;
  }
  .head {
    position: absolute;
    inset: var(--space-3) var(--space-3) auto;
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
    max-width: 60cqw;
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
    bottom: 6rem;
    width: clamp(6.5rem, 24cqw, 14rem);
    aspect-ratio: 4 / 3;
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
    inset: auto var(--space-3) 6rem;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    width: fit-content;
    max-width: calc(100% - 2 * var(--space-3) - clamp(6.5rem, 24cqw, 14rem) - var(--space-3));
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
    inset: auto var(--space-3) 6rem;
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
    eye-own-picture {
      aspect-ratio: 3 / 4;
      width: clamp(5.5rem, 26cqw, 9rem);
    }
  }
  @container (height < 24rem) {
    eye-own-picture,
    eye-camera-question,
    .banner {
      bottom: 5.25rem;
    }
    eye-avatar {
      --avatar-size: 3.5rem;
      margin-bottom: var(--space-1);
    }
    .person {
      inset-block-end: 4.5rem;
      gap: 0;
    }
    eye-call-bar {
      --bar-space: var(--space-3);
    }
  }
  @container (height < 20rem) {
    eye-own-picture[corner='bottom-right'] {
      top: var(--space-3);
      right: var(--stage-corner, var(--space-3)); /* whoever puts a button into the corner says how wide it is */
      bottom: auto;
    }
    eye-own-picture {
      width: 5.5rem;
    }
  }
`;
