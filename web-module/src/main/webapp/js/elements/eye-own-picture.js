import { LitElement, html, css, nothing } from 'lit';
import { reset } from './styles.js';

/**
 * The tile with the own picture, as in a mirror, or the word that the camera is off; and whether one is muted.
 *
 * @property {import('../call/call-session.js').SessionView} view
 */
export class EyeOwnPicture extends LitElement {
  static properties = { view: { attribute: false } };

  render() {
    if (!this.view) return nothing;
    const { camera, microphone, mirrored } = this.view;
    return html`
      ${camera
        ? html`<video autoplay playsinline muted .muted=${true} ?data-mirrored=${mirrored} aria-label="Your own picture"></video>`
        : html`<div class="dark"><eye-icon name="video-off"></eye-icon><span>Camera off</span></div>`}
      ${microphone ? nothing : html`<eye-icon class="mark" name="mic-off" label="You are muted"></eye-icon>`}`;
  }

  /** By hand: set anew at each rendering, the picture would start anew each time. */
  updated() {
    const video = this.renderRoot.querySelector('video');
    const stream = this.view?.local ?? null;
    if (!video || video.srcObject === stream) return;
    video.srcObject = stream;
    if (stream) video.play().catch(() => { /* a newer stream is on its way; muted pictures are always allowed */ });
  }

  static styles = [reset, css`
    :host {
      display: block;
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
    .mark {
      position: absolute;
      left: var(--space-2);
      bottom: var(--space-2);
      padding: 0.25rem;
      border-radius: var(--radius-full);
      background: rgb(10 14 16 / 0.72);
      color: #f3f6f7;
      --icon-size: 1.375rem;
    }
  `];
}
