// @ts-check
import { get } from './api.js';
import { fill, h } from './dom.js';
import { date, distance, local, percent, t, whole } from './i18n.js';
import { badge } from './kinds.js';
import { choice } from './indicators.js';
import { Answer } from './report.js';
import { statusChip } from './ask/sheet.js';
import { kindOf } from './state.js';

/** @typedef {import('./reporttypes.js').Comparison} Comparison */

const STATUSES = /** @type {const} */ (['met', 'partial', 'gap', 'unknown']);
const SHOWN = 200;

/** Two data versions under one standard: what opened and closed, and whose verdict changed why. */
export class QuarterPage {
  name = 'quarters';
  /** @type {string | null} */
  #from = null;
  /** @type {Answer<{current: number, versions: {dataVersion: number, at: string, changed: string[]}[]}>} */
  #versions = new Answer((question) => get('versions', question, 'versions'));
  /** @type {Answer<Comparison>} */
  #comparison = new Answer((question) => get('compare', question, 'compare'));

  /**
   * @param {(id: number) => void} open a community's sheet
   * @param {(error: unknown) => void} failed
   */
  constructor(open, failed) {
    this.open = open;
    this.failed = failed;
  }

  /**
   * @param {HTMLElement} element
   * @param {import('./state.js').State} state
   */
  render(element, state) {
    const again = () => { if (element.isConnected) this.render(element, state); };
    const current = state.index?.dataVersion ?? 0;
    const versions = this.#versions.for({ city: state.city, v: current }, again, this.failed);
    const older = versions?.versions.filter((one) => one.dataVersion < current) ?? [];
    if (versions && older.length === 0) {
      fill(element, h('p', { class: 'pad quiet' }, t('oneVersionOnly')));
      return;
    }
    const from = older.some((one) => String(one.dataVersion) === this.#from) ? this.#from : String(older[0]?.dataVersion ?? '');
    const comparison = versions && this.#comparison.for({
      city: state.city, standard: state.standard, by: state.by, from, to: current,
    }, again, this.failed);
    fill(element,
      h('div', { class: 'report-tools' },
        versions && choice('from', t('compareFrom'), older.map((one) => [String(one.dataVersion),
          `${t('versionShort', { version: String(one.dataVersion) })} · ${date(one.at)} · ${one.changed.join(', ')}`]), from ?? '', (value) => {
          this.#from = value;
          again();
        }),
        h('span', {}, t('compareTo', { version: String(current) }))),
      h('div', { class: 'report-detail', tabindex: '0', role: 'region', 'aria-label': t('report_quarters') },
        comparison ? this.#answer(state, comparison) : h('p', { class: 'quiet', role: 'status' }, t('working'))));
  }

  /** @param {import('./state.js').State} state @param {Comparison} comparison */
  #answer(state, comparison) {
    const moved = comparison.kinds.some((kind) => kind.changed.length > 0);
    return h('div', {},
      h('h3', {}, t('facilityChanges', { n: comparison.facilities.length })),
      comparison.facilities.length === 0 ? h('p', { class: 'quiet' }, t('noFacilityChanges')) : facilityTable(state, comparison),
      (comparison.communities.added.length > 0 || comparison.communities.removed.length > 0) && h('p', {},
        t('communityChanges', { added: comparison.communities.added.length, removed: comparison.communities.removed.length })),
      h('h3', { class: 'next' }, t('statusChanges')),
      countTable(state, comparison),
      !moved && h('p', { class: 'quiet' }, t('noStatusChanges')),
      ...comparison.kinds.filter((kind) => kind.changed.length > 0).map((kind) => h('section', {},
        h('h4', {}, badge(state, kind.kind), local(kindOf(state, kind.kind).name)),
        h('ul', { class: 'changes' }, ...kind.changed.slice(0, SHOWN).map((one) => h('li', {},
          h('button', { type: 'button', class: 'text-button', onclick: () => this.open(one.id) }, one.name || t('unnamed')),
          ' ', statusChip(one.before), ' → ', statusChip(one.after),
          h('span', { class: 'quiet' }, ` ${percent(one.shareBefore)} → ${percent(one.shareAfter)}`),
          h('span', { class: 'because-of' }, reasons(comparison, one))))),
        kind.changed.length > SHOWN && h('p', { class: 'quiet' }, t('tryMore', { n: kind.changed.length - SHOWN })))));
  }
}

/** @param {Comparison} comparison @param {Comparison['kinds'][0]['changed'][0]} one @returns {string} */
function reasons(comparison, one) {
  const facilities = one.facilities.map((number) => {
    const change = comparison.facilities[number];
    return `${t(/** @type {any} */ (`change_${change.change}`))}: ${change.name || t('unnamed')}`;
  });
  return [...facilities, ...one.because.map((why) => t(/** @type {any} */ (`changed_${why}`)))].join(' · ');
}

/** @param {import('./state.js').State} state @param {Comparison} comparison */
function facilityTable(state, comparison) {
  return h('table', { class: 'figures' },
    h('thead', {}, h('tr', {}, ...[t('changeKind'), t('facility'), t('kinds'), t('changeDetail'), t('source')].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, ...comparison.facilities.slice(0, SHOWN).map((change) => {
      const state_ = change.after ?? change.before;
      return h('tr', {},
        h('td', {}, h('span', { class: `mark-chip change-${change.change}` }, t(/** @type {any} */ (`change_${change.change}`)))),
        h('th', { scope: 'row' }, change.name || t('unnamed')),
        h('td', {}, local(kindOf(state, change.kind).name)),
        h('td', {}, [
          change.change === 'moved' && change.metres !== null && distance(change.metres),
          change.fields.map((field) => t(/** @type {any} */ (`field_${field}`))).join(', '),
        ].filter(Boolean).join(' · ')),
        h('td', { class: 'quiet' }, state_ ? t('sourceRow', { file: state_.file, row: String(state_.row), source: state_.source }) : ''));
    })));
}

/** @param {import('./state.js').State} state @param {Comparison} comparison */
function countTable(state, comparison) {
  return h('table', { class: 'figures' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('kinds')),
      ...STATUSES.map((status) => h('th', { scope: 'col', class: 'number' }, t(status === 'unknown' ? 'unknownStatus' : status))),
      h('th', { scope: 'col', class: 'number' }, t('changedCount')))),
    h('tbody', {}, ...comparison.kinds.map((kind) => h('tr', {},
      h('th', { scope: 'row' }, local(kindOf(state, kind.kind).name)),
      ...STATUSES.map((status) => h('td', { class: 'number' },
        kind.before[status] === kind.after[status] ? whole(kind.after[status]) : `${whole(kind.before[status])} → ${whole(kind.after[status])}`)),
      h('td', { class: 'number' }, whole(kind.changed.length))))));
}
