// @ts-check
import { pathOf } from '../early.js';
import { fill, h, icon } from '../dom.js';
import { distance, language, local, t } from '../i18n.js';
import { badge } from '../kinds.js';
import { kindOf, within } from '../state.js';
import { L } from '../vendor.js';
import { failsQuestion } from './load.js';
import { minutesWords } from './row.js';
import { isWalked } from './seam.js';

const SHOWN_AT_FIRST = 200;

/** @typedef {import('./types.js').Fail} Fail */
/** @typedef {import('../state.js').State} State */

/** Those of the chosen area; null where nobody has answered yet. @param {State} state @returns {Fail[] | null} */
export function failsHere(state) {
  const { fails, index } = state;
  if (!fails || !index || fails.dataVersion !== index.dataVersion || !isWalked(state)) return null;
  const inside = within(state);
  return inside === null ? fails.disagreements : fails.disagreements.filter((one) => inside[one.index] === 1);
}

/** The one that the map shows. @param {State} state @returns {Fail | null} */
export function failShown(state) {
  const [, id, kind] = state.onfoot?.split(':') ?? [];
  return id === undefined ? null : failsHere(state)?.find((one) => String(one.id) === id && one.kind === kind) ?? null;
}

/**
 * The two lists of the side panel: the largest shortfalls, and what passes on paper only.
 *
 * @param {State} state
 * @param {(onfoot: string | null) => void} choose
 */
export function tabs(state, choose) {
  if (!isWalked(state) && state.onfoot === null) return false;
  const count = failsHere(state)?.length;
  const button = (/** @type {string | null} */ value, /** @type {string} */ words) => h('button', {
    type: 'button', 'data-key': `list-${value ?? 'worst'}`, 'aria-pressed': String((state.onfoot !== null) === (value !== null)),
    onclick: () => choose(value),
  }, words);
  return h('div', { class: 'languages walk-tabs', role: 'group', 'aria-label': t('walk_lists') },
    button(null, t('walk_worst')),
    button('fails', count === undefined ? t('walk_fails') : t('walk_failsN', { n: count })));
}

/**
 * Passes on paper, fails on foot: each community and kind with both distances and what lies between.
 *
 * @param {HTMLElement} element
 * @param {State} state
 * @param {Pick<import('../main.js').Page, 'view' | 'open' | 'store' | 'app'> & {chosen: (onfoot: string | null) => void}} page
 */
export function renderFails(element, state, page) {
  const fails = failsHere(state);
  const name = state.kind === 'all' ? t('allKinds') : local(kindOf(state, state.kind).name);
  const area = state.index?.areas?.find(({ key }) => key === state.area)?.name;
  const shown = failShown(state);
  fill(element,
    tabs(state, page.chosen),
    h('div', { class: 'gaps-head' },
      h('h2', { class: 'panel-title', tabindex: '-1' }, [area, name, t('walk_failsTitle')].filter(Boolean).join(' · ')),
      fails && fails.length > 0 && h('a', {
        class: 'rank-link', 'data-key': 'fails-csv', download: '',
        href: `api/${pathOf('walking/disagreements.csv', { ...failsQuestion(state), lang: language() })}`,
      }, t('walk_csv'))),
    h('p', { class: 'quiet walk-about' }, t('walk_failsAbout')),
    !isWalked(state) && h('p', { class: 'quiet walk-about' }, t('walk_failsStraight')),
    isWalked(state) && !fails && h('p', { class: 'quiet walk-about', role: 'status' }, t('walk_failsWorking')),
    fails && fails.length === 0 && h('p', { class: 'quiet walk-about' }, t('walk_noneFail')),
    fails && h('ol', { class: 'gap-list' }, ...fails.slice(0, SHOWN_AT_FIRST).map((one) => failRow(state, one, one === shown, page))),
    fails && fails.length > SHOWN_AT_FIRST && h('p', { class: 'quiet walk-about' }, t('walk_failsMore', { n: fails.length - SHOWN_AT_FIRST })));
}

/**
 * @param {State} state
 * @param {Fail} fail
 * @param {boolean} shown
 * @param {Parameters<typeof renderFails>[2]} page
 */
function failRow(state, fail, shown, page) {
  const key = `fails:${fail.id}:${fail.kind}`;
  const kind = local(kindOf(state, fail.kind).name);
  const show = () => {
    page.chosen(shown ? 'fails' : key);
    if (!shown) page.view.flyTo(boundsOfFail(fail));
  };
  return h('li', { class: `fail${shown ? ' shown' : ''}` },
    h('button', {
      type: 'button', class: 'gap-row fail-row', 'data-key': key, 'data-community': fail.id, 'aria-pressed': String(shown), onclick: show,
      onmouseenter: () => page.store.set({ hover: fail.index }), onmouseleave: () => page.store.set({ hover: null }),
    },
    h('span', { class: 'gap-name' }, fail.name || t('unnamed')),
    h('span', { class: 'gap-amount' }, fail.detour === null ? h('b', {}, t('walk_noWay')) : h('b', { title: t('walk_detourNote') }, t('walk_times', { factor: times(fail.detour) }))),
    h('span', { class: 'gap-detail' },
      h('span', {}, t('walk_straightThen', { straight: distance(fail.straightMetres) })),
      h('span', { class: 'fail-walk' }, fail.walkMetres === null ? t('walk_noWay') : [t('walk_walkIs', { walk: distance(fail.walkMetres) }), fail.minutes && minutesWords(fail.minutes)].filter(Boolean).join(' · ')),
    ),
    h('span', { class: 'gap-detail' },
      state.kind === 'all' && badge(state, fail.kind), state.kind === 'all' && h('span', { class: 'fail-kind' }, kind),
      fail.barrier && h('span', { class: state.kind === 'all' ? 'far' : null }, fail.barrier.type === 'no_way' ? barrierWords(fail.barrier) : t('walk_around', { what: barrierWords(fail.barrier) })))),
    shown && h('div', { class: 'fail-more' },
      fail.facility && h('p', { class: 'quiet' }, t('walk_toFacility', { name: fail.facility.name || t('unnamed') })),
      fail.barrier && h('p', {}, barrierSentence(fail.barrier)),
      fail.people !== null && fail.people !== undefined && h('p', {}, t('walk_onPaperOnly', {
        n: Math.round(fail.people), group: t(/** @type {any} */ (`group_${kindOf(state, fail.kind).targetGroup}`)),
      })),
      h('p', { class: 'sheet-doing' },
        h('button', { type: 'button', class: 'ask-why', 'data-key': `${key}-sheet`, onclick: () => page.open(fail.id) }, t('walk_openSheet')),
        h('button', {
          type: 'button', class: 'ask-try', 'data-key': `${key}-gate`, onclick: () => {
            page.open(fail.id);
            page.store.set({ opening: fail.kind });
          },
        }, icon('gate'), t('walk_openGate')))));
}

/** @param {number} factor */
export function times(factor) {
  return factor.toFixed(factor < 10 ? 1 : 0);
}

/** @param {import('./types.js').Barrier} barrier @returns {string} */
export function barrierWords({ type, name }) {
  return (type !== 'own_wall' && name) || t(/** @type {any} */ (`walk_barrier_${type}`));
}

/** @param {import('./types.js').Barrier} barrier */
function barrierSentence({ type, name }) {
  return t(/** @type {any} */ (name ? `walk_between_${type}` : `walk_betweenSome_${type}`), { name });
}

/** @param {Fail} fail */
function boundsOfFail({ path, line }) {
  return L.latLngBounds([...path, ...line].map(([lon, lat]) => [lat, lon])).pad(0.15);
}
