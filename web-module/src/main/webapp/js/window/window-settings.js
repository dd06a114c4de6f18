/**
 * What the account has set for its windows: texts in this window's language, which calls there are, and whether a person
 * may ask for one. Loaded again whenever it may have changed, so that the next call has what is true then.
 */
import {readWindowSettings, windowSettingsPath} from '../wire/protocol.js';

const LANGUAGE = /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,7}$/;
const FALLBACK = 'en';

/** The first that is a language, as browsers name theirs. @param {(string|null|undefined)[]} wishes */
export const chosenLanguage = (...wishes) => wishes.find(wish => LANGUAGE.test(wish ?? '')) ?? FALLBACK;

export class WindowSettings {
  #path; #onChange;
  #loading = Promise.resolve();

  /** Undefined until the server has told them. @type {import('../wire/protocol.js').WindowSettingsBody|undefined} */
  now;

  /** @param {{account: string, language: string, onChange: () => void}} options */
  constructor({account, language, onChange}) {
    this.#path = windowSettingsPath(account, language);
    this.#onChange = onChange;
  }

  /** When nothing is on its way. */
  get ready() { return this.#loading; }

  /** One after the other, so that the newest answer is the last; without an answer what is known stays. */
  load() {
    this.#loading = this.#loading.then(() => this.#load());
    return this.#loading;
  }

  async #load() {
    try {
      const response = await fetch(this.#path);
      if (!response.ok) return;
      this.now = readWindowSettings(await response.json());
      this.#onChange();
    } catch { /* offline; the connection says so */ }
  }
}
