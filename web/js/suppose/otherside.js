// @ts-check
import { get, isAbort } from '../api.js';

/** @typedef {import('../types.js').Other} Other */

/** Fetches what the map is laid beside: the same question of another state of the city. */
export class OtherSide {
  #underWay = false;
  #asked = '';
  /** @type {{key: string, index: import('../types.js').Index} | null} */
  #index = null;

  /**
   * @param {import('../state.js').Store} store
   * @param {(error: unknown) => void} failed
   */
  constructor(store, failed) {
    this.store = store;
    this.failed = failed;
    store.on(['against', 'index', 'kind', 'radius', 'by', 'mode', 'standard'], () => this.#load());
  }

  async #load() {
    const { against, index, standard, other } = this.store.state;
    if (against === null || !index || !standard) {
      this.#asked = '';
      if (other) this.store.set({ other: null });
      return;
    }
    const key = keyOf(this.store.state);
    if (other && other.key.split('?')[0] !== key.split('?')[0]) this.store.set({ other: null });
    // One at a time: while the slider moves, the next one asks for wherever it is by then.
    if (this.#underWay || this.#asked === key) return;
    this.#underWay = true;
    this.#asked = key;
    try {
      const answer = await this.#answer(key);
      if (this.store.state.against === against && this.store.state.index === index) this.store.set({ other: answer });
    } catch (error) {
      if (!isAbort(error)) {
        this.failed(error);
        this.store.set({ against: null });
      }
    }
    this.#underWay = false;
    if (keyOf(this.store.state) !== key) this.#load();
  }

  /** @param {string} key @returns {Promise<Other>} */
  async #answer(key) {
    const { city, standard, kind, radius, by, mode, against, index } = this.store.state;
    const [version, scenario] = [numberOf(against, 'v'), numberOf(against, 's')];
    const question = { city, standard, kind, mode, version, scenario };
    const [coverage, { facilities }, own] = await Promise.all([
      get('coverage', { ...question, radius: kind === 'all' ? null : radius, by: by === 'people' ? by : null }),
      kind === 'all' ? { facilities: [] } : get('facilities', question),
      version === null ? index : this.#indexOf(city, version),
    ]);
    return { key, index: own, coverage, facilities };
  }

  /** @param {string | null} city @param {number} version */
  async #indexOf(city, version) {
    const key = `${city}/${version}`;
    if (this.#index?.key !== key) this.#index = { key, index: await get('index', { city, version }) };
    return this.#index.index;
  }
}

/** @param {import('../state.js').State} state @returns {string} what is asked, that of which it is asked before the mark */
function keyOf({ against, index, standard, kind, radius, by, mode }) {
  return `${against} ${index?.city} ${index?.dataVersion} ${kind} ${by}?${[standard, radius, mode].join()}`;
}

/** @param {string | null} against @param {'v' | 's'} letter @returns {number | null} */
export function numberOf(against, letter) {
  const number = against?.startsWith(letter) ? Number(against.slice(1)) : NaN;
  return Number.isInteger(number) && number > 0 ? number : null;
}
