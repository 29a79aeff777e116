// @ts-check
import { get, isAbort } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { local, t, whole } from '../i18n.js';
import { currentStandard } from '../state.js';
import { choices } from './choices.js';
import { placeName, today, warnings } from './facts.js';
import { KindSlide } from './kindslide.js';
import { cityMap, limits, ranking, supposed, title } from './slidepages.js';

/** @typedef {import('../state.js').State} State */
/**
 * @typedef {object} Slide
 * @property {string} name
 * @property {string} title
 * @property {(body: HTMLElement, state: State) => void | Promise<void>} show
 */

const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp'];
const ON = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'];

/** Slides for a meeting, made of the view: always of the whole city, since their numbers are. */
export class SlidesView {
  #at = 0;
  /** @type {Slide[]} */
  #slides = [];
  /** @type {Map<string, KindSlide>} */
  #kinds = new Map();
  /** @type {import('../types.js').Scenario | null} */
  #scenario = null;
  #shown = '';

  /** @param {HTMLElement} element @param {import('../main.js').Page} page */
  constructor(element, page) {
    this.element = element;
    this.page = page;
    // On the document: whoever clicked on the ground still turns pages.
    document.addEventListener('keydown', (event) => page.store.state.showing === 'slides' && this.#key(event));
    document.addEventListener('fullscreenchange', () => page.store.state.showing === 'slides' && this.#renderFrame());
    page.store.on(['showing'], ({ showing }) => {
      if (showing !== 'slides' && document.fullscreenElement === element) document.exitFullscreen();
      if (showing !== 'slides') this.#at = 0;
    });
    new ResizeObserver(() => page.store.state.showing === 'slides' && this.#redraw()).observe(element);
  }

  /** @param {State} state */
  render(state) {
    this.#fetchScenario(state);
    if (!this.element.querySelector('.slide')) {
      this.slide = h('article', { class: 'slide always-light', tabindex: '0', 'data-key': 'show-title' });
      this.element.replaceChildren(this.slide);
      this.#shown = '';
    }
    this.#slides = this.#deck({ ...state, area: null });
    this.#at = Math.min(this.#at, this.#slides.length - 1);
    this.#renderFrame();
  }

  /** @param {State} state @returns {Slide[]} */
  #deck(state) {
    const kinds = (state.summary?.kinds ?? []).filter((kind) => kind.hasLayer);
    const deck = [title(state), cityMap(state), ...kinds.map((kind) => this.#kind(state, kind.kind))];
    const ranked = ranking(state);
    if (ranked) deck.push(ranked);
    if (this.#scenario && state.scenario === this.#scenario.id) deck.push(supposed(state, this.#scenario, this.page.failed));
    deck.push(limits(state));
    return deck;
  }

  /** @param {State} state @param {string} kind @returns {Slide} */
  #kind(state, kind) {
    const key = [state.city, state.standard, kind, state.by, state.mode, state.scenario, state.index?.dataVersion].join();
    let slide = this.#kinds.get(key);
    if (!slide) {
      slide = new KindSlide(kind, state.kind === kind ? state.radius : null, this.page.failed);
      this.#kinds.set(key, slide);
    }
    return slide.slide(state);
  }

  #renderFrame() {
    const { state } = this.page.store;
    const slide = this.#slides[this.#at];
    const article = this.slide;
    if (!slide || !article) return;
    const whole_ = { ...state, area: null };
    const body = h('div', { class: `slide-body slide-${slide.name}` });
    const changed = this.#shown !== slide.name;
    this.#shown = slide.name;
    article.setAttribute('aria-label', t('show_slideOf', { n: this.#at + 1, of: this.#slides.length, title: slide.title }));
    const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {string} */ words, /** @type {() => void} */ run, off = false) =>
      h('button', { type: 'button', class: 'slide-button', 'data-key': key, title: words, 'aria-label': words, disabled: off, onclick: run }, icon(sign));
    fill(article,
      h('header', { class: 'slide-head' }, h('h2', {}, slide.title)),
      body,
      h('footer', { class: 'slide-foot' },
        h('p', {}, ...warnings(state, choices()).map((words) => h('b', {}, `${words} · `)), t('show_slideSource', {
          place: placeName(whole_), standard: local(currentStandard(state)?.name), version: state.index?.dataVersion ?? '', date: today(),
        }), state.scenario !== null && ` · ${t('show_supposing', { name: this.#scenario?.name ?? String(state.scenario) })}`),
        h('div', { class: 'slide-buttons' },
          button('slide-back', 'back', t('show_slideBack'), () => this.#go(this.#at - 1), this.#at === 0),
          h('span', { class: 'slide-number' }, `${this.#at + 1} / ${this.#slides.length}`),
          button('slide-on', 'on', t('show_slideOn'), () => this.#go(this.#at + 1), this.#at === this.#slides.length - 1),
          button('slide-full', 'city', t(document.fullscreenElement ? 'show_slideSmall' : 'show_slideFull'), () => this.#fullScreen()),
          button('show-close', 'close', t('close'), () => this.page.store.set({ showing: null })))));
    if (changed) this.page.store.set({ announcement: slide.title });
    Promise.resolve(slide.show(body, whole_)).catch((error) => isAbort(error) || this.page.failed(error));
  }

  #redraw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#renderFrame());
  }
  #frame = 0;

  /** @param {number} at */
  #go(at) {
    const to = Math.max(0, Math.min(at, this.#slides.length - 1));
    if (to === this.#at) return;
    this.#at = to;
    this.#renderFrame();
    // The button that was pressed may be off now; the keys go on from the slide.
    if (!this.element.contains(document.activeElement) || document.activeElement === document.body) this.slide?.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.tagName === 'INPUT' || event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = target.tagName === 'BUTTON' && (event.key === ' ' || event.key === 'Enter');
    if (onButton) return;
    if (BACK.includes(event.key)) this.#go(this.#at - 1);
    else if (ON.includes(event.key)) this.#go(this.#at + 1);
    else if (event.key === 'Home') this.#go(0);
    else if (event.key === 'End') this.#go(this.#slides.length - 1);
    else if (event.key === 'f' || event.key === 'F') this.#fullScreen();
    else return;
    event.preventDefault();
  }

  #fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    // A browser may refuse; the slides then stay in the window.
    else this.element.requestFullscreen?.().catch(() => {});
  }

  /** @param {State} state */
  async #fetchScenario({ scenario }) {
    if (scenario === null || this.#scenario?.id === scenario) return;
    try {
      this.#scenario = await get(`scenarios/${scenario}`);
      this.render(this.page.store.state);
    } catch (error) {
      this.page.failed(error);
    }
  }
}

/** @param {string} value @param {string} words @param {string | false | null} [note] @returns {HTMLElement} a number to be read from the back of the room */
export function bigNumber(value, words, note) {
  return h('div', { class: 'big-number' }, h('b', {}, value), h('span', {}, words, note && h('span', { class: 'small' }, note)));
}

/** @param {number | null | undefined} value */
export function orUnknown(value) {
  return value === null || value === undefined ? t('unknown') : whole(value);
}
