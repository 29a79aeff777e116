// @ts-check
import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';
import { currentCity } from './state.js';

const IMPORT = `scripts/gapmap import communities communities.shp --city mycity
scripts/gapmap import facilities canteens.csv --kind elderly_canteen --city mycity --crs gcj02
scripts/gapmap import streets roads.shp --city mycity`;

/**
 * What stands in for the map when there is none: loading, nothing imported, no communities.
 *
 * @param {HTMLElement} element
 * @param {import('./state.js').State} state
 * @param {() => void} importFiles
 */
export function renderCover(element, state, importFiles) {
  const nothing = state.cities !== null && state.cities.length === 0;
  const city = currentCity(state);
  const noCommunities = !state.loading && city !== null && state.index !== null && state.index.id.length === 0;
  element.hidden = !(nothing || noCommunities || (state.loading && !state.problem));
  if (nothing || noCommunities) {
    fill(element, h('div', { class: 'cover-card' },
      h('h2', {}, nothing ? t('nothingTitle') : t('noCommunities')),
      h('p', {}, t('nothingText')),
      h('button', { type: 'button', class: 'primary', 'data-key': 'cover-import', onclick: importFiles }, t('nothingImport')),
      h('p', {}, t('nothingOr')), h('pre', {}, IMPORT),
      h('p', {}, t('nothingThen')), h('pre', {}, 'scripts/run')));
  } else fill(element, h('p', { class: 'cover-loading' }, h('span', { class: 'spinner', 'aria-hidden': 'true' }), t('loading')));
}

/**
 * @param {HTMLElement} element
 * @param {import('./state.js').State} state
 * @param {{retry: () => void, close: () => void}} choose
 */
export function renderProblem(element, state, choose) {
  element.hidden = state.problem === null;
  if (!state.problem) {
    fill(element);
    return;
  }
  fill(element,
    h('div', {}, h('strong', {}, state.problem.title), state.problem.detail && h('p', {}, state.problem.detail)),
    h('button', { type: 'button', 'data-key': 'retry', onclick: choose.retry }, t('problemRetry')),
    h('button', { type: 'button', class: 'icon-button', 'data-key': 'close-problem', 'aria-label': t('close'), onclick: choose.close }, icon('close')));
}
