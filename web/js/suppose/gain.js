// @ts-check
import { statusChip } from '../ask/sheet.js';
import { h } from '../dom.js';
import { area, local, t, whole } from '../i18n.js';
import { badge } from '../kinds.js';
import { kindOf } from '../state.js';
import { moved } from './edits.js';

const SHOWN = 5;
const SHOWN_OPEN = 200;

/** @typedef {import('../types.js').DraftAnswer} DraftAnswer */

/**
 * What a draft buys: people by group, communities that are better or worse off.
 *
 * @param {import('../state.js').State} state
 * @param {(id: number) => void} open a community's sheet
 * @param {(index: number | null) => void} hover
 * @returns {(HTMLElement | null | false)[]}
 */
export function gainOf(state, open, hover) {
  const { draft, effect } = state;
  if (!draft || draft.length === 0) return [];
  if (!effect || effect.kind !== state.kind) return [h('p', { class: 'quiet' }, t('tryWorking'))];
  if (effect.kind === 'all') return [kindTable(state, effect.kinds)];
  const kind = effect.kinds[0];
  const note = effect.note && h('p', { class: 'caution' }, local(effect.note));
  if (effect.changed.index.length === 0) return [note || h('p', {}, t(draft.some((edit) => edit.do !== 'add') ? 'suppose_nothing' : 'tryNothing'))];
  const all = kind.groups.find((group) => group.group === 'all');
  const net = all && all.gained !== null ? all.gained - (all.lost ?? 0) : null;
  const people = kind.groups.filter((group) => group.group !== 'all' && group.gained !== null
    && (group.group === kind.group || (kind.group === 'all' && (group.gained > 0 || (group.lost ?? 0) > 0))));
  const square = (kind.areaGainedSqm ?? 0) - (kind.areaLostSqm ?? 0);
  return [
    h('p', { class: 'try-gain' }, net === null ? t('tryGainUnknown') : h('b', {}, signed(net)),
      net !== null && h('span', {}, t('suppose_residents'))),
    both(all),
    h('dl', { class: 'gain-groups' }, ...people.map((group) => h('div', {},
      h('dt', {}, t(/** @type {any} */ (`group_${group.group}`))),
      h('dd', {}, signed((group.gained ?? 0) - (group.lost ?? 0))))),
    h('div', {}, h('dt', {}, t('suppose_area')), h('dd', {}, `${square < 0 ? '−' : '+'}${area(Math.abs(square))}`))),
    ...communities(state, effect, 1, kind.lifted, open, hover),
    ...communities(state, effect, -1, kind.lowered, open, hover),
    kind.lifted + kind.lowered === 0 && h('p', { class: 'quiet' }, t('tryNone')),
  ];
}

/** Who gains and who loses, where it is both. @param {{gained: number | null, lost: number | null} | undefined} group */
function both(group) {
  if (!group || !group.gained || !group.lost) return false;
  return h('p', { class: 'quiet' }, t('suppose_both', { gained: signed(group.gained), lost: signed(-group.lost) }));
}

/**
 * @param {import('../state.js').State} state
 * @param {DraftAnswer} effect
 * @param {1 | -1} sign
 * @param {number} count
 * @param {(id: number) => void} open
 * @param {(index: number | null) => void} hover
 */
function communities(state, effect, sign, count, open, hover) {
  const list = count === 0 ? [] : moved(state.coverage, effect, sign);
  if (list.length === 0) return [];
  const row = (/** @type {typeof list[0]} */ one) => {
    const name = state.index?.name[one.index] || t('unnamed');
    const id = state.index?.id[one.index] ?? 0;
    return h('li', {}, h('button', {
      type: 'button', 'data-key': `${sign > 0 ? 'lifted' : 'lowered'}-${id}`, onclick: () => open(id),
      onmouseenter: () => hover(one.index), onmouseleave: () => hover(null), onfocus: () => hover(one.index), onblur: () => hover(null),
    }, h('span', { class: 'lifted-name' }, name),
    one.gained !== null && Math.round(one.gained) !== 0 && h('span', { class: 'lifted-people' }, signed(one.gained)),
    statusChip(one.before), '→', statusChip(one.after)));
  };
  const rest = list.slice(SHOWN, SHOWN_OPEN);
  return [
    h('h4', {}, t(sign > 0 ? 'suppose_lifted' : 'suppose_lowered', { n: count })),
    h('ul', { class: 'lifted' }, ...list.slice(0, SHOWN).map(row)),
    rest.length > 0 && h('details', { class: 'lifted-more' }, h('summary', {}, t('tryMore', { n: list.length - SHOWN })), h('ul', { class: 'lifted' }, ...rest.map(row))),
  ];
}

/**
 * @param {import('../state.js').State} state
 * @param {DraftAnswer['kinds']} kinds those that differ
 */
export function kindTable(state, kinds) {
  if (kinds.length === 0) return h('p', {}, t('suppose_nothing'));
  return h('table', { class: 'gain-kinds' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('suppose_kind')), h('th', { scope: 'col' }, t('suppose_people')),
      h('th', { scope: 'col' }, t('suppose_better')), h('th', { scope: 'col' }, t('suppose_worse')))),
    h('tbody', {}, ...kinds.map((kind) => {
      const all = kind.groups.find((group) => group.group === 'all');
      return h('tr', {}, h('th', { scope: 'row' }, badge(state, kind.kind), local(kindOf(state, kind.kind).name)),
        h('td', {}, !all || all.gained === null ? t('unknown') : signed(all.gained - (all.lost ?? 0))),
        h('td', {}, String(kind.lifted)), h('td', {}, String(kind.lowered)));
    })));
}

/** @param {number} people @returns {string} with its sign */
export function signed(people) {
  const rounded = Math.round(people);
  return rounded === 0 ? '0' : `${rounded > 0 ? '+' : '−'}${whole(Math.abs(rounded))}`;
}
