// @ts-check
import { get } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { t } from '../i18n.js';
import { choices, choose } from './choices.js';
import { ownTitle } from './facts.js';
import { boxOnScreen, wholeBox } from './frame.js';
import { drawPaper, paper } from './paper.js';
import { preview, printWhenDrawn, setPageSize } from './sheetview.js';

/** @typedef {import('../state.js').State} State */

const REDRAWN_AFTER_MS = 250;
const SETTLED_AFTER_MS = 60;

/** The map on paper: how it will look, what may be chosen about it, and the printer. */
export class PrintView {
  /** Titles of the user's own, by what they stand over. @type {Map<string, string>} */
  #titles = new Map();
  /** @type {{id: number, name: string} | null} */
  #scenario = null;
  #later = 0;
  #drawing = 0;

  /** @param {HTMLElement} element @param {import('../main.js').Page} page */
  constructor(element, page) {
    this.element = element;
    this.page = page;
  }

  /** @param {State} state */
  render(state) {
    this.#nameScenario(state);
    if (!this.element.querySelector('.print-form')) {
      this.stage = h('div', { class: 'show-stage', tabindex: '0', role: 'region', 'aria-label': t('show_preview') });
      this.form = h('form', { class: 'show-form print-form', onsubmit: (/** @type {Event} */ event) => event.preventDefault() });
      this.element.replaceChildren(this.form, this.stage);
    }
    this.#renderForm(state);
    this.#renderSheet(state);
  }

  #again() {
    this.#renderForm(this.page.store.state);
    this.#renderSheet(this.page.store.state);
  }

  /** @param {State} state */
  #title(state) {
    return this.#titles.get(subject(state)) ?? ownTitle(state);
  }

  /** @param {State} state */
  #renderForm(state) {
    const now = choices();
    const set = (/** @type {Partial<import('./choices.js').Choices>} */ patch) => {
      choose(patch);
      this.#again();
    };
    fill(/** @type {HTMLElement} */ (this.form),
      h('h2', { tabindex: '-1', 'data-key': 'show-title' }, t('show_print')),
      h('label', { class: 'field' }, t('show_title'), h('input', {
        'data-key': 'paper-title', value: this.#title(state), maxlength: '80',
        oninput: (/** @type {Event} */ event) => this.#retitle(/** @type {HTMLInputElement} */ (event.currentTarget).value),
      })),
      group(t('show_paper'), 'paper', now.paper, [['a4', 'A4'], ['a3', 'A3']], (paper_) => set({ paper: paper_ })),
      group(t('show_turned'), 'turned', now.turned, [['landscape', t('show_landscape')], ['portrait', t('show_portrait')]], (turned) => set({ turned })),
      group(t('show_extent'), 'extent', now.extent, [['view', t('show_extentView')], ['whole', t(state.area ? 'show_extentArea' : 'show_extentCity')]], (extent) => set({ extent })),
      h('fieldset', {}, h('legend', {}, t('show_drawn')),
        tick('patterns', t('show_patterns'), now.patterns, (patterns) => set({ patterns })),
        tick('streets', t('show_streets'), now.streets, (streets) => set({ streets })),
        state.kind !== 'all' && tick('facilities', t('show_drawFacilities'), now.facilities, (facilities) => set({ facilities }))),
      h('fieldset', {}, h('legend', {}, t('show_mark')),
        h('select', { 'data-key': 'mark', 'aria-label': t('show_mark'), onchange: (/** @type {Event} */ event) =>
          set({ mark: /** @type {any} */ (/** @type {HTMLSelectElement} */ (event.currentTarget).value) }) },
        ...['internal', 'number', 'none'].map((value) =>
          h('option', { value, selected: value === now.mark }, t(/** @type {any} */ (`show_mark_${value}`))))),
        now.mark === 'number' && h('label', { class: 'field' }, t('show_number'), h('input', {
          'data-key': 'map-number', value: now.mapNumber, maxlength: '60',
          oninput: (/** @type {Event} */ event) => this.#write({ mapNumber: /** @type {HTMLInputElement} */ (event.currentTarget).value }),
        })),
        now.mark === 'number' && h('p', { class: 'quiet' }, t('show_numberNote'))),
      h('label', { class: 'field' }, t('show_maker'), h('input', {
        'data-key': 'maker', value: now.maker, maxlength: '60', autocomplete: 'organization',
        oninput: (/** @type {Event} */ event) => this.#write({ maker: /** @type {HTMLInputElement} */ (event.currentTarget).value }),
      })),
      state.against !== null && h('p', { class: 'caution' }, t('show_noAgainst')),
      state.background === 'raster' && h('p', { class: 'caution' }, t('show_noRaster')),
      h('div', { class: 'show-actions' },
        h('button', { type: 'button', class: 'primary', 'data-key': 'print-now', onclick: () => printWhenDrawn(/** @type {HTMLElement} */ (this.stage), () => this.page.store.state.showing === 'print') }, icon('print'), t('show_printNow')),
        h('button', { type: 'button', class: 'secondary', 'data-key': 'show-close', onclick: () => this.page.store.set({ showing: null }) }, t('close'))),
      h('p', { class: 'quiet' }, t('show_printNote')));
  }

  /** @param {string} title */
  #retitle(title) {
    const key = subject(this.page.store.state);
    if (title.trim() === '') this.#titles.delete(key);
    else this.#titles.set(key, title);
    this.#soon();
  }

  /** @param {Partial<import('./choices.js').Choices>} patch */
  #write(patch) {
    choose(patch);
    this.#soon();
  }

  /** What is typed is on the paper when the typing rests. */
  #soon() {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#renderSheet(this.page.store.state), REDRAWN_AFTER_MS);
  }

  /** @param {State} state */
  #renderSheet(state) {
    const now = choices();
    const sheet = paper(state, now, { title: this.#title(state), scenario: this.#scenario?.id === state.scenario ? this.#scenario?.name ?? null : null });
    preview(/** @type {HTMLElement} */ (this.stage), [sheet]);
    setPageSize(now.paper, now.turned);
    const box = now.extent === 'whole' ? wholeBox(state) : boxOnScreen(this.page.view.map, state.index?.bbox ?? null);
    clearTimeout(this.#drawing);
    // What the page asks for when it opens comes in several answers: one drawing will do.
    this.#drawing = setTimeout(() => {
      if (box) drawPaper(sheet, state, now, box).catch((error) => this.page.failed(error));
    }, SETTLED_AFTER_MS);
  }

  /** @param {State} state */
  async #nameScenario({ scenario }) {
    if (scenario === null || this.#scenario?.id === scenario) return;
    this.#scenario = { id: scenario, name: String(scenario) };
    try {
      this.#scenario = await get(`scenarios/${scenario}`);
      this.#renderSheet(this.page.store.state);
    } catch (error) {
      this.page.failed(error);
    }
  }
}

/** @param {State} state */
function subject({ city, area, kind, scenario, lang }) {
  return [city, area, kind, scenario, lang].join();
}

/**
 * One of a few, as buttons.
 *
 * @template {string} T
 * @param {string} legend
 * @param {string} name
 * @param {T} chosen
 * @param {[T, string][]} options
 * @param {(value: T) => void} run
 */
function group(legend, name, chosen, options, run) {
  return h('fieldset', {}, h('legend', {}, legend),
    h('div', { class: 'choice' }, ...options.map(([value, words]) => h('button', {
      type: 'button', 'data-key': `${name}-${value}`, 'aria-pressed': String(value === chosen), onclick: () => run(value),
    }, words))));
}

/** @param {string} name @param {string} words @param {boolean} on @param {(on: boolean) => void} run */
function tick(name, words, on, run) {
  return h('label', { class: 'tick' }, h('input', {
    type: 'checkbox', 'data-key': `draw-${name}`, checked: on,
    onchange: (/** @type {Event} */ event) => run(/** @type {HTMLInputElement} */ (event.currentTarget).checked),
  }), words);
}
