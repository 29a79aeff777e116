// @ts-check
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { failShown } from './fails.js';
import { shows } from './load.js';
import { isWalked } from './seam.js';

const EXTRAS = /** @type {const} */ (['gates', 'cutoff', 'paper']);
const SOURCES = /** @type {const} */ (['known', 'inferred', 'assumed']);

/** As the map draws it: a square, a disc, an open triangle. @param {'known' | 'inferred' | 'assumed'} source */
export function gateMark(source) {
  return h('span', { class: `gate-mark gate-${source}`, 'aria-hidden': 'true' });
}

/**
 * What of walking the map may draw besides.
 *
 * @param {import('../state.js').State} state
 * @param {import('../state.js').Store} store
 */
export function layersOf(state, store) {
  const chosen = state.extras.split(',').filter(Boolean);
  return [h('fieldset', {}, h('legend', {}, t('walk_layers')), ...EXTRAS.map((name) => {
    const off = name !== 'gates' && !isWalked(state);
    return h('label', { class: off ? 'off' : '' },
      h('input', {
        type: 'checkbox', 'data-key': `extra-${name}`, checked: chosen.includes(name), disabled: off,
        onchange: () => store.set({
          extras: (chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]).sort().join(','),
        }),
      }),
      h('span', { class: `extra-mark extra-${name}`, 'aria-hidden': 'true' }), t(`walk_extra_${name}`));
  }))];
}

/** Whether the map shows a way with the straight line beside it. @param {import('../state.js').State} state */
export function showsPath(state) {
  return isWalked(state) && (failShown(state) !== null || (state.sheet?.kinds.some(({ nearest }) => nearest?.path) ?? false));
}

/** What the marks of walking mean, as far as they are drawn. @param {import('../state.js').State} state */
export function legendOf(state) {
  const row = (/** @type {Node} */ mark, /** @type {string} */ words) => h('span', {}, mark, words);
  const line = (/** @type {string} */ name) => h('span', { class: `line-mark line-${name}`, 'aria-hidden': 'true' });
  const gates = shows(state, 'gates');
  const far = gates && (state.at?.zoom ?? 0) < 15;
  const path = showsPath(state);
  const cutOff = shows(state, 'cutoff') && isWalked(state);
  const served = isWalked(state) && state.facility !== null && String(state.facilitySheet?.id) === state.facility && state.facilitySheet?.communities != null;
  const paper = isWalked(state) && (state.onfoot !== null || shows(state, 'paper'));
  if (!path && !gates && !cutOff && !served && !paper) return [];
  return [h('div', { class: 'legend-facilities legend-walk' },
    path && row(line('walk'), t('walk_legendWalk')), path && row(line('straight'), t('walk_legendStraight')),
    ...(gates && !far ? SOURCES.map((source) => row(gateMark(source), t(`walk_gate_${source}`))) : []),
    paper && row(h('span', { class: 'extra-mark extra-paper', 'aria-hidden': 'true' }), t('walk_extra_paper')),
    served && row(h('span', { class: 'served-mark', 'aria-hidden': 'true' }), t('walk_legendServed')),
    cutOff && row(h('span', { class: 'extra-mark extra-cutoff', 'aria-hidden': 'true' }), t('walk_extra_cutoff')),
    far && h('span', {}, t('walk_gatesCloser')))];
}
