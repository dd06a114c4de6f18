/**
 * How a running call becomes a video call and one of voice again, for one side. The server decides; a picture is its own
 * person's act, and the other side is asked. It opens and closes no device: the session does.
 */
import {CallMode, Side, changeMode} from '../wire/protocol.js';
import {isVideo} from './call-store.js';

/** What this side may show. @param {Side} side @param {import('./call-store.js').Call} call */
export const sendsVideo = (side, {mode, acceptedMode}) => (side === Side.CONSUMER ? acceptedMode : mode) === CallMode.VIDEO_CALL;

/** One side's part in it. */
export class CallModeSwitch {
  #connection; #callId; #side; #show;
  /** The own camera is about to come on, until the state says so: nobody needs to ask. */
  #turnsOn = false;

  /**
   * @param {{connection: import('../wire/connection.js').Connection, callId: string, side: Side,
   *   show: (change: Partial<import('./session-view.js').SessionView>) => void}} options
   */
  constructor({connection, callId, side, show}) {
    this.#connection = connection;
    this.#callId = callId;
    this.#side = side;
    this.#show = show;
  }

  /**
   * The call is somewhere else than before. No camera opens because of what the other side does.
   * @param {import('./call-store.js').Call} before @param {import('./call-store.js').Call} after
   * @returns {boolean} whether pictures are over
   */
  follow(before, after) {
    this.#show({sendsVideo: sendsVideo(this.#side, after)});
    if (isVideo(after) && !isVideo(before)) this.#show({asked: !this.#turnsOn});
    if (isVideo(after)) this.#turnsOn = false;
    return isVideo(before) && !isVideo(after);
  }

  /** This side wants to be seen. @returns {Promise<boolean>} whether its camera may come on */
  async toVideo() {
    this.#turnsOn = true;
    const done = await this.#change(CallMode.VIDEO_CALL);
    if (done) this.#show({sendsVideo: true});
    else this.#turnsOn = false;
    return done;
  }

  toVoice() { return this.#change(CallMode.VOICE_CALL); }

  async #change(mode) {
    const answer = await this.#connection.request(changeMode(this.#callId, mode));
    // who was second finds it so already, and the state that follows says so
    if (!answer.ok && answer.reason !== 'WRONG_STATE') this.#show({notice: answer.code === 403 ? 'VIDEO_NOT_ALLOWED' : 'MODE_UNCHANGED'});
    return answer.ok;
  }
}
