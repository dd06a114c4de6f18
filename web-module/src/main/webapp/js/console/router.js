// Where a console is, in the address after `#`, so that Back, Forward and links work; and nobody leaves unsaved work unasked.

/** One for a page. `change` is told of every new place; `mayLeave` says, or asks, whether the present one may be left. */
export class Router {
  #listening = new AbortController();
  /** How far along the history of this page we are, to go back to where we were when somebody stays. */
  #at = 0;
  /** A jump of our own, that nobody needs to hear of. */
  #ignored = 0;

  /** @param {{ first: string, change: (place: string[]) => void, mayLeave: (to: string[]) => boolean | Promise<boolean> }} how */
  constructor({ first, change, mayLeave }) {
    this.first = first;
    this.change = change;
    this.mayLeave = mayLeave;
    this.hash = '';
  }

  start() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('popstate', () => this.#popped(), { signal });
    this.#at = history.state?.at ?? 0;
    this.hash = location.hash || this.first;
    history.replaceState({ at: this.#at }, '', this.hash);
    this.change(placeOf(this.hash));
  }

  stop() {
    this.#listening.abort();
  }

  get place() {
    return placeOf(this.hash);
  }

  /** @param {string} hash as `#/people/501` @param {{ replace?: boolean }} [how] instead of the present place */
  async go(hash, { replace = false } = {}) {
    if (hash === this.hash || !(await this.mayLeave(placeOf(hash)))) {
      return false;
    }
    if (!replace) {
      this.#at += 1;
    }
    history[replace ? 'replaceState' : 'pushState']({ at: this.#at }, '', hash);
    this.#arrived(hash);
    return true;
  }

  /** Follows a click on a link inside the page. @param {MouseEvent} event */
  follow(event) {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    const hash = link instanceof HTMLAnchorElement ? link.getAttribute('href') : undefined;
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented;
    if (hash?.startsWith('#/') && !elsewhere) {
      event.preventDefault();
      this.go(hash);
    }
  }

  async #popped() {
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return;
    }
    const hash = location.hash || this.first;
    const typed = history.state?.at === undefined;
    const at = typed ? this.#at + 1 : history.state.at;
    if (typed) {
      history.replaceState({ at }, '', hash);
    }
    const step = at - this.#at;
    if (hash === this.hash) {
      this.#at = at;
      return;
    }
    const may = this.mayLeave(placeOf(hash));
    if (may === true) {
      this.#at = at;
      this.#arrived(hash);
      return;
    }
    // the address stays what is shown while the question stands
    this.#jump(-step);
    if (await may) {
      this.#at = at;
      this.#jump(step);
      this.#arrived(hash);
    }
  }

  /** @param {number} step */
  #jump(step) {
    if (step !== 0) {
      this.#ignored += 1;
      history.go(step);
    }
  }

  /** @param {string} hash */
  #arrived(hash) {
    this.hash = hash;
    this.change(placeOf(hash));
  }
}

/** `#/people/501` is `['people', '501']`. @param {string} hash */
function placeOf(hash) {
  return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decoded);
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @param {...string} place */
export const hashOf = (...place) => `#/${place.map(encodeURIComponent).join('/')}`;
