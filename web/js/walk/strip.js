// @ts-check
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { currentRule } from '../state.js';
import { failsHere } from './fails.js';
import { measuredNow } from './seam.js';

/**
 * A line under the map's bar that says what "on foot" is here: along streets, with how many pass on
 * paper only, or an estimate, with what to import.
 *
 * @param {HTMLElement} element
 * @param {import('../state.js').State} state
 * @param {{list: () => void, how: () => void, streets: () => void}} choose
 */
export function renderStrip(element, state, choose) {
  const measured = measuredNow(state);
  element.setAttribute('aria-label', t('choose_mode'));
  element.hidden = measured === 'straight' || !state.coverage;
  if (element.hidden) {
    fill(element);
    return;
  }
  const link = (/** @type {string} */ key, /** @type {string} */ words, /** @type {() => void} */ run) =>
    h('button', { type: 'button', class: 'walk-link', 'data-key': key, onclick: run }, words);
  if (measured === 'estimated') {
    const factor = currentRule(state)?.detourFactor;
    fill(element,
      h('span', { class: 'mark-chip unverified' }, t('walk_estimate')),
      h('span', { class: 'walk-words' }, factor && factor > 1 ? t('walk_estimatedBy', { factor: String(factor) }) : t('walk_estimated')),
      link('walk-streets', t('walk_importStreets'), choose.streets));
    return;
  }
  const fails = failsHere(state);
  const communities = fails && new Set(fails.map(({ id }) => id)).size;
  fill(element,
    h('span', { class: 'mark-chip verified' }, t('walk_walked')),
    h('span', { class: 'walk-words' }, t('walk_along')),
    communities !== null && (communities === 0 ? h('span', {}, t('walk_noneFail'))
      : link('walk-fails', t('walk_fail', { n: communities }), choose.list)),
    h('span', { class: 'spring' }),
    link('walk-how', t('walk_howShort'), choose.how));
}
