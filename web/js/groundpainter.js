// @ts-check
/** @typedef {import('./groundworker.js').Order} Order */
/** @typedef {{order: Omit<Order, 'number'>, signal: AbortSignal, done: (picture: ImageBitmap | null) => void, failed: (error: unknown) => void}} Job */

// One is painted and one lies ready; whoever leaves the rest takes them back unpainted.
const AT_THE_WORKER = 2;

/** Where the ground is painted: in a worker, which is started for the first tile. */
class GroundPainter {
  /** @type {Worker | null} */
  #worker = null;
  #broken = typeof OffscreenCanvas !== 'function' || typeof ImageBitmapRenderingContext !== 'function';
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Map<number, Job>} */
  #given = new Map();
  #number = 0;

  /** @returns {boolean} false where the browser has no such workers: the page paints itself then */
  get works() {
    return !this.#broken;
  }

  /**
   * @param {Omit<Order, 'number'>} order
   * @param {AbortSignal} signal
   * @returns {Promise<ImageBitmap | null>} null where nothing is painted
   */
  paint(order, signal) {
    return new Promise((done, failed) => {
      this.#waiting.push({ order, signal, done, failed });
      this.#next();
    });
  }

  #next() {
    while (this.#waiting.length > 0 && this.#given.size < AT_THE_WORKER) {
      const job = /** @type {Job} */ (this.#waiting.shift());
      if (job.signal.aborted) {
        job.failed(new DOMException('the tile has left the map', 'AbortError'));
        continue;
      }
      const number = ++this.#number;
      this.#given.set(number, job);
      this.#start().postMessage({ ...job.order, number });
    }
  }

  #start() {
    if (this.#worker) return this.#worker;
    this.#worker = new Worker(new URL('groundworker.js', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }) => {
      this.#given.get(data.number)?.done(data.picture);
      this.#given.delete(data.number);
      this.#next();
    };
    this.#worker.onerror = (event) => this.#breakDown(event.message || 'the worker did not start');
    return this.#worker;
  }

  /** @param {string} message */
  #breakDown(message) {
    this.#broken = true;
    this.#worker?.terminate();
    for (const { failed } of [...this.#given.values(), ...this.#waiting]) failed(new Error(message));
    this.#given.clear();
    this.#waiting = [];
  }
}

export const groundPainter = new GroundPainter();
