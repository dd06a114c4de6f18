import { withoutSecrets } from './secrets.js';
import { session as tabStorage } from '../browser/storage.js';

/** A draft longer than this as JSON is kept while the page is open, and not over a reload: nobody typed it. */
const LONGEST = 200_000;

/** So many are kept; the oldest goes first. */
const MOST = 100;

/**
 * What somebody has written in this tab and neither sent nor saved, by name, for as long as the tab lives. It belongs to one person: it goes
 * when the person logs out, and when another one comes. Secrets are never in it.
 */
export class Drafts {
  #key; #storage;
  /** What is too long for the browser's store, as long as the page is open. @type {Map<string, { value: any, withheld: boolean }>} */
  #long = new Map();

  /** @param {string} page whose drafts these are, as `agent` @param {{ getItem: (key: string) => string | null, setItem: (key: string, value: string) => void, removeItem: (key: string) => void }} [storage] */
  constructor(page, storage = tabStorage) {
    this.#key = `eyeline.drafts.${page}`;
    this.#storage = storage;
  }

  /** What another person has left here is thrown away. @param {string} person @returns {boolean} whether there was another one */
  belongTo(person) {
    const { owner } = this.#index;
    const another = owner !== undefined && owner !== person;
    if (another) {
      this.clear();
    }
    this.#write(person, this.names);
    return another;
  }

  /** The names of all drafts, the oldest first. @returns {string[]} */
  get names() {
    return this.#index.names;
  }

  /** @param {string} name @returns {any} */
  read(name) {
    return this.#entry(name)?.value;
  }

  /** Whether a secret was part of it, which has to be typed again. @param {string} name @returns {boolean} */
  isWithheld(name) {
    return this.#entry(name)?.withheld ?? false;
  }

  /** @param {string} name @param {any} draft nothing, or a text without anything in it, is no draft */
  write(name, draft) {
    if (!draft) {
      this.drop(name);
      return;
    }
    this.#put(name, withoutSecrets(draft));
    const { owner, names } = this.#index;
    if (!names.includes(name)) {
      names.slice(0, Math.max(0, names.length + 1 - MOST)).forEach((oldest) => this.#remove(oldest));
      this.#write(owner, [...names, name].slice(-MOST));
    }
  }

  /** @param {string} name @param {{ value: any, withheld: boolean }} entry */
  #put(name, entry) {
    const text = JSON.stringify(entry);
    this.#remove(name);
    if (text.length > LONGEST) {
      this.#long.set(name, entry);
    } else {
      this.#storage.setItem(this.#item(name), text);
    }
  }

  /** @param {string} name */
  #remove(name) {
    this.#long.delete(name);
    this.#storage.removeItem(this.#item(name));
  }

  /** It is sent, saved, or thrown away. @param {string} name */
  drop(name) {
    const { owner, names } = this.#index;
    if (names.includes(name)) {
      this.#remove(name);
      this.#write(owner, names.filter((each) => each !== name));
    }
  }

  /** The person has logged out. */
  clear() {
    this.names.forEach((name) => this.#remove(name));
    this.#storage.removeItem(this.#key);
  }

  /** @param {string} name */
  #item(name) {
    return `${this.#key} ${name}`;
  }

  /** @param {string} name @returns {{ value: any, withheld: boolean } | undefined} */
  #entry(name) {
    return !this.names.includes(name) ? undefined : this.#long.get(name) ?? parsed(this.#storage.getItem(this.#item(name)));
  }

  /** @returns {{ owner?: string, names: string[] }} */
  get #index() {
    const kept = parsed(this.#storage.getItem(this.#key));
    return { owner: kept?.owner, names: Array.isArray(kept?.names) ? kept.names : [] };
  }

  /** @param {string | undefined} owner @param {string[]} names */
  #write(owner, names) {
    this.#storage.setItem(this.#key, JSON.stringify({ owner, names }));
  }
}

/** @param {string | null} text */
function parsed(text) {
  try {
    return JSON.parse(text ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
