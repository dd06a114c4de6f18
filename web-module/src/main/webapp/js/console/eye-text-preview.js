import { LitElement, css, html } from 'lit';
import { directionOf, isolated } from '../conversation/isolated.js';
import { reset } from '../elements/styles.js';
import { filled } from './texts.js';

const AGENT = 'Ana Moreau';
const DURATION = '4:12';
/** The text's key, its icon by mode, its tone. @type {[string, string, string][]} */
const LINES = [
  ['ACCEPTED', 'call', ''], ['STARTED', 'call', 'positive'], ['ENDED', 'call', ''], ['DECLINED', 'off', ''], ['CANCELLED', 'off', ''],
  ['EXPIRED', 'missed', ''], ['ENDED_UNCONNECTED', 'off', ''], ['FAILED', 'missed', 'danger'],
];
const ICONS = {
  VIDEO: { call: 'video', off: 'video-off', missed: 'video-off' }, VOICE: { call: 'phone', off: 'phone-off', missed: 'phone-missed' },
};

/**
 * How the texts will look: the invitation and every line of the transcript. Down: `texts` (by key),
 * `language`, `at` (the key of the text that is edited: its line is shown).
 */
export class EyeTextPreview extends LitElement {
  static properties = { texts: { attribute: false }, language: {}, at: {}, mode: { state: true } };

  static styles = [reset, css`
    :host {
      display: block;
    }
    .card {
      position: relative;
      max-height: var(--preview-height, calc(100dvh - 3rem));
      border: 1px solid var(--color-line);
      border-radius: var(--radius-lg);
      background: var(--color-surface);
      overflow-y: auto;
      scrollbar-width: thin;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
      padding: var(--space-3) var(--space-4);
      border-bottom: 1px solid var(--color-line);
    }
    h2 {
      flex: 1;
      font-size: var(--text-md);
    }
    .modes {
      display: flex;
      padding: 2px;
      border-radius: var(--radius-md);
      background: var(--color-sunken);
    }
    .modes button {
      min-height: 1.75rem;
      padding: 0 var(--space-3);
      border: 0;
      border-radius: calc(var(--radius-md) - 2px);
      background: none;
      color: var(--color-text-soft);
      font-size: var(--text-sm);
      cursor: pointer;
    }
    .modes button[aria-pressed='true'] {
      background: var(--color-raised);
      color: var(--color-text);
      box-shadow: var(--shadow-1);
    }
    @media (forced-colors: active) {
      .modes {
        border: 1px solid CanvasText;
      }
      .modes button[aria-pressed='true'] {
        background: Highlight;
        color: HighlightText;
        forced-color-adjust: none;
      }
    }
    .page {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-4);
      background: var(--color-canvas);
      border-radius: 0 0 var(--radius-lg) var(--radius-lg);
    }
    .invitation {
      display: grid;
      justify-items: center;
      gap: var(--space-3);
      margin-bottom: var(--space-2);
      padding: var(--space-5) var(--space-4);
      border-radius: var(--radius-lg);
      background: radial-gradient(110% 90% at 50% 0, var(--color-accent-soft), transparent 75%) var(--color-surface);
      box-shadow: inset 0 0 0 1px var(--color-line);
      text-align: center;
      --avatar-size: 3.5rem;
    }
    .invitation p {
      font-size: var(--text-md);
      font-weight: var(--weight-medium);
      overflow-wrap: anywhere;
    }
    .line {
      display: flex;
      align-items: flex-start;
      gap: var(--space-2);
      justify-self: center;
      max-width: 100%;
      padding: var(--space-1) var(--space-3);
      border-radius: var(--radius-lg);
      background: var(--color-surface);
      box-shadow: inset 0 0 0 1px var(--color-line);
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
      color: var(--color-text);
      --icon-size: 1rem;
    }
    .line eye-icon {
      flex: none;
      margin-top: 0.125rem;
      color: var(--color-text-soft);
    }
    .line.positive eye-icon {
      color: var(--color-positive-text);
    }
    .line.danger eye-icon {
      color: var(--color-danger-text);
    }
    .line span {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .note {
      padding-top: var(--space-1);
      font-size: var(--text-xs);
      color: var(--color-text-faint);
      text-align: center;
    }
  `];

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.texts = {};
    this.language = '';
    this.at = '';
    this.reason = 'REASON_CONNECTION_LOST';
    /** @type {'VIDEO' | 'VOICE'} */
    this.mode = 'VIDEO';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('at') && this.at.startsWith('REASON_')) {
      this.reason = this.at;
    }
    if (changed.has('at') && /_(VIDEO|VOICE)$/.test(this.at)) {
      this.mode = this.at.endsWith('VIDEO') ? 'VIDEO' : 'VOICE';
    }
  }

  /** Where the preview is small it shows the line in question. @param {Map<string, unknown>} changed */
  updated(changed) {
    const line = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-key="${this.at.startsWith('REASON_') ? 'FAILED' : this.at}"]`));
    if (changed.has('at') && line) {
      const card = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.card'));
      card.scrollTop = line.offsetTop - card.clientHeight / 2;
    }
  }

  render() {
    const { texts, mode } = this;
    return html`
      <section class="card" aria-labelledby="heading" tabindex="0">
        <header><h2 id="heading">Preview</h2><div class="modes" role="group" aria-label="Preview of">${this.#mode('VIDEO', 'Video')}${this.#mode('VOICE', 'Voice')}</div></header>
        <div class="page" lang=${this.language}>
          <div class="invitation" data-key="INVITED_${mode}"><eye-avatar .name=${AGENT} .seed=${AGENT}></eye-avatar><p dir=${directionOf(this.#filled(texts[`INVITED_${mode}`]))}>${this.#filled(texts[`INVITED_${mode}`])}</p></div>
          ${LINES.map(([key, icon, tone]) => this.#line(key, ICONS[mode][/** @type {'call'} */ (icon)], tone))}
          ${this.#line(`ASKED_${mode}`, 'hand', '')}
          <p class="note" lang="en">As customers and agents see it, with ${AGENT} as the agent. What is not saved yet is shown too.</p>
        </div>
      </section>`;
  }

  /** @param {'VIDEO' | 'VOICE'} mode @param {string} words */
  #mode(mode, words) {
    return html`<button type="button" aria-pressed=${this.mode === mode} @click=${() => (this.mode = mode)}>${words}</button>`;
  }

  /** @param {string} key @param {string} icon @param {string} tone */
  #line(key, icon, tone) {
    return html`<div class="line ${tone}" data-key=${key}><eye-icon name=${icon}></eye-icon><span dir=${directionOf(this.#filled(this.texts[key]))}>${this.#filled(this.texts[key])}</span></div>`;
  }

  /** @param {string} text */
  #filled(text = '') {
    const { texts } = this;
    return filled(text, {
      agent: isolated(AGENT), call: texts[`${this.mode}_CALL`], duration: DURATION, reason: texts[this.reason],
    });
  }
}
