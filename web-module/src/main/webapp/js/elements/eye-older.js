import { LitElement, css, html, nothing } from 'lit';
import { buttons, reset } from './styles.js';

/**
 * @typedef {'NONE' | 'MORE' | 'LOADING' | 'BEGINNING'} Older how far a transcript is loaded: that is not known, there is more before it,
 *   more is on its way, nothing is before it.
 */

/**
 * What stands above the first line of a transcript: the way to older messages, or that there are none. Down: `state`. Up: `older` when
 * somebody wants more. Its button stays while a page is on its way, so that the keyboard stays where it is.
 */
export class EyeOlder extends LitElement {
  static properties = { state: {} };

  static styles = [reset, buttons, css`
    :host {
      display: block;
      padding-block: var(--space-2);
      color: var(--color-text-faint);
      font-size: var(--text-xs);
      text-align: center;
    }
    progress {
      display: block;
      width: 6rem;
      height: 0.25rem;
      margin: var(--space-1) auto 0;
    }
  `];

  constructor() {
    super();
    /** @type {Older} */
    this.state = 'NONE';
  }

  render() {
    switch (this.state) {
      case 'MORE':
      case 'LOADING':
        return html`
          <button type="button" class="btn quiet small" aria-disabled=${this.state === 'LOADING' ? 'true' : nothing} @click=${this.#wanted}>
            ${this.state === 'LOADING' ? 'Loading older messages…' : 'Older messages'}</button>
          ${this.state === 'LOADING' ? html`<progress aria-label="Loading older messages"></progress>` : nothing}`;
      case 'BEGINNING':
        return html`<p>Beginning of the conversation</p>`;
      default:
        return nothing;
    }
  }

  #wanted() {
    if (this.state === 'MORE') {
      this.dispatchEvent(new CustomEvent('older'));
    }
  }
}
