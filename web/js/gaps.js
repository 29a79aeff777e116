// @ts-check
import { fill, h } from './dom.js';
import { area as areaText, distance, local, percent, t, whole } from './i18n.js';
import { badge } from './kinds.js';
import { kindOf } from './state.js';
import { measuredNow, onFoot } from './walk/seam.js';

/** @type {WeakMap<HTMLElement, unknown[]>} what each list was last drawn from */
const drawnFrom = new WeakMap();

/**
 * The worst shortfalls of the selected kind, or of all.
 *
 * @param {HTMLElement} element
 * @param {import('./state.js').State} state
 * @param {(id: number) => void} open flies to the community and opens its sheet
 * @param {() => void} table opens the table of all communities
 */
export function renderGaps(element, state, open, table) {
  const { gaps } = state;
  // While the slider moves the coverage changes and the list waits: a hundred rows at every step would hold the map up.
  const from = [gaps, gaps?.gaps.length === 0 && state.summary, state.lang, state.kind, state.kinds, state.area, state.index,
    state.onfoot, state.walkHere, state.fails, measuredNow(state)];
  if (drawnFrom.get(element)?.every((one, i) => one === from[i])) return;
  drawnFrom.set(element, from);
  const name = local(kindOf(state, state.kind).name);
  const title = state.kind === 'all' ? t('worstAll') : t('worstOf', { kind: name });
  const area = state.index?.areas?.find(({ key }) => key === state.area)?.name;
  fill(element,
    onFoot.tabs(state),
    h('div', { class: 'gaps-head' },
      h('h2', { class: 'panel-title' }, area ? `${area} · ${title}` : title),
      state.index && h('button', { type: 'button', class: 'rank-link', 'data-key': 'as-table', onclick: table },
        t('rank_asTable', { n: state.index.id.length }))),
    gaps && gaps.gaps.length > 0 && h('p', { class: 'quiet ranked' },
      gaps.rankedBy === 'residents' ? t('rankedByResidents') : t('rankedByArea')),
    gaps && gaps.gaps.length === 0 && h('p', { class: 'quiet' }, nothingShort(state)),
    gaps && h('ol', { class: 'gap-list' }, ...gaps.gaps.map((gap, i) => h('li', {}, gapRow(state, gaps, gap, i, open)))));
}

/** @param {import('./state.js').State} state */
function nothingShort(state) {
  const summary = state.summary?.kinds.find((one) => one.kind === state.kind);
  return summary && summary.unknown > 0 ? t('noGapsUnknown', { n: summary.unknown }) : t('noGaps');
}

/**
 * @param {import('./state.js').State} state
 * @param {import('./types.js').Gaps} gaps
 * @param {import('./types.js').Gap} gap
 * @param {number} i
 * @param {(id: number) => void} open
 */
function gapRow(state, gaps, gap, i, open) {
  const byResidents = gaps.rankedBy === 'residents' && gap.residentsOutOfReach !== null;
  return h('button', {
    type: 'button', class: 'gap-row', 'data-key': `gap-${gap.id}-${gap.kind}`, 'data-community': gap.id,
    onclick: () => open(gap.id),
  },
  h('span', { class: 'rank', 'aria-hidden': 'true' }, i + 1),
  h('span', { class: 'gap-name' }, gap.name || t('unnamed')),
  h('span', { class: 'gap-amount' }, byResidents
    ? h('b', {}, whole(gap.residentsOutOfReach ?? 0)) : h('b', {}, areaText(gap.areaOutOfReachSqm))),
  h('span', { class: 'gap-detail' },
    state.kind === 'all' && badge(state, gap.kind),
    state.kind === 'all' && h('span', {}, local(kindOf(state, gap.kind).name)),
    h('span', { class: `status-dot fill-${gap.status}` }),
    h('span', {}, t('served', { share: percent(gap.share) })),
    h('span', { class: 'far' }, gap.nearestMetres === null ? t('noneNearby')
      : t('nearestIs', { metres: distance(gap.nearestMetres) }))));
}
