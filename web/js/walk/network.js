// @ts-check
import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { distance, local, t, whole } from '../i18n.js';
import { kindOf } from '../state.js';
import { Answer } from '../report.js';
import { gateMark } from './layers.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('./types.js').NetworkReport} NetworkReport */

/** How walking was measured: the streets that it goes by, what was left out, and who cannot be reached. */
export class Network {
  /** @type {Answer<NetworkReport>} */
  #report = new Answer((question) => get('walking', question, 'walking'));
  /** @type {Answer<import('./types.js').CutOff>} */
  #unreached = new Answer((question) => get('walking/unreachable', question, 'walking-unreachable'));

  /**
   * @param {import('../state.js').Store} store
   * @param {(id: number) => void} open
   * @param {(error: unknown) => void} failed
   */
  constructor(store, open, failed) {
    this.store = store;
    this.open = open;
    this.failed = failed;
  }

  /** @param {HTMLElement} element @param {State} state */
  render(element, state) {
    const again = () => { if (element.isConnected) this.render(element, this.store.state); };
    const { city, standard, kind, scenario } = state;
    const version = state.index?.dataVersion ?? null;
    const report = this.#report.for({ city, scenario, version }, again, this.failed);
    const streets = report !== null && report.streets;
    const unreached = streets ? this.#unreached.for({ city, standard, kind, scenario, version }, again, this.failed) : null;
    fill(element, h('div', { class: 'network', tabindex: '0', role: 'region', 'aria-label': t('walk_how') },
      !report && h('p', { class: 'quiet pad', role: 'status' }, t('working')),
      report && !streets && this.#nothing(),
      ...(report && streets ? [h('p', {}, t('walk_network')), figures(report),
        h('div', { class: 'network-columns' },
          h('section', {}, ...rules(report)),
          h('section', {}, ...gates(report), ...islands(report), ...this.#whoNot(state, unreached)))] : [])));
  }

  #nothing() {
    return h('div', {},
      h('h3', {}, t('walk_noStreets')),
      h('p', {}, t('walk_noStreetsText')),
      h('ul', { class: 'network-needs' }, h('li', {}, t('walk_needStreets')), h('li', {}, t('walk_needGates'))),
      h('p', {}, h('button', { type: 'button', class: 'primary', 'data-key': 'network-import', onclick: () => this.store.set({ report: null, data: 'import' }) }, t('walk_importStreets'))));
  }

  /** @param {State} state @param {import('./types.js').CutOff | null} unreached */
  #whoNot(state, unreached) {
    if (!unreached) return [h('h3', {}, t('walk_unreached')), h('p', { class: 'quiet', role: 'status' }, t('working'))];
    const { communities, facilities } = unreached;
    const reason = (/** @type {string} */ code) => h('span', { class: 'quiet' }, t(/** @type {any} */ (`walk_short_${code}`)));
    return [
      h('h3', {}, t('walk_unreached')),
      communities.length + facilities.length === 0 && h('p', {}, t('walk_unreachedNone')),
      communities.length > 0 && h('h4', {}, t('walk_unreachedCommunities', { n: communities.length })),
      h('ul', { class: 'network-list' }, ...communities.map((one) => h('li', {},
        h('button', { type: 'button', class: 'text-button', 'data-key': `unreached-${one.id}`, onclick: () => this.#show(() => this.open(Number(one.id))) }, one.name || t('unnamed')),
        one.kind && h('span', {}, local(kindOf(state, one.kind).name)), reason(one.reason)))),
      facilities.length > 0 && h('h4', {}, t('walk_unreachedFacilities', { n: facilities.length })),
      h('ul', { class: 'network-list' }, ...facilities.map((one) => h('li', {},
        h('button', { type: 'button', class: 'text-button', 'data-key': `unreached-f-${one.id}`, onclick: () => this.#show(() => this.store.set({ facility: String(one.id) })) }, one.name || t('unnamed')),
        one.kind && h('span', {}, local(kindOf(state, one.kind).name)), reason(one.reason)))),
    ];
  }

  /** On the map, which the report lies over. @param {() => void} open */
  #show(open) {
    const extras = [...new Set([...this.store.state.extras.split(',').filter(Boolean), 'cutoff'])].sort().join(',');
    this.store.set({ report: null, extras });
    open();
  }
}

/** @param {NetworkReport} report */
function figures({ walkableMetres, edges, speeds }) {
  const entries = [[t('walk_kmWalkable'), km(walkableMetres)], [t('walk_edges'), whole(edges)],
    ...(speeds ?? []).map(({ group, metresPerSecond }) => [t('walk_speedOf', { group: t(/** @type {any} */ (`group_${group}`)) }), t('walk_speed', { speed: metresPerSecond.toFixed(1) })])];
  return h('dl', { class: 'network-figures' }, ...entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

/** @param {NetworkReport} report */
function rules({ rules }) {
  return [
    h('h3', {}, t('walk_rules')),
    h('table', { class: 'figures' },
      h('thead', {}, h('tr', {}, ...['walk_rule', 'walk_ruleSays', 'walk_ways_n', 'walk_km'].map((key, n) =>
        h('th', { scope: 'col', class: n > 1 ? 'number' : null }, t(/** @type {any} */ (key)))))),
      h('tbody', {}, ...rules.map((rule) => h('tr', {},
        h('th', { scope: 'row' }, local(rule.name)), h('td', {}, t(rule.walkable ? 'walk_ruleIn' : 'walk_ruleOut')),
        h('td', { class: 'number' }, whole(rule.ways)), h('td', { class: 'number' }, km(rule.metres)))))),
  ];
}

/** @param {NetworkReport} report */
function gates({ gates, cut }) {
  return [
    h('h3', {}, t('walk_gates')),
    h('p', {}, t('walk_gatesText')),
    h('ul', { class: 'network-list' }, ...(/** @type {const} */ (['known', 'inferred', 'assumed'])).map((source) =>
      h('li', {}, gateMark(source), h('span', {}, t(`walk_gate_${source}`)), h('b', { class: 'number' }, whole(gates[source] ?? 0))))),
    cut && cut.edges > 0 && h('p', {}, t('walk_cut', { n: cut.edges })),
  ];
}

/** @param {NetworkReport} report */
function islands({ islands, snapping }) {
  return [
    h('h3', {}, t('walk_islands')),
    snapping && snapping.ends > 0 && h('p', {}, t('walk_snapped', { n: snapping.ends, metres: snapping.farthestMetres.toFixed(1) })),
    h('p', {}, islands.count <= 1 ? t('walk_oneIsland') : t('walk_islandsText', { n: islands.count - 1, metres: distance(islands.metresOfSmall) })),
  ];
}

/** @param {number} metres */
function km(metres) {
  return t('walk_kmValue', { km: (metres / 1000).toFixed(1) });
}
