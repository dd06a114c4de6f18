import { LitElement, css, html, nothing } from 'lit';
import { isolated } from '../conversation/isolated.js';
import { waitingWords } from '../conversation/times.js';
import { Asks } from '../elements/consent.js';
import { buttons, keyHint, reset } from '../elements/styles.js';
import { Ticker } from '../elements/ticker.js';
import { visitorName } from './desk.js';

/**
 * A conversation that waits, and rings. Down: `ring`, `now` (the server's clock), `busy` while it is being taken.
 * Up: `accept-ring` and `reject-ring` with `{ ringId }`.
 */
export class EyeWaitingCard extends LitElement {
  static properties = { ring: { attribute: false }, now: { attribute: false }, busy: { type: Boolean } };

  static styles = [reset, buttons, keyHint, css`
    :host {
      display: block;
    }
    article {
      display: grid;
      grid-template-columns: auto 1fr auto;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      padding: var(--space-3);
      border-radius: var(--radius-lg);
      background: var(--color-warning-soft);
    }
    eye-avatar {
      --avatar-calling: var(--color-warning);
    }
    h2 {
      font-size: var(--text-base);
    }
    p {
      font-size: var(--text-sm);
      color: var(--color-warning-text);
      line-height: var(--leading-snug);
    }
    .key-hint {
      grid-column: 1 / -1;
    }
    .acts {
      display: flex;
      gap: var(--space-1);
    }
    .btn.quiet {
      color: var(--color-warning-text);
    }
    @media (forced-colors: active) {
      article {
        border: 1px solid CanvasText;
      }
    }
  `];

  #asks = new Asks(this);

  constructor() {
    super();
    /** @type {import('../wire/protocol.js').Ring | undefined} */
    this.ring = undefined;
    this.now = Date.now;
    this.busy = false;
    new Ticker(this, 15_000, () => true);
  }

  render() {
    if (!this.ring) {
      return nothing;
    }
    const name = visitorName(this.ring.consumerId);
    const waited = waitingWords(this.now() - this.ring.waitingSince);
    return html`
      <article aria-label="${isolated(name)} is waiting">
        <eye-avatar anonymous calling .seed=${name}></eye-avatar>
        <div><h2 dir="auto">${name}</h2><p>${waited === 'now' ? 'Just came in' : `Waits for ${waited}`}</p></div>
        <div class="acts">
          <button class="btn quiet small round" aria-label="Do not ring here for ${isolated(name)}" title="Stop ringing here"
            @click=${() => this.#tell('reject-ring')}><eye-icon name="bell-off"></eye-icon></button>
          <button class="btn primary small" aria-disabled=${this.busy} @click=${this.#asks.meant(() => this.#tell('accept-ring'))}>Accept</button>
        </div>
        ${this.#asks.hint()}
      </article>`;
  }

  /** @param {string} type */
  #tell(type) {
    if (!this.busy) {
      this.dispatchEvent(new CustomEvent(type, { detail: { ringId: this.ring?.ringId }, bubbles: true, composed: true }));
    }
  }
}
