// @ts-check
import { abort, get, isAbort, ofVersion, Problem } from '../api.js';
import { failShown } from './fails.js';
import { isWalked } from './seam.js';

const SETTLED_AFTER_MS = 350;
const GATES_FROM_ZOOM = 15;

/** @typedef {import('../state.js').State} State */

/** What the list of those that pass on paper only is asked with. @param {State} state */
export function failsQuestion({ city, standard, kind, radius, by, scenario }) {
  return { city, standard, kind, radius: kind === 'all' ? null : radius, by: by === 'people' ? by : null, scenario };
}

/** Asks for what walking shows, once the view that it is of stands still. */
export class Loads {
  #settle = 0;
  /** What the answers on the page are of. @type {Record<string, string>} */
  #of = {};

  /** @param {import('../main.js').Page} page */
  constructor({ store, view, failed }) {
    this.store = store;
    this.view = view;
    this.failed = failed;
    store.on(['coverage', 'standard', 'kind', 'radius', 'by', 'scenario', 'index', 'walkHere', 'extras'], () => {
      clearTimeout(this.#settle);
      this.#settle = setTimeout(() => {
        this.#fails();
        this.#cutOff();
      }, SETTLED_AFTER_MS);
    });
    store.on(['onfoot', 'fails'], () => this.#wayOf());
    store.on(['at', 'extras', 'index', 'walkHere', 'scenario'], () => this.#gates());
    store.on(['community', 'opening', 'index', 'standard', 'scenario', 'walkHere', 'radius', 'mode'], () => this.#offer());
  }

  #fails() {
    const { state } = this.store;
    if (!isWalked(state) || !state.index) return this.#drop('fails');
    const question = failsQuestion(state);
    return this.#ask('fails', 'walking/disagreements', question, (answer) => ({ fails: {
      ...answer, disagreements: answer.disagreements.map((/** @type {any} */ one) => ({ ...one, id: Number(one.id) })),
    } }));
  }

  /** The way of one far down a long list, which came without. */
  async #wayOf() {
    const { state } = this.store;
    const fail = failShown(state);
    if (!fail || fail.path.length > 0 || fail.walkMetres === null) return;
    const { city, standard, scenario, by } = state;
    const question = { city, standard, scenario, mode: 'walking', kind: fail.kind, radius: fail.kind === state.kind ? state.radius : null, by };
    try {
      const why = ofVersion(await get(`communities/${fail.id}/why`, question, 'fail-way'), this.store.state.index?.dataVersion);
      const path = why.facilities.find((/** @type {any} */ one) => String(one.id) === String(fail.facility?.id))?.path;
      const { fails } = this.store.state;
      if (!path || !fails?.disagreements.includes(fail)) return;
      this.store.set({ fails: { ...fails, disagreements: fails.disagreements.map((one) => (one === fail ? { ...one, path } : one)) } });
    } catch (error) {
      if (!isAbort(error)) this.failed(error);
    }
  }

  #cutOff() {
    const { state } = this.store;
    if (!isWalked(state) || !shows(state, 'cutoff')) return this.#drop('cutOff');
    const { city, standard, kind } = state;
    return this.#ask('cutOff', 'walking/unreachable', { city, standard, kind }, (answer) => ({ cutOff: answer }));
  }

  #gates() {
    const { state } = this.store;
    if (!shows(state, 'gates') || !state.index || this.view.map.getZoom() < GATES_FROM_ZOOM) return this.#drop('gates');
    const bounds = this.view.map.getBounds().pad(0.2);
    const bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((value) => value.toFixed(5)).join();
    return this.#ask('gates', 'walking/gates', { city: state.city, bbox, scenario: state.scenario }, ({ gates }) => ({ gates }));
  }

  #offer() {
    const { community, opening, city, standard, kind, radius, scenario, index } = this.store.state;
    if (community === null || opening === null || !index) return this.#drop('offer');
    const question = { city, standard, kind: opening, radius: opening === kind ? radius : null, scenario };
    return this.#ask('offer', `communities/${community}/new-gates`, question, (answer) => ({ offer: { ...answer, community, kind: opening } }));
  }

  /** @param {'fails' | 'cutOff' | 'gates' | 'offer'} slot */
  #drop(slot) {
    abort(slot);
    delete this.#of[slot];
    if (this.store.state[slot] !== null) this.store.set({ [slot]: null });
  }

  /**
   * @param {'fails' | 'cutOff' | 'gates' | 'offer'} slot
   * @param {string} path
   * @param {Record<string, string | number | null>} question
   * @param {(answer: any) => Partial<State>} adopt
   */
  async #ask(slot, path, question, adopt) {
    const asked = JSON.stringify([path, question, this.store.state.index?.dataVersion]);
    if (this.#of[slot] === asked) return;
    this.#of[slot] = asked;
    if (slot !== 'gates' && this.store.state[slot] !== null) this.store.set({ [slot]: null });
    try {
      const answer = ofVersion(await get(path, question, slot), this.store.state.index?.dataVersion);
      if (this.#of[slot] === asked) this.store.set(adopt({ ...answer, question: asked }));
    } catch (error) {
      if (isAbort(error)) return;
      if (this.#of[slot] === asked) delete this.#of[slot];
      // Without streets there is no such answer, and the page says so elsewhere.
      if (!(error instanceof Problem && error.status === 404)) this.failed(error);
    }
  }
}

/** @param {State} state @param {string} extra */
export function shows({ extras }, extra) {
  return extras.split(',').includes(extra);
}
