// @ts-check
import { ofVersion, send } from '../api.js';
import { supposed } from './edits.js';

/**
 * Asks what a draft changes, one request at a time: while a facility is dragged the next one asks
 * for wherever it is by then.
 */
export class Effect {
  #underWay = false;
  /** What was asked last, whether an answer came or not. @type {unknown[]} */
  #asked = [];

  /**
   * @param {import('../state.js').Store} store
   * @param {(error: unknown) => void} failed
   */
  constructor(store, failed) {
    this.store = store;
    this.failed = failed;
    store.on(['draft', 'kind', 'radius', 'by', 'mode', 'standard', 'index'], () => this.#ask());
    store.on(['coverage', 'effect', 'by'], (state) => {
      const now = supposed(state.coverage, state.effect, state.by);
      if (now !== state.supposed) store.set({ supposed: now });
    });
  }

  async #ask() {
    const { draft, index, standard } = this.store.state;
    if (!draft || draft.length === 0 || !index || !standard) {
      this.#asked = [];
      if (this.store.state.effect) this.store.set({ effect: null });
      return;
    }
    const question = questionOf(this.store.state);
    if (this.#underWay || same(this.#asked, [draft, index, question])) return;
    this.#underWay = true;
    this.#asked = [draft, index, question];
    try {
      const answer = ofVersion(await send('POST', question, { edits: draft }), this.store.state.index?.dataVersion);
      if (this.store.state.draft?.length) this.store.set({ effect: answer });
    } catch (error) {
      this.failed(error);
    }
    this.#underWay = false;
    this.#ask();
  }
}

/** @param {unknown[]} one @param {unknown[]} other */
function same(one, other) {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/**
 * @param {import('../state.js').State} state
 * @param {string} [kind]
 * @returns {string} path and query
 */
export function questionOf(state, kind = state.kind) {
  const { city, standard, radius, by, mode } = state;
  const query = new URLSearchParams({ city: city ?? '', standard: standard ?? '', kind, by });
  if (radius !== null && kind !== 'all') query.set('radius', String(radius));
  if (mode !== null) query.set('mode', mode);
  return `whatif/coverage?${query}`;
}
