/**
 * What a browser keeps of the running calls of a page, so that the page that comes after it takes them up again: the same
 * page loaded anew, another page of the site, a tab that was closed and opened again. Gone with the call.
 *
 * @typedef {object} KeptCall
 * @property {string} callId
 * @property {string} sessionKey
 * @property {boolean} [microphone]  as it was, if it was open: who was muted stays muted
 * @property {boolean} [camera]
 * @property {boolean} left        the page that had the call is gone, and said so
 */
export class KeptCalls {
  #storage; #key;

  /** @param {{storage: Pick<Storage, 'getItem'|'setItem'|'removeItem'>, key: string}} options */
  constructor({storage, key}) {
    this.#storage = storage;
    this.#key = key;
  }

  /** @returns {KeptCall[]} */
  get all() {
    try { return Object.values(JSON.parse(this.#storage.getItem(this.#key)) ?? {}); } catch { return []; }
  }

  /** @param {string} callId @returns {KeptCall|undefined} */
  of(callId) { return this.all.find(kept => kept.callId === callId); }

  /** @param {KeptCall} kept */
  keep(kept) { this.#write([...this.all.filter(({callId}) => callId !== kept.callId), kept]); }

  /** @param {string} callId */
  forget(callId) { if (this.of(callId)) this.#write(this.all.filter(kept => kept.callId !== callId)); }

  #write(all) {
    if (all.length) this.#storage.setItem(this.#key, JSON.stringify(Object.fromEntries(all.map(kept => [kept.callId, kept]))));
    else this.#storage.removeItem(this.#key);
  }
}
