import { LitElement, html, css, nothing } from 'lit';
import { isOpen, isRinging, isVideo } from '../call/call-store.js';
import { CallState } from '../wire/protocol.js';
import { heldBySystem } from '../call/sent-state.js';
import { Asks } from './consent.js';
import { callItems, deviceItems } from './device-items.js';
import { latin } from './latin-key.js';
import { keyHint, reset } from './styles.js';

/**
 * What one can do in a call, as buttons and as keys: M is the microphone and V the camera; no key ends the call but its
 * button. What a person chooses leaves as `call-act`, whose `detail` is a CallAct,
 * or the device that was picked.
 *
 * @property {import('../call/call-store.js').Call} call
 * @property {import('../call/session-view.js').SessionView} [view] this page's part in it
 */
export class EyeCallBar extends LitElement {
  static properties = { call: { attribute: false }, view: { attribute: false } };

  #asks = new Asks(this);

  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  }

  /** A key that was struck anywhere in the call. @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !this.view) return;
    const key = latin(event);
    if (key === 'm') this.#switched(event, this.view.microphone ? 'MUTE' : 'UNMUTE');
    if (key === 'v' && this.#mayShow && !this.view.opensCamera) this.#switched(event, this.view.camera ? 'CAMERA_OFF' : 'CAMERA_ON');
  }

  /** To be seen or heard is consented to; to be so no longer always counts. @param {KeyboardEvent | MouseEvent} press */
  #switched(press, act) {
    if (!['UNMUTE', 'CAMERA_ON'].includes(act) || this.#asks.hears(press)) this.#act(act);
  }

  get #together() { return this.call.state === CallState.ACTIVE; }

  /** A picture that was not part of the call yet is the server's to allow. */
  get #mayShow() { return this.view.sendsVideo || this.#together && this.call.videoAllowed; }

  render() {
    if (!this.call) return nothing;
    const { view } = this;
    const devices = view && isOpen(this.call) && !['EXPLAINING', 'OPENING', 'OVER'].includes(view.phase);
    return html`
      <div class="bar" role="toolbar" aria-label="Call">
        ${devices ? this.#microphone() : nothing}
        ${devices && (view.sendsVideo || this.#together) ? this.#camera() : nothing}
        ${devices && view.canSwitchCamera ? this.#control('SWITCH_CAMERA', 'switch-camera', 'Switch camera') : nothing}
        ${devices && view.sendsVideo && view.canShareScreen ? this.#screen() : nothing}
        ${devices ? this.#devices() : nothing}
        ${this.#leave()}
      </div>
      ${this.#asks.hint()}`;
  }

  #screen() {
    return this.view.sharesScreen
      ? this.#control('STOP_SHARING', 'monitor-x', 'Stop sharing your screen', undefined, true)
      : this.#control('SHARE_SCREEN', 'monitor-up', 'Share your screen');
  }

  #devices() {
    const items = [...deviceItems(this.view), ...callItems(this.#together && isVideo(this.call))];
    return items.length === 0 ? nothing : html`<eye-menu label="Devices and call" up .items=${items}
      @pick=${({ detail: { id } }) => this.#act(id)}><eye-icon name="settings"></eye-icon></eye-menu>`;
  }

  #microphone() {
    const held = heldBySystem(this.view).microphone;
    return this.view.microphone
      ? this.#control('MUTE', held ? 'mic-off' : 'mic', held ? 'Mute microphone (your system has muted it already)' : 'Mute microphone', 'M')
      : this.#control('UNMUTE', 'mic-off', 'Unmute microphone', 'M', true);
  }

  #camera() {
    if (!this.#mayShow) return this.#unavailable('Turn camera on: video is not available in this call');
    if (this.view.opensCamera) return this.#unavailable('The camera is being opened');
    const held = this.view.heldBySystem.camera;
    return this.view.camera
      ? this.#control('CAMERA_OFF', held ? 'video-off' : 'video', held ? 'Turn camera off (your system has stopped it)' : 'Turn camera off', 'V')
      : this.#control('CAMERA_ON', 'video-off', 'Turn camera on', 'V', true);
  }

  /** Reachable by keys, so that its reason can be read. */
  #unavailable(label) {
    return html`<button type="button" class="control unavailable" aria-disabled="true" aria-label=${label} title=${label}>
      <eye-icon name="video-off"></eye-icon></button>`;
  }

  #control(act, icon, label, key, off = false) {
    return html`<button type="button" class="control ${off ? 'off' : ''}" aria-label=${label}
      title=${key ? `${label} (${key})` : label} aria-keyshortcuts=${key ?? nothing} @click=${event => this.#switched(event, act)}>
      <eye-icon name=${icon}></eye-icon></button>`;
  }

  #leave() {
    if (this.view?.phase === 'OVER') return nothing;
    const [act, label] = isRinging(this.call) ? ['CANCEL', 'Cancel invitation'] : ['HANG_UP', 'Hang up'];
    return html`<button type="button" class="control leave" aria-label=${label} title=${label}
      @click=${() => this.#act(act)}><eye-icon name="phone-off"></eye-icon>${act === 'CANCEL' ? html`<span class="word">Cancel</span>` : nothing}</button>`;
  }

  /** @param {import('../call/calls.js').CallAct|import('../call/device-choice.js').DevicePick} act */
  #act(act) {
    this.dispatchEvent(new CustomEvent('call-act', { detail: act, bubbles: true, composed: true }));
  }

  static styles = [reset, keyHint, css`
    .key-hint:not(:empty) {
      padding: 0 var(--space-3) var(--space-2);
      background: rgb(10 14 16 / 0.7);
      color: #f3f6f7;
    }
    .bar {
      display: flex;
      flex-wrap: wrap; /* where all else fails */
      align-items: center;
      justify-content: center;
      gap: var(--space-3);
      padding: var(--bar-space) var(--space-3) max(var(--bar-space), env(safe-area-inset-bottom));
      background: linear-gradient(transparent, rgb(10 14 16 / 0.7));
    }
    eye-menu {
      position: static; /* so that its list opens above the whole bar */
      display: flex;
      --menu-height: calc(100cqh - 6.5rem);
      --menu-end: max(var(--space-3), calc(50% - 10rem));
    }
    .control,
    eye-menu::part(button) {
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
    .control:hover,
    eye-menu::part(button):hover {
      background: rgb(78 90 97 / 0.96);
    }
    .control:active {
      transform: scale(0.95);
    }
    .control.unavailable {
      opacity: 0.5;
      cursor: not-allowed;
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
    .control:focus-visible,
    eye-menu::part(button):focus-visible {
      outline: 3px solid var(--color-focus);
      outline-offset: 3px;
    }
    @container (width < 27rem) {
      .bar {
        gap: var(--space-2);
        padding-inline: var(--space-2);
      }
      .control:not(.leave),
      eye-menu::part(button) {
        width: 2.75rem;
        height: 2.75rem;
      }
      .control.leave {
        min-width: 3.5rem;
        height: 2.75rem;
      }
    }
    @container (width < 24.5rem) {
      .bar {
        gap: var(--space-1);
      }
    }
    @container (width < 23rem) {
      .word {
        display: none;
      }
    }
    @container (width < 19.5rem) or (height < 8rem) {
      .control:not(.leave),
      eye-menu::part(button) {
        width: 2.25rem;
        height: 2.25rem;
        --icon-size: 1.25rem;
      }
      .control.leave {
        min-width: 3rem;
        height: 2.25rem;
        padding: 0 var(--space-2);
      }
    }
    /* nothing but a strip of keys */
    @container (height < 8rem) {
      .bar {
        gap: 2px;
        padding-inline: var(--space-1) calc(var(--size-control-sm) + var(--space-3));
      }
    }
    @media (forced-colors: active) {
      .control,
      eye-menu::part(button) {
        border: 1px solid ButtonText;
        background: ButtonFace;
        color: ButtonText;
      }
      .control.unavailable {
        border-color: GrayText;
        color: GrayText;
        opacity: 1;
      }
      .control.off,
      .control.off:hover {
        border-color: Highlight;
        background: Highlight;
        color: HighlightText;
        forced-color-adjust: none;
      }
      .control.leave {
        border-width: 3px;
      }
    }
  `];
}
