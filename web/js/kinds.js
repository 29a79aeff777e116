// @ts-check
import { fill, h } from './dom.js';
import { local, t, whole } from './i18n.js';
import { DEEPEST } from './palette.js';
import { currentStandard, kindOf, within } from './state.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./types.js').KindSummary} KindSummary */

/**
 * The standard's kinds, each with how many communities fall short of it; one is selected.
 *
 * @param {HTMLElement} element
 * @param {State} state
 * @param {(kind: string) => void} choose
 */
export function renderKinds(element, state, choose) {
  const standard = currentStandard(state);
  if (!standard) {
    fill(element);
    return;
  }
  const judged = standard.rules.filter((rule) => rule.radiusMetres !== null);
  const others = standard.rules.filter((rule) => rule.radiusMetres === null);
  const missing = judged.filter((rule) => lacksData(state, rule.kind));
  const present = judged.filter((rule) => !missing.includes(rule));
  const list = element.querySelector('.kind-list');
  const scrolled = list?.scrollTop ?? 0;
  const wasOpen = (/** @type {string} */ name) =>
    /** @type {HTMLDetailsElement | null} */ (element.querySelector(`details.${name}`))?.open ?? false;
  fill(element,
    h('h2', { class: 'panel-title' }, t('kinds')),
    h('div', { class: 'kind-list' },
      allKinds(state, choose),
      ...present.map((rule) => kindCard(state, rule.kind, choose)),
      missing.length > 0 && h('details', {
        class: 'no-data', open: present.length === 0 || wasOpen('no-data') || missing.some((rule) => rule.kind === state.kind),
      },
      h('summary', { 'data-key': 'no-data' }, t('noLayerKinds', { n: missing.length })),
      ...missing.map((rule) => kindCard(state, rule.kind, choose))),
      others.length > 0 && h('details', { class: 'not-judged', open: wasOpen('not-judged') },
        h('summary', { 'data-key': 'not-judged' }, t('notJudged', { n: others.length })),
        h('p', { class: 'quiet' }, t('notJudgedNote')),
        h('ul', {}, ...others.map((rule) => h('li', {},
          badge(state, rule.kind), local(kindOf(state, rule.kind).name),
          h('span', { class: 'quiet' }, local(rule.clause))))))));
  const now = element.querySelector('.kind-list');
  if (now) now.scrollTop = scrolled;
}

/** @param {State} state @param {string} kind @returns {HTMLElement} the kind's one character in a disc */
export function badge(state, kind) {
  return h('span', { class: 'kind-badge', 'aria-hidden': 'true' }, kindOf(state, kind).icon);
}

/**
 * @param {State} state
 * @param {string} kind
 * @param {(kind: string) => void} choose
 */
function kindCard(state, kind, choose) {
  const summary = state.summary?.kinds.find((one) => one.kind === kind);
  const counts = countsNow(state, kind, summary);
  return h('button', {
    type: 'button', class: 'kind-card', 'data-key': kind, 'data-kind': kind,
    'aria-pressed': String(state.kind === kind), onclick: () => choose(kind),
  },
  badge(state, kind),
  h('span', { class: 'kind-name', title: local(kindOf(state, kind).name) }, local(kindOf(state, kind).name)),
  counts && h('span', { class: 'kind-short' }, ...(lacksData(state, kind) ? [t('unknownStatus')]
    : [h('b', {}, whole(counts.gap)), ` ${t('short')}`])),
  counts && stackedBar(counts),
  summary && h('span', { class: 'kind-people' }, peopleOf(summary)));
}

/** @param {State} state @param {string} kind */
function lacksData(state, kind) {
  return state.summary?.kinds.some((one) => one.kind === kind && !one.hasLayer) ?? false;
}

/** @param {KindSummary} summary */
function peopleOf(summary) {
  if (!summary.hasLayer) return t('noLayer');
  if (summary.residentsOutOfReach === null) return t('outOfReachUnknown');
  return t('outOfReach', { n: summary.residentsOutOfReach });
}

/**
 * While the radius moves, the selected kind's counts come from the coverage on the map, so that
 * list and map never contradict each other; the other kinds' come from the summary.
 *
 * @param {State} state
 * @param {string} kind
 * @param {KindSummary | undefined} summary
 * @returns {{met: number, partial: number, gap: number, unknown: number} | null}
 */
export function countsNow(state, kind, summary) {
  const status = state.coverage?.kind === kind && state.kind === kind ? state.coverage.status : undefined;
  if (status === undefined) return summary ?? null;
  const counts = { met: 0, partial: 0, gap: 0, unknown: 0 };
  const inside = within(state);
  for (let i = 0; i < status.length; i++) {
    const letter = status[i];
    if (inside !== null && inside[i] === 0) continue;
    if (letter === 'm') counts.met++;
    else if (letter === 'p') counts.partial++;
    else if (letter === 'g') counts.gap++;
    else counts.unknown++;
  }
  return counts;
}

/** @param {{met: number, partial: number, gap: number, unknown: number}} counts */
function stackedBar({ met, partial, gap, unknown }) {
  const label = `${t('gap')} ${gap}, ${t('partial')} ${partial}, ${t('met')} ${met}, ${t('unknownStatus')} ${unknown}`;
  return h('span', { class: 'stack', role: 'img', 'aria-label': label, title: label },
    ...Object.entries({ gap, partial, met, unknown }).map(([status, count]) =>
      count > 0 && h('span', { class: `fill-${status}`, style: { flexGrow: String(count) } })));
}

/** @param {State} state @param {(kind: string) => void} choose */
function allKinds(state, choose) {
  const inside = within(state);
  const short = state.overall?.short?.filter((_, i) => inside === null || inside[i] === 1);
  const some = short?.filter((count) => count > 0).length;
  return h('button', {
    type: 'button', class: 'kind-card kind-all', 'data-key': 'all', 'data-kind': 'all',
    'aria-pressed': String(state.kind === 'all'), onclick: () => choose('all'),
  },
  h('span', { class: 'kind-badge', 'aria-hidden': 'true' }, h('span', { class: 'grid-mark' })),
  h('span', { class: 'kind-name' }, t('allKinds')),
  some !== undefined && h('span', { class: 'kind-short' }, h('b', {}, whole(some)), ` ${t('short')}`),
  short && h('span', { class: 'stack', 'aria-hidden': 'true' },
    ...rampCounts(short).map(([paint, count]) => count > 0
      && h('span', { class: `fill-ramp-${paint}`, style: { flexGrow: String(count) } })).reverse()),
  h('span', { class: 'kind-people' }, t('allKindsShort')));
}

/** @param {number[]} short @returns {[number, number][]} number of kinds short, communities */
function rampCounts(short) {
  const counts = Array(DEEPEST + 1).fill(0);
  for (const n of short) counts[Math.min(n, DEEPEST)]++;
  return counts.map((count, n) => [n, count]);
}
