// @ts-check
import { Names } from './names.js';
import { folded } from './order.js';

/** @typedef {'area' | 'community' | 'facility'} What */

/**
 * A hit of a search.
 *
 * @typedef {object} Hit
 * @property {What} what
 * @property {number} n its number among those of its sort
 * @property {string} name
 * @property {[number, number] | null} mark from and to in the name; null where nothing can be marked
 */

/** @typedef {{what: What, count: number, more: boolean, hits: Hit[], best: number}} Group */

const MOST = { area: 4, community: 8, facility: 5 };
/** Of hits that are counted: beyond them it only says that there are more. */
const COUNTED = 2000;

/**
 * Finds what has the words in its name or in the initials of its pinyin: those that begin with them
 * first, then those that hold them. A name goes before initials.
 */
export class Finder {
  /** @type {Partial<Record<What, {texts: readonly string[], names: Names, readings: readonly string[] | null, initials: Names | null}>>} */
  #lists = {};

  /**
   * @param {What} what
   * @param {readonly string[]} texts
   * @param {readonly string[] | null} initials of each text all readings, with blanks between
   */
  set(what, texts, initials) {
    this.#lists[what] = { texts, names: new Names(texts), readings: initials, initials: initials ? new Names(initials) : null };
  }

  /** @param {What} what */
  remove(what) {
    delete this.#lists[what];
  }

  /** @param {string} words @returns {Group[]} the group of the best hit first */
  find(words) {
    const order = /** @type {const} */ (['area', 'community', 'facility']);
    return order.map((what) => this.#within(what, words)).filter((group) => group.count > 0)
      .sort((a, b) => a.best - b.best || order.indexOf(a.what) - order.indexOf(b.what));
  }

  /** @param {What} what @param {string} words @returns {Group} */
  #within(what, words) {
    const list = this.#lists[what];
    /** @type {Map<number, number>} what is found, and how well it fits */
    const fits = new Map();
    const into = (/** @type {number} */ worse) => (/** @type {number} */ n, /** @type {number} */ fit) => {
      fits.set(n, Math.min(fits.get(n) ?? 99, 2 * fit + worse));
      return fits.size < COUNTED;
    };
    // First all that begin so, lest the best hit comes after the last that is counted.
    list?.names.each(words, into(0), true);
    if (LETTERS.test(words)) list?.initials?.each(words, into(1), true);
    list?.names.each(words, into(0));
    if (LETTERS.test(words)) list?.initials?.each(words, into(1));
    const texts = list?.texts ?? [];
    const best = [...fits].sort((a, b) => a[1] - b[1] || texts[a[0]].length - texts[b[0]].length || a[0] - b[0]).slice(0, MOST[what]);
    return {
      what, count: fits.size, more: fits.size >= COUNTED, best: best[0]?.[1] ?? 99,
      hits: best.map(([n]) => ({ what, n, name: texts[n], mark: markOf(texts[n], list?.readings?.[n] ?? '', words) })),
    };
  }
}

const LETTERS = /[a-z]/i;

/**
 * Where in a name the words are, or the characters whose initials they are.
 *
 * @param {string} name
 * @param {string} readings
 * @param {string} words
 * @returns {[number, number] | null}
 */
function markOf(name, readings, words) {
  const wanted = folded(words).trim();
  const plain = folded(name);
  const at = plain.indexOf(wanted);
  if (at >= 0) return plain.length === name.length ? [at, at + wanted.length] : null;
  const reading = readings.split(' ').find((one) => one.includes(wanted) && one.length === name.length);
  if (reading === undefined) return null;
  const from = reading.indexOf(wanted);
  return [from, from + wanted.length];
}
