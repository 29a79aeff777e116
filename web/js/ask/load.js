// @ts-check
import { h } from '../dom.js';
import { local, percent, t, whole } from '../i18n.js';

// From here on a facility is told as nearly full.
const NEARLY_FULL = 0.85;

/**
 * What the people in reach ask for beside what the facility offers, in words and as a bar; unknown
 * where its capacity or who lives in reach is unknown.
 *
 * @param {import('../types.js').FacilitySheet} sheet
 */
export function loadOf({ load, serves, group }) {
  if (!load || !serves) return null;
  const { capacity, need, norm } = load;
  const people = t(/** @type {any} */ (`group_${group ?? 'all'}`));
  const unit = local(load.unit);
  const inReach = load.peopleInReach === null ? t('groupUnknown', { group: people })
    : t('ask_inReach', { group: people, n: Math.round(load.peopleInReach) });
  const parts = [h('h3', {}, t('ask_load')), h('p', {}, inReach)];
  if (!norm) parts.push(h('p', { class: 'quiet' }, t('ask_noNorm')));
  else if (capacity === null) {
    parts.push(h('p', { class: 'load-words is-unknown' }, need === null ? t('ask_capacityUnknown')
      : t('ask_capacityUnknownNeed', { need: amount(need), unit })));
  } else if (need === null) parts.push(h('p', { class: 'load-words is-unknown' }, t('ask_needUnknown', { capacity: amount(capacity), unit })));
  else parts.push(bar(capacity, need), h('p', { class: `load-words is-${level(capacity, need)}` }, inWords(capacity, need, unit)));
  if (load.peopleUnknown > 0) parts.push(h('p', { class: 'caution' }, t('ask_peopleUnknown', { n: load.peopleUnknown })));
  return h('section', { class: 'why-part load' }, ...parts);
}

/** @param {number} capacity @param {number} need @returns {'met' | 'partial' | 'gap'} */
function level(capacity, need) {
  if (need > capacity) return 'gap';
  return need > NEARLY_FULL * capacity ? 'partial' : 'met';
}

/** @param {number} capacity @param {number} need @param {string} unit @returns {string} */
function inWords(capacity, need, unit) {
  const values = { need: amount(need), capacity: amount(capacity), unit, share: percent(capacity > 0 ? need / capacity : 1) };
  if (need > capacity) return t('ask_loadOver', { ...values, missing: amount(need - capacity) });
  return t(level(capacity, need) === 'partial' ? 'ask_loadNear' : 'ask_loadRoom', values);
}

/** What is asked for as a bar, and how much there is as a mark on it. @param {number} capacity @param {number} need */
function bar(capacity, need) {
  const whole_ = Math.max(capacity, need, 1e-9);
  const asked = h('span', { class: `load-asked fill-${level(capacity, need)}`, style: { width: `${(100 * need) / whole_}%` } });
  const offered = h('span', { class: 'load-offered', style: { left: `${(100 * capacity) / whole_}%` } });
  return h('div', { class: 'load-bar', 'aria-hidden': 'true' }, asked, offered);
}

/** @param {number} value @returns {string} */
function amount(value) {
  return value > 0 && value < 10 && !Number.isInteger(value) ? value.toFixed(1) : whole(value);
}
