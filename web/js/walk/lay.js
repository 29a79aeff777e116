// @ts-check
import { fill, h, icon } from '../dom.js';
import { t } from '../i18n.js';
import { isWalked } from './seam.js';

/** @typedef {import('../state.js').State} State */

/** Laying a path on the map point by point, and closing a street by a click, for what is tried. */
export class Laying {
  #bar = h('div', { id: 'laying', role: 'group', hidden: true });
  #count = 0;

  /** @param {import('../main.js').Page} page */
  constructor({ store, view, trial, element }) {
    this.store = store;
    this.view = view;
    this.trial = trial;
    element('frame').append(this.#bar);
    view.map.on('click', (/** @type {any} */ { latlng }) => this.#put(latlng.lng, latlng.lat));
    view.map.on('dblclick', () => this.#done());
    view.map.getContainer().addEventListener('keydown', (event) => this.#key(event));
    // Before the page's own Escape, which would end all that is tried.
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || store.state.laying === null) return;
      event.stopImmediatePropagation();
      this.begin(null);
    }, { capture: true });
    store.on(['laying', 'laid', 'lang'], (state) => this.#render(state));
    store.on(['laying'], ({ laying }) => {
      view.map.getContainer().classList.toggle('laying', laying !== null);
      if (laying === null) view.map.doubleClickZoom.enable();
      else view.map.doubleClickZoom.disable();
    });
  }

  /** @param {State['laying']} laying */
  begin(laying) {
    this.store.set({ laying, laid: [] });
    if (laying !== null) this.view.map.getContainer().focus({ preventScroll: true });
  }

  /** The ways into it, among the tools of what is tried. @param {State} state */
  tools(state) {
    if (!isWalked(state)) return false;
    const button = (/** @type {'path' | 'street'} */ what, /** @type {string} */ mark, /** @type {string} */ words) => h('button', {
      type: 'button', class: 'plain-button', 'data-key': `lay-${what}`, 'aria-pressed': String(state.laying === what),
      onclick: () => this.begin(state.laying === what ? null : what),
    }, icon(mark), words);
    return h('div', { class: 'tool-row lay-row' }, h('span', { class: 'quiet' }, t('walk_ways')),
      button('path', 'path', t('walk_layPath')), button('street', 'close', t('walk_closeStreet')));
  }

  /** @param {number} lon @param {number} lat */
  #put(lon, lat) {
    const { laying, laid } = this.store.state;
    if (laying === 'path') this.store.set({ laid: [...laid, [lon, lat]], announcement: t('walk_laid', { n: laid.length + 1 }) });
    else if (laying === 'street') {
      this.trial.lay({ do: 'street', lon, lat, name: t('walk_closedName', { n: this.#next('street') }) });
      this.begin(null);
    }
  }

  /** @param {'path' | 'street'} what @returns {number} */
  #next(what) {
    this.#count = (this.store.state.draft ?? []).filter((edit) => edit.do === what).length + 1;
    return this.#count;
  }

  #done() {
    const { laying, laid } = this.store.state;
    if (laying !== 'path') return;
    // The second click of a double one lies where the first does.
    const line = laid.filter(([lon, lat], n) => n === 0 || this.#apart([lon, lat], laid[n - 1]));
    if (line.length < 2) return;
    this.trial.lay({ do: 'path', line, name: t('walk_pathName', { n: this.#next('path') }) });
    this.begin(null);
  }

  /** @param {[number, number]} one @param {[number, number]} other */
  #apart([lon, lat], [toLon, toLat]) {
    return this.view.map.distance([lat, lon], [toLat, toLon]) > 0.5;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { laying, laid } = this.store.state;
    if (laying === null || event.target !== this.view.map.getContainer()) return;
    if (event.key === 'Enter' && event.shiftKey) this.#done();
    else if (event.key === 'Enter') {
      const { lng, lat } = this.view.map.getCenter();
      this.#put(lng, lat);
    } else if (event.key === 'Backspace') this.store.set({ laid: laid.slice(0, -1) });
    else return;
    event.preventDefault();
  }

  /** @param {State} state */
  #render({ laying, laid }) {
    this.#bar.hidden = laying === null;
    if (laying === null) return;
    this.#bar.setAttribute('aria-label', t(laying === 'path' ? 'walk_layPath' : 'walk_closeStreet'));
    const button = (/** @type {string} */ key, /** @type {string} */ words, /** @type {boolean} */ possible, /** @type {() => void} */ run) =>
      h('button', { type: 'button', class: 'plain-button', 'data-key': key, disabled: !possible, onclick: run }, words);
    fill(this.#bar,
      h('span', { role: 'status' }, t(laying === 'street' ? 'walk_streetHint' : laid.length === 0 ? 'walk_pathHint' : 'walk_pathMore')),
      laying === 'path' && button('lay-done', t('walk_layDone'), laid.length >= 2, () => this.#done()),
      laying === 'path' && button('lay-back', t('walk_layBack'), laid.length > 0, () => this.store.set({ laid: laid.slice(0, -1) })),
      button('lay-cancel', t('walk_layCancel'), true, () => this.begin(null)));
  }
}
