// @ts-check
import { get } from './api.js';
import { fill, h, icon } from './dom.js';
import { local, t, whole } from './i18n.js';
import { badge } from './kinds.js';
import { Finder } from './rank/finder.js';
import { kindOf } from './state.js';

/** @typedef {import('./rank/finder.js').Hit} Hit */

/**
 * Finds a community, a facility or an area by its name: the keyboard's way to what the mouse clicks
 * on the map. The slash key leads here from anywhere.
 */
export class Search {
  #finder = new Finder();
  #index = /** @type {import('./types.js').Index | null} */ (null);
  /** @type {{id: (string | number)[], name: string[], kind: string[], place: number[]}} */
  #facilities = { id: [], name: [], kind: [], place: [] };
  /** The city, version and scenario whose facilities are known here, or on their way. */
  #listed = '';
  #hits = /** @type {Hit[]} */ ([]);
  #results = h('div', { class: 'results', role: 'listbox', id: 'results', hidden: true });
  #input = /** @type {HTMLInputElement} */ (h('input', {
    type: 'search', id: 'search', autocomplete: 'off', spellcheck: 'false', role: 'combobox',
    'aria-controls': 'results', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-keyshortcuts': '/',
    oninput: () => this.#look(),
    onfocus: () => {
      if (this.#input.value) this.#look();
      else setTimeout(() => this.#prepare(), 50);
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    onblur: () => setTimeout(() => this.#close(), 150),
  }));

  /**
   * @param {HTMLElement} element
   * @param {import('./state.js').Store} store
   * @param {{community: (id: number) => void, facility: (id: string | number, lon: number, lat: number) => void,
   *     area: (area: import('./types.js').Area) => void}} open
   */
  constructor(element, store, open) {
    this.store = store;
    this.open = open;
    fill(element, icon('search'), this.#input, h('kbd', { class: 'search-key', 'aria-hidden': 'true' }, '/'), this.#results);
    store.on(['lang', 'index'], (state) => this.render(state));
    document.addEventListener('keydown', (event) => this.#focusBySlash(event));
  }

  /** @param {import('./state.js').State} state */
  render(state) {
    if (state.index !== this.#index) {
      this.#index = state.index;
      this.#finder = new Finder();
      this.#listed = '';
    }
    this.#input.placeholder = t('rank_search');
    this.#input.setAttribute('aria-label', t('rank_searchLabel'));
    this.#results.setAttribute('aria-label', t('rank_searchLabel'));
  }

  /** Names are laid out for searching when somebody is about to type, not when the city comes. */
  #prepare() {
    const index = this.#index;
    if (!index) return;
    if (this.#prepared !== index) {
      this.#prepared = index;
      this.#finder.set('community', index.name, index.initials ?? null);
      this.#finder.set('area', index.areas?.map((one) => one.name) ?? [], null);
    }
    this.#loadFacilities();
  }
  #prepared = /** @type {object | null} */ (null);

  async #loadFacilities() {
    const { city, scenario, index } = this.store.state;
    const wanted = `${city} ${index?.dataVersion} ${scenario}`;
    if (!index || this.#listed === wanted) return;
    this.#listed = wanted;
    try {
      const answer = await get('facility-names', { city, scenario });
      if (this.#listed !== wanted || answer.dataVersion !== index.dataVersion) return;
      this.#facilities = answer;
      this.#finder.set('facility', answer.name, answer.initials ?? null);
      if (!this.#results.hidden) this.#look();
    } catch {
      // Communities and areas are found all the same; the next letter tries again.
      if (this.#listed === wanted) this.#listed = '';
    }
  }

  #look() {
    const text = this.#input.value.trim();
    if (text) this.#prepare();
    const groups = text ? this.#finder.find(text) : [];
    this.#hits = groups.flatMap((group) => group.hits);
    let n = 0;
    fill(this.#results,
      ...groups.map((group) => h('div', { role: 'group', 'aria-labelledby': `results-${group.what}` },
        h('p', { class: 'results-head', id: `results-${group.what}` }, t(`rank_found_${group.what}`),
          h('span', {}, group.more ? t('rank_foundMore', { n: group.count }) : whole(group.count))),
        ...group.hits.map((hit) => this.#option(hit, n++)))),
      text && groups.length === 0 && h('p', { class: 'quiet' }, t('rank_nothingFound', { text })));
    this.#results.hidden = !text;
    this.#input.setAttribute('aria-expanded', String(this.#hits.length > 0));
    this.#activate(0);
    if (text) {
      this.store.set({
        announcement: groups.length === 0 ? t('rank_nothingFound', { text })
          : groups.map((group) => `${t(`rank_found_${group.what}`)} ${whole(group.count)}`).join(', '),
      });
    }
  }

  /** @param {Hit} hit @param {number} n */
  #option(hit, n) {
    const [from, to] = hit.mark ?? [0, 0];
    return h('div', {
      role: 'option', id: `result-${n}`, class: 'result', 'aria-selected': 'false', 'data-what': hit.what,
      onmousedown: (/** @type {MouseEvent} */ event) => { event.preventDefault(); this.#choose(hit); },
    },
    hit.what === 'facility' ? badge(this.store.state, this.#facilities.kind[hit.n]) : null,
    h('span', { class: 'result-name' }, hit.name.slice(0, from), to > from && h('mark', {}, hit.name.slice(from, to)), hit.name.slice(to)),
    h('span', { class: 'result-where' }, this.#where(hit)));
  }

  /** What tells it from others of the same name. @param {Hit} hit @returns {string} */
  #where({ what, n }) {
    const areas = this.#index?.areas ?? [];
    if (what === 'facility') return local(kindOf(this.store.state, this.#facilities.kind[n]).name);
    if (what === 'community') return areas[this.#index?.subdistrict?.[n] ?? -1]?.name ?? areas[this.#index?.district?.[n] ?? -1]?.name ?? '';
    return areas.find((one) => one.key === areas[n].within)?.name ?? t(`rank_${areas[n].level}`);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const now = this.#active;
    if (event.key === 'ArrowDown') this.#activate(Math.min(now + 1, this.#hits.length - 1));
    else if (event.key === 'ArrowUp') this.#activate(Math.max(now - 1, 0));
    else if (event.key === 'Enter' && this.#hits[now] && !event.isComposing) this.#choose(this.#hits[now]);
    else if (event.key === 'Escape' && this.#input.value) {
      this.#input.value = '';
      this.#close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  /** @param {number} wanted */
  #activate(wanted) {
    this.#active = wanted;
    const options = this.#results.querySelectorAll('[role=option]');
    options.forEach((option, n) => option.setAttribute('aria-selected', String(n === wanted)));
    options[wanted]?.scrollIntoView({ block: 'nearest' });
    if (options[wanted]) this.#input.setAttribute('aria-activedescendant', `result-${wanted}`);
    else this.#input.removeAttribute('aria-activedescendant');
  }
  #active = 0;

  /** @param {Hit} hit */
  #choose({ what, n }) {
    this.#input.value = '';
    this.#close();
    if (what === 'area' && this.#index) this.open.area(this.#index.areas[n]);
    else if (what === 'community' && this.#index) this.open.community(this.#index.id[n]);
    else if (what === 'facility') {
      const { id, place } = this.#facilities;
      this.open.facility(id[n], place[2 * n], place[2 * n + 1]);
    }
  }

  #close() {
    this.#results.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** @param {KeyboardEvent} event */
  #focusBySlash(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || target.closest('input, select, textarea, [contenteditable]')) return;
    if (this.#input.offsetParent === null) return;
    event.preventDefault();
    this.#input.focus();
    this.#input.select();
  }
}
