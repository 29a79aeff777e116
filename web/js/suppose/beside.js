// @ts-check
import { get } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { date, t, whole } from '../i18n.js';
import { colourOf } from '../palette.js';
import { CHANGES, changeCounts } from './difference.js';
import { numberOf } from './otherside.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {{dataVersion: number, at: string, changed: string[]}} Version */

/** Chooses what the map is laid beside and how, and says what a difference map's colours mean. */
export class Beside {
  /** @type {Version[]} */
  #versions = [];
  /** @type {import('../types.js').Scenario[]} */
  #scenarios = [];
  #loaded = '';

  /**
   * @param {HTMLElement} element
   * @param {import('../state.js').Store} store
   * @param {(error: unknown) => void} failed
   */
  constructor(element, store, failed) {
    this.element = element;
    this.store = store;
    this.failed = failed;
    this.legend = h('section', { id: 'difference', hidden: true });
    element.after(this.legend);
    store.on(['index', 'scenario', 'draft'], (state) => this.#load(state));
    store.on(['lang', 'index', 'against', 'how', 'scenario', 'draft', 'kind'], (state) => this.#render(state));
    store.on(['lang', 'against', 'how', 'other', 'coverage', 'supposed', 'area', 'theme', 'scenario'], (state) => this.#renderLegend(state));
    store.on(['other', 'how'], (state) => this.#announce(state));
    store.on(['draft', 'scenario'], ({ draft, scenario, against }) => {
      if (against === 'base' && draft === null && scenario === null) store.set({ against: null });
    });
  }

  /** @param {State} state */
  async #load({ index, scenario, draft }) {
    const wanted = `${index?.city} ${index?.dataVersion} ${scenario} ${draft === null}`;
    if (!index || wanted === this.#loaded) return;
    this.#loaded = wanted;
    try {
      const [{ versions }, { scenarios }] = await Promise.all([get('versions', { city: index.city }), get('scenarios', { city: index.city })]);
      this.#versions = versions.filter((/** @type {Version} */ one) => one.dataVersion !== index.dataVersion);
      this.#scenarios = scenarios;
      this.#render(this.store.state);
    } catch (error) {
      this.failed(error);
    }
  }

  /** @param {State} state @returns {[string, string]} what lies left and what right of the divider */
  names = (state) => {
    const { against, scenario, draft, index } = state;
    const here = draft !== null ? t('suppose_title')
      : scenario !== null ? this.#nameOf(scenario) : numberOf(against, 'v') !== null ? t('beside_now', { n: index?.dataVersion ?? 0 }) : t('beside_base');
    return [this.#nameThere(against), here];
  };

  /** @param {string | null} against */
  #nameThere(against) {
    const version = numberOf(against, 'v');
    const scenario = numberOf(against, 's');
    if (scenario !== null) return this.#nameOf(scenario);
    if (version === null) return t('beside_base');
    return t('beside_version', { n: version, date: date(this.#versions.find((one) => one.dataVersion === version)?.at) });
  }

  /** @param {number} id */
  #nameOf(id) {
    return this.#scenarios.find((one) => one.id === id)?.name ?? t('scenario');
  }

  /** @param {State} state */
  #render(state) {
    const { against, how, scenario, draft, index } = state;
    const others = this.#scenarios.filter((one) => one.id !== scenario);
    const supposed = scenario !== null || draft !== null;
    this.element.hidden = !index || (against === null && !supposed && others.length + this.#versions.length === 0);
    this.element.classList.toggle('beside-open', against !== null);
    if (this.element.hidden) return;
    const select = /** @type {HTMLSelectElement} */ (h('select', {
      'data-key': 'against', 'aria-label': t('beside_with'), onchange: () => this.store.set({ against: select.value || null }),
    },
    h('option', { value: '' }, against === null ? t('beside_with') : t('beside_stop')),
    supposed && h('option', { value: 'base' }, t('beside_base')),
    others.length > 0 && h('optgroup', { label: t('report_scenarios') }, ...others.map((one) => h('option', { value: `s${one.id}` }, one.name))),
    this.#versions.length > 0 && h('optgroup', { label: t('beside_versions') }, ...this.#versions.map((one) =>
      h('option', { value: `v${one.dataVersion}` }, this.#nameThere(`v${one.dataVersion}`))))));
    select.value = against ?? '';
    const way = (/** @type {'swipe' | 'difference'} */ wanted) => h('button', {
      type: 'button', 'data-key': `beside-${wanted}`, 'aria-pressed': String(how === wanted), onclick: () => this.store.set({ how: wanted }),
    }, t(wanted === 'swipe' ? 'suppose_swipe' : 'suppose_difference'));
    fill(this.element,
      against !== null && h('span', { class: 'quiet', 'aria-hidden': 'true' }, t('beside_compared')), select,
      against !== null && h('div', { class: 'languages', role: 'group', 'aria-label': t('beside_how') }, way('swipe'), way('difference')),
      against !== null && h('button', {
        type: 'button', class: 'icon-button', 'data-key': 'beside-close', title: t('beside_stop'), 'aria-label': t('beside_stop'),
        onclick: () => this.leave(),
      }, icon('close')));
  }

  leave() {
    this.store.set({ against: null });
    queueMicrotask(() => /** @type {HTMLElement | null} */ (this.element.querySelector('[data-key="against"]'))?.focus());
  }

  /** @param {State} state */
  #renderLegend(state) {
    const on = state.against !== null && state.how === 'difference';
    document.getElementById('frame')?.classList.toggle('differing', on);
    const found = on ? changeCounts(state) : null;
    this.legend.hidden = !on;
    if (!on) return;
    const all = state.kind === 'all';
    const [there, here] = this.names(state);
    this.legend.setAttribute('aria-label', t('suppose_difference'));
    fill(this.legend,
      h('h3', {}, t('beside_title', { here, there })),
      !found && h('p', { class: 'quiet', role: 'status' }, t('tryWorking')),
      found && h('ul', {}, ...CHANGES.map((change) => h('li', { 'data-change': change },
        h('span', { class: 'swatch', style: { background: colourOf(change) } }),
        h('span', { class: 'change-words' }, t(/** @type {any} */ (`beside_${change}${all && change !== 'same' && change !== 'u' ? 'Kinds' : ''}`))),
        h('b', {}, whole(found.counts.get(change) ?? 0))))),
      found && found.onlyHere > 0 && h('p', { class: 'quiet' }, t('beside_onlyHere', { n: found.onlyHere, name: here })),
      found && found.onlyThere > 0 && h('p', { class: 'quiet' }, t('beside_onlyThere', { n: found.onlyThere, name: there })));
  }

  /** @param {State} state */
  #announce(state) {
    if (!state.other) return;
    const [left, right] = this.names(state);
    if (state.how === 'swipe') {
      this.store.set({ announcement: t('beside_swiping', { left, right }) });
      return;
    }
    const counts = changeCounts(state)?.counts;
    if (!counts) return;
    const sum = (/** @type {string[]} */ ...names) => names.reduce((all, one) => all + (counts.get(one) ?? 0), 0);
    this.store.set({
      announcement: t('beside_announce', { better: sum('better', 'rather'), worse: sum('worse', 'hardly'), same: sum('same'), unknown: sum('u') }),
    });
  }
}
