import { LitElement, html, nothing } from 'lit';
import { blank, blankStyles } from '../elements/blank.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { Edit } from './edit.js';
import { historyButton, numberField, problemBox, putBackBox, selectField, sent, switchField, textField } from './parts.js';
import { saveBar, sections } from './sections.js';
import { badges, forms, page } from './styles.js';
import { settingsPatch, shownServers } from './servers.js';
import { OFF_BY, TRACKERS } from './words.js';

const TRACKER_HELP = {
  NONE: 'Nothing is told to a tracking library.',
  GOOGLE_ANALYTICS: 'The measurement id of the website’s data stream, such as G-AB12CD34EF.',
  MATOMO: 'The number of the website in Matomo, such as 7.',
  MAPP: 'The track id, 15 digits.',
  TEALIUM: 'Account and profile, such as juniper/main.',
};

/** The call settings of the account: each with help beside it. Down: `room`. */
export class EyeCalls extends LitElement {
  static properties = { room: { attribute: false } };

  static styles = [reset, buttons, fields, notices, page, forms, badges, sections, blankStyles];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {Edit | undefined} */
    this.edit = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    const { rest, paths } = this.room;
    this.edit = new Edit(this, {
      rest, drafts: this.room.drafts, path: paths.calls, patch: settingsPatch,
      form: ({ texts, language, voiceAllowed, videoAllowed, iceServers, ...shown }) => ({ ...shown, iceServers: shownServers(iceServers) }),
    });
    this.edit.load();
  }

  get dirty() {
    return Boolean(this.edit?.dirty);
  }

  discard() {
    this.edit?.undo();
  }

  render() {
    const edit = /** @type {Edit} */ (this.edit);
    return html`
      <div class="head">
        <div><h1 tabindex="-1">Call settings</h1><p>A change holds for the next call, without a restart. What an agent may do is also a matter of the agent’s profile.</p></div>
        ${historyButton('SETTINGS', this.room.account)}
      </div>
      ${edit.ready ? this.#form(edit) : html`<section class="card">${edit.message ? problemBox(edit.message) : blank('loader-circle', 'Loading', '')}</section>`}
      ${edit.stale ? html`<eye-stale .stale=${edit.stale} .what=${'these settings'}
        @choose=${(/** @type {CustomEvent} */ event) => edit.choose(event.detail.mine)} @close=${() => edit.putOff()}></eye-stale>` : nothing}`;
  }

  /** @param {Edit} edit */
  #form(edit) {
    return html`
      <form novalidate @submit=${this.#submitted}>
        ${putBackBox(edit)}${problemBox(edit.message)}
        ${section('Calls', 'What this account can do at all. Profiles say who may do it.', this.#calls(edit))}
        ${section('Cameras', 'Everybody can switch the own camera on in the call.', this.#cameras(edit))}
        ${section('Connection', 'Media go straight from browser to browser, or through a TURN server of yours where a firewall is in the way. Never through Eyeline.', this.#connection(edit))}
        ${section('Quality', 'What a call takes at most from a network. It takes less where the network has less.', this.#quality(edit))}
        ${section('Customers', 'Who may open the window, and what they may do there.', this.#customers(edit))}
        ${section('Tracking', 'The tag tells the library on your own pages when a call is offered, accepted, declined, started, ended or failed: no name, no id of a call.', this.#tracking(edit))}
        ${saveBar(edit)}
      </form>`;
  }

  /** @param {Edit} edit @param {string} name */
  #field(edit, name) {
    return { name, value: edit.draft[name], error: edit.errors[name], input: (/** @type {any} */ value) => edit.set({ [name]: value }) };
  }

  /** @param {Edit} edit */
  #calls(edit) {
    const { voiceAllowed, videoAllowed } = edit.body;
    const above = (/** @type {boolean} */ allowed) => (allowed ? nothing : html`<span class="badge warning"><eye-icon name="lock"></eye-icon>${OFF_BY.OPERATOR}</span>`);
    return html`
      ${switchField({ ...this.#field(edit, 'voice'), label: 'Voice calls', help: html`${above(voiceAllowed)} Off: no voice call, whatever a profile says. What is ringing is cancelled.` })}
      ${switchField({ ...this.#field(edit, 'video'), label: 'Video calls', help: html`${above(videoAllowed)} Off: no video call, whatever a profile says. What is ringing is cancelled.` })}
      ${numberField({ ...this.#field(edit, 'invitationSeconds'), label: 'Invitation time', unit: 'seconds', help: 'How long a customer can accept. 5 to 600.' })}
      ${numberField({ ...this.#field(edit, 'callsPerAgent'), label: 'Calls of an agent', unit: 'at once', help: 'Open calls, ringing ones too. 1 to 10.' })}`;
  }

  /** @param {Edit} edit */
  #cameras(edit) {
    return html`
      ${switchField({ ...this.#field(edit, 'agentCameraOff'), label: 'Agents begin with the camera off', help: 'In a video call the agent’s camera opens only when the agent switches it on.' })}
      ${switchField({ ...this.#field(edit, 'consumerCameraOff'), label: 'Customers begin with the camera off', help: 'Customers see the agent, and choose themselves when to be seen.' })}`;
  }

  /** @param {Edit} edit */
  #connection(edit) {
    return html`
      ${switchField({ ...this.#field(edit, 'relayOnly'), label: 'Relay only', help: 'All media go through your TURN server, so that neither side learns the other’s address. Needs a TURN server.' })}
      <eye-ice-servers .room=${this.room} .servers=${edit.draft.iceServers} .before=${edit.before.iceServers} .errors=${edit.errors}
        @change=${(/** @type {CustomEvent} */ event) => edit.set({ iceServers: event.detail.servers })}></eye-ice-servers>
      ${numberField({ ...this.#field(edit, 'credentialSeconds'), label: 'Life of relay credentials', unit: 'seconds', help: 'How long a log-in made from a shared secret is good. It is made for a participant of an accepted call. 120 to 300.' })}`;
  }

  /** @param {Edit} edit */
  #quality(edit) {
    return html`
      ${numberField({ ...this.#field(edit, 'bitrateKbps'), label: 'Bitrate of a call', unit: 'kbit/s', help: 'Sound and picture together, each way. 200 to 10000; 2600 is good for 720p.' })}
      ${numberField({ ...this.#field(edit, 'voiceBitrateKbps'), label: 'Bitrate of voice', unit: 'kbit/s', help: 'The part of it for sound. 16 to 256; 64 is very good for speech.' })}`;
  }

  /** @param {Edit} edit */
  #customers(edit) {
    return html`
      <eye-origins .origins=${edit.draft.origins} .errors=${edit.errors} @change=${(/** @type {CustomEvent} */ event) => edit.set({ origins: event.detail.origins })}></eye-origins>
      ${switchField({ ...this.#field(edit, 'anonymousSignUp'), label: 'Customers need no log-in', help: 'Off: only customers whom your website has logged in can write.' })}
      ${switchField({ ...this.#field(edit, 'consumerMayAsk'), label: 'Customers may ask for a call', help: 'A button in the window. The agent sees the wish and may invite.' })}
      ${numberField({ ...this.#field(edit, 'retentionDays'), label: 'Keep what was said', unit: 'days', help: 'What was written in a conversation is deleted for good so many days after it was closed. 0 keeps it for ever, at most 3650. The record of calls stays.' })}
      ${numberField({ ...this.#field(edit, 'messagesPerMinute'), label: 'Messages in a minute', help: 'What one person may send in a conversation. Who is faster is asked to wait. 10 to 600.' })}
      ${numberField({ ...this.#field(edit, 'conversationMessages'), label: 'Messages of a conversation', help: 'A conversation that has so many is full: nobody writes in it any more, it can be called in and closed. 100 to 100000.' })}
      ${numberField({ ...this.#field(edit, 'conversationMegabytes'), label: 'Size of a conversation', unit: 'MB', help: 'The same for all texts of a conversation together. 1 to 1000.' })}`;
  }

  /** @param {Edit} edit */
  #tracking(edit) {
    const { kind, id } = edit.draft.tracker;
    return html`
      ${selectField({
        name: 'tracker.kind', label: 'Tracking library', value: kind, error: edit.errors['tracker.kind'], choices: Object.entries(TRACKERS),
        input: (chosen) => edit.set({ tracker: chosen === 'NONE' ? { kind: chosen } : { kind: chosen, id: chosen === edit.before.tracker.kind ? edit.before.tracker.id : '' } }),
      })}
      ${kind === 'NONE' ? nothing : textField({
        name: 'tracker.id', label: 'Id', value: id, error: edit.errors['tracker.id'], help: TRACKER_HELP[/** @type {keyof TRACKER_HELP} */ (kind)],
        input: (text) => edit.set({ tracker: { kind, id: text } }),
      })}`;
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const answer = await sent(this, /** @type {Edit} */ (this.edit));
    if (answer?.ok) {
      this.room.say('The call settings are saved. They hold for the next call.');
    }
  }
}

/** @param {string} title @param {string} words @param {unknown} body */
const section = (title, words, body) => html`
  <section class="card section" aria-label=${title}><div class="about"><h2>${title}</h2><p>${words}</p></div><div class="inputs">${body}</div></section>`;
