import { LitElement, html, css, nothing } from 'lit';
import { KeepPlaying } from '../call/keep-playing.js';
import { heldBySystem } from '../call/sent-state.js';
import { reset } from './styles.js';
import { cornerAt, cornerByKey, drag, nextCorner } from './tile-corner.js';

/**
 * The tile with the own picture, as in a mirror, or the word that the camera is off; and whether one is muted.
 * It lies in a corner of the call and moves to another one: dragged, with the arrow keys, or by a click.
 *
 * @property {import('../call/session-view.js').SessionView} view
 */
export class EyeOwnPicture extends LitElement {
  static properties = { view: { attribute: false }, corner: { reflect: true } };

  #dragged = false;
  #playing = new KeepPlaying();

  constructor() {
    super();
    /** @type {import('./tile-corner.js').Corner} */
    this.corner = 'bottom-right';
  }

  render() {
    if (!this.view) return nothing;
    const { camera, opensCamera, microphone, mirrored, sharesScreen } = this.view;
    const held = heldBySystem(this.view);
    return html`
      ${(camera || sharesScreen) && !held.picture
        ? html`<video autoplay playsinline muted .muted=${true} ?data-mirrored=${mirrored} ?data-screen=${sharesScreen}
            aria-label=${sharesScreen ? 'Your screen' : 'Your own picture'}></video>`
        : html`<div class="dark"><eye-icon name=${opensCamera ? 'video' : 'video-off'}></eye-icon><span>${held.picture ? 'Stopped by your system' : opensCamera ? 'Camera opens…' : 'Camera off'}</span></div>`}
      ${microphone && !held.microphone ? nothing : html`<eye-icon class="mark" name="mic-off" label=${held.microphone ? 'Your system has muted you' : 'You are muted'}></eye-icon>`}
      <button type="button" class="move" aria-label="Move your own picture, now ${this.corner.replace('-', ' ')}" title="Move (arrow keys)"
        @pointerdown=${this.#down} @click=${this.#clicked} @keydown=${this.#key}></button>`;
  }

  /** @param {PointerEvent} event */
  #down(event) {
    this.#dragged = false;
    drag(event, this, (moved) => {
      this.#dragged = moved;
      if (moved) this.corner = cornerAt(this.getBoundingClientRect(), /** @type {HTMLElement} */ (this.offsetParent).getBoundingClientRect());
    });
  }

  #clicked() {
    if (!this.#dragged) this.corner = nextCorner(this.corner);
    this.#dragged = false;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const corner = cornerByKey(this.corner, event.key);
    if (!corner) return;
    event.preventDefault();
    this.corner = corner;
  }

  /** By hand: set anew at each rendering, the picture would start anew each time. */
  updated() { if (this.isConnected) this.#playing.follow(this.renderRoot.querySelector('video'), this.view?.local); }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#playing.stop();
  }

  static styles = [reset, css`
    :host {
      display: block;
      container: tile / size;
      border-radius: var(--radius-lg);
      background: var(--color-raised);
      box-shadow: 0 0 0 1px rgb(255 255 255 / 0.14), var(--shadow-3);
      overflow: hidden;
    }
    video {
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    video[data-screen] {
      object-fit: contain;
    }
    video[data-mirrored] {
      transform: scaleX(-1);
    }
    .dark {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: var(--space-1);
      height: 100%;
      color: var(--color-text-soft);
      font-size: var(--text-xs);
    }
    @container tile (height < 6rem) {
      .dark span {
        display: none; /* the mark lies there */
      }
    }
    .move {
      position: absolute;
      inset: 0;
      padding: 0;
      border: 0;
      border-radius: inherit;
      background: transparent;
      cursor: grab;
      touch-action: none;
    }
    .move:active {
      cursor: grabbing;
    }
    .move:focus-visible {
      outline-offset: -3px;
    }
    .mark {
      position: absolute;
      inset-inline-start: var(--space-2);
      bottom: var(--space-2);
      padding: 0.25rem;
      border-radius: var(--radius-full);
      background: rgb(10 14 16 / 0.72);
      color: #f3f6f7;
      --icon-size: 1.375rem;
    }
    @media (forced-colors: active) {
      :host {
        border: 1px solid CanvasText;
      }
      .mark {
        background: Canvas;
        color: CanvasText;
      }
    }
  `];
}
