import { LitElement, css, html, nothing } from 'lit';
import { buttons, reset } from '../elements/styles.js';
import { sentServer } from './servers.js';
import { badges } from './styles.js';

const OUTCOMES = {
  OK: { tone: 'positive', icon: 'check', words: 'works' },
  UNAUTHORIZED: { tone: 'danger', icon: 'x', words: 'does not take the credential' },
  REFUSED: { tone: 'danger', icon: 'x', words: 'takes the credential and gives no relay: a quota, or no ports left' },
  UNTRUSTED: { tone: 'danger', icon: 'x', words: 'has a certificate that no browser would take' },
  UNREACHABLE: { tone: 'warning', icon: 'wifi-off', words: 'did not answer' },
};

const NOTHING = 'Browsers ask a STUN server over UDP alone: leave out the transport.';

/** Asks a STUN or TURN server, from Eyeline's server, what a browser would ask (R4). Down: `room`, `server`, `label` (as `Server 1`). */
export class EyeRelayTest extends LitElement {
  static properties = {
    room: { attribute: false }, server: { attribute: false }, label: {}, busy: { state: true }, items: { state: true }, message: { state: true },
  };

  static styles = [reset, buttons, badges, css`
    :host {
      display: grid;
      justify-items: start;
      gap: var(--space-2);
      font-size: var(--text-sm);
    }
    ul {
      display: grid;
      gap: var(--space-1);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }
    .problem {
      color: var(--color-danger-text);
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {import('./servers.js').Server} */
    this.server = /** @type {any} */ (undefined);
    this.label = '';
    this.busy = false;
    /** @type {any[]} */
    this.items = [];
    this.message = '';
  }

  /** What was answered holds for what was asked. @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('server')) {
      this.items = [];
      this.message = '';
    }
  }

  render() {
    return html`
      <button type="button" class="btn small" aria-label="Test ${this.label}" aria-disabled=${this.busy} @click=${this.#test}>
        <eye-icon name="wifi"></eye-icon>${this.busy ? 'Testing' : 'Test'}</button>
      <div role="status">
        ${this.message ? html`<p class="problem">${this.message}</p>` : nothing}
        ${this.items.length === 0 ? nothing : html`<ul>${this.items.map((each) => this.#answer(each))}</ul>`}
      </div>`;
  }

  /** @param {{ transport: string, port: number, outcome: string, milliseconds?: number }} answer */
  #answer({ transport, port, outcome, milliseconds }) {
    const { tone, icon, words } = OUTCOMES[/** @type {keyof OUTCOMES} */ (outcome)] ?? { tone: '', icon: 'info', words: outcome };
    return html`<li><span class="badge ${tone}"><eye-icon name=${icon}></eye-icon>${transport} ${port}</span><span>${words}${milliseconds === undefined ? '' : `, ${milliseconds} ms`}</span></li>`;
  }

  async #test() {
    if (this.busy) {
      return;
    }
    const { server } = this;
    this.busy = true;
    this.items = [];
    this.message = '';
    const answer = await this.room.rest.post(this.room.paths.testRelay, { iceServer: sentServer(server) });
    this.busy = false;
    if (server === this.server) {
      this.items = answer.body?.items ?? [];
      this.message = answer.ok ? (this.items.length === 0 ? NOTHING : '') : answer.errors?.[0]?.detail ?? answer.message ?? '';
    }
  }
}
