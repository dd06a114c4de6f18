import { LitElement, css, html, nothing } from 'lit';
import { isolated } from '../conversation/isolated.js';
import { dayWords, timeOfDay } from '../conversation/times.js';
import { buttons, reset } from '../elements/styles.js';

const SEARCH = { id: 'search', label: 'Search in this conversation', hint: 'Also in what is not loaded', icon: 'search' };

const MORE = [
  { id: 'ask-return', label: 'Return to the queue', hint: 'Another agent can take it', icon: 'undo-2' },
  { id: 'ask-close', label: 'Close conversation', hint: 'It goes to your history', icon: 'circle-check' },
];

/**
 * Who one talks to, where that person is, and what can be done with the conversation. Down: `conversation`, `name`, `mine`
 * (whether it is this agent's), `presence` (`here` or `away`), `rights` and `busy` (for the invitations), `compact`.
 * Up: `back`, `search`, `invite` with `{ mode }`, `pick` with `{ id }` of what was chosen.
 */
export class EyeConversationHead extends LitElement {
  static properties = {
    conversation: { attribute: false }, name: { attribute: false }, mine: { attribute: false }, presence: { attribute: false },
    rights: { attribute: false }, busy: { attribute: false }, compact: { type: Boolean },
  };

  static styles = [reset, buttons, css`
    :host {
      position: relative;
      z-index: 2;
      min-width: 0;
    }
    .head {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-height: 4rem;
      padding-block: var(--space-2);
      padding-inline: var(--space-6) var(--space-4);
      border-bottom: 1px solid var(--color-line);
      background: var(--color-surface);
    }
    .who {
      flex: 1;
      min-width: 0;
    }
    h2 {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: var(--text-md);
    }
    .sub {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
      color: var(--color-text-soft);
    }
    @media (max-width: 47.49rem) {
      .head {
        gap: var(--space-2);
        padding: var(--space-2);
        --avatar-size: 2.25rem;
      }
    }
    @media (max-width: 23rem) {
      .head > eye-avatar {
        display: none;
      }
    }
    @media (min-width: 47.5rem) {
      .back {
        display: none;
      }
    }
  `];

  constructor() {
    super();
    /** @type {import('./desk.js').Conversation} */
    this.conversation = /** @type {any} */ (undefined);
    this.name = '';
    this.mine = false;
    /** @type {'here' | 'away' | undefined} */
    this.presence = undefined;
    /** @type {import('../wire/protocol.js').RightsBody | undefined} */
    this.rights = undefined;
    /** @type {string | undefined} */
    this.busy = undefined;
    this.compact = false;
  }

  /** The name, so that a screen reader says where one is. */
  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector('h2')?.focus();
  }

  render() {
    return html`
      <header class="head">
        <button class="btn quiet round back" aria-label="Back to the list" @click=${() => this.#tell('back')}><eye-icon name="chevron-left"></eye-icon></button>
        <eye-avatar anonymous .seed=${this.name}></eye-avatar>
        <div class="who"><h2 tabindex="-1" dir="auto" title=${this.name}>${this.name}</h2><p class="sub">${this.#subtitle()}</p></div>
        ${this.#isBusy ? nothing : this.#searchButton()}
        ${this.mine && this.conversation.open ? html`
          <eye-invite-bar .rights=${this.rights} .busy=${this.busy} ?compact=${this.compact}
            @invite=${(/** @type {CustomEvent} */ event) => this.#tell('invite', event.detail)}></eye-invite-bar>
          <eye-menu label="More for this conversation" look="quiet round" .items=${this.#isBusy ? [SEARCH, ...MORE] : MORE}
            @pick=${this.#picked}><eye-icon name="ellipsis"></eye-icon></eye-menu>`
          : nothing}
      </header>`;
  }

  /** Whether the buttons of a narrow head need all of it, so that the search stands in the menu. */
  get #isBusy() {
    return this.compact && this.mine && this.conversation.open;
  }

  #searchButton() {
    return html`
      <button class="btn quiet round" aria-label=${SEARCH.label} title=${SEARCH.label} @click=${() => this.#tell('search')}><eye-icon name="search"></eye-icon></button>`;
  }

  /** @param {CustomEvent} event */
  #picked({ detail }) {
    if (detail.id === SEARCH.id) {
      this.#tell('search');
    } else {
      this.#tell('pick', detail);
    }
  }

  #subtitle() {
    const { open, endedAt, updatedAt, participants } = this.conversation;
    if (!open) {
      const at = endedAt || updatedAt;
      return `Closed ${dayWords(at).toLowerCase()}, ${timeOfDay(at)}`;
    }
    if (!this.mine) {
      const agent = participants.find((each) => each.role === 'ASSIGNED_AGENT');
      return agent ? `With ${isolated(agent.name) || 'another agent'}` : 'Waiting for an agent';
    }
    return this.presence === 'away' ? 'Window is closed' : 'Window is open';
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
