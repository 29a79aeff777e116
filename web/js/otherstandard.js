// @ts-check
import { get } from './api.js';
import { fill, h } from './dom.js';
import { local, percent, t, whole } from './i18n.js';
import { choice } from './indicators.js';
import { badge } from './kinds.js';
import { Answer } from './report.js';
import { statusChip } from './ask/sheet.js';
import { currentStandard, kindOf } from './state.js';

/** @typedef {import('./reporttypes.js').StandardComparison} StandardComparison */
/** @typedef {StandardComparison['kinds'][0]} KindComparison */

const SHOWN = 100;

/** The same city by another standard: which communities it judges otherwise, and why. */
export class OtherStandardPage {
  name = 'standards';
  /** @type {string | null} */
  #other = null;
  /** @type {Answer<StandardComparison>} */
  #answer = new Answer((question) => get('compare-standards', question, 'compare-standards'));

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
    const others = state.standards.filter((one) => one.id !== state.standard)
      .sort((a, b) => inCommon(state, b) - inCommon(state, a));
    if (others.length === 0) {
      fill(element, h('p', { class: 'pad quiet' }, t('oneStandardOnly')));
      return;
    }
    const other = others.find((one) => one.id === this.#other) ?? others[0];
    const answer = this.#answer.for({
      city: state.city, standard: state.standard, other: other.id, limit: SHOWN, v: state.index?.dataVersion ?? 0,
    }, again, this.failed);
    fill(element,
      h('div', { class: 'report-tools' },
        h('span', {}, t('insteadOf', { standard: local(currentStandard(state)?.name) })),
        choice('other', t('otherStandard'), others.map((one) => [one.id, local(one.name)]), other.id, (value) => {
          this.#other = value;
          again();
        })),
      h('div', { class: 'report-detail', tabindex: '0', role: 'region', 'aria-label': t('report_standards') },
        answer ? this.#kinds(state, answer) : h('p', { class: 'quiet', role: 'status' }, t('working'))));
  }

  /** @param {import('./state.js').State} state @param {StandardComparison} answer */
  #kinds(state, answer) {
    const both = answer.kinds.filter((kind) => kind.judgedIn === 'both' && (kind.changed > 0 || kind.differences.length > 0));
    const alike = answer.kinds.filter((kind) => kind.judgedIn === 'both' && !both.includes(kind));
    const onlyHere = answer.kinds.filter((kind) => kind.judgedIn === 'first_only');
    const onlyThere = answer.kinds.filter((kind) => kind.judgedIn === 'other_only');
    const names = (/** @type {KindComparison[]} */ kinds) => kinds.map((kind) => local(kindOf(state, kind.kind).name)).join(' · ');
    return h('div', {},
      ...both.map((kind) => this.#kind(state, kind)),
      both.length + alike.length === 0 && h('p', { class: 'quiet' }, t('nothingInCommon')),
      alike.length > 0 && h('p', { class: 'quiet next' }, `${t('judgedAlike')}: ${names(alike)}`),
      onlyHere.length > 0 && h('p', { class: 'quiet next' }, `${t('onlyHere')}: ${names(onlyHere)}`),
      onlyThere.length > 0 && h('p', { class: 'quiet next' }, `${t('onlyThere')}: ${names(onlyThere)}`));
  }

  /** @param {import('./state.js').State} state @param {KindComparison} kind */
  #kind(state, kind) {
    const moves = Object.entries(kind.transitions).filter(([move]) => move.split('>')[0] !== move.split('>')[1]);
    return h('section', { class: 'kind-difference' },
      h('h3', {}, badge(state, kind.kind), local(kindOf(state, kind.kind).name),
        h('span', { class: 'quiet' }, t('changedOf', { n: kind.changed }))),
      kind.differences.length > 0 && h('p', {}, kind.differences.map(local).join(t('listSeparator'))),
      h('ul', { class: 'moves' }, ...moves.map(([move, count]) => {
        const [was, becomes] = /** @type {import('./types.js').Status[]} */ (move.split('>'));
        return h('li', {}, h('b', {}, whole(count)), ' ', statusChip(was), ' → ', statusChip(becomes));
      })),
      kind.changes.length > 0 && h('details', {},
        h('summary', { 'data-key': `other-${kind.kind}` }, t('whichCommunities')),
        h('ul', { class: 'changes' }, ...kind.changes.map((one) => h('li', {},
          h('button', { type: 'button', class: 'text-button', onclick: () => this.open(one.id) }, one.name || t('unnamed')),
          ' ', statusChip(one.verdicts.was), ' → ', statusChip(one.verdicts.becomes),
          h('span', { class: 'quiet' }, ` ${percent(one.verdicts.shareBefore)} → ${percent(one.verdicts.shareAfter)}`),
          h('span', { class: 'because-of' }, because(one))))),
        kind.changed > kind.changes.length && h('p', { class: 'quiet' }, t('tryMore', { n: kind.changed - kind.changes.length }))));
  }
}

/** How many kinds both judge. @param {import('./state.js').State} state @param {import('./types.js').Standard} other */
function inCommon(state, other) {
  const judged = (/** @type {import('./types.js').Rule} */ rule) => rule.radiusMetres !== null;
  const here = new Set(currentStandard(state)?.rules.filter(judged).map((rule) => rule.kind));
  return other.rules.filter((rule) => judged(rule) && here.has(rule.kind)).length;
}

/** @param {KindComparison['changes'][0]} one @returns {string} */
function because(one) {
  const names = (/** @type {{name: string}[]} */ places) => places.map((place) => place.name || t('unnamed')).join(', ');
  return [
    one.together ? t('onlyTogether') : one.because.map(local).join(t('listSeparator')),
    one.excluded.length > 0 && t('nowTooSmall', { names: names(one.excluded) }),
    one.included.length > 0 && t('nowCounts', { names: names(one.included) }),
  ].filter(Boolean).join(' · ');
}
