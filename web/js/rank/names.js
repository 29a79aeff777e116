// @ts-check
import { folded, foldedAll } from './order.js';

/**
 * Texts to look through: laid end to end, so that one search of the browser's own goes through all
 * of them. 220,000 names take a few milliseconds.
 */
export class Names {
  #text;
  #starts;

  /** @param {readonly string[]} texts */
  constructor(texts) {
    this.#starts = new Uint32Array(texts.length + 1);
    const parts = foldedAll(texts);
    let at = 1;
    for (let i = 0; i < parts.length; i++) {
      this.#starts[i] = at;
      at += parts[i].length + 1;
    }
    this.#starts[parts.length] = at;
    this.#text = `\n${parts.join('\n')}\n`;
  }

  /**
   * Calls with the index of each text that holds the words, once a text, and how well the best of
   * its hits fits.
   *
   * @param {string} words
   * @param {(index: number, fit: number) => boolean | void} found false is enough; fit: 0 all of the
   *     text, or its first word, 1 it begins so, 2 a word in it begins so, 3 somewhere inside
   * @param {boolean} [onlyBeginnings] looks at the beginnings alone
   */
  each(words, found, onlyBeginnings = false) {
    const wanted = folded(words).trim();
    if (wanted === '' || wanted.includes('\n')) return;
    const text = this.#text;
    let index = 0;
    let best = 4;
    let seen = -1;
    const sought = onlyBeginnings ? `\n${wanted}` : wanted;
    const ahead = sought.length - wanted.length;
    for (let from = text.indexOf(sought); from >= 0; from = text.indexOf(sought, from + 1)) {
      const at = from + ahead;
      while (this.#starts[index + 1] <= at) index++;
      if (index !== seen) {
        if (seen >= 0 && found(seen, best) === false) return;
        [seen, best] = [index, 4];
      }
      const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + wanted.length)];
      const fit = before === LINE ? (after === LINE || after === BLANK ? 0 : 1) : before === BLANK ? 2 : 3;
      best = Math.min(best, fit);
    }
    if (seen >= 0) found(seen, best);
  }
}

const LINE = 10;
const BLANK = 32;
