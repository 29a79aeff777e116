// @ts-check
const LONGEST = 200;

/**
 * What was tried before, to go back to and forth again. Drafts are never changed in place, so that
 * each step is a draft.
 *
 * @template T
 */
export class History {
  /** @type {T[]} */
  #past = [];
  /** @type {T[]} */
  #future = [];
  #gesture = '';

  /**
   * @param {T} was what is left behind
   * @param {string} [gesture] steps of one gesture in a row, such as a drag, are one step
   */
  leave(was, gesture = '') {
    const goesOn = gesture !== '' && gesture === this.#gesture;
    this.#gesture = gesture;
    this.#future = [];
    if (goesOn) return;
    this.#past.push(was);
    if (this.#past.length > LONGEST) this.#past.shift();
  }

  /** @param {T} now @returns {T | null} null where nothing was before */
  back(now) {
    this.#gesture = '';
    return step(this.#past, this.#future, now);
  }

  /** @param {T} now @returns {T | null} */
  forth(now) {
    this.#gesture = '';
    return step(this.#future, this.#past, now);
  }

  get canGoBack() {
    return this.#past.length > 0;
  }

  get canGoForth() {
    return this.#future.length > 0;
  }

  clear() {
    this.#past = [];
    this.#future = [];
    this.#gesture = '';
  }
}

/**
 * @template T
 * @param {T[]} from
 * @param {T[]} to
 * @param {T} now
 * @returns {T | null}
 */
function step(from, to, now) {
  const found = from.pop();
  if (found === undefined) return null;
  to.push(now);
  return found;
}
