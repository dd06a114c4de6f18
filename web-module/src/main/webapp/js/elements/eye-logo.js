const SHAPE = 'M5.5 15.5C8.2 10.6 12 8.2 16 8.2s7.8 2.4 10.5 7.3c-2.7 4.9-6.5 7.3-10.5 7.3-1.6 0-3.1-.35-4.5-1.05L7 23.6l1.1-4.35A19 19 0 0 1 5.5 15.5Z';
const SVG = 'http://www.w3.org/2000/svg';
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: inline-flex; flex: none; width: var(--logo-size, 2rem); height: var(--logo-size, 2rem); }
  svg { width: 100%; height: 100%; }
  rect { fill: light-dark(#0b6175, #12748b); }
  path { fill: none; stroke: #fff; stroke-width: 2.2; stroke-linejoin: round; }
  circle { fill: #fff; }
`);

/** The mark of Eyeline: an eye that is a speech bubble. Decoration beside the name. */
export class EyeLogo extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const svg = make('svg', { viewBox: '0 0 32 32' });
    svg.append(make('rect', { width: '32', height: '32', rx: '8' }), make('path', { d: SHAPE }),
      make('circle', { cx: '16', cy: '15.5', r: '3.3' }));
    root.append(svg);
  }

  connectedCallback() {
    this.setAttribute('aria-hidden', 'true');
  }
}

/** @param {string} tag @param {Record<string, string>} attributes */
function make(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, value);
  }
  return node;
}
