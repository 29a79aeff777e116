// @ts-check
import { h } from '../dom.js';
import { local, t, whole } from '../i18n.js';
import { onPaper } from '../palette.js';
import { paintsNow } from '../see/classes.js';
import { dotsLegend } from '../see/legendparts.js';
import { considered } from '../renovation.js';
import { currentStandard } from '../state.js';
import { bounds, clause, isSynthetic, layersUsed, legendRows, question, today } from './facts.js';
import { atRoundScale, frameOf } from './frame.js';
import { legendTable, northArrow, scaleBar } from './marks.js';
import { dotted, drawPicture, hasDots } from './picture.js';
import { isWalked, onFoot } from '../walk/seam.js';

/** 240 to the inch. */
const DENSITY = 2.5;

/** @typedef {import('../state.js').State} State */

/**
 * A sheet of paper with a map on it, in real millimetres.
 *
 * @param {State} state
 * @param {import('./choices.js').Choices} choices
 * @param {{title: string, scenario: string | null}} words
 * @returns {HTMLElement}
 */
export function paper(state, choices, { title, scenario }) {
  const { coverage } = state;
  return h('article', { class: `paper always-light ${choices.paper} ${choices.turned}`, 'aria-label': title },
    h('header', { class: 'paper-head' },
      h('div', {}, h('h2', { class: 'paper-title' }, title),
        h('p', { class: 'paper-question' }, question(state, scenario).join(' · '))),
      stamps(state, choices)),
    h('div', { class: 'paper-map' }, h('canvas', { role: 'img', 'aria-label': t('show_mapOf', { title }) }), h('p', { class: 'paper-waiting' }, t('show_drawing')), northArrow()),
    h('div', { class: 'paper-key' },
      h('section', {}, h('h3', {}, t('legend')),
        coverage && legendTable(legendRows(state), choices.patterns, t(state.kind !== 'all' && state.shade === 'share' ? 'show_withinReach' : 'show_status')),
        coverage?.kind !== 'all' && choices.facilities && facilityKey(state),
        h('div', { class: 'dots-place' })),
      numbers(state),
      h('section', { class: 'paper-scale' }, h('h3', {}, t('show_scale')), h('p', { class: 'scale-line' }), h('div', { class: 'scale-place' }),
        h('p', { class: 'small' }, t('show_scaleNote')))),
    h('footer', { class: 'paper-foot' },
      h('p', {}, h('b', {}, t('show_sources')), ' ', layersUsed(state).join(t('listSeparator')), t('show_stop'),
        ' ', t('show_dataVersion', { version: state.index?.dataVersion ?? '' })),
      clause(state) && h('p', {}, h('b', {}, t('show_clause')), ' ', clause(state)),
      h('p', {}, h('b', {}, t('show_thresholds')), ' ', bounds(state), t('show_stop'), ' ', local(currentStandard(state)?.thresholdNote)),
      h('p', { class: 'paper-made' },
        h('span', {}, t('show_madeOn', { date: today() })),
        choices.maker && h('span', {}, t('show_madeBy', { maker: choices.maker })),
        h('span', {}, t('show_madeWith')))));
}

/** @param {State} state @param {import('./choices.js').Choices} choices */
export function stamps(state, { mark, mapNumber }) {
  return h('div', { class: 'paper-stamps' },
    mark === 'internal' && h('p', { class: 'stamp' }, t('show_internal')),
    mark === 'number' && mapNumber && h('p', { class: 'stamp' }, t('show_mapNumber', { number: mapNumber })),
    isSynthetic(state) && h('p', { class: 'stamp synthetic' }, t('show_synthetic')));
}

/** @param {State} state */
function facilityKey(state) {
  return h('ul', { class: 'facility-key' },
    h('li', {}, h('i', { class: 'key-dot serving' }), t('serving')),
    state.facilities.some((one) => !one.serves) && h('li', {}, h('i', { class: 'key-dot' }), t('notServing')),
    !isWalked(state) && h('li', {}, h('i', { class: 'key-ring' }), t('reach')),
    onFoot.path(state) && h('li', {}, h('i', { class: 'key-walk' }), t('walk_legendWalk')),
    onFoot.path(state) && h('li', {}, h('i', { class: 'key-straight' }), t('walk_legendStraight')));
}

/** The numbers are of the whole city as it is: beside a part of it, or what is only tried, they would mislead. @param {State} state */
function numbers(state) {
  const { coverage, summary } = state;
  if (!coverage || considered(state) !== null || state.supposed !== null) return null;
  if (coverage.kind === 'all') {
    const short = (coverage.short ?? []).filter((n) => n > 0).length;
    return h('section', { class: 'paper-numbers' }, h('h3', {}, t('show_numbers')),
      figure(whole(short), t('show_shortOfAny', { n: coverage.short?.length ?? 0 })));
  }
  const kind = summary?.kinds.find((one) => one.kind === state.kind && one.radiusMetres === coverage.radiusMetres);
  if (!kind) return null;
  return h('section', { class: 'paper-numbers' }, h('h3', {}, t('show_numbers')),
    figure(kind.residentsOutOfReach === null ? t('unknown') : whole(kind.residentsOutOfReach), t('show_residentsOut')),
    kind.communitiesWithoutResidents > 0 && h('p', { class: 'small' }, t('show_withoutResidents', { n: kind.communitiesWithoutResidents })),
    figure(whole(kind.facilitiesServing), t('show_facilities', { n: kind.facilitiesListed })));
}

/** @param {string} value @param {string} words */
function figure(value, words) {
  return h('p', { class: 'paper-figure' }, h('b', {}, value), ' ', words);
}

/**
 * Draws the map that belongs on a sheet, which must be in the document by now, since its size decides
 * the scale; then writes the scale.
 *
 * @param {HTMLElement} sheet
 * @param {State} state
 * @param {import('./choices.js').Choices} choices
 * @param {import('./frame.js').Box} box
 */
export async function drawPaper(sheet, state, choices, box) {
  const { coverage } = state;
  const canvas = /** @type {HTMLCanvasElement} */ (sheet.querySelector('.paper-map canvas'));
  const frame = atRoundScale(frameOf(box, canvas.clientWidth, canvas.clientHeight));
  const line = /** @type {HTMLElement} */ (sheet.querySelector('.scale-line'));
  const place = /** @type {HTMLElement} */ (sheet.querySelector('.scale-place'));
  line.textContent = `1:${whole(frame.denominator)}`;
  line.dataset.denominator = String(frame.denominator);
  place.replaceChildren(scaleBar(frame, Math.min(place.clientWidth * 0.9, 220)));
  const dots = hasDots(state) ? onPaper(false, () => dotsLegend(dotted(state, frame))) : null;
  if (dots) sheet.querySelector('.dots-place')?.replaceChildren(dots);
  if (!coverage) return;
  await drawPicture(canvas, state, frame, DENSITY, {
    paints: paintsNow(state) ?? [], patterns: choices.patterns, streets: choices.streets,
    facilities: choices.facilities && coverage.kind !== 'all',
    wanted: () => sheet.isConnected,
  });
  if (!sheet.isConnected) return;
  sheet.querySelector('.paper-waiting')?.remove();
  Object.assign(sheet.dataset, { drawn: 'true', lon: String(frame.centre[0]), lat: String(frame.centre[1]) });
}
