import { LitElement, html, css, nothing } from 'lit';
import { isVideo } from '../call/call-store.js';
import { callName, clockWords } from '../conversation/call-line.js';
import { directionOf } from '../conversation/isolated.js';
import { invitationWords } from '../conversation/wording.js';
import { Asks } from '../elements/consent.js';
import { buttons, keyHint, reset } from '../elements/styles.js';

/**
 * An agent invites: who, to what, for how long still, and the answers. Says `call-act`. Nothing is opened here: devices
 * come after the accept.
 *
 * @property {import('../call/call-store.js').Call} call a ringing one
 * @property {() => number} now the server's clock
 * @property {boolean} answered an answer is on its way
 * @property {import('../wire/protocol.js').WindowSettingsBody} [wording] the account's texts
 */
export class EyeInvitation extends LitElement {
  static properties = { call: { attribute: false }, now: { attribute: false }, answered: { type: Boolean }, wording: { attribute: false } };

  #tick;
  #asks = new Asks(this);

  connectedCallback() {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), 500);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  /** The words, not a button: somebody who is writing must not accept by the next key. */
  focus() { this.renderRoot.querySelector('h2')?.focus(); }

  /** A page that was asleep may hear late that its time is over. */
  get #left() { return Math.max(0, this.call.expiresAt - this.now()); }

  willUpdate(changed) {
    if (changed.has('call') && changed.get('call')?.callId !== this.call?.callId) this.#asks.again();
  }

  render() {
    if (!this.call) return nothing;
    const { agentName } = this.call;
    return html`
      <section aria-labelledby="who">
        <div class="middle">
          <eye-avatar name=${agentName} seed=${agentName} calling></eye-avatar>
          <h2 id="who" tabindex="-1" dir="auto">${agentName}</h2>
          <p class="what"><eye-icon name=${isVideo(this.call) ? 'video' : 'phone'}></eye-icon>${this.#words()}</p>
          <p class="left"><span class="visually-hidden">Time to answer: </span>${clockWords(this.#left)}</p>
        </div>
        <div class="answers">${isVideo(this.call) ? this.#video() : this.#voice()}
          ${this.#answer('DECLINE', 'phone-off', 'Decline', 'quiet')}${this.#asks.hint()}</div>
        <p class="calm"><eye-icon name="shield-check"></eye-icon>${isVideo(this.call)
          ? 'Your camera and microphone stay off until you accept.' : 'Your microphone stays off until you accept.'}</p>
      </section>`;
  }

  /** The account's own words, once they are known. */
  #words() {
    const { call, wording } = this;
    const text = wording && invitationWords(wording.texts, call);
    return text ? html`<span dir=${directionOf(text)} lang=${wording.language}>${text}</span>`
      : html`<span><bdi>${call.agentName}</bdi> invites you to a ${callName(call.mode).toLowerCase()}.</span>`;
  }

  #video() {
    return html`${this.#answer('ACCEPT_VIDEO', 'video', 'Accept with video', 'positive')}
      ${this.#answer('ACCEPT_VOICE', 'phone', 'Accept with voice only', '')}`;
  }

  #voice() { return this.#answer('ACCEPT_VOICE', 'phone', 'Accept', 'positive'); }

  #answer(act, icon, words, look) {
    return html`<button type="button" class="btn large ${look}" ?disabled=${this.answered || act !== 'DECLINE' && this.#left === 0} @click=${act === 'DECLINE' ? () => this.#act(act) : this.#asks.meant(() => this.#act(act))}>
      <eye-icon name=${icon}></eye-icon>${words}</button>`;
  }

  #act(act) { this.dispatchEvent(new CustomEvent('call-act', { detail: act, bubbles: true, composed: true })); }

  static styles = [reset, buttons, keyHint, css`
    :host {
      display: block;
      height: 100%;
      overflow-y: auto;
      background: radial-gradient(110% 70% at 50% 0, var(--color-accent-soft), transparent 70%) var(--color-canvas);
    }
    section {
      display: grid;
      grid-template-rows: 1fr auto auto;
      gap: var(--space-5);
      min-height: 100%;
      padding: var(--space-6) var(--space-5) var(--space-4);
    }
    .middle {
      display: grid;
      align-content: safe center;
      justify-items: center;
      gap: var(--space-1);
      text-align: center;
    }
    eye-avatar {
      --avatar-size: 6rem;
      margin-bottom: var(--space-5);
    }
    h2 {
      font-size: var(--text-2xl);
      overflow-wrap: anywhere;
    }
    h2:focus-visible {
      outline: 0;
    }
    .what {
      display: inline-flex;
      max-width: 100%;
      overflow-wrap: anywhere;
      align-items: center;
      gap: var(--space-2);
      color: var(--color-text-soft);
      font-size: var(--text-md);
    }
    .left {
      margin-top: var(--space-2);
      color: var(--color-text-faint);
      font-variant-numeric: tabular-nums;
    }
    .answers {
      display: grid;
      gap: var(--space-3);
      width: 100%;
      max-width: 22rem;
      margin-inline: auto;
    }
    .calm {
      display: flex;
      justify-content: center;
      align-items: center;
      gap: var(--space-2);
      color: var(--color-text-soft);
      font-size: var(--text-xs);
      --icon-size: 1rem;
    }
    @media (max-height: 30rem) {
      eye-avatar {
        --avatar-size: 4rem;
        margin-bottom: var(--space-2);
      }
      section {
        gap: var(--space-3);
        padding-top: var(--space-3);
      }
    }
    /* A phone on its side: the answers stand beside the words. */
    @media (max-height: 30rem) and (min-width: 34rem) {
      section {
        grid-template: 1fr auto / 1fr 1fr;
      }
      .answers {
        align-content: center;
      }
      .calm {
        grid-column: 1 / -1;
      }
    }
  `];
}
