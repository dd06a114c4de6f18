import { cleanedValues, conflicts, chosenOf, changedFields, patchOf, rebased, same } from './draft.js';
import { errorWords } from './words.js';

/**
 * One thing of the API while somebody edits it: what it was, what is in the form, which version was seen. Nothing is kept
 * before `save`; nobody's change is lost: a stale edit waits in `stale` until each field is chosen, and what is neither saved nor undone is
 * put back when the same form is opened again in this tab, but for its secrets.
 */
export class Edit {
  /**
   * @param {import('lit').ReactiveElement} host drawn again at every change
   * @param {{ rest: import('./rest.js').Rest, path: string, drafts?: import('../drafts/drafts.js').Drafts, about?: string, blank?: any, list?: string,
   *   form?: (body: any) => any, patch?: (before: any, after: any) => any, post?: (draft: any) => any, at?: (field: string) => string }} how
   *   `blank`: what a new one begins with, made by a POST to `list`; `form`: what of a body the form shows; `patch`, `post`:
   *   what is sent; `drafts`: where unsaved changes are kept, `about` of which part of the body; `at`: where the form shows what a problem says of a field
   */
  constructor(host, { rest, path, drafts, about = '', blank, list = '', form = (body) => body, patch = patchOf, post = (draft) => draft, at = (field) => field }) {
    this.host = host;
    this.rest = rest;
    this.path = path;
    this.drafts = drafts;
    this.about = about;
    this.list = list;
    this.form = form;
    this.patch = patch;
    this.post = post;
    this.at = at;
    this.isNew = blank !== undefined;
    this.body = blank;
    this.before = blank && form(blank);
    this.draft = this.before;
    /** @type {string | undefined} */
    this.etag = undefined;
    /** @type {Record<string, string>} */
    this.errors = {};
    this.message = '';
    this.busy = false;
    this.missing = false;
    /** Whether changes from before were put back, and whether a secret was among them that was not kept. */
    this.putBack = false;
    this.withheld = false;
    /** @type {{ theirs: any, body: any, etag: string | undefined, conflicts: import('./draft.js').Conflict[] } | undefined} */
    this.stale = undefined;
    if (this.isNew) {
      this.#restore();
    }
  }

  get ready() {
    return this.draft !== undefined;
  }

  get dirty() {
    return this.ready && !same(this.before, this.draft);
  }

  get changed() {
    return this.ready ? changedFields(this.before, this.draft) : [];
  }

  async load() {
    const answer = await this.rest.get(this.path);
    if (answer.ok) {
      this.#begin(answer.body, answer.etag);
      this.#restore();
    } else {
      this.missing = answer.status === 404;
      this.message = answer.message ?? '';
    }
    this.host.requestUpdate();
    return answer.ok;
  }

  /** @param {any} change fields and their values */
  set(change) {
    this.draft = { ...this.draft, ...change };
    this.#keep();
    const told = Object.keys(change);
    const isTold = (/** @type {string} */ field) => told.some((each) => field === each || field.startsWith(`${each}.`) || field.startsWith(`${each}[`));
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([field]) => !isTold(field)));
    this.host.requestUpdate();
  }

  undo() {
    this.draft = this.before;
    this.#keep();
    this.errors = {};
    this.message = '';
    this.host.requestUpdate();
  }

  /** @returns {Promise<import('./rest.js').Answer | undefined>} nothing while one is on its way */
  async save() {
    if (this.busy) {
      return undefined;
    }
    this.busy = true;
    this.errors = {};
    this.message = '';
    this.host.requestUpdate();
    const typed = this.draft;
    const draft = cleanedValues(typed);
    const answer = this.isNew ? await this.rest.post(this.list, this.post(draft))
      : await this.rest.patch(this.path, this.patch(this.before, draft), /** @type {string} */ (this.etag));
    this.busy = false;
    await this.#answered(answer, typed);
    this.host.requestUpdate();
    return answer;
  }

  /** What was typed while it was on its way is the next change. @param {import('./rest.js').Answer} answer @param {any} typed */
  async #answered(answer, typed) {
    if (answer.ok) {
      const { draft } = this;
      this.drafts?.drop(this.#name);
      if (this.isNew) {
        this.path = `${this.list}/${encodeURIComponent(answer.body.id)}`;
        this.isNew = false;
      }
      this.#begin(answer.body, answer.etag);
      this.draft = chosenOf(this.before, draft, changedFields(typed, draft));
      this.#keep();
    } else if (answer.status === 412) {
      await this.#wasChanged(answer);
    } else {
      this.#refused(answer);
    }
  }

  /** A problem that names fields is said at them. @param {import('./rest.js').Answer} answer */
  #refused({ errors = [], message = '' }) {
    const told = errors.map(({ field, detail }) => [this.at(field), errorWords(field, detail)]);
    this.errors = Object.fromEntries(told);
    this.message = told.length > 1 ? `Not saved: ${told.length} fields need a change, and each says which.` : `Not saved. ${told[0]?.[1] ?? message}`;
  }

  /** What no field of the form could say is said above it. @param {string[]} words */
  tell(words) {
    const untold = words.filter((each) => !this.message.includes(each));
    if (untold.length > 0) {
      this.message = [this.message, ...untold].join(' ');
      this.host.requestUpdate();
    }
  }

  /** Says one change at once, beside whatever is being edited. @param {any} change @returns {Promise<boolean>} */
  async act(change) {
    if (this.busy) {
      return false;
    }
    const mine = this.changed;
    const answer = await this.rest.patch(this.path, change, /** @type {string} */ (this.etag));
    if (answer.ok) {
      const { draft } = this;
      this.#begin(answer.body, answer.etag);
      this.draft = chosenOf(this.before, draft, mine);
      this.#keep();
    } else {
      await this.#notDone(answer, 'Somebody changed this meanwhile. This is how it is now; try again if you still want to.');
    }
    this.host.requestUpdate();
    return answer.ok;
  }

  /** @returns {Promise<boolean>} */
  async remove() {
    if (this.busy) {
      return false;
    }
    const answer = await this.rest.delete(this.path, this.etag);
    if (answer.ok) {
      this.undo();
    } else {
      await this.#notDone(answer, 'Somebody changed this meanwhile. This is how it is now; delete again if you still want to.');
    }
    this.host.requestUpdate();
    return answer.ok;
  }

  /** @param {import('./rest.js').Answer} answer @param {string} stale */
  async #notDone(answer, stale) {
    this.message = answer.status === 412 && (await this.load()) ? stale : answer.message ?? '';
  }

  /** @param {import('./rest.js').Answer} answer */
  async #wasChanged(answer) {
    const now = answer.etag && answer.current ? { body: answer.current, etag: answer.etag } : await this.rest.get(this.path);
    if (!now.body) {
      this.message = answer.message ?? '';
      return;
    }
    const theirs = this.form(now.body);
    this.stale = { theirs, body: now.body, etag: now.etag, conflicts: conflicts(this.before, this.draft, theirs) };
    if (this.stale.conflicts.length === 0) {
      this.choose([]);
    }
  }

  /** Goes on from what is there now. @param {string[]} mine the fields that stay as I have them */
  choose(mine) {
    const { theirs, body, etag } = /** @type {NonNullable<Edit['stale']>} */ (this.stale);
    this.draft = chosenOf(theirs, this.draft, mine);
    this.before = theirs;
    this.body = body;
    this.etag = etag;
    this.stale = undefined;
    this.#keep();
    this.host.requestUpdate();
  }

  /** Neither saved nor chosen: the form stays as it is. */
  putOff() {
    this.stale = undefined;
    this.host.requestUpdate();
  }

  /** @param {any} body @param {string | undefined} etag */
  #begin(body, etag) {
    this.body = body;
    this.etag = etag;
    this.before = this.form(body);
    this.draft = this.before;
    this.putBack = false;
    this.withheld = false;
  }

  // --- unsaved changes that outlive the form --------------------------------------------------------------------------------

  get #name() {
    return [this.about, this.path].filter(Boolean).join(' ');
  }

  #keep() {
    const { before, draft, etag } = this;
    this.drafts?.write(this.#name, this.dirty ? { before, draft, etag } : undefined);
    if (!this.dirty) {
      this.putBack = false;
      this.withheld = false;
    }
  }

  /** Changes from before go on where they were; what somebody else has changed meanwhile is asked as at any stale edit. */
  #restore() {
    const kept = this.drafts?.read(this.#name);
    if (!kept) {
      return;
    }
    const { draft, disputed } = rebased(kept.before, kept.draft, this.before);
    this.putBack = true;
    this.withheld = this.drafts?.isWithheld(this.#name) ?? false;
    if (disputed.length > 0) {
      this.stale = { theirs: this.before, body: this.body, etag: this.etag, conflicts: disputed };
      this.before = kept.before;
      this.etag = kept.etag;
      this.draft = kept.draft;
    } else {
      this.draft = draft;
    }
    if (!this.dirty && !this.withheld) {
      this.#keep();
    }
  }
}
