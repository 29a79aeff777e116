// @ts-check
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { shows } from './load.js';
import { isWalked } from './seam.js';

const NEAR_PIXELS = 9;

/**
 * What a mark of walking under the pointer is: a gate, or what cannot be reached.
 *
 * @param {import('../state.js').State} state
 * @param {any} point
 * @param {(lon: number, lat: number) => any} place
 * @returns {(Node | false)[] | null} null where there is none
 */
export function tipOf(state, point, place) {
  const under = (/** @type {{lon: number, lat: number}} */ { lon, lat }) => place(lon, lat).distanceTo(point) <= NEAR_PIXELS;
  const { cutOff, gates, index } = state;
  const unreached = isWalked(state) && shows(state, 'cutoff') && cutOff ? [...cutOff.communities, ...cutOff.facilities].find(under) : undefined;
  if (unreached) {
    return [h('strong', {}, unreached.name || t('unnamed')), h('span', {}, t('walk_unreached')), h('span', {}, t(/** @type {any} */ (`walk_short_${unreached.reason}`)))];
  }
  const gate = shows(state, 'gates') ? gates?.find(under) : undefined;
  if (!gate) return null;
  const of = (gate.communities ?? []).map((i) => index?.name[i]).filter(Boolean).join(' · ');
  return [h('strong', {}, gate.name || t('walk_gate')), h('span', {}, t(/** @type {any} */ (`walk_gate_${gate.source}`))), of !== '' && h('span', {}, of)];
}
