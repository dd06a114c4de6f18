import { LitElement, css, html, nothing } from 'lit';
import { duty } from '../wire/duty.js';
import { REFRESH_MS, SessionStore, UNHEARD, logIn, logInOnArrival, logOut, prolong, takeArrival } from '../wire/login.js';
import { Drafts } from '../drafts/drafts.js';
import { Rest } from './rest.js';
import { Router } from './router.js';

/** What every view of a console is given. @typedef {{ rest: Rest, session: import('../wire/login.js').Session, account: string,
 *   paths: any, say: (text: string, tone?: 'info' | 'positive' | 'warning' | 'danger') => void, go: (hash: string, how?: object) => Promise<boolean>, drafts: Drafts,
 *   isOperator: boolean, refresh: () => void }} Room */

const OVER = 'Your log-in ran out. Log in again to go on.';

/**
 * A console: the log-in, or the frame with the view of the place. It owns the session, the place and the questions that
 * stand above every view. A page's own element says what it is called, who may come in and which views there are; a view
 * has `room`, `place` and perhaps `dirty`: whether somebody would lose something by leaving it.
 */
export class App extends LitElement {
  static properties = {
    session: { state: true }, reason: { state: true }, refused: { state: true }, place: { state: true }, leaving: { state: true },
    asking: { state: true }, out: { state: true }, changing: { state: true },
  };

  static styles = css`
    :host {
      display: block;
    }
  `;

  /** Stops that. @type {(() => void) | undefined} */
  #refreshing;
  #listening = new AbortController();
  /** @type {Promise<boolean> | undefined} */
  #again;

  /** @param {{ accountKey: string, first: string }} how */
  constructor({ accountKey, first }) {
    super();
    this.store = new SessionStore('eyeline.console', accountKey);
    /** @type {import('../wire/login.js').Session | undefined} */
    this.session = undefined;
    this.reason = '';
    /** @type {unknown} */
    this.refused = undefined;
    /** @type {string[]} */
    this.place = [];
    /** @type {((leave: boolean) => void) | undefined} */
    this.leaving = undefined;
    /** @type {((again: boolean) => void) | undefined} */
    this.asking = undefined;
    /** Whether who leaves logs out. */
    this.out = false;
    this.changing = false;
    this.drafts = new Drafts('console');
    this.arrival = takeArrival();
    this.rest = new Rest({ session: () => /** @type {any} */ (this.session), again: () => this.#logInAgain() });
    this.router = new Router({ first, change: (place) => this.#arrived(place), mayLeave: (to) => this.#mayLeave(to) });
  }

  // --- what a page says of itself ---------------------------------------------------------------------------------------

  /** Why this person may not come in, with the way to the right room; nothing when they may. @param {any} session @returns {unknown} */
  no(session) {
    return session ? undefined : nothing;
  }

  /** @param {import('../wire/login.js').Session} session @returns {Room} */
  roomOf(session) {
    return /** @type {any} */ (session);
  }

  /** @param {Room} room @returns {unknown} */
  frame(room) {
    return html`${room.account}`;
  }

  /** @returns {{ lead: string, note: string, account: string, fixed: boolean, page?: string }} */
  get door() {
    return { lead: '', note: '', account: this.store.rememberedAccount(), fixed: false };
  }

  /** Somebody is in. */
  entered() {}

  // --- life ---------------------------------------------------------------------------------------------------------------

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('beforeunload', (event) => this.dirty && event.preventDefault(), { signal });
    this.addEventListener('click', (event) => this.router.follow(/** @type {MouseEvent} */ (event)), { signal });
    this.router.start();
    const session = this.store.restored();
    if (session) {
      this.#enter(session, false);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    this.router.stop();
    this.#refreshing?.();
  }

  /** The view that is shown. @returns {any} */
  get view() {
    return this.renderRoot.querySelector('[data-view]');
  }

  get dirty() {
    return Boolean(this.view?.dirty);
  }

  render() {
    const { session } = this;
    if (!session) {
      const { lead, note, account, fixed, page = 'console' } = this.door;
      return html`
        <eye-sign-in .signIn=${logIn} .signInOnArrival=${logInOnArrival} .arrival=${this.arrival} page=${page} .account=${account} ?fixed=${fixed} .lead=${lead} .note=${note} .reason=${this.reason} .refused=${this.refused}
          @signed-in=${(/** @type {CustomEvent} */ event) => this.#enter(event.detail.session, true)}></eye-sign-in>`;
    }
    return html`
      ${this.frame(this.room)}
      <eye-leave .open=${Boolean(this.leaving)} .out=${this.out} @answer=${(/** @type {CustomEvent} */ event) => this.#answerLeaving(event.detail)}></eye-leave>
      <eye-log-in-again .open=${Boolean(this.asking)} .session=${session} @answer=${this.#answerAgain}></eye-log-in-again>
      <eye-change-password .open=${this.changing} .session=${session} @close=${() => (this.changing = false)} @changed=${this.#passwordChanged}></eye-change-password>
      <eye-toasts></eye-toasts>`;
  }

  /** @param {import('../wire/login.js').Session} session @param {boolean} fresh */
  #enter(session, fresh) {
    this.arrival = undefined;
    const no = this.no(session);
    if (no) {
      this.refused = no;
      if (fresh) {
        logOut(session);
      }
      return;
    }
    if (fresh) {
      this.store.keep(session);
    }
    this.refused = undefined;
    this.reason = '';
    this.drafts.belongTo(`${session.account} ${session.id}`);
    this.session = session;
    this.room = this.roomOf(session);
    this.#refreshing?.();
    this.#refreshing = duty(() => prolong(/** @type {any} */ (this.session)), REFRESH_MS);
    this.entered();
  }

  signOut = async () => {
    if (await this.#mayLeave([], true)) {
      const { session } = this;
      this.#end('');
      this.drafts.clear();
      if (session) {
        logOut(session, { onUnheard: () => this.#told(UNHEARD) }).then(() => this.#told('', UNHEARD));
      }
    }
  };

  /** On the log-in, if nobody has logged in meanwhile. @param {string} reason @param {string} [instead] of that word alone */
  #told(reason, instead = this.reason) {
    if (!this.session && this.reason === instead) {
      this.reason = reason;
    }
  }

  /** @param {string} reason */
  #end(reason) {
    this.#refreshing?.();
    this.store.forget();
    this.reason = reason;
    this.session = undefined;
  }

  changePassword = () => {
    this.changing = true;
  };

  #passwordChanged() {
    this.changing = false;
    this.say('Your password is changed. Everywhere else you are logged out.');
  }

  /** @param {string} text @param {any} tone */
  say = (text, tone = 'positive') => /** @type {any} */ (this.renderRoot.querySelector('eye-toasts'))?.say(text, tone);

  // --- places -------------------------------------------------------------------------------------------------------------

  /** @param {string[]} place */
  async #arrived(place) {
    const moved = this.place.length > 0;
    const another = place[0] !== this.place[0];
    this.place = place;
    await this.updateComplete;
    await this.view?.updateComplete;
    if (moved && another && this.session) {
      this.view?.renderRoot.querySelector('h1')?.focus();
      window.scrollTo(0, 0);
    }
  }

  /** @param {string[]} to @param {boolean} out whether this is a log-out, after which nothing is kept @returns {true | Promise<boolean>} */
  #mayLeave(to, out = false) {
    if ((!this.dirty || this.view.keeps?.(to)) && !(out && this.drafts.names.length > 0)) {
      return true;
    }
    this.leaving?.(false);
    this.out = out;
    return new Promise((resolve) => {
      this.leaving = resolve;
    });
  }

  /** @param {{ leave: boolean, keep?: boolean }} answer */
  #answerLeaving({ leave, keep = false }) {
    const { leaving } = this;
    this.leaving = undefined;
    if (keep) {
      this.say('Kept in this tab, until you save, discard it or log out.', 'info');
    } else if (leave) {
      this.view?.discard?.();
    }
    leaving?.(leave);
  }

  // --- a log-in that ran out --------------------------------------------------------------------------------------------------

  /** One question, however many requests wait for the answer. @returns {Promise<boolean>} */
  #logInAgain() {
    this.#again ??= new Promise((resolve) => {
      this.asking = resolve;
    });
    return this.#again;
  }

  /** @param {CustomEvent} event */
  #answerAgain({ detail: { session, out } }) {
    const { asking } = this;
    this.#again = undefined;
    this.asking = undefined;
    if (session) {
      this.store.keep(session);
      this.session = session;
      /** @type {any} */ (this.room).session = session;
    } else {
      this.#end(OVER);
      if (out) {
        this.drafts.clear();
      }
    }
    asking?.(Boolean(session));
  }
}
