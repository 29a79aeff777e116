// @ts-check
import { fill, h, icon } from '../dom.js';
import { t, whole } from '../i18n.js';
import { colourOf } from '../palette.js';
import { countsByRenovation, renovationTold, renovationWords } from '../renovation.js';
import { countsByClass, scheme } from '../see/classes.js';
import { paintWords } from './tofile.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('./columns.js').Column} Column */

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/**
 * What the tools of the table do.
 *
 * @typedef {object} Tools
 * @property {(words: string) => void} find
 * @property {(inView: boolean) => void} inView
 * @property {(year: number | null) => void} oldUntil
 * @property {(filter: string) => void} filter
 * @property {(states: string) => void} renovation
 * @property {() => void} wholeCity
 * @property {(key: string, shown: boolean) => void} column
 * @property {(format: 'csv' | 'xlsx') => void} save
 * @property {() => void} whole
 * @property {() => void} close
 */

/**
 * The line over the table. The fields stay the same elements, so that typing is never interrupted.
 */
export class Toolbar {
  #year = 2000;
  #find;
  #yearField;
  #old;
  #inView;
  #count = h('span', { class: 'rank-count', role: 'status' });
  #title = h('h2', {});
  #area = h('span', { class: 'rank-area' });
  #statuses;
  #renovations;
  #columns;
  #files;
  #buttons = h('span', { class: 'rank-right' });
  words = { old: h('span'), oldAfter: h('span'), inView: h('span') };

  /** @param {HTMLElement} element @param {HTMLElement} below what is done with the columns and the whole @param {Tools} tools */
  constructor(element, below, tools) {
    this.tools = tools;
    this.#find = /** @type {HTMLInputElement} */ (h('input', {
      type: 'search', class: 'rank-find', 'data-key': 'rank-find', autocomplete: 'off', spellcheck: 'false',
      oninput: () => tools.find(this.#find.value.trim()),
    }));
    this.#yearField = /** @type {HTMLInputElement} */ (h('input', {
      type: 'number', class: 'rank-year', min: FIRST_YEAR, max: LAST_YEAR, step: 1, value: this.#year, 'data-key': 'rank-year',
      oninput: () => this.#changeYear(),
    }));
    this.#old = /** @type {HTMLInputElement} */ (h('input', {
      type: 'checkbox', 'data-key': 'rank-old', onchange: () => tools.oldUntil(this.#old.checked ? this.#year : null),
    }));
    this.#inView = /** @type {HTMLInputElement} */ (h('input', {
      type: 'checkbox', 'data-key': 'rank-in-view', onchange: () => tools.inView(this.#inView.checked),
    }));
    this.#statuses = menu('statuses');
    this.#renovations = menu('renovations');
    this.#columns = menu('columns');
    this.#files = menu('files');
    fill(element, this.#title, this.#count, this.#area, this.#find, this.#statuses, this.#renovations,
      h('span', { class: 'rank-old' }, h('label', {}, this.#old, this.words.old), this.#yearField, this.words.oldAfter),
      h('label', {}, this.#inView, this.words.inView),
      this.#buttons);
    fill(below, this.#columns, this.#files);
  }

  #changeYear() {
    const year = Number(this.#yearField.value);
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return;
    this.#year = year;
    this.tools.oldUntil(year);
  }

  /**
   * @param {State} state
   * @param {{columns: Column[], shown: Set<string>, count: number, whole: boolean}} now
   */
  render(state, { columns, shown, count, whole: over }) {
    const all = state.index?.id.length ?? 0;
    this.#title.textContent = t('rank_title');
    this.#count.textContent = count === all ? whole(all) : t('rank_countOf', { n: count, all });
    if (document.activeElement !== this.#find) this.#find.value = state.named;
    this.#find.placeholder = t('rank_find');
    this.#find.setAttribute('aria-label', t('rank_find'));
    this.words.old.textContent = t('rank_oldUntil');
    this.words.oldAfter.textContent = t('rank_oldFirst');
    this.words.inView.textContent = t('rank_inView');
    this.#old.checked = state.oldUntil !== null;
    if (state.oldUntil !== null) this.#year = state.oldUntil;
    if (document.activeElement !== this.#yearField) this.#yearField.value = String(this.#year);
    this.#yearField.setAttribute('aria-label', t('rank_oldYear'));
    const area = state.index?.areas?.find((one) => one.key === state.area);
    fill(this.#area, area && h('button', {
      type: 'button', class: 'rank-chip', 'data-key': 'rank-area', title: t('rank_wholeCity'), onclick: () => this.tools.wholeCity(),
    }, area.name, icon('close')));
    this.#renderStatuses(state);
    this.#renderRenovations(state);
    fillMenu(this.#columns, t('rank_columns'), false, ...columns.slice(1).map((column) => h('label', {},
      h('input', {
        type: 'checkbox', checked: shown.has(column.key), 'data-key': `rank-column-${column.key}`,
        onchange: (/** @type {Event} */ event) => this.tools.column(column.key, /** @type {HTMLInputElement} */ (event.currentTarget).checked),
      }), column.label)));
    fillMenu(this.#files, t('rank_save'), false,
      ...FORMATS.map((format) => h('button', {
        type: 'button', 'data-key': `rank-save-${format}`, onclick: () => { this.#files.removeAttribute('open'); this.tools.save(format); },
      }, t(/** @type {any} */ (`rank_save_${format}`)))));
    const button = (/** @type {string} */ key, /** @type {string} */ image, /** @type {string} */ words, /** @type {() => void} */ run) => h('button', {
      type: 'button', class: 'icon-button', 'data-key': key, title: words, 'aria-label': words, onclick: run,
    }, icon(image));
    fill(this.#buttons,
      button('rank-whole', over ? 'down' : 'up', t(over ? 'rank_lower' : 'rank_whole'), this.tools.whole),
      button('rank-close', 'close', t('rank_close'), this.tools.close));
  }

  /** Empties what is asked for here. */
  clear() {
    this.#find.value = '';
    this.#inView.checked = false;
  }

  /** The legend's filter, for where the table lies over the legend. @param {State} state */
  #renderStatuses(state) {
    const counts = state.coverage?.kind === state.kind ? countsByClass(state) : null;
    const classes = scheme(state).filter((paint) => counts?.has(paint));
    const { filter } = state;
    fillMenu(this.#statuses, filter === '' ? t('rank_statuses') : t('rank_statusesOf', { n: filter.length }), filter !== '',
      ...classes.map((paint) => h('label', {},
        h('input', {
          type: 'checkbox', checked: filter === '' || filter.includes(paint), 'data-key': `rank-status-${paint}`,
          onchange: () => this.tools.filter(toggled(filter, paint, classes)),
        }), h('span', { class: `swatch${paint === 'u' ? ' fill-unknown' : ''}`, style: paint === 'u' ? {} : { background: colourOf(paint) } }),
        paintWords(paint), h('span', { class: 'rank-menu-count' }, whole(counts?.get(paint) ?? 0)))));
  }

  /** What is renovated, and what waits for it. @param {State} state */
  #renderRenovations(state) {
    const { renovation } = state;
    this.#renovations.hidden = !renovationTold(state);
    if (this.#renovations.hidden) return;
    const counts = [...countsByRenovation(state)];
    const letters = counts.map(([letter]) => letter);
    fillMenu(this.#renovations, renovation === '' ? t('rank_renovation') : t('rank_renovationOf', { n: renovation.length }), renovation !== '',
      ...counts.map(([letter, count]) => h('label', {},
        h('input', {
          type: 'checkbox', checked: renovation === '' || renovation.includes(letter), 'data-key': `rank-renovation-${letter}`,
          onchange: () => this.tools.renovation(toggled(renovation, letter, letters)),
        }), renovationWords(letter), h('span', { class: 'rank-menu-count' }, whole(count)))),
      h('button', { type: 'button', class: 'rank-menu-pick', 'data-key': 'rank-renovation-open', onclick: () => this.tools.renovation('np') }, t('rank_notYet')));
  }
}

const FORMATS = /** @type {const} */ (['csv', 'xlsx']);
/** The filter with one of its classes turned on or off; '' where all are on. @param {string} filter @param {string} paint @param {string[]} all */
function toggled(filter, paint, all) {
  const on = new Set(filter === '' ? all : filter);
  if (!on.delete(paint)) on.add(paint);
  return all.every((one) => on.has(one)) ? '' : all.filter((one) => on.has(one)).join('');
}

/** @param {string} name @returns {HTMLDetailsElement} closed by Escape and by whatever else is clicked */
function menu(name) {
  const element = /** @type {HTMLDetailsElement} */ (h('details', { class: 'rank-menu', 'data-menu': name },
    h('summary', { 'data-key': `rank-${name}` }), h('div', { class: 'rank-menu-list' })));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    event.stopPropagation();
    element.open = false;
    element.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    if (element.open && !event.composedPath().includes(element)) element.open = false;
  });
  return element;
}

/** @param {HTMLDetailsElement} element @param {string} words @param {boolean} on @param {...HTMLElement} items */
function fillMenu(element, words, on, ...items) {
  const [summary, list] = element.children;
  fill(summary, words, icon('up'));
  summary.classList.toggle('on', on);
  fill(list, ...items);
}
