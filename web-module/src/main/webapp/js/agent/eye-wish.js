import { LitElement, css, html, nothing } from 'lit';
import { callName } from '../conversation/call-line.js';
import { buttons, reset } from '../elements/styles.js';
import { reasonWords } from './eye-invite-bar.js';

/**
 * The consumer asks for a call: who, what, and the button that invites to it, or why this agent cannot. Down: `mode`,
 * `name`, `right` (what the server says of this mode), `busy` (an invitation is on its way).
 * Up: `invite` with `{ mode }`, `dismiss`.
 */
export class EyeWish extends LitElement {
  static properties = { mode: {}, name: {}, right: { attribute: false }, busy: { type: Boolean } };

  static styles = [reset, buttons, css`
    :host {
      display: block;
      padding-bottom: var(--space-2);
      container-type: inline-size;
    }
    .wish {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto auto;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      padding-block: var(--space-2);
      padding-inline: var(--space-4) var(--space-2);
      border-radius: var(--radius-md);
      background: var(--color-accent-soft);
      font-size: var(--text-base);
      line-height: var(--leading-snug);
    }
    .why {
      color: var(--color-text-soft);
      font-size: var(--text-sm);
    }
    .wish > eye-icon {
      color: var(--color-accent-text);
    }
    .away {
      grid-column: 4;
      grid-row: 1;
    }
    @container (width < 28rem) {
      .invite {
        grid-area: 2 / 2 / auto / span 3;
        justify-self: start;
      }
    }
    @media (forced-colors: active) {
      .wish {
        border: 1px solid CanvasText;
      }
    }
  `];

  constructor() {
    super();
    this.mode = '';
    this.name = '';
    /** @type {import('../wire/protocol.js').Right | undefined} */
    this.right = undefined;
    this.busy = false;
  }

  render() {
    const call = callName(this.mode).toLowerCase();
    return html`
      <div class="wish" role="status">
        <eye-icon name=${this.mode === 'VIDEO_CALL' ? 'video' : 'phone'}></eye-icon>
        <p class="words"><bdi>${this.name}</bdi> asks for a ${call}.
          ${this.right && !this.right.allowed ? html`<span class="why">${reasonWords(this.right)}</span>` : nothing}</p>
        ${this.right?.allowed ? html`<button class="btn primary small invite" ?disabled=${this.busy} @click=${() => this.#tell('invite', { mode: this.mode })}>
          Invite to a ${call}</button>` : nothing}
        <button class="btn quiet round small away" aria-label="Not now" title="Not now" @click=${() => this.#tell('dismiss')}><eye-icon name="x"></eye-icon></button>
      </div>`;
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
