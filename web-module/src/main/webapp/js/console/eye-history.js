import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dayWords, isoTime, timeOfDay } from '../conversation/times.js';
import { blank, blankStyles } from '../elements/blank.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { List } from './list.js';
import { problemBox, selectField } from './parts.js';
import { all } from './rest.js';
import { hashOf } from './router.js';
import { forms, page } from './styles.js';
import { SUBJECTS } from './words.js';

/** Who changed what, the newest first. Down: `room`, `place` (`history`, perhaps a subject, perhaps its id). */
export class EyeHistory extends LitElement {
  static properties = { room: { attribute: false }, place: { attribute: false }, known: { state: true } };

  static styles = [reset, buttons, fields, notices, page, forms, blankStyles, css`
    .tools .field {
      display: flex;
      align-items: center;
      gap: var(--space-3);
    }
    .tools .label {
      white-space: nowrap;
    }
    .one {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-width: 0;
      font-size: var(--text-sm);
      overflow-wrap: anywhere;
    }
    h2 {
      padding: var(--space-5) var(--space-5) var(--space-1);
      font-size: var(--text-sm);
      font-weight: var(--weight-medium);
      color: var(--color-text-soft);
      letter-spacing: 0;
    }
    eye-change {
      padding: var(--space-4) var(--space-5);
    }
    eye-change + eye-change {
      border-top: 1px solid var(--color-line);
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {string[]} */
    this.place = [];
    /** @type {{ profiles: Map<string, any>, skills: Map<string, any> } | undefined} */
    this.known = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#learn();
  }

  /** Profiles and skills by name, as far as they are still there. */
  async #learn() {
    const { rest, paths } = this.room;
    const [profiles, skills] = await Promise.all([all(rest, paths.profiles), all(rest, paths.skills)]);
    const byId = (/** @type {any} */ { body }) => new Map((body?.items ?? []).map((/** @type {any} */ each) => [each.id, each]));
    this.known = { profiles: byId(profiles), skills: byId(skills) };
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('place')) {
      const [, subject, subjectId] = this.place;
      this.list = new List(this, this.room.rest, this.room.paths.changes, { subject, subjectId });
      this.list.load();
    }
  }

  render() {
    const [, subject = '', subjectId] = this.place;
    const { loaded, total } = /** @type {List} */ (this.list);
    return html`
      <div class="head"><div><h1 tabindex="-1">History</h1><p>Who changed what, and when. Nothing here can be changed or deleted. Passwords and secrets are never kept.</p></div></div>
      <section class="card" aria-label="Changes">
        <div class="tools">
          ${selectField({ name: 'subject', label: 'Changes of', value: subject, choices: [['', 'everything'], ...Object.entries(SUBJECTS)],
            input: (chosen) => this.room.go(chosen ? hashOf('history', chosen) : hashOf('history')) })}
          ${subjectId && subject !== 'SETTINGS' && subject !== 'ACCOUNT' ? this.#one(subject) : nothing}
          <span class="count" role="status">${loaded ? `${total} ${total === 1 ? 'change' : 'changes'}` : ''}</span>
        </div>
        ${this.#body()}
        ${this.list?.next ? html`<div class="more"><button class="btn small" @click=${() => this.list?.more()}>Load more</button></div>` : nothing}
      </section>`;
  }

  /** @param {string} subject */
  #one(subject) {
    const name = this.list?.items[0]?.subjectName ?? '';
    return html`<span class="one"><span>only <bdi>${name}</bdi></span><a class="btn small" href=${hashOf('history', subject)}><eye-icon name="x"></eye-icon>Show all</a></span>`;
  }

  #body() {
    const { items, loaded, message } = /** @type {List} */ (this.list);
    if (message) {
      return problemBox(message);
    }
    if (!loaded) {
      return blank('loader-circle', 'Loading', '');
    }
    return items.length === 0 ? blank('scroll-text', 'Nothing was changed', 'Every change of people, profiles, skills and settings will stand here.') : this.#days(items);
  }

  /** @param {any[]} items */
  #days(items) {
    let day = '';
    return repeat(items, (each) => each.id, (each) => {
      const words = dayWords(each.at);
      const heading = words === day ? nothing : html`<h2>${words}</h2>`;
      day = words;
      return html`${heading}<eye-change .change=${each} .known=${this.known} .time=${timeOfDay(each.at)} .datetime=${isoTime(each.at)}></eye-change>`;
    });
  }
}
