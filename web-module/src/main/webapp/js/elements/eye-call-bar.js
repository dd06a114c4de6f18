import { LitElement, html, css, nothing } from 'lit';
import { isOpen, isRinging } from '../call/call-store.js';
import { reset } from './styles.js';

/**
 * What one can do in a call, as buttons and as keys: M is the microphone and V the camera; no key ends the call but its
 * button. What a person chooses leaves as `call-act`, whose `detail` is a CallAct.
 *
 * @property {import('../call/call-store.js').Call} call
 * @property {import('../call/call-session.js').SessionView} [view] this page's part in it
 */
export class EyeCallBar extends LitElement {
  static properties = { call: { attribute: false }, view: { attribute: false } };

  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  }

  /** A key that was struck anywhere in the call. @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !this.view) return;
    const key = event.key.toLowerCase();
    if (key === 'm') this.#act(this.view.microphone ? 'MUTE' : 'UNMUTE');
    if (key === 'v' && this.view.sendsVideo) this.#act(this.view.camera ? 'CAMERA_OFF' : 'CAMERA_ON');
  }

  render() {
    if (!this.call) return nothing;
    const { view } = this;
    const devices = view && isOpen(this.call) && !['EXPLAINING', 'OPENING', 'OVER'].includes(view.phase);
    return html`
      <div class="bar" role="toolbar" aria-label="Call">
        ${devices ? this.#microphone() : nothing}
        ${devices && view.sendsVideo ? this.#camera() : nothing}
        ${devices && view.canSwitchCamera ? this.#control('SWITCH_CAMERA', 'switch-camera', 'Switch camera') : nothing}
        ${this.#leave()}
      </div>`;
  }

  #microphone() {
    return this.view.microphone
      ? this.#control('MUTE', 'mic', 'Mute microphone', 'M')
      : this.#control('UNMUTE', 'mic-off', 'Unmute microphone', 'M', true);
  }

  #camera() {
    return this.view.camera
      ? this.#control('CAMERA_OFF', 'video', 'Turn camera off', 'V')
      : this.#control('CAMERA_ON', 'video-off', 'Turn camera on', 'V', true);
  }

  #control(act, icon, label, key, off = false) {
    return html`<button type="button" class="control ${off ? 'off' : ''}" aria-label=${label}
      title=${key ? `${label} (${key})` : label} aria-keyshortcuts=${key ?? nothing} @click=${() => this.#act(act)}>
      <eye-icon name=${icon}></eye-icon></button>`;
  }

  #leave() {
    if (this.view?.phase === 'OVER') return nothing;
    const [act, label] = isRinging(this.call) ? ['CANCEL', 'Cancel invitation'] : ['HANG_UP', 'Hang up'];
    return html`<button type="button" class="control leave" aria-label=${label} title=${label}
      @click=${() => this.#act(act)}><eye-icon name="phone-off"></eye-icon>${act === 'CANCEL' ? 'Cancel' : nothing}</button>`;
  }

  /** @param {import('../call/calls.js').CallAct} act */
  #act(act) {
    this.dispatchEvent(new CustomEvent('call-act', { detail: act, bubbles: true, composed: true }));
  }

  static styles = [reset, css`
    .bar {
      display: flex;
      justify-content: center;
      gap: var(--space-3);
      padding: var(--bar-space) var(--space-3) max(var(--bar-space), env(safe-area-inset-bottom));
      background: linear-gradient(transparent, rgb(10 14 16 / 0.7));
    }
    .control {
      display: grid;
      place-items: center;
      flex: none;
      width: 3.25rem;
      height: 3.25rem;
      padding: 0;
      border: 0;
      border-radius: var(--radius-full);
      background: rgb(58 68 74 / 0.92);
      color: #f3f6f7;
      cursor: pointer;
      -webkit-tap-highlight-color: transparent;
      transition: background-color var(--fast) var(--ease), transform var(--fast) var(--ease);
      --icon-size: 1.375rem;
    }
    .control:hover {
      background: rgb(78 90 97 / 0.96);
    }
    .control:active {
      transform: scale(0.95);
    }
    .control.off {
      background: #f3f6f7;
      color: #171d20;
    }
    .control.off:hover {
      background: #ffffff;
    }
    .control.leave {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--space-2);
      width: auto;
      min-width: 4.25rem;
      padding: 0 var(--space-4);
      font-size: var(--text-md);
      font-weight: var(--weight-medium);
      background: #c8352f;
      color: #ffffff;
    }
    .control.leave:hover {
      background: #ac2823;
    }
    .control:focus-visible {
      outline: 3px solid var(--color-focus);
      outline-offset: 3px;
    }
    @media (forced-colors: active) {
      .control {
        border: 1px solid ButtonText;
      }
    }
  `];
}
