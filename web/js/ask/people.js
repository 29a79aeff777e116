// @ts-check
import { h } from '../dom.js';
import { local, percent, t, whole } from '../i18n.js';

/** @typedef {import('../types.js').SheetPeople} SheetPeople */

/**
 * Whom the kind is for and how many of them are served, find no room, or are out of reach: three
 * numbers that add up, and what is missing in the norm's own unit.
 *
 * @param {SheetPeople} people
 * @returns {HTMLElement}
 */
export function peopleOf(people) {
  const group = t(/** @type {any} */ (`group_${people.group}`));
  if (people.people === null) {
    return h('p', { class: 'quiet people-line' }, t('groupUnknown', { group }));
  }
  const capacity = people.capacity;
  const served = capacity ? capacity.served : people.people - (people.outOfReach ?? people.people);
  return h('div', { class: 'people' },
    h('p', { class: 'people-line' },
      h('b', {}, t('groupPeople', { group, n: people.people })), ' ',
      h('span', { class: `mark-chip${people.estimated ? ' unverified' : ''}`, title: madeOf(people) },
        t(people.estimated ? 'estimated' : /** @type {any} */ (`basis_${people.basis}`)))),
    people.outOfReach === null
      ? null
      : bar([
        ['met', t(capacity ? 'peopleServed' : 'peopleInReach'), served],
        ['partial', t('peopleNoRoom'), capacity ? capacity.withoutCapacity : 0],
        ['gap', t('peopleOutOfReach'), people.outOfReach],
      ], people.people),
    capacity?.capacityUnknown && h('p', { class: 'caution' }, t('capacityUnknown')),
    capacity && capacity.quantityGap !== null && h('p', { class: 'people-line' },
      t(capacity.quantityGap > 0 ? 'quantityGap' : 'quantityEnough', {
        gap: amount(capacity.quantityGap), need: amount(capacity.need ?? 0), unit: local(capacity.unit),
      })),
    capacity && norm(capacity));
}

/** @param {[string, string, number | null][]} parts @param {number} whole_ */
function bar(parts, whole_) {
  const known = parts.filter(([, , count]) => count !== null && count > 0);
  return h('div', {},
    h('div', { class: 'stack people-bar', 'aria-hidden': 'true' }, ...known.map(([status, , count]) =>
      h('span', { class: `fill-${status}`, style: { flexGrow: String((count ?? 0) / Math.max(1, whole_)) } }))),
    h('ul', { class: 'people-parts' }, ...parts.map(([status, words, count]) =>
      (count === null || count > 0) && h('li', {}, h('span', { class: `swatch fill-${status}` }), `${words} `,
        h('b', {}, count === null ? t('unknown') : whole(count))))));
}

/** @param {NonNullable<SheetPeople['capacity']>} capacity */
function norm({ norm: rule, unit }) {
  const words = t('norm', {
    amount: String(rule.amount), unit: local(unit), basis: t(/** @type {any} */ (`norm_${rule.basis}`)),
  });
  return h('p', { class: 'quiet people-norm', title: [local(rule.source), local(rule.clause), local(rule.note)].filter(Boolean).join('\n') },
    words, ' ',
    rule.localChoice && h('span', { class: 'mark-chip choice' }, t('localChoice')),
    h('span', { class: `mark-chip ${rule.verification}` }, t(rule.verification)));
}

/** @param {SheetPeople} people @returns {string} the assumptions that an estimate rests on */
function madeOf(people) {
  return people.guesses.map((guess) =>
    `${t(/** @type {any} */ (`guess_${guess.guess}`))}${guess.value === null || guess.value === undefined ? '' : ` (${guess.value < 1 ? percent(guess.value) : guess.value})`}`).join('\n');
}

/** @param {number} value @returns {string} */
function amount(value) {
  return value > 0 && value < 10 ? value.toFixed(1) : whole(value);
}
