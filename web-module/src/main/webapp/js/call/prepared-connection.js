/**
 * The connection of a call that still rings. Nothing is opened, nothing is sent and no address is looked for until a Peer begins with it:
 * what two browsers say of themselves before that names their formats and keys alone (RFC 9429).
 */
export class PreparedConnection {
  connection = new RTCPeerConnection({bundlePolicy: BUNDLE});
  /** Our own offer, or when the other side's is read. @type {Promise<RTCSessionDescriptionInit|void>} */
  ready = Promise.resolve();
  /** The other side's offer. @type {RTCSessionDescriptionInit|undefined} */
  offer;
  /** Whether the other side knows our offer. */
  told = false;

  /** Will offer. @param {import('./peer.js').Outgoing} [outgoing] tracks may come later */
  static offering({microphone, camera, stream} = {stream: new MediaStream()}) {
    const prepared = new PreparedConnection();
    prepared.connection.addTransceiver(microphone ?? 'audio', {direction: 'sendrecv', streams: [stream]});
    prepared.connection.addTransceiver(camera ?? 'video', {direction: 'sendrecv', streams: [stream]});
    return prepared.#until(prepared.connection.createOffer());
  }

  /** Will answer the other side's offer. @param {RTCSessionDescriptionInit} offer */
  static answering(offer) {
    const prepared = new PreparedConnection();
    prepared.offer = offer;
    return prepared.#until(prepared.#read());
  }

  close() { this.connection.close(); }

  /** After this a bare setLocalDescription() answers, with a place for our own sound and picture. */
  async #read() {
    const stream = new MediaStream();
    await this.connection.setRemoteDescription(this.offer);
    this.connection.getTransceivers().forEach(transceiver => {
      transceiver.direction = 'sendrecv';
      transceiver.sender.setStreams?.(stream);
    });
  }

  #until(ready) {
    this.ready = ready;
    ready.catch(() => {}); // said by the Peer that begins with it
    return this;
  }
}

/** One way for sound and pictures. */
export const BUNDLE = 'max-bundle';
