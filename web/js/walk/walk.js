// @ts-check
import en from '../../i18n/en-walk.js';
import zh from '../../i18n/zh-walk.js';
import { addWords, t } from '../i18n.js';
import { within } from '../state.js';
import { failsHere, renderFails, tabs } from './fails.js';
import { layersOf, legendOf, showsPath } from './layers.js';
import { Laying } from './lay.js';
import { Loads } from './load.js';
import { drawOnFoot } from './marks.js';
import { openingOf } from './opening.js';
import { rowOf } from './row.js';
import { onFoot } from './seam.js';
import { renderStrip } from './strip.js';
import { tipOf } from './tip.js';

/** Walking: along streets, through gates. @param {import('../main.js').Page} page */
export async function installWalk(page) {
  const { store, view, element } = page;
  addWords({ zh, en });
  await styled();
  const laying = new Laying(page);
  new Loads(page);
  const chosen = (/** @type {string | null} */ onfoot) => store.set({ onfoot });
  Object.assign(onFoot, {
    draw: drawOnFoot,
    row: rowOf,
    sheet: (/** @type {import('../state.js').State} */ state, /** @type {import('../types.js').Sheet} */ sheet) => openingOf(state, sheet, page),
    tabs: (/** @type {import('../state.js').State} */ state) => tabs(state, chosen),
    path: showsPath,
    legend: legendOf,
    layers: (/** @type {import('../state.js').State} */ state) => layersOf(state, store),
    tip: tipOf,
    tools: (/** @type {import('../state.js').State} */ state) => laying.tools(state),
  });
  store.on(['lang', 'coverage', 'mode', 'kind', 'fails', 'area', 'walkHere', 'standards', 'report', 'cities'], (state) => renderStrip(element('walk'), state, {
    list: () => {
      store.set({ onfoot: 'fails', report: null, community: null, asked: null, sheet: null, line: null, facility: null, notesShown: false });
      requestAnimationFrame(() => element('onfoot').querySelector('h2')?.focus({ preventScroll: true }));
    },
    how: () => store.set({ report: 'walking' }),
    streets: () => store.set({ data: 'import' }),
  }));
  store.on(['lang', 'onfoot', 'fails', 'kind', 'kinds', 'area', 'index', 'coverage', 'walkHere', 'radius', 'by', 'community'], (state) => {
    if (state.onfoot !== null) renderFails(element('onfoot'), state, { ...page, chosen });
  });
  store.on(['onfoot', 'fails', 'extras', 'area', 'index', 'coverage'], (state) => {
    const shown = state.fails && (state.onfoot !== null || state.extras.split(',').includes('paper'));
    const inside = within(state);
    const outlined = shown ? new Set(state.fails?.disagreements.map(({ index }) => index).filter((i) => inside === null || inside[i] === 1)) : null;
    view.communities?.setOutlined(outlined);
  });
  store.on(['fails'], (state) => {
    const n = state.onfoot !== null && failsHere(state)?.length;
    if (n !== null && n !== false && n !== undefined) store.set({ announcement: t('walk_failsN', { n }) });
  });
  store.on(['community'], ({ community, opening }) => {
    if (community === null && opening !== null) store.set({ opening: null });
  });
  store.set({ walkHere: true });
}

/** Its style sheet, before anything of it is shown. @returns {Promise<void>} */
function styled() {
  return new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('../../css/walk.css', import.meta.url).href;
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
}
