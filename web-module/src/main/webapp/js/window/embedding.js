/**
 * The talk between the window and the tag on the brand's page, with exact origins both ways. A window that stands alone
 * in its own tab has nobody to talk to and is always open.
 *
 * @typedef {'OPEN'|'CLOSED'|'CALL'} Size
 */
export class Embedding {
  #origin; #told = {};

  /** @param {string|null} origin the brand's page, as the tag named it @param {() => void} onOpen the page asks to open */
  constructor(origin, onOpen) {
    this.#origin = origin;
    this.embedded = window.parent !== window && Boolean(origin);
    window.addEventListener('message', event => {
      if (event.source === window.parent && event.origin === origin && event.data?.eyeline === 1 && event.data.type === 'open') onOpen();
    });
  }

  ready() { this.#tell({type: 'ready'}); }
  /** @param {Size} state */
  size(state) { this.#tellChange('size', {type: 'size', state}); }
  /** @param {number} count */
  unread(count) { this.#tellChange('unread', {type: 'unread', count}); }

  /** It rings: for the title of a page that nobody looks at. Empty when it does not. @param {string} words who calls is not told to the page */
  ring(words) { this.#tellChange('ring', {type: 'ring', words}); }

  /** @param {{tracker: object, event: string, mode: string}} what for the page's own tracking library */
  track({tracker, event, mode}) { this.#tell({type: 'track', tracker, event, mode}); }

  #tellChange(what, message) {
    const said = JSON.stringify(message);
    if (this.#told[what] === said) return;
    this.#told[what] = said;
    this.#tell(message);
  }

  #tell(message) { if (this.embedded) window.parent.postMessage({eyeline: 1, ...message}, this.#origin); }
}
