// @ts-check
import { fill, h, icon } from '../dom.js';
import { t } from '../i18n.js';
import { currentStandard } from '../state.js';
import { placeBeside } from './place.js';

const REMEMBERED = 'gapmap.welcomed';
const GAP = 12;

/** @typedef {{target: string, name: 'kinds' | 'radius' | 'map' | 'side', before?: (page: import('../main.js').Page) => void}} Step */

/** @type {Step[]} what a newcomer is shown, in the order of the work */
const STEPS = [
  { target: '#kinds', name: 'kinds' },
  { target: '#mapbar', name: 'radius', before: chooseAKind },
  { target: '#frame', name: 'map' },
  { target: '#side', name: 'side' },
];

/** A first visit: three lines that say what this is, and a tour of four steps. @param {import('../main.js').Page} page */
export function installWelcome(page) {
  const tour = new Tour(page, page.element('welcome'));
  const { store } = page;
  // Whoever follows a link came for what it shows.
  if (location.hash === '' && !remembered()) {
    const wait = (/** @type {import('../state.js').State} */ state) => {
      if (greeted || !state.index || state.index.id.length === 0) return;
      greeted = true;
      store.set({ welcomed: false });
    };
    let greeted = false;
    store.on(['index'], wait);
  }
  store.on(['welcomed', 'lang'], (state) => tour.render(state.welcomed));
}

class Tour {
  /** -1 is the greeting. */
  #step = -1;
  #open = false;
  /** @type {HTMLElement | null} */
  #from = null;
  /** What is pointed at may change its size with the step, as with the window. */
  #watch = new ResizeObserver(() => this.#place());

  /** @param {import('../main.js').Page} page @param {HTMLElement} element */
  constructor(page, element) {
    this.page = page;
    this.element = element;
    element.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {boolean} welcomed */
  render(welcomed) {
    if (welcomed) {
      if (this.#open) this.#leave();
      return;
    }
    if (!this.#open) {
      this.#step = -1;
      this.#from = /** @type {HTMLElement | null} */ (document.activeElement);
    }
    this.#open = true;
    this.#draw();
  }

  #draw() {
    this.element.hidden = false;
    const greeting = this.#step < 0;
    const step = STEPS[this.#step];
    const last = this.#step === STEPS.length - 1;
    fill(this.element,
      h('div', { class: `welcome-hole${greeting ? ' whole' : ''}` }),
      h('div', {
        class: `welcome-card${greeting ? ' greeting' : ''}`, role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'welcome-title', 'aria-describedby': 'welcome-text',
      },
      h('button', {
        type: 'button', class: 'icon-button', 'data-key': 'welcome-close', title: t('close'), 'aria-label': t('close'), onclick: () => this.#end(),
      }, icon('close')),
      h('h2', { id: 'welcome-title', tabindex: '-1' }, greeting ? t('welcome_title') : t(`welcome_${step.name}`)),
      greeting
        ? h('ul', { id: 'welcome-text' }, ...[t('welcome_what'), t('welcome_how'), t('welcome_trust')].map((line) => h('li', {}, line)))
        : h('p', { id: 'welcome-text' }, t(`welcome_${step.name}Text`)),
      h('div', { class: 'welcome-foot' },
        greeting ? h('button', { type: 'button', class: 'text-button', 'data-key': 'welcome-start', onclick: () => this.#end() }, t('welcome_start'))
          : h('span', { class: 'quiet' }, t('welcome_step', { at: this.#step + 1, of: STEPS.length })),
        h('span', { class: 'spring' }),
        this.#step > 0 && h('button', { type: 'button', class: 'text-button', 'data-key': 'welcome-back', onclick: () => this.#go(-1) }, t('welcome_back')),
        h('button', { type: 'button', class: 'primary', 'data-key': 'welcome-next', onclick: () => this.#go(1) },
          greeting ? t('welcome_tour') : last ? t('welcome_done') : t('welcome_next')))));
    this.#watch.disconnect();
    const target = step && document.querySelector(step.target);
    if (target) this.#watch.observe(target);
    this.#place();
    this.element.querySelector('h2')?.focus({ preventScroll: true });
  }

  /** @param {number} by */
  #go(by) {
    this.#step += by;
    if (this.#step >= STEPS.length) {
      this.#end();
      return;
    }
    STEPS[this.#step].before?.(this.page);
    this.#draw();
  }

  #end() {
    this.page.store.set({ welcomed: true });
    try {
      localStorage.setItem(REMEMBERED, '1');
    } catch {
      // Where storage is forbidden the greeting comes again.
    }
  }

  #leave() {
    this.#open = false;
    this.#watch.disconnect();
    this.element.hidden = true;
    fill(this.element);
    (this.#from?.isConnected ? this.#from : document.getElementById('map'))?.focus({ preventScroll: true });
  }

  #place() {
    const step = STEPS[this.#step];
    const hole = /** @type {HTMLElement} */ (this.element.querySelector('.welcome-hole'));
    const card = /** @type {HTMLElement} */ (this.element.querySelector('.welcome-card'));
    const target = step && document.querySelector(step.target)?.getBoundingClientRect();
    if (!target) return;
    Object.assign(hole.style, { left: `${target.left}px`, top: `${target.top}px`, width: `${target.width}px`, height: `${target.height}px` });
    const { x, y } = placeBeside(target, card.getBoundingClientRect(), { width: innerWidth, height: innerHeight }, GAP);
    Object.assign(card.style, { left: `${x}px`, top: `${y}px` });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape') this.#end();
    else if (event.key === 'ArrowRight') this.#go(1);
    else if (event.key === 'ArrowLeft' && this.#step > 0) this.#go(-1);
    else if (event.key === 'Tab') {
      const buttons = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll('button')]);
      const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      buttons[(at + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The slider is there for one kind only. @param {import('../main.js').Page} page */
function chooseAKind({ store, app }) {
  const { state } = store;
  if (state.kind !== 'all') return;
  const shown = state.summary?.kinds.find((one) => one.hasLayer)?.kind
    ?? currentStandard(state)?.rules.find((rule) => rule.radiusMetres !== null)?.kind;
  if (shown) app.chooseKind(shown);
}

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED) !== null;
  } catch {
    return false;
  }
}
