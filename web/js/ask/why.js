// @ts-check
import { fill, h, icon } from '../dom.js';
import { area, date, distance, local, percent, t, whole } from '../i18n.js';
import { badge } from '../kinds.js';
import { citation } from '../mapbar.js';
import { statusChip, wayOf } from './sheet.js';
import { kindOf } from '../state.js';

/** @typedef {import('../types.js').Why} Why */
/** @typedef {import('../types.js').Considered} Considered */

/**
 * Why a community has its verdict for one kind: the sentence, what it was judged by, every facility
 * that was looked at, and where each of these comes from.
 *
 * @param {HTMLElement} element
 * @param {import('../state.js').State} state
 * @param {{suppose: (edit: import('../types.js').ScenarioEdit, name: string) => void, back: () => void, point: (id: string | null) => void}} choose
 */
export function renderWhy(element, state, choose) {
  const { why } = state;
  if (!why) {
    fill(element, h('p', { class: 'quiet pad' }, t('loading')));
    return;
  }
  fill(element,
    h('div', { class: 'sheet-head' },
      h('button', { type: 'button', class: 'back', 'data-key': 'why-back', onclick: choose.back },
        icon('back'), why.community.name || t('unnamed')),
      h('h2', { tabindex: '-1', 'data-key': 'why-name', class: 'why-title' }, badge(state, why.kind),
        t('whyTitle', { kind: local(why.kindName) })),
      statusChip(why.verdict.status),
      h('p', { class: 'why-sentence' }, local(why.verdict.sentence))),
    h('section', { class: 'why-part' }, h('h3', {}, t('whyRule')), ruleFacts(why), citation({ ...why.rule, mode: why.rule.mode })),
    h('section', { class: 'why-part' },
      h('h3', {}, t('whyFacilities', { n: why.facilities.length })),
      why.facilities.length === 0 && h('p', { class: 'quiet' }, t('whyNoFacilities')),
      h('ol', { class: 'considered' }, ...why.facilities.map((one) => h('li', {}, considered(state, one, choose.point)))),
      supposeClosed(state, why, choose.suppose)),
    h('section', { class: 'why-part' }, h('h3', {}, t('whyLists')),
      why.lists.length === 0 && h('p', { class: 'quiet' }, t('because_no_layer')),
      h('ul', { class: 'lists' }, ...why.lists.map((list) => h('li', {},
        h('b', {}, list.file), ` · ${list.source} · `, t('whyListVersion', { version: String(list.version), n: list.rows, date: date(list.importedAt) }),
        h('p', { class: list.completeHere ? 'quiet' : 'caution' }, listScope(list)))))),
    h('p', { class: 'quiet pad source' },
      t('whyCommunityRow', {
        file: why.community.source.file, row: String(why.community.source.row), source: why.community.source.source,
        date: date(why.community.source.importedAt),
      }), ' ', t('whyVersion', { version: String(why.dataVersion) }), ' ',
      why.run ? t('whyRun', { run: String(why.run.id), date: date(why.run.createdAt) }) : t('whyNoRun')));
}

/** @param {Why} why */
function ruleFacts({ rule }) {
  /** @type {[string, string][]} */
  const facts = [[t('radius'), `${t('radiusValue', { radius: whole(rule.radiusMetres) })} · ${t(wayOf(rule))}`]];
  if (rule.estimated) facts.push(['', t('whyEstimatedWalk', { factor: String(rule.detourFactor), radius: whole(rule.radiusMetres / rule.detourFactor) })]);
  if (rule.ownRadiusMetres !== null && rule.ownRadiusMetres !== rule.radiusMetres) {
    facts.push(['', t('whyOwnRadius', { radius: whole(rule.ownRadiusMetres) })]);
  }
  facts.push([t('whyBounds'), t('whyBoundsValue', { met: percent(rule.metFrom), gap: percent(rule.gapBelow) })]);
  const sizes = [
    rule.leastFloorSqm !== null && t('whyLeastFloor', { area: area(rule.leastFloorSqm) }),
    rule.leastLandSqm !== null && t('whyLeastLand', { area: area(rule.leastLandSqm) }),
  ].filter(Boolean).join(' · ');
  if (sizes) facts.push([t('whyLeast'), sizes + (rule.sizes ? ` (${t(rule.sizes.verification)})` : '')]);
  if (rule.obligation !== 'unstated') facts.push([t('obligation'), t(rule.obligation === 'shall' ? 'obligation_shall' : 'obligation_as_needed')]);
  return h('dl', { class: 'measures' }, ...facts.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))));
}

/**
 * @param {import('../state.js').State} state
 * @param {Considered} one
 * @param {(id: string | null) => void} point draws the line to it
 */
function considered(state, one, point) {
  const facts = [
    local(kindOf(state, one.kind).name),
    one.capacity !== null && `${whole(one.capacity)} ${local(kindOf(state, one.kind).capacityUnit)}`,
    one.floorSqm !== null && t('floorArea', { area: area(one.floorSqm) }),
    one.landSqm !== null && t('landArea', { area: area(one.landSqm) }),
  ].filter(Boolean).join(' · ');
  return h('button', {
    type: 'button', class: `considered-row${one.counted ? ' counts' : ''}`, 'data-key': `considered-${one.id}`,
    onmouseenter: () => point(one.id), onmouseleave: () => point(null),
    onfocus: () => point(one.id), onblur: () => point(null), onclick: () => point(one.id),
  },
  h('span', { class: 'considered-mark', 'aria-hidden': 'true' }, one.counted ? '✓' : '✕'),
  h('span', { class: 'considered-name' }, one.name || t('unnamed')),
  h('b', { class: 'metres' }, distance(one.metres)),
  h('span', { class: 'considered-why' }, one.counted ? t('whyCounts', { share: percent(one.share) }) : reason(one)),
  h('span', { class: 'considered-facts quiet' }, facts),
  ...one.flags.map((flag) => h('span', { class: 'caution' }, t(/** @type {any} */ (`whyFlag_${flag}`)))),
  h('span', { class: 'considered-facts quiet' }, t('sourceRow', {
    file: one.source.file, row: String(one.source.row), source: one.source.source,
  })));
}

/**
 * What if one of them closed: kept in a scenario.
 *
 * @param {import('../state.js').State} state
 * @param {Why} why
 * @param {(edit: import('../types.js').ScenarioEdit, name: string) => void} suppose
 */
function supposeClosed(state, why, suppose) {
  const open = why.facilities.filter((one) => one.why === 'counted' || one.why === 'out_of_reach');
  if (open.length === 0) return null;
  const select = /** @type {HTMLSelectElement} */ (h('select', { 'data-key': 'suppose', 'aria-label': t('supposeClosed') },
    ...open.map((one) => h('option', { value: one.id }, one.name || t('unnamed')))));
  return h('div', { class: 'keep-form' }, select, h('button', {
    type: 'button', class: 'keep-button', 'data-key': 'suppose-closed', onclick: () => {
      const chosen = open.find((one) => one.id === select.value) ?? open[0];
      suppose({ do: 'close', facility: chosen.id }, t('scenarioWithout', { name: chosen.name || t('unnamed') }));
    },
  }, t('supposeClosed')));
}

/** @param {Considered} one @returns {string} */
function reason(one) {
  const key = /** @type {any} */ (`whyNot_${one.why}`);
  return t(key, { reach: whole(one.reachMetres) });
}

/** @param {import('../types.js').ListUsed} list @returns {string} */
function listScope(list) {
  const where = list.completeFor === '' ? t('whyWholeCity') : t('whyCompleteFor', { area: list.completeFor });
  const asserted = list.completenessAsserted ? '' : ` ${t('whyAssumed')}`;
  return where + asserted + (list.completeHere ? '' : ` ${t('whyNotHere')}`);
}
