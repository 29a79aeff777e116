// @ts-check
import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';

const SHOWN_AT_MOST = 8;

/** Finds a community by its name: the keyboard's way to what the mouse clicks on the map. */
export class Search {
  #index = /** @type {import('./types.js').Index | null} */ (null);
  #results = h('div', { class: 'results', role: 'listbox', id: 'results', hidden: true });
  #input = /** @type {HTMLInputElement} */ (h('input', {
    type: 'search', id: 'search', autocomplete: 'off', spellcheck: 'false', role: 'combobox',
    'aria-controls': 'results', 'aria-expanded': 'false', 'aria-autocomplete': 'list',
    oninput: () => this.#look(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    onblur: () => setTimeout(() => this.#close(), 150),
  }));

  /** @param {HTMLElement} element @param {(id: number) => void} open @param {(text: string) => void} say */
  constructor(element, open, say) {
    this.open = open;
    this.say = say;
    fill(element, icon('search'), this.#input, this.#results);
  }

  /** @param {import('./state.js').State} state */
  render(state) {
    this.#index = state.index;
    this.#input.placeholder = t('search');
    this.#input.setAttribute('aria-label', t('search'));
    this.#results.setAttribute('aria-label', t('search'));
  }

  #look() {
    const text = this.#input.value.trim();
    const names = this.#index?.name ?? [];
    const hits = [];
    let count = 0;
    for (let i = 0; text && i < names.length; i++) {
      if (!names[i].toLowerCase().includes(text.toLowerCase())) continue;
      if (count++ < SHOWN_AT_MOST) hits.push(i);
    }
    fill(this.#results,
      ...hits.map((i, n) => h('div', {
        role: 'option', id: `result-${n}`, class: 'result', 'aria-selected': String(n === 0),
        onmousedown: () => this.#choose(i),
      }, names[i])),
      text && count === 0 && h('p', { class: 'quiet' }, t('nothingFound', { text })));
    for (const [n, i] of hits.entries()) {
      /** @type {HTMLElement} */ (this.#results.children[n]).dataset.index = String(i);
    }
    this.#results.hidden = !text;
    this.#input.setAttribute('aria-expanded', String(hits.length > 0));
    this.#activate(0);
    if (text) this.say(count === 0 ? t('nothingFound', { text }) : t('found', { n: count }));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const options = [...this.#results.querySelectorAll('[role=option]')];
    const now = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown') this.#activate(Math.min(now + 1, options.length - 1));
    else if (event.key === 'ArrowUp') this.#activate(Math.max(now - 1, 0));
    else if (event.key === 'Enter' && now >= 0) {
      this.#choose(Number(/** @type {HTMLElement} */ (options[now]).dataset.index));
    } else if (event.key === 'Escape' && this.#input.value) {
      this.#input.value = '';
      this.#close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  /** @param {number} wanted */
  #activate(wanted) {
    const options = this.#results.querySelectorAll('[role=option]');
    options.forEach((option, n) => option.setAttribute('aria-selected', String(n === wanted)));
    if (options[wanted]) this.#input.setAttribute('aria-activedescendant', `result-${wanted}`);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  /** @param {number} i */
  #choose(i) {
    const id = this.#index?.id[i];
    this.#input.value = '';
    this.#close();
    if (id !== undefined) this.open(id);
  }

  #close() {
    this.#results.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}
