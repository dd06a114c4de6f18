import { LitElement, css, html } from 'lit';
import { buttons, notices, reset } from '../elements/styles.js';

/** What was written and can no longer be sent here: to be read, copied, thrown away. Down: `text`. Up: `discard`. */
export class EyeUnsent extends LitElement {
  static properties = { text: {}, copied: { state: true } };

  static styles = [reset, buttons, notices, css`
    :host {
      display: block;
      padding: 0 var(--space-4) var(--space-4);
    }
    .what {
      flex: 1;
      min-width: 0;
    }
    blockquote {
      max-height: 8rem;
      margin-block: var(--space-1) var(--space-2);
      overflow-y: auto;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
      user-select: all;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
  `];

  constructor() {
    super();
    this.text = '';
    this.copied = '';
  }

  render() {
    return html`
      <div class="notice warning" role="group" aria-label="Not sent"><eye-icon name="circle-alert"></eye-icon><div class="what">
        <p>What you had written here was not sent:</p>
        <blockquote dir="auto" tabindex="0">${this.text}</blockquote>
        <div class="row"><button type="button" class="btn small" @click=${this.#copy}>Copy</button>
          <button type="button" class="btn quiet small" @click=${() => this.dispatchEvent(new CustomEvent('discard'))}>Discard</button>
          <span role="status">${this.copied}</span></div>
      </div></div>`;
  }

  /** Where the browser gives no clipboard the text stands there to be marked. */
  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = 'Copied.';
    } catch {
      this.copied = 'The browser does not allow that. Mark the text and copy it.';
    }
  }
}
