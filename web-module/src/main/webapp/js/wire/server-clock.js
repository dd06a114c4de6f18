/** Two clocks may go apart by so much of the time that passes. */
const DRIFT = 0.001;

/**
 * The server's clock, kept by this browser's steady one: whoever sets the system's clock changes nothing. What was measured gets
 * less sure as it ages, and at once when the computer has slept, where the steady clock may have stood still.
 */
export class ServerClock {
  #steady; #offset;
  /** How far off the offset may have been when it was measured, and when that was. */
  #error = Infinity;
  #measured = 0;
  #roundTrip = Infinity;

  /** @param {() => number} [steady] milliseconds that only go forward @param {() => number} [wall] the system's clock, good until the server has answered */
  constructor(steady = () => performance.now(), wall = () => Date.now()) {
    this.#steady = steady;
    this.#offset = wall() - steady();
  }

  /** Milliseconds since the epoch by the server's clock. */
  now() { return this.#steady() + this.#offset; }

  /** The time of this browser by which `take` is told. */
  steady() { return this.#steady(); }

  /** How long the way to the server and back took when that was last measured well; endless before. */
  get roundTrip() { return this.#roundTrip; }

  /** How long ago the server has answered in a way that was of use, in milliseconds. */
  get age() { return this.#steady() - this.#measured; }

  /**
   * What the server said its time is, with when it was asked and when it answered. The answer with the shortest way is nearest to the truth.
   * @param {number} sent @param {number} received both by `steady()` @param {number} time the server's
   * @returns {boolean} whether that was as good as what was known
   */
  take(sent, received, time) {
    const error = (received - sent) / 2;
    if (error > this.#error + DRIFT * (received - this.#measured)) return false;
    this.#error = error;
    this.#measured = received;
    this.#offset = time - (sent + received) / 2;
    this.#roundTrip = Math.max(received - sent, 1);
    return true;
  }

  /** The steady clock may have stood still: the next answer counts, whatever it is worth. */
  doubt() { this.#error = Infinity; }
}
