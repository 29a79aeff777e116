// @ts-check
import { h, icon } from '../dom.js';
import { local, t, whole } from '../i18n.js';
import { badge } from '../kinds.js';
import { kindOf } from '../state.js';
import { isWalked } from './seam.js';

const KINDS_SHOWN = 4;

/**
 * Where one more gate of the community would gain most: the best three, each to be tried.
 *
 * @param {import('../state.js').State} state
 * @param {import('../types.js').Sheet} sheet
 * @param {import('../main.js').Page} page
 */
export function openingOf(state, sheet, page) {
  if (!isWalked(state)) return false;
  const { opening, offer } = state;
  const kind = state.kind;
  const open = opening !== null;
  const here = offer !== null && offer.community === sheet.id;
  return h('section', { class: 'why-part opening', 'aria-label': t('walk_opening') },
    h('h3', {}, t('walk_opening')),
    h('p', { class: 'quiet' }, t('walk_openingAbout')),
    h('button', {
      type: 'button', class: 'ask-try', 'data-key': 'opening', 'aria-expanded': String(open),
      onclick: () => page.store.set({ opening: open ? null : kind }),
    }, icon('gate'), t(open ? 'walk_openingClose' : 'walk_openingAsk')),
    open && !here && h('p', { class: 'quiet', role: 'status' }, t('walk_openingWorking')),
    open && here && offer.gates.length === 0 && h('p', { role: 'status' }, t('walk_openingNone')),
    open && here && h('ol', { class: 'openings' }, ...offer.gates.map((gate, n) => openingRow(state, sheet, gate, n + 1, page))));
}

/**
 * @param {import('../state.js').State} state
 * @param {import('../types.js').Sheet} sheet
 * @param {import('./types.js').Opening} gate
 * @param {number} number
 * @param {import('../main.js').Page} page
 */
function openingRow(state, sheet, gate, number, page) {
  const known = gate.kinds.filter(({ savedPeopleMetres }) => savedPeopleMetres !== null);
  const saved = known.length === 0 ? null : known.reduce((sum, one) => sum + (one.savedPeopleMetres ?? 0), 0);
  // Where nobody knows how many live there: what one walks less.
  const each = gate.kinds.reduce((sum, one) => sum + (one.savedMetres ?? 0), 0);
  // Of a single kind the sum says it already.
  const told = known.length > 1 ? known : known.filter(({ peopleInReach, peopleConnected }) => (peopleInReach ?? 0) >= 0.5 || (peopleConnected ?? 0) >= 0.5);
  const most = [...told].sort((a, b) => (b.savedPeopleMetres ?? 0) - (a.savedPeopleMetres ?? 0)).slice(0, KINDS_SHOWN);
  const name = t('walk_newGate', { name: sheet.name || t('unnamed'), n: number });
  return h('li', { class: 'opening-row' },
    h('button', {
      type: 'button', class: 'opening-number', 'data-key': `opening-show-${number}`, 'aria-label': t('walk_showGate', { n: number }),
      onclick: () => page.view.map.setView([gate.lat, gate.lon], Math.max(page.view.map.getZoom(), 17)),
    }, String(number)),
    h('div', {},
      h('p', {}, saved === null ? h('b', {}, t('walk_savedEach', { metres: whole(each) })) : h('b', {}, t('walk_saved', { metres: whole(saved) }))),
      h('ul', { class: 'opening-kinds' }, ...most.map((one) => h('li', {},
        badge(state, one.kind), h('span', {}, local(kindOf(state, one.kind).name)),
        h('span', { class: 'far' }, (one.peopleConnected ?? 0) >= 0.5 ? t('walk_newlyConnected', { n: Math.round(one.peopleConnected ?? 0) }) : one.peopleInReach !== null && one.peopleInReach >= 0.5
          ? t('walk_newlyInReach', { n: Math.round(one.peopleInReach) }) : t('walk_savedShort', { metres: whole(one.savedPeopleMetres ?? 0) }))))),
      h('button', {
        type: 'button', class: 'ask-try', 'data-key': `opening-try-${number}`,
        onclick: () => page.trial.lay({ do: 'path', line: gate.path, name }),
      }, icon('pin'), t('walk_tryGate'), h('span', { class: 'unseen' }, ` ${number}`))));
}
