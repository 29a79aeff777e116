// @ts-check
import { get, send } from '../api.js';
import { t } from '../i18n.js';
import { kindOf } from '../state.js';
import { Effect } from './effect.js';
import { Handles } from './handles.js';
import { History } from './history.js';
import { Panel } from './panel.js';

/** @typedef {import('../types.js').ScenarioEdit} ScenarioEdit */

/**
 * Trying things on the map: facilities added, closed and moved and rows changed, none of it stored
 * until the user keeps it as a scenario.
 */
export class Trial {
  /** @type {History<ScenarioEdit[]>} */
  #history = new History();
  #count = 0;
  /** The kept scenario that the draft began with. @type {import('../types.js').Scenario | null} */
  from = null;
  /** What was tried last, to be taken up again. @type {ScenarioEdit[]} */
  #left = [];

  /**
   * @param {HTMLElement} card what the draft holds and what it buys
   * @param {HTMLElement} hint how to put a facility on the map
   * @param {import('../mapview.js').MapView} view
   * @param {import('../state.js').Store} store
   * @param {import('../ask/side.js').Side} side
   * @param {(error: unknown) => void} failed
   */
  constructor(card, hint, view, store, side, failed) {
    this.view = view;
    this.store = store;
    this.failed = failed;
    new Effect(store, failed);
    this.handles = new Handles(this, view, store, side);
    this.panel = new Panel(card, hint, this, store, side, failed);
    store.on(['scenario'], ({ scenario, draft }) => {
      if (scenario !== null && draft !== null) this.#end();
    });
    store.on(['city'], () => {
      this.#left = [];
      this.#history.clear();
    });
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {boolean} on */
  mode(on) {
    if (!on) this.#end();
    else {
      this.#begin([]);
      this.view.map.getContainer().focus({ preventScroll: true });
    }
  }

  /** @param {ScenarioEdit[]} edits */
  #begin(edits) {
    this.#history.clear();
    this.from = null;
    const { scenario } = this.store.state;
    this.store.set({ trying: true, draft: edits, hover: null });
    if (scenario !== null) this.load(scenario);
  }

  #end() {
    const { draft } = this.store.state;
    if (draft && draft.length > 0) this.#left = draft;
    this.from = null;
    this.store.set({ trying: false, draft: null, hover: null, laying: null, laid: [] });
  }

  /** What was tried before and left; empty where there is nothing. */
  get left() {
    return this.#left;
  }

  takeUpAgain() {
    this.#change(this.#left);
  }

  /** Begins with the edits of a kept scenario. @param {number} id */
  async load(id) {
    try {
      const scenario = /** @type {import('../types.js').Scenario} */ (await get(`scenarios/${id}`));
      this.from = scenario;
      const tried = this.store.state.draft ?? [];
      this.store.set({ scenario: null, trying: true });
      // What was tried while it was on its way comes after what it holds.
      this.#change([...scenario.edits.map((edit) => ({ ...edit, uid: ++this.#count })), ...tried]);
    } catch (error) {
      this.failed(error);
    }
  }

  /** The same, whether or not anything was tried before. @param {number} lon @param {number} lat */
  putHere(lon, lat) {
    if (!this.store.state.draft) this.#begin([]);
    this.put(lon, lat);
  }

  /** One more facility of the selected kind. @param {number} lon @param {number} lat */
  put(lon, lat) {
    const { draft, kind } = this.store.state;
    if (!draft || kind === 'all') return;
    const n = draft.filter((edit) => edit.do === 'add' && edit.kind === kind).length + 1;
    const name = t('suppose_newName', { kind: nameOf(this.store.state, kind), number: String(n) });
    this.#change([...draft, { do: 'add', kind, name, lon, lat, uid: ++this.#count }]);
    this.store.set({ announcement: t('suppose_put', { name }) });
  }

  /**
   * Closes or moves a listed facility; where nothing is tried yet, that begins.
   *
   * @param {{do: 'close' | 'move', facility: string | number}} wish
   * @param {string} [gesture] that it is the first step of
   * @returns {number} the edit's uid
   */
  suppose = (wish, gesture = '') => {
    if (!this.store.state.draft) this.#begin([]);
    const { facilities, draft, facilitySheet } = /** @type {any} */ (this.store.state);
    const id = String(wish.facility);
    const found = facilities.find((/** @type {any} */ one) => String(one.id) === id)
      ?? (facilitySheet && String(facilitySheet.id) === id ? facilitySheet : null);
    const about = found && { name: found.name, kind: found.kind, lon: found.lon, lat: found.lat };
    const rest = draft.filter((/** @type {ScenarioEdit} */ edit) =>
      !((edit.do === 'close' || edit.do === 'move') && String(edit.facility) === id));
    const uid = ++this.#count;
    /** @type {ScenarioEdit} */
    const edit = wish.do === 'close' || !about
      ? { do: 'close', facility: id, about, uid }
      : { do: 'move', facility: id, about, lon: about.lon, lat: about.lat, uid };
    this.#change([...rest, edit], gesture);
    const name = about?.name || t('unnamed');
    this.store.set({ announcement: t(edit.do === 'close' ? 'suppose_closed' : 'suppose_moving', { name }) });
    return uid;
  };

  /**
   * A path laid or a street closed; where nothing is tried yet, that begins.
   *
   * @param {(ScenarioEdit & {do: 'path'}) | (ScenarioEdit & {do: 'street'})} edit
   */
  lay(edit) {
    if (!this.store.state.draft) this.#begin([]);
    this.#change([...(this.store.state.draft ?? []), { ...edit, uid: ++this.#count }]);
    this.store.set({ announcement: t('suppose_put', { name: edit.name }) });
  }

  /** Other bounds or another radius for a kind; all null takes the change back. @param {ScenarioEdit & {do: 'rule'}} rule */
  rule(rule) {
    const { draft } = this.store.state;
    if (!draft) return;
    const rest = draft.filter((edit) => !(edit.do === 'rule' && edit.kind === rule.kind));
    const none = [rule.radiusMetres, rule.metFrom, rule.gapBelow].every((value) => value === null || value === undefined);
    this.#change(none ? rest : [...rest, { ...rule, uid: ++this.#count }]);
  }

  /** @param {number} uid @param {number} lon @param {number} lat @param {string} [gesture] */
  move(uid, lon, lat, gesture = '') {
    this.#change(this.#with(uid, (edit) => (edit.do === 'add' || edit.do === 'move' ? { ...edit, lon, lat } : edit)), gesture);
  }

  /** @param {number} uid @param {string} name */
  rename(uid, name) {
    this.#change(this.#with(uid, (edit) => (edit.do === 'add' ? { ...edit, name } : edit)));
  }

  /** How large a new one is; null is unknown. @param {number} uid @param {{capacity?: number | null, floorSqm?: number | null, landSqm?: number | null}} size */
  size(uid, size) {
    this.#change(this.#with(uid, (edit) => (edit.do === 'add' ? { ...edit, ...size } : edit)));
  }

  /** Whether a path passes over the streets that it crosses. @param {number} uid @param {boolean} over */
  bridge(uid, over) {
    this.#change(this.#with(uid, (edit) => (edit.do === 'path' ? { ...edit, bridge: over } : edit)));
  }

  /** @param {number} uid */
  remove(uid) {
    this.#change((this.store.state.draft ?? []).filter((edit) => edit.uid !== uid));
    this.store.set({ announcement: t('suppose_removed') });
  }

  /** @param {number} uid @param {(edit: ScenarioEdit) => ScenarioEdit} change */
  #with(uid, change) {
    return (this.store.state.draft ?? []).map((edit) => (edit.uid === uid ? change(edit) : edit));
  }

  /** @param {ScenarioEdit[]} draft @param {string} [gesture] */
  #change(draft, gesture) {
    this.#history.leave(this.store.state.draft ?? [], gesture);
    this.store.set({ draft });
  }

  undo() {
    this.#step(this.#history.back(this.store.state.draft ?? []), 'suppose_undone');
  }

  redo() {
    this.#step(this.#history.forth(this.store.state.draft ?? []), 'suppose_redone');
  }

  /** @param {ScenarioEdit[] | null} draft @param {'suppose_undone' | 'suppose_redone'} words */
  #step(draft, words) {
    if (draft) this.store.set({ draft, announcement: t(words) });
  }

  get history() {
    return { back: this.#history.canGoBack, forth: this.#history.canGoForth };
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.store.state.draft || !(event.ctrlKey || event.metaKey)) return;
    if (/** @type {Element} */ (event.target).closest('input, textarea, select')) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) this.redo();
    else return;
    event.preventDefault();
  }

  /**
   * Keeps the draft: in the scenario that it began with, or as a new one. The map then shows it.
   *
   * @param {string} name
   * @param {boolean} anew
   */
  async keep(name, anew) {
    const { city, draft, kind, radius } = this.store.state;
    if (!draft) return;
    /** @type {ScenarioEdit[]} */
    const edits = [...draft];
    // It was tried at the radius on the slider: with another one it would serve others.
    if (radius !== null && kind !== 'all') {
      const at = edits.findIndex((edit) => edit.do === 'rule' && edit.kind === kind);
      const rule = /** @type {ScenarioEdit & {do: 'rule'}} */ (at < 0 ? { do: 'rule', kind } : edits[at]);
      edits.splice(at < 0 ? edits.length : at, 1, { ...rule, radiusMetres: radius });
    }
    try {
      const kept = anew || !this.from
        ? await send('POST', 'scenarios', { city, name, edits })
        : await send('PUT', `scenarios/${this.from.id}`, { name, edits });
      this.#left = [];
      this.from = null;
      this.store.set({
        trying: false, draft: null, laying: null, laid: [], radius: null, scenario: kept.id, announcement: t('suppose_kept', { name: kept.name }),
      });
      return kept.id;
    } catch (error) {
      this.failed(error);
    }
  }
}

/** @param {import('../state.js').State} state @param {string} kind */
function nameOf(state, kind) {
  const name = kindOf(state, kind).name;
  return name[state.lang] || name.zh;
}
