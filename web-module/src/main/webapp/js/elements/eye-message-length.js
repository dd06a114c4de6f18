import { LitElement, css, html, nothing } from 'lit';
import { MESSAGE_LIMIT, MOST_PARTS, measured } from '../conversation/message-text.js';
import { buttons, reset } from './styles.js';

/**
 * What the length of a text means, below where it is written: nothing, how much is left, or why it cannot be sent and what can be done.
 * Down: `text`. Up: `divide`, to send it in parts.
 */
export class EyeMessageLength extends LitElement {
  static properties = { text: {} };

  static styles = [reset, buttons, css`
    :host {
      display: block;
      font-size: var(--text-xs);
      color: var(--color-text-soft);
      font-variant-numeric: tabular-nums;
    }
    .over {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-1) var(--space-2);
      color: var(--color-danger-text);
      font-weight: var(--weight-medium);
    }
    .over > :first-child {
      flex: 1 1 12rem;
    }
  `];

  constructor() {
    super();
    this.text = '';
  }

  render() {
    const { over, near, left, parts } = measured(this.text);
    return html`
      <span class="visually-hidden" role="status">${over ? 'Too long for one message.' : ''}</span>
      ${over ? this.#over(-left, parts) : near ? html`${characters(left)} left` : nothing}`;
  }

  /** @param {number} many @param {number} parts */
  #over(many, parts) {
    return html`
      <div class="over">
        <span>${characters(many)} too long for one message.${parts ? '' : ` Shorten it: ${MOST_PARTS} messages hold ${characters(MOST_PARTS * MESSAGE_LIMIT)}.`}</span>
        ${parts ? html`<button type="button" class="btn small" @click=${() => this.dispatchEvent(new CustomEvent('divide'))}>Send as ${parts} messages</button>` : nothing}
      </div>`;
  }
}

/** @param {number} count */
const characters = (count) => `${count.toLocaleString('en')} ${count === 1 ? 'character' : 'characters'}`;
