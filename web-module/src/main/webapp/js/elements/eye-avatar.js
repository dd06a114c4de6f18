import { LitElement, css, html } from 'lit';

/**
 * A person as a disc: initials of a `name`, or a figure for somebody unnamed (`anonymous`). The tint comes from `seed`,
 * so that the same person looks the same everywhere. Decoration: the name stands beside it. `presence` (`here`, `away`)
 * adds a mark in the corner; `calling` lets rings spread from it (`--avatar-calling`: their colour).
 */
export class EyeAvatar extends LitElement {
  static properties = {
    name: {},
    seed: {},
    anonymous: { type: Boolean },
    presence: { reflect: true },
    calling: { type: Boolean, reflect: true },
  };

  static styles = css`
    :host {
      --avatar-hue: 210;
      position: relative;
      display: inline-grid;
      place-items: center;
      flex: none;
      width: var(--avatar-size, 2.5rem);
      height: var(--avatar-size, 2.5rem);
      border-radius: var(--radius-full);
      background: light-dark(oklch(0.91 0.035 var(--avatar-hue)), oklch(0.36 0.045 var(--avatar-hue)));
      color: light-dark(oklch(0.37 0.07 var(--avatar-hue)), oklch(0.92 0.04 var(--avatar-hue)));
      font-size: calc(var(--avatar-size, 2.5rem) * 0.37);
      font-weight: var(--weight-strong);
      letter-spacing: 0.01em;
      line-height: 1;
      user-select: none;
      --icon-size: calc(var(--avatar-size, 2.5rem) * 0.52);
    }
    /* only what a compositor moves by itself: nothing is painted anew while it rings */
    :host([calling])::before {
      content: '';
      position: absolute;
      inset: 0;
      border-radius: inherit;
      box-shadow: 0 0 0 calc(var(--avatar-size, 2.5rem) * 0.05) var(--avatar-calling, var(--color-accent));
    }
    @media (prefers-reduced-motion: no-preference) {
      :host([calling])::before {
        animation: calling 1.8s var(--ease) infinite;
      }
    }
    @keyframes calling {
      from { transform: scale(0.95); opacity: 0.6; }
      75%, to { transform: scale(1.35); opacity: 0; }
    }
    [data-initials]::before {
      content: attr(data-initials); /* a picture, not a text: the name stands beside it */
    }
    :host([presence])::after {
      content: '';
      position: absolute;
      inset-inline-end: -1px;
      bottom: -1px;
      box-sizing: border-box;
      width: 0.75rem;
      height: 0.75rem;
      border-radius: var(--radius-full);
      border: 2px solid var(--avatar-ring, var(--color-surface));
      background: var(--color-positive);
    }
    :host([presence='away'])::after {
      background: var(--avatar-ring, var(--color-surface));
      box-shadow: inset 0 0 0 2px var(--color-text-faint);
    }
    @media (forced-colors: active) {
      :host {
        box-sizing: border-box;
        border: 1px solid CanvasText;
      }
      :host([calling])::before {
        border: 2px solid Highlight;
      }
      :host([presence])::after {
        border-color: Canvas;
        background: Highlight;
      }
      :host([presence='away'])::after {
        border-color: CanvasText;
        background: Canvas;
      }
    }
  `;

  constructor() {
    super();
    this.name = '';
    this.seed = '';
    this.anonymous = false;
    this.presence = undefined;
    this.calling = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('seed') || changed.has('name')) {
      this.style.setProperty('--avatar-hue', String(hueOf(this.seed || this.name)));
    }
  }

  render() {
    return this.anonymous || !this.name ? html`<eye-icon name="user-round"></eye-icon>` : html`<span data-initials=${initialsOf(this.name)}></span>`;
  }
}

/** @param {string} name */
function initialsOf(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters.map((word) => [...word][0] ?? '').join('').toLocaleUpperCase();
}

/** One of twelve hues. @param {string} seed */
function hueOf(seed) {
  let sum = 7;
  for (const char of seed) {
    sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  }
  return (sum % 12) * 30 + 10;
}
