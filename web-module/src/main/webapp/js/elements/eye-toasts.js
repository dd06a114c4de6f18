import { LitElement, css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { buttons, reset } from './styles.js';

/** How long a word stays; longer ones stay longer. */
const STAY_MS = 5_000;

const ICONS = { info: 'info', positive: 'circle-check', warning: 'triangle-alert', danger: 'circle-alert' };

/**
 * Short words about what just happened, seen in a corner and told by the screen reader. `say` shows and tells, `announce`
 * only tells. One for a page.
 */
export class EyeToasts extends LitElement {
  static properties = { shown: { state: true }, polite: { state: true }, urgent: { state: true } };

  static styles = [reset, buttons, css`
    :host {
      position: fixed;
      z-index: 20;
      inset: calc(var(--toast-top, var(--space-4)) + env(safe-area-inset-top)) var(--space-4) auto;
      display: grid;
      justify-items: center;
      gap: var(--space-2);
      pointer-events: none;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      max-width: min(30rem, 100%);
      padding-block: var(--space-2);
      padding-inline: var(--space-4) var(--space-2);
      border: 1px solid var(--color-line);
      border-radius: var(--radius-md);
      background: var(--color-raised);
      box-shadow: var(--shadow-3);
      line-height: var(--leading-snug);
      pointer-events: auto;
      animation: rise var(--medium) var(--ease);
    }
    .toast > eye-icon {
      color: var(--color-accent-text);
    }
    .positive > eye-icon {
      color: var(--color-positive-text);
    }
    .warning > eye-icon {
      color: var(--color-warning-text);
    }
    .danger > eye-icon {
      color: var(--color-danger-text);
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(-8px);
      }
    }
  `];

  constructor() {
    super();
    /** @type {{ key: number, text: string, tone: keyof typeof ICONS }[]} */
    this.shown = [];
    this.polite = '';
    this.urgent = '';
    this.lastKey = 0;
  }

  /**
   * @param {string} text
   * @param {keyof typeof ICONS} tone
   */
  say(text, tone = 'info') {
    const key = ++this.lastKey;
    this.shown = [...this.shown.filter((each) => each.text !== text), { key, text, tone }].slice(-3);
    this.announce(text, tone === 'danger');
    setTimeout(() => this.#drop(key), STAY_MS + 40 * text.length);
  }

  /** @param {string} text @param {boolean} urgent interrupts what the screen reader says */
  announce(text, urgent = false) {
    // the same words twice are told twice only when the region changes in between
    const different = (/** @type {string} */ before) => (before === text ? `${text}\u00a0` : text);
    if (urgent) {
      this.urgent = different(this.urgent);
    } else {
      this.polite = different(this.polite);
    }
  }

  render() {
    return html`
      <div class="visually-hidden" role="status">${this.polite}</div>
      <div class="visually-hidden" role="alert">${this.urgent}</div>
      ${repeat(this.shown, (each) => each.key, ({ key, text, tone }) => html`
        <div class="toast ${tone}">
          <eye-icon name=${ICONS[tone]}></eye-icon>
          <span>${text}</span>
          <button class="btn quiet small round" aria-label="Dismiss" @click=${() => this.#drop(key)}>
            <eye-icon name="x"></eye-icon>
          </button>
        </div>`)}`;
  }

  /** @param {number} key */
  #drop(key) {
    this.shown = this.shown.filter((each) => each.key !== key);
  }
}
