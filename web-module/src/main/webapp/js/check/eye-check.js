import { LitElement, html, nothing } from 'lit';
import { buttons, notices, reset } from '../elements/styles.js';
import { CheckRun } from './check-run.js';
import { checkStyles } from './check-styles.js';
import { STATE_WORDS, asText, progress, rowsOf, summary } from './rows.js';

const ICONS = { WAITING: 'circle', RUNNING: 'loader-circle', GOOD: 'circle-check', WEAK: 'triangle-alert', BAD: 'circle-x', NONE: 'circle-minus' };
const TONES = { info: 'loader-circle', positive: 'circle-check', warning: 'triangle-alert', danger: 'circle-x' };
const BEFORE = { tone: 'info', icon: 'list-checks', text: 'See whether a call will work from here.', more: 'The browser asks for microphone and camera when you start. It takes about ten seconds, and nothing is recorded.' };

/**
 * The check before a call: a list of what works and what does not, with what to do about it, and the choice of devices. Down:
 * `place`, or none for this browser and its devices alone. Opens nothing before somebody presses "Start the check".
 */
export class EyeCheck extends LitElement {
  static properties = { place: { attribute: false }, phase: { state: true }, version: { state: true }, copied: { state: true } };

  static styles = [reset, buttons, notices, checkStyles];

  /** @type {CheckRun | undefined} */
  #run;
  #listening = new AbortController();

  constructor() {
    super();
    /** @type {import('./check-run.js').CheckPlace | undefined} */
    this.place = undefined;
    /** @type {'IDLE' | 'RUNNING' | 'DONE'} */
    this.phase = 'IDLE';
    this.version = 0;
    this.copied = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    window.addEventListener('pagehide', () => this.stop(), { signal: this.#listening.signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    this.stop();
  }

  /** The button that was pressed is gone: the next one takes its focus. @param {Map<string, unknown>} changed */
  updated(changed) {
    const root = /** @type {ShadowRoot} */ (this.renderRoot);
    if (changed.get('phase') && !root.activeElement) /** @type {HTMLElement | null} */ (root.querySelector('.acts .btn'))?.focus();
  }

  /** Closes everything; what was found so far is forgotten. */
  stop() {
    if (this.phase === 'RUNNING') this.phase = 'IDLE';
    const run = this.#run;
    if (this.phase === 'IDLE') this.#run = undefined;
    run?.close();
    this.#devices?.close();
  }

  get #devices() { return /** @type {any} */ (this.renderRoot?.querySelector('eye-check-devices')); }
  get #rows() { return rowsOf(this.#run?.findings ?? {}); }
  get #verdict() {
    return this.phase === 'IDLE' ? BEFORE : summary(this.#rows, this.#run);
  }

  async #start() {
    this.copied = '';
    this.#devices?.close();
    const run = this.#run = new CheckRun(this.place);
    run.onChange = () => { this.version++; };
    run.onLevel = (level) => this.#devices?.show(level);
    this.phase = 'RUNNING';
    await run.start();
    if (run === this.#run) this.phase = 'DONE';
  }

  render() {
    const rows = this.#rows;
    const groups = [...new Set(rows.map(({ group }) => group))];
    return html`
      <div class="top">
        ${this.#top()}
        <div class="acts">${this.phase === 'RUNNING' ? html`<button class="btn large" @click=${this.stop}>Stop</button>`
          : html`<button class="btn primary large" @click=${this.#start}>${this.phase === 'IDLE' ? 'Start the check' : 'Run again'}</button>`}
          ${this.phase === 'DONE' ? html`<button class="btn large" @click=${this.#copy}><eye-icon name="copy"></eye-icon>Copy result</button>` : nothing}</div>
        <p class="visually-hidden" role="status">${this.copied || this.#progress(rows)}</p>
        ${this.copied ? html`<p aria-hidden="true">${this.copied}</p>` : nothing}
      </div>
      <section aria-labelledby="devices"><h3 id="devices">Your devices</h3>
        <eye-check-devices .media=${this.#run?.media} .version=${this.version}></eye-check-devices></section>
      ${this.phase === 'IDLE' ? nothing : groups.map((group) => html`<section aria-label=${group}><h3>${group}</h3>
        <ul class="list" role="list">${rows.filter((row) => row.group === group).map((row) => this.#row(row))}</ul></section>`)}`;
  }

  #top() {
    const { tone, text, more, icon = TONES[tone] } = /** @type {any} */ (this.#verdict);
    return html`<div class="notice verdict ${tone}"><eye-icon name=${icon}></eye-icon><p><b>${text}</b><span>${more}</span></p></div>`;
  }

  /** Said as it goes, but not each row: that would be too much to hear. @param {import('./rows.js').Row[]} rows */
  #progress(rows) {
    if (this.phase === 'IDLE') return '';
    if (this.phase === 'DONE') return Object.values(this.#verdict).slice(1).join(' ');
    const { done, all } = progress(rows);
    return done < all / 2 ? 'The check is running.' : 'More than half of the check is done.';
  }

  /** @param {import('./rows.js').Row} row */
  #row({ id, name, state, says, todo }) {
    return html`<li class=${state} data-row=${id}><eye-icon name=${ICONS[state]}></eye-icon><span class="name">${name}</span>
      <span class="state">${STATE_WORDS[state]}</span>
      ${says ? html`<p class="says">${says}</p>` : nothing}${todo ? html`<p class="todo">${todo}</p>` : nothing}</li>`;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(asText(this.#rows, this.#verdict));
      this.copied = 'Copied. It holds no address and no name of a device.';
    } catch {
      this.copied = 'The browser did not let it be copied.';
    }
  }
}
