import { LitElement, html, css, nothing } from 'lit';
import { isRelayed } from '../call/quality.js';
import { isolated } from '../conversation/isolated.js';
import { reset } from './styles.js';

const WORDS = {
  GOOD: { icon: 'signal-high', word: 'Good' }, FAIR: { icon: 'signal-medium', word: 'Fair' }, POOR: { icon: 'signal-low', word: 'Poor' },
};
const percent = (permille) => `${(permille / 10).toFixed(1)} %`;

/**
 * The mark of a call's quality, and behind it the figures and the mark of the other side.
 *
 * @property {import('../call/quality-watch.js').QualityView} quality of this side
 * @property {import('../call/quality.js').QualityMark} [theirs] what the other side says of its own
 * @property {string} peerName
 */
export class EyeCallQuality extends LitElement {
  static properties = { quality: { attribute: false }, theirs: {}, peerName: {}, open: { state: true } };

  constructor() {
    super();
    this.open = false;
    this.peerName = '';
  }

  render() {
    if (!this.quality) return nothing;
    const { icon, word } = WORDS[this.quality.mark];
    const other = this.theirs && this.theirs !== 'GOOD' ? WORDS[this.theirs] : undefined;
    return html`
      <button type="button" class="${this.quality.mark.toLowerCase()}" aria-expanded=${this.open ? 'true' : 'false'} aria-controls="figures"
        aria-label="Connection: ${word}" @click=${() => { this.open = !this.open; }} @keydown=${this.#key}>
        <eye-icon name=${icon}></eye-icon><span class="word">${word}</span></button>
      ${other ? html`<span class="theirs ${this.theirs.toLowerCase()}"><eye-icon name=${other.icon}></eye-icon><bdi>${this.peerName}</bdi>: ${other.word}</span>` : nothing}
      <dl id="figures" ?hidden=${!this.open}>${this.open ? this.#rows().map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`) : nothing}</dl>`;
  }

  /** The figures end where the call does, and scroll. */
  updated() {
    const figures = this.open && this.renderRoot.querySelector('dl');
    const stage = /** @type {ShadowRoot} */ (this.getRootNode()).host?.getBoundingClientRect();
    if (figures && stage) figures.style.setProperty('--room', `${stage.bottom - figures.getBoundingClientRect().top - 4}px`);
  }

  #rows() {
    const { roundTripMs, route, received, sent, picture } = this.quality.figures;
    return [
      ['You', WORDS[this.quality.mark].word],
      this.theirs && [isolated(this.peerName), WORDS[this.theirs].word],
      roundTripMs !== undefined && ['Round trip', `${roundTripMs} ms`],
      ['Lost, receiving', percent(received.lostPermille)],
      ['Lost, sending', percent(sent.lostPermille)],
      ['Jitter', `${received.jitterMs} ms`],
      ['Receiving', `${received.kbps} kbit/s`],
      ['Sending', `${sent.kbps} kbit/s`],
      ['Voice made up', percent(received.concealedPermille)],
      picture && ['Picture', `${picture.width} × ${picture.height}, ${picture.framesPerSecond} a second`],
      picture && ['Freezes', String(received.freezes)],
      route && ['Way', `${isRelayed(route) ? 'Relayed' : 'Direct'}, ${route.protocol}`],
    ].filter(Boolean);
  }

  #key(event) {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.open = false;
  }

  static styles = [reset, css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      pointer-events: auto;
    }
    button,
    .theirs {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 1.875rem;
      padding: 0 var(--space-3);
      border: 0;
      border-radius: var(--radius-full);
      background: rgb(10 14 16 / 0.72);
      color: #f3f6f7;
      font: inherit;
      font-size: var(--text-sm);
      --icon-size: 0.9375rem;
    }
    button {
      cursor: pointer;
    }
    @container (width < 20rem) {
      button .word {
        display: none;
      }
    }
    .theirs {
      max-width: 100%;
      overflow-wrap: anywhere;
    }
    /* the figures say it too */
    @container (width < 24rem) and (height < 24rem) {
      .theirs {
        display: none;
      }
    }
    .fair,
    .poor {
      background: var(--color-warning-soft);
      color: var(--color-warning-text);
    }
    dl {
      position: absolute;
      z-index: 3;
      top: calc(100% + var(--space-2));
      inset-inline-start: 0;
      display: grid;
      grid-template-columns: auto auto;
      gap: var(--space-1) var(--space-4);
      width: max-content;
      max-width: 100%;
      max-height: var(--room, none);
      overflow-y: auto;
      overflow-wrap: anywhere;
      margin: 0;
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius-md);
      background: rgb(10 14 16 / 0.92);
      color: #f3f6f7;
      font-size: var(--text-sm);
      font-variant-numeric: tabular-nums;
    }
    dl[hidden] {
      display: none;
    }
    dd {
      margin: 0;
      text-align: end;
    }
    @media (forced-colors: active) {
      button,
      .theirs,
      dl {
        border: 1px solid CanvasText;
        background: Canvas;
        color: CanvasText;
      }
    }
  `];
}
