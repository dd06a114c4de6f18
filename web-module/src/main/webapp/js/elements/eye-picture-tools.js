import { LitElement, html, css, nothing } from 'lit';
import { buttons, reset } from './styles.js';

/**
 * Two buttons for the other side's picture, where the browser has them: in a small window of its own over all others
 * (Picture-in-Picture), and in the size of the whole screen.
 *
 * @property {() => HTMLVideoElement} picture what goes into the small window
 * @property {() => HTMLElement} stage what fills the screen
 */
export class EyePictureTools extends LitElement {
  static properties = { picture: { attribute: false }, stage: { attribute: false } };

  #listening;

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal, capture: true };
    for (const type of ['fullscreenchange', 'enterpictureinpicture', 'leavepictureinpicture']) {
      document.addEventListener(type, () => this.requestUpdate(), options);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    if (document.pictureInPictureElement) this.#leave(document.exitPictureInPicture());
  }

  render() {
    const small = Boolean(document.pictureInPictureElement);
    const full = Boolean(document.fullscreenElement);
    return html`
      ${document.pictureInPictureEnabled ? this.#button('picture-in-picture-2', small ? 'Back from the small window' : 'Picture in a small window', small, () => this.#float(small)) : nothing}
      ${document.fullscreenEnabled ? this.#button(full ? 'minimize-2' : 'fullscreen', full ? 'Leave full size' : 'Full size', full, () => this.#fill(full)) : nothing}`;
  }

  #button(icon, label, pressed, act) {
    return html`<button type="button" class="btn small round" aria-label=${label} title=${label} aria-pressed=${pressed}
      @click=${act}><eye-icon name=${icon}></eye-icon></button>`;
  }

  #float(small) { this.#leave(small ? document.exitPictureInPicture() : this.picture().requestPictureInPicture()); }
  #fill(full) { this.#leave(full ? document.exitFullscreen() : this.stage().requestFullscreen()); }

  /** A browser that refuses shows the picture where it is. */
  async #leave(done) {
    try { await done; } catch (refusal) { console.info('Eyeline: the browser refused.', refusal.name); }
    this.requestUpdate();
  }

  static styles = [reset, buttons, css`
    :host {
      display: inline-flex;
      gap: var(--space-2);
      pointer-events: auto;
    }
    .btn {
      border-color: transparent;
      background: rgb(10 14 16 / 0.72);
      color: #f3f6f7;
    }
    .btn:hover {
      background: rgb(10 14 16 / 0.9);
    }
    @media (forced-colors: active) {
      .btn {
        background: ButtonFace;
        color: ButtonText;
      }
    }
  `];
}
