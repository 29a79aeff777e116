// @ts-check
import { fill, h } from './dom.js';
import { percent, t, whole } from './i18n.js';
import { countsNow } from './kinds.js';
import { DEEPEST, paintsOf } from './palette.js';
import { currentStandard } from './state.js';

/**
 * What the colours mean and how many communities wear each, unknown ones included.
 *
 * @param {HTMLElement} element
 * @param {import('./state.js').State} state
 */
export function renderLegend(element, state) {
  const { coverage } = state;
  const standard = currentStandard(state);
  element.hidden = !coverage || coverage.kind !== state.kind;
  if (!coverage || !standard || element.hidden) return;
  const rows = coverage.kind === 'all' ? rampRows(coverage) : statusRows(state);
  fill(element,
    coverage.kind === 'all' && h('p', { class: 'legend-title' }, t('allKindsNote')),
    h('dl', {}, ...rows),
    coverage.kind !== 'all' && h('div', { class: 'legend-facilities' },
      h('span', {}, h('span', { class: 'dot serving' }), t('serving')),
      state.facilities.some((facility) => !facility.serves)
        && h('span', {}, h('span', { class: 'dot' }), t('notServing')),
      h('span', {}, h('span', { class: 'ring' }), t('reach'))),
    coverage.kind !== 'all' && h('p', { class: 'quiet' }, t(state.by === 'people' ? 'thresholdsPeople' : 'thresholds', {
      met: percent(standard.metFrom), gap: percent(standard.gapBelow),
    })));
}

/** @param {import('./state.js').State} state */
function statusRows(state) {
  const counts = countsNow(state, state.kind, undefined);
  if (!counts) return [];
  return [
    row('gap', t('gap'), counts.gap), row('partial', t('partial'), counts.partial),
    row('met', t('met'), counts.met), row('unknown', t('unknownStatus'), counts.unknown),
  ];
}

/** @param {import('./types.js').Coverage} coverage */
function rampRows(coverage) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const paint of paintsOf(coverage)) counts.set(paint, (counts.get(paint) ?? 0) + 1);
  return [...counts.keys()].sort().reverse().sort((a, b) => Number(a === 'u') - Number(b === 'u'))
    .map((paint) => paint === 'u' ? row('unknown', t('noneShortUnknown'), counts.get(paint) ?? 0)
      : row(`ramp-${paint}`, rampWords(Number(paint)), counts.get(paint) ?? 0));
}

/** @param {number} short */
function rampWords(short) {
  if (short === 0) return t('noneShort');
  return short === DEEPEST ? t('shortKindsOrMore', { n: short }) : t('shortKinds', { n: short });
}

/** @param {string} fillName @param {string} words @param {number} count */
function row(fillName, words, count) {
  return h('div', { class: 'legend-row', 'data-legend': fillName },
    h('dt', {}, h('span', { class: `swatch fill-${fillName}` }), words),
    h('dd', {}, whole(count)));
}
