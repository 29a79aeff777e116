// @ts-check
import { h } from '../dom.js';
import { distance, t } from '../i18n.js';
import { times } from './fails.js';
import { gateMark } from './layers.js';

/**
 * How the walk to the nearest facility of a kind goes, or why nobody can tell.
 *
 * @param {import('../state.js').State} _state
 * @param {import('../types.js').SheetKind} row
 */
export function rowOf(_state, row) {
  const { nearest, walkReason } = row;
  if (walkReason) return [h('p', { class: 'because' }, t(/** @type {any} */ (`walk_reason_${walkReason}`)))];
  if (!nearest?.path || nearest.straightMetres === null || nearest.straightMetres === undefined) return [];
  const { minutes, detour, straightMetres, gate } = nearest;
  return [h('dl', { class: 'measures walk-measures' },
    h('div', {}, h('dt', {}, t('walk_time')), h('dd', {}, minutesWords(minutes), speedOf(nearest) && h('span', { class: 'quiet' }, ` · ${t('walk_speed', { speed: speedOf(nearest) })}`))),
    h('div', {}, h('dt', {}, t('walk_straight')), h('dd', {}, distance(straightMetres),
      detour !== null && detour !== undefined && h('span', { class: 'quiet' }, ` · ${t('walk_detour', { factor: times(detour) })}`))),
    gate && h('div', {}, h('dt', {}, t('walk_gate')), h('dd', {}, gateMark(gate.source), gateWords(gate))))];
}

/** What the minutes were taken for. @param {import('../types.js').Nearest} nearest @returns {string} '' where nobody knows */
function speedOf({ metres, minutes }) {
  return minutes ? (metres / minutes / 60).toFixed(1) : '';
}

/** @param {number | null | undefined} minutes */
export function minutesWords(minutes) {
  if (minutes === null || minutes === undefined) return t('unknown');
  return minutes < 1 ? t('walk_underMinute') : t('walk_minutes', { n: Math.round(minutes) });
}

/** @param {import('./types.js').Gate} gate */
function gateWords({ name, source }) {
  const words = t(/** @type {any} */ (`walk_gate_${source}`));
  return name ? `${name} (${words})` : words;
}
