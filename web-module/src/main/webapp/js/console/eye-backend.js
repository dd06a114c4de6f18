import { html } from 'lit';
import { App } from './app.js';
import { accountPaths } from './rest.js';

const OPERATORS = '0';
const LINKS = [{ id: 'accounts', label: 'Accounts', icon: 'store' }];

/** The backend console: the accounts of this installation, for its operators. */
export class EyeBackend extends App {
  constructor() {
    super({ accountKey: 'eyeline.backend.account', first: '#/accounts' });
  }

  get door() {
    return {
      lead: 'The backend console: the accounts of this installation.',
      note: 'For operators, who belong to account 0. Administrators work in the console of their account.', account: OPERATORS, fixed: true,
      page: 'backend',
    };
  }

  /** @param {import('../wire/login.js').Session} session */
  no({ roles, name }) {
    return roles.includes('OPERATOR') ? undefined
      : html`${name} is no operator, so there is nothing to do here. The <a href="../console/">console</a> is the room of an account’s administrators.`;
  }

  /** @param {import('../wire/login.js').Session} session */
  roomOf(session) {
    return {
      rest: this.rest, drafts: this.drafts, session, account: OPERATORS, paths: accountPaths(OPERATORS), isOperator: true,
      say: this.say, go: (hash, how) => this.router.go(hash, how), refresh: () => this.entered(),
    };
  }

  /** @param {import('./app.js').Room} room */
  frame(room) {
    document.title = 'Accounts · Eyeline backend console';
    return html`
      <eye-frame heading="Backend console" under="All accounts" .links=${LINKS} current="accounts" .session=${room.session}
        .ways=${[{ href: '../console/?account=0', label: 'Operators', icon: 'users-round' }]} @sign-out=${this.signOut} @password=${this.changePassword}>
        <eye-accounts data-view .room=${room} .place=${this.place}></eye-accounts>
      </eye-frame>`;
  }
}
