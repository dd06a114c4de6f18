import { LitElement, css, html, nothing } from 'lit';
import { buttons, reset } from './styles.js';

/** As near as the list comes to the edge of the page. */
const EDGE_PX = 4;

/**
 * A button that opens a short list of choices. Down: `items`, `label` (the button's name); the default slot is what the
 * button shows, `look` the classes of the button, `side` (`start`, `end`) the edge it opens from, `up` opens it upwards.
 * Up: `pick` with `{ id }`. An item: `{ id, label, icon?, hint?, checked?, danger?, dot? }`, or `{ rule: true }`,
 * or `{ group, items }` with a heading.
 * An item with `checked` is a choice among the others; the button of such a menu says which one is chosen.
 */
export class EyeMenu extends LitElement {
  static properties = {
    items: { attribute: false }, label: {}, look: {}, side: { reflect: true }, up: { type: Boolean, reflect: true },
    open: { state: true },
  };

  static styles = [reset, buttons, css`
    :host {
      position: relative;
      display: inline-block;
    }
    .btn.open {
      background: var(--color-hover);
    }
    [role='menu'] {
      position: absolute;
      z-index: 10;
      top: calc(100% + var(--space-1));
      inset-inline-end: var(--menu-end, 0);
      display: grid;
      min-width: 16.5rem;
      max-width: min(20rem, calc(100vw - 2rem));
      max-height: min(var(--menu-height, 100dvh), var(--menu-room, 100dvh));
      translate: var(--menu-shift, 0) 0;
      overflow-wrap: anywhere;
      overflow-y: auto;
      padding: var(--space-1);
      border: 1px solid var(--color-line);
      border-radius: var(--radius-lg);
      background: var(--color-raised);
      box-shadow: var(--shadow-3);
      animation: unfold var(--fast) var(--ease);
    }
    :host([side='start']) [role='menu'] {
      inset-inline-end: auto;
      inset-inline-start: 0;
    }
    :host([up]) [role='menu'] {
      top: auto;
      bottom: calc(100% + var(--space-1));
    }
    @keyframes unfold {
      from {
        opacity: 0;
        transform: translateY(-4px);
      }
    }
    .item {
      display: grid;
      grid-template-columns: 1.25rem 1fr auto;
      align-items: center;
      gap: 0 var(--space-3);
      min-height: var(--size-control);
      padding: var(--space-2) var(--space-3);
      border: 0;
      border-radius: var(--radius-md);
      background: transparent;
      text-align: start;
      cursor: pointer;
      --icon-size: 1.125rem;
    }
    .item:hover,
    .item:focus-visible {
      background: var(--color-hover);
    }
    .item:focus-visible {
      outline-offset: -2px;
    }
    [role='group'] {
      display: grid;
    }
    .heading {
      padding: var(--space-2) var(--space-3) var(--space-1);
      font-size: var(--text-xs);
      font-weight: var(--weight-strong);
      color: var(--color-text-soft);
    }
    .item > eye-icon {
      color: var(--color-text-soft);
    }
    .item.danger,
    .item.danger > eye-icon {
      color: var(--color-danger-text);
    }
    .hint {
      display: block;
      font-size: var(--text-xs);
      color: var(--color-text-faint);
      line-height: var(--leading-snug);
    }
    .dot {
      width: 0.625rem;
      height: 0.625rem;
      margin: auto;
      border-radius: 50%;
      background: var(--color-positive);
    }
    .dot.OCCUPIED {
      background: var(--color-warning);
    }
    .dot.AWAY {
      background: transparent;
      box-shadow: inset 0 0 0 2px var(--color-text-faint);
    }
    hr {
      width: 100%;
      margin: var(--space-1) 0;
      border: 0;
      border-top: 1px solid var(--color-line);
    }
    @media (forced-colors: active) {
      .item:hover,
      .item:focus-visible {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
      .dot.OCCUPIED {
        border-radius: 0;
      }
      .dot.AWAY {
        border: 2px solid CanvasText;
      }
    }
  `];

  #listening = new AbortController();

  constructor() {
    super();
    /** @type {any[]} */
    this.items = [];
    this.label = '';
    this.look = 'quiet';
    this.side = 'end';
    this.up = false;
    this.open = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('pointerdown', (event) => this.#outside(event), { signal });
    this.addEventListener('focusout', (event) => this.#left(event), { signal });
    window.addEventListener('resize', () => this.open && this.#fit(), { signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    this.open = false;
  }

  render() {
    return html`
      <button part="button" class="btn ${this.look} ${this.open ? 'open' : ''}" aria-haspopup="menu" aria-expanded=${this.open} aria-label=${this.label}
        title=${this.label} @click=${this.#toggled} @keydown=${this.#openingKey}><slot></slot></button>
      ${this.open ? this.#list() : nothing}`;
  }

  #list() {
    return html`
      <div role="menu" aria-label=${this.label} @keydown=${this.#key}>
        ${this.items.map((item) => item.rule ? html`<hr>` : item.group ? this.#group(item) : this.#item(item))}
      </div>`;
  }

  /** @param {any} group */
  #group({ group, items }) {
    return html`
      <div role="group" aria-label=${group}>
        <p class="heading" aria-hidden="true">${group}</p>
        ${items.map((/** @type {any} */ item) => this.#item(item))}
      </div>`;
  }

  /** @param {any} item */
  #item({ id, label, icon, hint, checked, danger, dot }) {
    const choice = checked !== undefined;
    return html`
      <button class="item ${danger ? 'danger' : ''}" role=${choice ? 'menuitemradio' : 'menuitem'} tabindex="-1"
        aria-checked=${choice ? String(checked) : nothing} @click=${() => this.#pick(id)}>
        ${dot ? html`<span class="dot ${dot}"></span>` : html`<eye-icon name=${icon ?? ''}></eye-icon>`}
        <span>${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
        ${checked ? html`<eye-icon name="check"></eye-icon>` : html`<span></span>`}
      </button>`;
  }

  get #entries() {
    return /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll('.item')]);
  }

  async #toggled() {
    if (this.open) {
      this.#close();
    } else {
      await this.#show();
    }
  }

  async #show() {
    this.open = true;
    await this.updateComplete;
    this.#fit();
    (this.#entries.find((each) => each.getAttribute('aria-checked') === 'true') ?? this.#entries[0])?.focus();
  }

  /** The list lies inside the page, wherever its button stands, and scrolls where it is too long. */
  #fit() {
    const list = /** @type {HTMLElement} */ (this.renderRoot.querySelector('[role=menu]'));
    list.style.removeProperty('--menu-shift');
    const { left, right, top, bottom } = list.getBoundingClientRect();
    const shift = left < EDGE_PX ? EDGE_PX - left : Math.min(0, innerWidth - EDGE_PX - right);
    list.style.setProperty('--menu-shift', `${shift}px`);
    list.style.setProperty('--menu-room', `${(this.up ? bottom : innerHeight - top) - EDGE_PX}px`);
  }

  #close() {
    this.open = false;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('.btn')).focus();
  }

  /** @param {string} id */
  #pick(id) {
    this.#close();
    this.dispatchEvent(new CustomEvent('pick', { detail: { id } }));
  }

  /** @param {KeyboardEvent} event */
  #openingKey(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#show();
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const entries = this.#entries;
    const at = entries.indexOf(/** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (this.renderRoot).activeElement));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      entries.at(next % entries.length)?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.#close();
    }
  }

  /** @param {Event} event */
  #outside(event) {
    if (this.open && !event.composedPath().includes(this)) {
      this.open = false;
    }
  }

  /** @param {FocusEvent} event */
  #left(event) {
    const to = /** @type {Node | null} */ (event.relatedTarget);
    if (to && to !== this && !this.contains(to)) {
      this.open = false;
    }
  }
}
