import { LitElement, css, html } from 'lit';
import { session as tab } from '../browser/storage.js';
import { Calls } from '../call/calls.js';
import { KeptCalls } from '../call/kept-calls.js';
import { Drafts } from '../drafts/drafts.js';
import { Connection } from '../wire/connection.js';
import { duty } from '../wire/duty.js';
import { UNHEARD, takeArrival } from '../wire/login.js';
import { Side } from '../wire/protocol.js';
import { Desk } from './desk.js';
import { REFRESH_MS, agentDoor, forgetSession, refreshSession, rememberedAccount, restoredSession, signIn, signInOnArrival, signOut } from './session.js';

/** The workspace: the log-in, or the desk of who is logged in. It owns the session, the socket and the desk. */
export class EyeWorkspace extends LitElement {
  static properties = { desk: { state: true }, reason: { state: true }, arrival: { state: true } };

  static styles = css`
    :host {
      display: block;
    }
  `;

  /** Stops that. @type {(() => void) | undefined} */
  #refreshing;
  /** Taken up by the next page of this tab. */
  #kept = new KeptCalls({ storage: tab, key: 'eyeline.agent.calls' });

  constructor() {
    super();
    /** @type {Desk | undefined} */
    this.desk = undefined;
    this.reason = '';
    this.arrival = takeArrival();
    this.drafts = new Drafts('agent');
  }

  connectedCallback() {
    super.connectedCallback();
    const session = restoredSession();
    if (session) {
      this.#begin(session);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#refreshing?.();
    this.desk?.dispose();
  }

  render() {
    return this.desk
      ? html`<eye-desk .desk=${this.desk} @sign-out=${this.#signOut}></eye-desk>
        <eye-another-log-in .open=${Boolean(this.arrival?.code)} .session=${this.desk.session} .inCall=${this.#kept.all.length > 0}
          @close=${() => { this.arrival = undefined; }} @answer=${this.#signOut}></eye-another-log-in>`
      : html`<eye-sign-in .signIn=${signIn} .signInOnArrival=${signInOnArrival} .arrival=${this.arrival} page="agent" .account=${rememberedAccount()} .reason=${this.reason}
          lead="Your workspace for conversations and calls." note="This is the workspace of agents. Customers write from your website."
          @signed-in=${(/** @type {CustomEvent} */ event) => { this.arrival = undefined; this.#begin(event.detail.session); }}></eye-sign-in>`;
  }

  /** @param {import('./session.js').Session} session */
  #begin(session) {
    const connection = new Connection(agentDoor(session));
    const calls = new Calls({ connection, side: Side.AGENT, kept: this.#kept });
    this.drafts.belongTo(`${session.account} ${session.id}`);
    this.desk = new Desk({ connection, calls, session, drafts: this.drafts });
    connection.on('state', (state) => {
      if (state === 'SIGNED_OUT') {
        this.#end('Your log-in ran out. Log in again to go on.');
      }
    });
    connection.open();
    this.#refreshing = duty(() => this.#refresh(session), REFRESH_MS);
  }

  /** @param {import('./session.js').Session} session */
  async #refresh(session) {
    if ((await refreshSession(session)) === 'GONE') {
      this.#end('Your log-in ran out. Log in again to go on.');
    }
  }

  #signOut() {
    const session = this.desk?.session;
    this.#end('');
    this.drafts.clear();
    if (session) {
      signOut(session, () => this.#say(UNHEARD)).then(() => this.#say('', UNHEARD));
    }
  }

  /** On the log-in, if nobody has logged in meanwhile. @param {string} reason @param {string} [instead] of that word alone */
  #say(reason, instead = this.reason) {
    if (!this.desk && this.reason === instead) {
      this.reason = reason;
    }
  }

  /** @param {string} reason */
  #end(reason) {
    this.#refreshing?.();
    const { desk } = this;
    this.desk = undefined;
    this.reason = reason;
    forgetSession();
    desk?.dispose();
  }
}
