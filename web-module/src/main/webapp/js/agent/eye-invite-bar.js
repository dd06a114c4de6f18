import { LitElement, css, html, nothing } from 'lit';
import { buttons, reset } from '../elements/styles.js';
import { CallMode } from '../wire/protocol.js';

/**
 * The two invitations. They mirror what the server says of this conversation (`rights`): what this agent is not allowed has
 * no button, and one that would be refused for now is off and says why, by pointer, by focus, and to a screen reader. Where
 * the channel has no calls there is no button.
 * Up: `invite` with `{ mode }`.
 */
export class EyeInviteBar extends LitElement {
  static properties = { rights: { attribute: false }, busy: {}, compact: { type: Boolean, reflect: true }, quiet: { state: true } };

  static styles = [reset, buttons, css`
    :host {
      display: flex;
      gap: var(--space-2);
    }
    .one {
      position: relative;
    }
    .tip {
      position: absolute;
      z-index: 10;
      top: calc(100% + var(--space-2));
      inset-inline-end: 0;
      width: max-content;
      max-width: min(16rem, 70vw);
      padding: var(--space-2) var(--space-3);
      border-radius: var(--radius-md);
      background: light-dark(#20282c, #e9edef);
      color: light-dark(#f3f6f7, #171d20);
      box-shadow: var(--shadow-2);
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
      opacity: 0;
      visibility: hidden;
      transition: opacity var(--fast) var(--ease);
    }
    .one:hover .tip,
    .one:focus-within .tip {
      opacity: 1;
      visibility: visible;
    }
    .tip.dismissed {
      display: none;
    }
    :host([compact]) .btn {
      width: var(--size-control);
      padding: 0;
      border-radius: var(--radius-full);
    }
    :host([compact]) .word {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (forced-colors: active) {
      .tip {
        border: 1px solid CanvasText;
        background: Canvas;
        color: CanvasText;
      }
    }
  `];

  constructor() {
    super();
    /** @type {import('../wire/protocol.js').RightsBody | undefined} */
    this.rights = undefined;
    /** @type {string | undefined} the mode whose invitation is on its way */
    this.busy = undefined;
    this.compact = false;
    this.quiet = false;
  }

  render() {
    const { rights } = this;
    if (!rights || [rights.voice, rights.video].every((right) => right.reason === 'CHANNEL_WITHOUT_CALLS')) {
      return nothing;
    }
    return html`
      ${this.#button('voice', CallMode.VOICE_CALL, 'phone', 'Voice call', rights.voice)}
      ${this.#button('video', CallMode.VIDEO_CALL, 'video', 'Video call', rights.video)}`;
  }

  /** @param {string} id @param {string} mode @param {string} icon @param {string} words @param {import('../wire/protocol.js').Right} right */
  #button(id, mode, icon, words, right) {
    const off = !right.allowed;
    return FORBIDDEN.includes(right.reason) ? html`<span class="visually-hidden" role="status">${reasonWords(right)}</span>` : html`
      <span class="one" @pointerenter=${this.#again} @focusin=${this.#again} @keydown=${this.#escaped}>
        <button class="btn" aria-disabled=${off || this.busy !== undefined} aria-describedby=${off ? `why-${id}` : nothing}
          @click=${() => this.#invite(mode, right)}>
          <eye-icon name=${icon}></eye-icon><span class="word">${words}</span>
        </button>
        ${off ? html`<span class="tip ${this.quiet ? 'dismissed' : ''}" role="tooltip" id="why-${id}">${reasonWords(right)}</span>` : nothing}
        ${!off && this.compact ? html`<span class="tip ${this.quiet ? 'dismissed' : ''}" aria-hidden="true">${words}</span>` : nothing}
      </span>`;
  }

  #again() {
    this.quiet = false;
  }

  /** @param {KeyboardEvent} event */
  #escaped(event) {
    if (event.key === 'Escape') {
      this.quiet = true;
    }
  }

  /** @param {string} mode @param {import('../wire/protocol.js').Right} right */
  #invite(mode, right) {
    if (right.allowed && this.busy === undefined) {
      this.quiet = true;
      this.dispatchEvent(new CustomEvent('invite', { detail: { mode } }));
    }
  }
}

/** Nothing that the agent could wait for. */
const FORBIDDEN = ['NOT_PERMITTED', 'SWITCHED_OFF'];

const REASONS = {
  NOT_PERMITTED: 'Your profile does not allow this kind of call.',
  SWITCHED_OFF: 'This kind of call is switched off for the account.',
  NOT_ASSIGNED: 'Only the agent who has the conversation can call.',
  WINDOW_WITHOUT_CALLS: 'The visitor’s window cannot take calls.',
  CONSUMER_AWAY: 'The visitor’s window is not open now.',
  CONVERSATION_CLOSED: 'The conversation is closed.',
  CALL_OPEN: 'A call is already open in this conversation.',
  AGENT_BUSY: 'You are in another call.',
};

/** @param {import('../wire/protocol.js').Right} right */
export function reasonWords({ reason, message }) {
  return message ?? /** @type {Record<string, string>} */ (REASONS)[reason ?? ''] ?? 'This call is not possible now.';
}
