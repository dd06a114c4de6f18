import { html, nothing } from 'lit';
import { isolated } from '../conversation/isolated.js';
import { App } from './app.js';
import { accountPath, accountPaths } from './rest.js';

const LINKS = [
  { id: 'people', label: 'People', icon: 'users-round' },
  { id: 'profiles', label: 'Profiles', icon: 'shield-check' },
  { id: 'skills', label: 'Skills', icon: 'tags' },
  { id: 'calls', label: 'Call settings', icon: 'sliders-horizontal' },
  { id: 'texts', label: 'Texts', icon: 'languages' },
  { id: 'websites', label: 'Websites', icon: 'globe' },
  { id: 'history', label: 'History', icon: 'scroll-text' },
];

/** @type {Record<string, (room: import('./app.js').Room, place: string[]) => unknown>} */
const VIEWS = {
  people: (room, place) => html`<eye-people data-view .room=${room} .place=${place}></eye-people>`,
  profiles: (room, place) => html`<eye-profiles data-view .room=${room} .place=${place}></eye-profiles>`,
  skills: (room, place) => html`<eye-skills data-view .room=${room} .place=${place}></eye-skills>`,
  calls: (room) => html`<eye-calls data-view .room=${room}></eye-calls>`,
  texts: (room) => html`<eye-texts data-view .room=${room}></eye-texts>`,
  websites: (room) => html`<eye-websites data-view .room=${room}></eye-websites>`,
  history: (room, place) => html`<eye-history data-view .room=${room} .place=${place}></eye-history>`,
};

/** The console of an account, for its administrators; and for operators, who name the account in the address. */
export class EyeConsole extends App {
  static properties = { name: { state: true }, problems: { state: true } };

  constructor() {
    super({ accountKey: 'eyeline.console.account', first: '#/people' });
    this.asked = new URLSearchParams(location.search).get('account') ?? '';
    this.name = '';
    /** How many problems of pages nobody has put away. */
    this.problems = 0;
  }

  get door() {
    return {
      lead: 'The console: people, profiles and call settings of your account.',
      note: 'For administrators. Operators log in with account 0.', account: this.store.rememberedAccount() || this.asked, fixed: false,
    };
  }

  /** @param {import('../wire/login.js').Session} session */
  no({ roles, name }) {
    if (roles.includes('OPERATOR')) {
      return this.asked ? undefined
        : html`<bdi>${name}</bdi> is an operator. Choose an account in the <a href="../backend/">backend console</a> to work in it.`;
    }
    return roles.includes('ADMINISTRATOR') ? undefined
      : html`<bdi>${name}</bdi> is no administrator, so there is nothing to do here. The <a href="../agent/">agent workspace</a> is the room for conversations and calls.`;
  }

  /** @param {import('../wire/login.js').Session} session */
  roomOf(session) {
    const isOperator = session.roles.includes('OPERATOR');
    const account = isOperator ? this.asked : session.account;
    return {
      rest: this.rest, drafts: this.drafts, session, account, paths: accountPaths(account), isOperator,
      say: this.say, go: (hash, how) => this.router.go(hash, how), refresh: () => this.entered(),
    };
  }

  async entered() {
    const { isOperator, account, paths } = /** @type {import('./app.js').Room} */ (this.room);
    const [known, problems] = await Promise.all([isOperator ? this.rest.get(accountPath(account)) : undefined, this.rest.get(paths.problems)]);
    this.name = known?.body?.name ?? '';
    this.problems = problems.body?.items.length ?? 0;
  }

  get #links() {
    return LINKS.map((link) => (link.id === 'websites' ? { ...link, count: this.problems } : link));
  }

  /** @param {import('./app.js').Room} room */
  frame(room) {
    const [first] = this.place;
    const current = first in VIEWS ? first : 'people';
    document.title = `${LINKS.find(({ id }) => id === current)?.label} · Eyeline console`;
    return html`
      <eye-frame heading="Console" .under=${[isolated(this.name), `Account ${room.account}`].filter(Boolean).join(', ')} .links=${this.#links}
        .current=${current} .session=${room.session} .ways=${room.isOperator ? [{ href: '../backend/', label: 'All accounts', icon: 'arrow-left' }] : []} @sign-out=${this.signOut} @password=${this.changePassword}>
        ${VIEWS[current](room, this.place)}
      </eye-frame>`;
  }
}
