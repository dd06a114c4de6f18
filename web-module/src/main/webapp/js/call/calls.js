/**
 * All calls of this page's person, on either side: follows what the server says, asks it for steps, and holds a session
 * for each call that this page takes part in. Pages read `state` and `view(callId)` after `onChange`.
 *
 * @typedef {'ACCEPT_VIDEO'|'ACCEPT_VOICE'|'DECLINE'|'CANCEL'|'HANG_UP'|'PROCEED'|'MUTE'|'UNMUTE'|'CAMERA_ON'
 *          |'CAMERA_OFF'|'SWITCH_CAMERA'|'SHARE_SCREEN'|'STOP_SHARING'|'STAY_UNSEEN'|'VOICE_ONLY'} CallAct  what a person can do with a call; the elements say it as `call-act`
 */
import {
  CallMode, CallOwner, Notification, Side, acceptCall, askForCall, cancelCall, declineCall, endCall, failCall, getClock, invite, resumeCall,
  subscribeCalls,
} from '../wire/protocol.js';
import {Kept} from '../browser/storage.js';
import {CallSession} from './call-session.js';
import {KeptCalls} from './kept-calls.js';
import {Media} from './media.js';
import {PreparedAnswers} from './prepared-answers.js';
import {NO_CALLS, isElsewhere, isOpen, isOurs, isRunning, reduce} from './call-store.js';
import {canCall} from './capability.js';

const UNSUPPORTED = Object.freeze({
  ok: false, code: 0, reason: 'BROWSER_NOT_SUPPORTED', message: 'This browser cannot make calls.',
});

const NOTHING_KEPT = new KeptCalls({storage: new Kept(() => null), key: ''});

export class Calls {
  #connection; #side; #kept;
  #state = NO_CALLS;
  #sessions = new Map();
  #listeners = new Set();
  #told = new Set();
  #unsupported = new Set();
  #answers = new PreparedAnswers();
  #listening = new AbortController();
  /** Signals of a call that the server has already accepted for us, while its answer is still on the way. */
  #early = [];

  /** Calls that a page before this one had, until they are looked at. */
  #inherited = true;

  /**
   * @param {{connection: import('../wire/connection.js').Connection, side: import('../wire/protocol.js').Side, kept?: KeptCalls}} options
   *   `kept`: where this page finds the calls of the one before it
   */
  constructor({connection, side, kept = NOTHING_KEPT}) {
    this.#connection = connection;
    this.#side = side;
    this.#kept = kept;
    const {signal} = this.#listening;
    addEventListener('pagehide', () => this.#sessions.forEach(session => session.leave()), {signal});
    addEventListener('online', () => this.#sessions.forEach(session => session.networkIsBack()), {signal});
    connection.on('state', state => { if (state === 'READY') this.#subscribe(); });
    connection.on(Notification.CALL_STATE, body => this.#stateChanged(body));
    connection.on(Notification.CALL_MEDIA_STATE, body => this.#reduce({type: 'MEDIA', body}));
    connection.on(Notification.CALL_QUALITY, body => this.#reduce({type: 'QUALITY', body}));
    connection.on(Notification.CALL_RIGHTS, body => this.#reduce({type: 'RIGHTS', body}));
    connection.on(Notification.CALL_SIGNAL, body => this.#signalled(body));
  }

  /** @returns {import('./call-store.js').CallsState} */
  get state() { return this.#state; }

  /** This page's part in a call, if it has one. @returns {import('./session-view.js').SessionView|undefined} */
  view(callId) { return this.#sessions.get(callId)?.view; }

  /** Why this page could not go on with a call. @returns {import('../wire/protocol.js').CallFailure|undefined} */
  failure(callId) { return this.#unsupported.has(callId) ? 'BROWSER_NOT_SUPPORTED' : this.view(callId)?.failure; }

  /** @param {() => void} listener @returns {() => void} stops listening */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param {string} conversationId @param {CallMode} mode */
  async invite(conversationId, mode) {
    if (!canCall()) return UNSUPPORTED;
    const answer = await this.#connection.request(invite(conversationId, mode));
    if (answer.ok) this.#take(answer.body).prepare();
    return answer;
  }

  /** A consumer asks for a call. @param {string} conversationId @param {CallMode} mode */
  ask(conversationId, mode) { return this.#connection.request(askForCall(conversationId, mode)); }

  /** @param {string} callId @param {CallMode} mode */
  async accept(callId, mode) {
    if (!canCall()) return this.#refuseToAccept(callId);
    const media = new Media();
    media.lookAhead();
    const answer = await this.#connection.request(acceptCall(callId, mode));
    if (answer.ok) this.#take({...answer.body, media, prepared: this.#answers.take(callId)});
    return answer;
  }

  /**
   * Does what a person chose on the screen. @param {string} callId
   * @param {CallAct|import('./device-choice.js').DevicePick} act
   * @returns {Promise<import('../wire/connection.js').Answer|import('../wire/connection.js').Refusal|void>}
   */
  act(callId, act) {
    const session = this.#sessions.get(callId);
    if (typeof act === 'object') return session?.choose(act);
    switch (act) {
      case 'ACCEPT_VIDEO': return this.accept(callId, CallMode.VIDEO_CALL);
      case 'ACCEPT_VOICE': return this.accept(callId, CallMode.VOICE_CALL);
      case 'DECLINE': return this.#connection.request(declineCall(callId));
      case 'CANCEL': return this.#connection.request(cancelCall(callId));
      case 'HANG_UP': return session ? session.hangUp() : this.#connection.request(endCall(callId));
      case 'PROCEED': return session?.proceed();
      case 'MUTE': return session?.setMicrophone(false);
      case 'UNMUTE': return session?.setMicrophone(true);
      case 'CAMERA_ON': return session?.setCamera(true);
      case 'CAMERA_OFF': return session?.setCamera(false);
      case 'STAY_UNSEEN': return session?.staysUnseen();
      case 'VOICE_ONLY': return session?.voiceOnly();
      case 'SWITCH_CAMERA': return session?.switchCamera();
      case 'SHARE_SCREEN': return session?.shareScreen(true);
      case 'STOP_SHARING': return session?.shareScreen(false);
      default: throw new TypeError(`No such act: ${act}`);
    }
  }

  /** The person has read how the call ended. @param {string} callId */
  forget(callId) {
    this.#sessions.delete(callId);
    this.#reduce({type: 'FORGET', callId});
  }

  /**
   * The person is not here any more: every device and connection is let go at once, and nothing is kept for who comes next. Why the calls
   * end the server knows.
   */
  close() {
    this.#listening.abort();
    this.#sessions.forEach(session => session.close());
    this.#answers.keepOnly([]);
    this.#kept.all.forEach(({callId}) => this.#kept.forget(callId));
  }

  async #refuseToAccept(callId) {
    this.#unsupported.add(callId);
    await this.#connection.request(failCall(callId, 'BROWSER_NOT_SUPPORTED'));
    return UNSUPPORTED;
  }

  /** Sessions first, so that the states that follow name this socket as the owner. */
  async #subscribe() {
    this.#told = new Set();
    this.#takeUpWhatWasLeft();
    const there = await Promise.all([...this.#sessions].map(([callId, session]) => this.#resume(callId, session)));
    const answer = await this.#connection.request(subscribeCalls());
    if (!answer.ok) return;
    there.filter(Boolean).forEach(callId => this.#sessions.get(callId)?.repeatEnd());
    await this.#connection.request(getClock());
    const open = [...this.#told, ...there];
    this.#reduce({type: 'OPEN_CALLS', callIds: open});
    this.#endSessions();
    this.#answers.keepOnly(open);
    this.#inherit();
  }

  async #resume(callId, session) {
    if (!isOpen(this.#state.calls[callId])) return undefined;
    const found = await session.resume();
    if (found === 'TAKEN') this.#letGo(callId);
    return found === 'THERE' ? callId : undefined;
  }

  /** A page that was loaded takes up what the one before it left; one that is older leaves that to newer ones. */
  #inherit() {
    const inherits = this.#inherited;
    this.#inherited = false;
    this.#kept.all.forEach(kept => {
      const call = this.#state.calls[kept.callId];
      if (!isOpen(call)) this.#kept.forget(kept.callId);
      else if (inherits && !this.#sessions.has(kept.callId) && (call.owner === CallOwner.NONE || kept.left)) this.#takeUp(kept);
    });
  }

  /** The page before this one was left: its calls wait for nobody else, and not for the server to tell of them. */
  #takeUpWhatWasLeft() {
    if (this.#inherited) this.#kept.all.filter(({left}) => left).forEach(kept => this.#takeUp(kept));
  }

  async #takeUp(kept) {
    const answer = await this.#connection.request(resumeCall(kept.callId, kept.sessionKey));
    if (answer.ok) this.#take({callId: kept.callId, sessionKey: answer.body.sessionKey, kept});
  }

  #take({callId, sessionKey, kept, media, prepared}) {
    const session = new CallSession({
      connection: this.#connection, callId, sessionKey, side: this.#side, kept, media, prepared,
      onChange: () => this.#changed(), onKept: now => this.#kept.keep(now),
    });
    this.#sessions.set(callId, session);
    this.#connection.hurry(true);
    this.#followCall(callId);
    this.#early.splice(0).forEach(body => this.#signalled(body));
    this.#changed();
    return session;
  }

  #signalled(body) {
    const session = this.#sessions.get(body.callId);
    if (session) session.receive(body);
    else if (isOpen(this.#state.calls[body.callId])) this.#early.push(body);
  }

  #stateChanged(body) {
    this.#told.add(body.callId);
    const before = this.#state;
    this.#state = reduce(before, {type: 'STATE', body});
    this.#followCall(body.callId); // media before anything is painted
    if (before !== this.#state) this.#changed();
    if (this.#side === Side.CONSUMER && canCall()) this.#answers.follow(this.#state.calls[body.callId]);
    this.#endSessions();
  }

  #followCall(callId) {
    const call = this.#state.calls[callId];
    if (!call || !isRunning(call)) return;
    if (isOurs(call)) this.#sessions.get(callId)?.follow(call);
    if (isElsewhere(call)) this.#letGo(callId);
  }

  /** Another tab of this person has taken the call up: everything of it closes here, and nobody is told of an end. */
  #letGo(callId) {
    this.#sessions.get(callId)?.end();
    this.#sessions.delete(callId);
    this.#calm();
  }

  #endSessions() {
    this.#sessions.forEach((session, callId) => {
      const call = this.#state.calls[callId];
      if (!call || isOpen(call)) return;
      session.end();
      this.#kept.forget(callId);
    });
    this.#calm();
  }

  /** Nothing is urgent when nobody is in a call. */
  #calm() {
    this.#connection.hurry([...this.#sessions.keys()].some(callId => isOpen(this.#state.calls[callId] ?? {state: 'INVITED'})));
  }

  #reduce(action) {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (before !== this.#state) this.#changed();
  }

  #changed() { this.#listeners.forEach(listener => listener()); }
}
