// @ts-check
import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';

/**
 * @typedef {object} Page one of the report's pages
 * @property {string} name
 * @property {(element: HTMLElement, state: import('./state.js').State) => void} render called
 *     whenever the question or the language may have changed
 * @property {(keyof import('./state.js').State)[]} [keys] what it is drawn anew for besides
 */

/** What the whole city looks like, in tables: laid over the map, one page at a time. */
export class Report {
  /**
   * @param {HTMLElement} element
   * @param {import('./state.js').Store} store
   * @param {Page[]} pages
   */
  constructor(element, store, pages) {
    this.element = element;
    this.store = store;
    this.pages = pages;
    store.on(['report', 'lang', 'city', 'standard', 'index', 'kinds', 'standards', 'cities', 'scenario'], (state) => this.#render(state));
    for (const page of pages) {
      if (page.keys) store.on(page.keys, (state) => { if (this.#shown(state) === page && state.report !== null) this.#render(state); });
    }
  }

  close() {
    this.store.set({ report: null });
    /** @type {HTMLElement | null} */ (document.querySelector('[data-key="report"]'))?.focus();
  }

  /** @param {import('./state.js').State} state @returns {Page} */
  #shown(state) {
    return this.pages.find((one) => one.name === state.report) ?? this.pages[0];
  }

  /** @param {import('./state.js').State} state */
  #render(state) {
    this.element.hidden = state.report === null || !state.index;
    if (this.element.hidden) {
      fill(this.element);
      return;
    }
    const page = this.#shown(state);
    const body = h('div', { class: 'report-body', role: 'tabpanel', 'aria-labelledby': `tab-${page.name}`, id: 'report-body' });
    fill(this.element,
      h('div', { class: 'report-head' },
        h('h2', {}, t('report')),
        h('div', { class: 'tabs', role: 'tablist', onkeydown: (/** @type {KeyboardEvent} */ event) => this.#arrow(event, page) },
          ...this.pages.map((one) => h('button', {
            type: 'button', role: 'tab', id: `tab-${one.name}`, 'data-key': `tab-${one.name}`,
            'aria-selected': String(one === page), 'aria-controls': 'report-body', tabindex: one === page ? '0' : '-1',
            onclick: () => this.store.set({ report: one.name }),
          }, t(/** @type {any} */ (`report_${one.name}`))))),
        h('button', {
          type: 'button', class: 'icon-button', 'data-key': 'report-close', title: t('close'), 'aria-label': t('close'),
          onclick: () => this.close(),
        }, icon('close'))),
      body);
    page.render(body, state);
  }

  /** @param {KeyboardEvent} event @param {Page} page */
  #arrow(event, page) {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = this.pages[(this.pages.indexOf(page) + by + this.pages.length) % this.pages.length];
    this.store.set({ report: next.name });
    queueMicrotask(() => document.getElementById(`tab-${next.name}`)?.focus());
    event.preventDefault();
  }
}

/**
 * An answer fetched for a page of the report, drawn when it comes; a newer question wins.
 *
 * @template T
 */
export class Answer {
  #asked = '';
  /** @type {T | null} */
  #value = null;

  /** @param {(question: Record<string, string | number | null>) => Promise<T>} fetch */
  constructor(fetch) {
    this.fetch = fetch;
  }

  /**
   * @param {Record<string, string | number | null>} question
   * @param {() => void} arrived
   * @param {(error: unknown) => void} failed
   * @returns {T | null} what is there already
   */
  for(question, arrived, failed) {
    const asked = JSON.stringify(question);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#value = null;
      this.fetch(question).then((value) => {
        if (this.#asked !== asked) return;
        this.#value = value;
        arrived();
      }, (error) => {
        if (this.#asked === asked) this.#asked = '';
        failed(error);
      });
    }
    return this.#value;
  }
}
