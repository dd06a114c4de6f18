import { icons } from './icon-set.js';

const SVG = 'http://www.w3.org/2000/svg';
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: inline-flex; flex: none; width: var(--icon-size, 1.25rem); height: var(--icon-size, 1.25rem); }
  :host([hidden]) { display: none; }
  svg { width: 100%; height: 100%; fill: none; stroke: currentColor; stroke-width: var(--icon-stroke, 1.75);
    stroke-linecap: round; stroke-linejoin: round; overflow: visible; }
`);

/**
 * One icon of the set by its `name`. Decoration unless it has a `label`. Its size is `--icon-size`, its colour the
 * text's. An unknown name draws nothing.
 */
export class EyeIcon extends HTMLElement {
  static observedAttributes = ['name', 'label'];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  }

  get name() {
    return this.getAttribute('name') ?? '';
  }

  set name(value) {
    this.setAttribute('name', value);
  }

  connectedCallback() {
    this.#describe();
  }

  /** @param {string} attribute */
  attributeChangedCallback(attribute) {
    if (attribute === 'name') {
      this.shadowRoot?.replaceChildren(draw(this.name));
    } else {
      this.#describe();
    }
  }

  #describe() {
    const label = this.getAttribute('label');
    if (label) {
      this.setAttribute('role', 'img');
      this.setAttribute('aria-label', label);
      this.removeAttribute('aria-hidden');
    } else {
      this.setAttribute('aria-hidden', 'true');
    }
  }
}

/** @param {string} name */
function draw(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.append(...(icons[name] ?? []).map(shape));
  return svg;
}

/** @param {[string, Record<string, string>]} shape */
function shape([tag, attributes]) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, value);
  }
  return node;
}
