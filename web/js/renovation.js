// @ts-check
// How far renovations have come, and which of these states are looked at.
import { t } from './i18n.js';
import { within } from './state.js';

/** @typedef {import('./state.js').State} State */

/** The states, what is most in need first, by the letter that the address has for each; u is unknown. */
const STATES = new Map([['n', 'not_renovated'], ['p', 'planned'], ['w', 'under_way'], ['r', 'renovated'], ['u', null]]);
const LETTERS = new Map([...STATES].map(([letter, state]) => [state, letter]));

/** @param {string | null | undefined} state as the server spells it */
export function letterOf(state) {
  return LETTERS.get(state ?? null) ?? 'u';
}

/** @param {string} letter @returns {string} */
export function renovationWords(letter) {
  const state = STATES.get(letter);
  return state ? t(/** @type {any} */ (`rank_${state}`)) : t('unknown');
}

/** Whether anything is known of any renovation. @param {State} state */
export function renovationTold({ index }) {
  return index?.renovation?.some((one) => one !== null) ?? false;
}

/** The letters looked at as a list in words; '' where all are. @param {State} state */
export function renovationPicked(state) {
  return filters(state) ? [...STATES.keys()].filter((one) => state.renovation.includes(one)).map(renovationWords).join(t('rank_listComma')) : '';
}

/** Those in the area and of the renovation states that are looked at; null where all are. @param {State} state @returns {Uint8Array | null} */
export function considered(state) {
  const inside = within(state);
  if (!filters(state)) return inside;
  const states = /** @type {(string | null)[]} */ (state.index?.renovation);
  return Uint8Array.from(states, (one, i) => Number((inside === null || inside[i] === 1) && state.renovation.includes(letterOf(one))));
}

/** How many communities of the area are in each state, by letter. @param {State} state @returns {Map<string, number>} */
export function countsByRenovation(state) {
  const inside = within(state);
  const counts = new Map([...STATES.keys()].map((letter) => [letter, 0]));
  state.index?.renovation?.forEach((one, i) => {
    if (inside === null || inside[i] === 1) counts.set(letterOf(one), (counts.get(letterOf(one)) ?? 0) + 1);
  });
  return counts;
}

/** Where nobody said anything, a link's filter would leave nothing. @param {State} state */
function filters(state) {
  return state.renovation !== '' && renovationTold(state);
}
