// @ts-check
import { h } from '../dom.js';
import { t, whole } from '../i18n.js';
import { colourOf, INK, paintOfBin, SHARE_BINS } from '../palette.js';
import { kindOf } from '../state.js';
import { areaTitle } from './areashares.js';
import { dotRadius, dotScale, rounded } from './dots.js';

/** @typedef {import('../state.js').State} State */

/** What the colours of areas mean, where areas are drawn. @param {State} state */
export function areasLegend(state) {
  const { drawn } = state;
  if (drawn !== 'district' && drawn !== 'subdistrict') return null;
  const colours = Array.from({ length: SHARE_BINS }, (_, bin) => colourOf(paintOfBin(SHARE_BINS - 1 - bin)));
  return h('div', { class: 'legend-areas' },
    h('h3', {}, areaTitle(state)),
    h('span', { class: 'area-colours', style: { background: `linear-gradient(to right, ${colours.join(',')})` } }),
    h('span', { class: 'area-ticks', 'aria-hidden': 'true' }, h('span', {}, '0'), h('span', {}, '50'), h('span', {}, '100 %')));
}

/** How many people the dots stand for. @param {State} state */
export function dotsLegend(state) {
  if (!state.extras.split(',').includes('dots')) return null;
  const scale = dotScale(state);
  if (!scale) return h('p', { class: 'quiet' }, t('see_dotsWaiting'));
  const group = state.kind === 'all' ? 'all' : kindOf(state, state.kind).targetGroup;
  const sizes = [scale.people, rounded(scale.people / 4), rounded(scale.people / 20)]
    .filter((people, n, all) => dotRadius(people, scale) >= 1 && all.indexOf(people) === n);
  return h('div', { class: 'legend-dots' },
    h('p', {}, t(state.drawn.includes('district') ? 'see_dotsArea' : 'see_dots', {
      group: t(/** @type {import('../i18n.js').Key} */ (`group_${group}`)),
    })),
    h('div', { class: 'dot-sizes' }, ...sizes.map((people) => {
      const across = `${2 * dotRadius(people, scale)}px`;
      return h('span', { class: 'dot-size' },
        h('span', { class: 'dot-mark', style: { width: across, height: across, background: INK.dot } }), whole(people));
    })));
}
