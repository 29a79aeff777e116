// @ts-check
import { get } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { t } from '../i18n.js';
import { choices, choose } from './choices.js';
import { drawLeaflet, leafletPaper } from './leafletpaper.js';
import { preview, printWhenDrawn, setPageSize } from './sheetview.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('../types.js').Sheet} Sheet */

const AT_MOST = 50;
const DRAWN_AT_ONCE = 2;

/** A community on one sheet, or the communities of its sub-district that fall short, one sheet each. */
export class LeafletView {
  /** 'one' or 'area' @type {'one' | 'area'} */
  #which = 'one';
  /** @type {{asked: string, sheets: Sheet[]}} */
  #others = { asked: '', sheets: [] };
  #turn = 0;

  /** @param {HTMLElement} element @param {import('../main.js').Page} page */
  constructor(element, page) {
    this.element = element;
    this.page = page;
  }

  /** @param {State} state */
  render(state) {
    if (!this.element.querySelector('.leaflet-form')) {
      this.stage = h('div', { class: 'show-stage', tabindex: '0', role: 'region', 'aria-label': t('show_preview') });
      this.form = h('form', { class: 'show-form leaflet-form', onsubmit: (/** @type {Event} */ event) => event.preventDefault() });
      this.element.replaceChildren(this.form, this.stage);
      this.#which = 'one';
    }
    this.#renderForm(state);
    this.#renderSheets(state);
  }

  /** @param {State} state */
  #renderForm(state) {
    const { store } = this.page;
    const now = choices();
    const others = alike(state);
    const pick = (/** @type {'one' | 'area'} */ which) => h('button', {
      type: 'button', 'data-key': `leaflet-${which}`, 'aria-pressed': String(which === this.#which),
      onclick: () => { this.#which = which; this.render(store.state); },
    }, t(which === 'one' ? 'show_thisOne' : 'show_redOnes', { n: Math.min(others.length, AT_MOST) }));
    fill(/** @type {HTMLElement} */ (this.form),
      h('h2', { tabindex: '-1', 'data-key': 'show-title' }, t('show_leaflet')),
      state.community === null && h('p', { class: 'caution' }, t('show_chooseCommunity')),
      state.sheet && others.length > 1 && h('fieldset', {}, h('legend', {}, t('show_which')), h('div', { class: 'choice' }, pick('one'), pick('area')),
        this.#which === 'area' && others.length > AT_MOST && h('p', { class: 'caution' }, t('show_onlyFirst', { n: AT_MOST, all: others.length }))),
      h('label', { class: 'field' }, t('show_maker'), h('input', {
        'data-key': 'maker', value: now.maker, maxlength: '60', autocomplete: 'organization',
        onchange: (/** @type {Event} */ event) => {
          choose({ maker: /** @type {HTMLInputElement} */ (event.currentTarget).value });
          this.#renderSheets(store.state);
        },
      })),
      h('div', { class: 'show-actions' },
        h('button', { type: 'button', class: 'primary', 'data-key': 'print-now', disabled: !state.sheet, onclick: () => printWhenDrawn(/** @type {HTMLElement} */ (this.stage), () => this.page.store.state.showing === 'leaflet') }, icon('print'), t('show_printNow')),
        h('button', { type: 'button', class: 'secondary', 'data-key': 'show-close', onclick: () => store.set({ showing: null }) }, t('close'))),
      h('p', { class: 'quiet' }, t('show_printNote')));
  }

  /** @param {State} state */
  async #renderSheets(state) {
    const stage = /** @type {HTMLElement} */ (this.stage);
    setPageSize('a4', 'portrait');
    const turn = ++this.#turn;
    if (!state.sheet) {
      stage.replaceChildren(h('p', { class: 'quiet' }, t(state.community === null ? 'show_chooseCommunity' : 'loading')));
      return;
    }
    try {
      const sheets = this.#which === 'one' ? [state.sheet] : await this.#sheetsOfArea(state, state.sheet);
      if (turn !== this.#turn) return;
      const papers = sheets.map((sheet) => leafletPaper(state, sheet, choices()));
      preview(stage, papers);
      for (let i = 0; i < papers.length && turn === this.#turn; i += DRAWN_AT_ONCE) {
        await Promise.all(papers.slice(i, i + DRAWN_AT_ONCE).map((paper, k) => drawLeaflet(paper, state, sheets[i + k])));
      }
    } catch (error) {
      this.page.failed(error);
    }
  }

  /** @param {State} state @param {Sheet} first */
  async #sheetsOfArea(state, first) {
    const { city, standard, kind, radius, by, scenario, mode, index } = state;
    const one = kind === 'all' ? null : kind;
    const question = { city, standard, kind: one, radius: one === null ? null : radius, by: by === 'people' ? by : null, scenario, mode };
    const wanted = alike(state).slice(0, AT_MOST);
    const asked = JSON.stringify([question, wanted, index?.dataVersion]);
    if (asked !== this.#others.asked) {
      const sheets = [];
      for (const i of wanted) sheets.push(i === first.index ? first : await get(`communities/${index?.id[i]}`, question));
      this.#others = { asked, sheets };
    }
    return this.#others.sheets;
  }
}

/** @param {State} state @returns {number[]} indexes of the communities of the open one's sub-district that fall short, the worst first */
function alike({ index, overall, sheet, coverage, kind }) {
  const own = sheet && index?.subdistrict?.[sheet.index];
  if (!index || !sheet || own === undefined || own === null || own < 0) return [];
  const worse = (/** @type {number} */ i) => kind !== 'all' && coverage?.kind === kind && coverage.status
    ? Number(coverage.status[i] === 'g') : overall?.short?.[i] ?? 0;
  return [...index.subdistrict.keys()].filter((i) => index.subdistrict[i] === own && worse(i) > 0).sort((a, b) => worse(b) - worse(a));
}
