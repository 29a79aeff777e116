// @ts-check
import { fill, h, icon } from './dom.js';
import { local, t, whole } from './i18n.js';
import { badge } from './kinds.js';
import { currentRadius, currentRule, currentStandard, kindOf } from './state.js';

const STEP = 10;
const FROM = 50;

/**
 * The bar over the map: what is shown, the radius slider with the standard's value marked, where
 * that value comes from, and the way into "try one here".
 */
export class MapBar {
  #shown = '';
  #slider = /** @type {HTMLInputElement | null} */ (null);

  /**
   * @param {HTMLElement} element
   * @param {{radius: (metres: number | null) => void, trying: (on: boolean) => void, by: (what: 'area' | 'people') => void, mode: (mode: 'straight' | 'walking' | null) => void}} choose
   */
  constructor(element, choose) {
    this.element = element;
    this.choose = choose;
  }

  /** @param {import('./state.js').State} state */
  render(state) {
    const rule = currentRule(state);
    // The slider must stay the same element while it is being dragged.
    const shown = `${state.lang} ${state.standard} ${state.kind} ${state.trying} ${state.by} ${state.mode} ${state.kinds.length} ${state.standards.length}`;
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#build(state, rule);
    }
    if (rule) this.#update(state, rule);
  }

  /** @param {import('./state.js').State} state @param {import('./types.js').Rule | null} rule */
  #build(state, rule) {
    this.#slider = null;
    if (!rule || rule.radiusMetres === null) {
      fill(this.element,
        h('div', { class: 'bar-title' },
          h('span', { class: 'kind-badge', 'aria-hidden': 'true' }, h('span', { class: 'grid-mark' })),
          h('h2', {}, t('allKinds'))),
        h('span', { class: 'spring' }),
        this.#tryButton(state, state.trying),
        h('span', { class: 'bar-break' }), h('p', { class: 'citation' }, h('span', { class: 'citation-text' }, local(currentStandard(state)?.thresholdNote))),
        this.#how(state, null), this.#byWhat(state));
      return;
    }
    const to = topOf(rule.radiusMetres);
    this.#slider = /** @type {HTMLInputElement} */ (h('input', {
      type: 'range', id: 'radius', min: FROM, max: to, step: STEP, 'data-key': 'radius',
      oninput: (/** @type {Event} */ event) =>
        this.choose.radius(Number(/** @type {HTMLInputElement} */ (event.currentTarget).value)),
    }));
    const mark = h('span', { class: 'standard-mark', 'aria-hidden': 'true' });
    mark.style.setProperty('--at', String((rule.radiusMetres - FROM) / (to - FROM)));
    fill(this.element,
      h('div', { class: 'bar-title' }, badge(state, rule.kind),
        h('h2', { title: local(kindOf(state, rule.kind).name) }, local(kindOf(state, rule.kind).name))),
      h('div', { class: 'radius-control' },
        h('label', { for: 'radius' }, t('radius'), h('output', { for: 'radius', class: 'radius-value' })),
        h('div', { class: 'slider' }, mark, this.#slider),
        h('button', {
          type: 'button', class: 'reset', 'data-key': 'reset',
          onclick: () => { this.choose.radius(null); this.#slider?.focus(); },
        }, icon('reset'), h('span', {}, t('standardRadius', { radius: whole(rule.radiusMetres) })))),
      h('span', { class: 'spring' }),
      this.#tryButton(state, true),
      h('span', { class: 'bar-break' }), citation(rule), this.#how(state, rule), this.#byWhat(state));
  }

  /** @param {import('./state.js').State} state @param {import('./types.js').Rule} rule */
  #update(state, rule) {
    const radius = currentRadius(state) ?? FROM;
    if (!this.#slider) return;
    if (Number(this.#slider.value) !== radius) this.#slider.value = String(radius);
    this.#slider.setAttribute('aria-valuetext',
      t('radiusSpoken', { radius: whole(radius), standard: whole(rule.radiusMetres ?? 0) }));
    this.element.classList.toggle('radius-changed', state.radius !== null);
    const output = this.element.querySelector('.radius-value');
    if (output) output.textContent = t('radiusValue', { radius: whole(radius) });
    const reset = /** @type {HTMLButtonElement} */ (this.element.querySelector('.reset'));
    reset.disabled = state.radius === null;
    reset.title = state.radius === null ? '' : t('resetRadius');
  }

  /** Area or people: what a share is a share of. @param {import('./state.js').State} state */
  #byWhat(state) {
    const button = (/** @type {'area' | 'people'} */ what) => h('button', {
      type: 'button', 'data-key': `by-${what}`, 'aria-pressed': String(state.by === what),
      title: t(what === 'area' ? 'byAreaNote' : 'byPeopleNote'), onclick: () => this.choose.by(what),
    }, t(what === 'area' ? 'ofArea' : 'ofPeople'));
    return h('div', { class: 'languages by-what', role: 'group', 'aria-label': t('shareOf') }, button('area'), button('people'));
  }

  /**
   * As the crow flies or on foot; for all kinds also as each row of the standard says.
   *
   * @param {import('./state.js').State} state
   * @param {import('./types.js').Rule | null} rule
   */
  #how(state, rule) {
    const own = rule?.mode ?? null;
    const shown = state.mode ?? own;
    const button = (/** @type {'straight' | 'walking' | null} */ mode) => h('button', {
      type: 'button', 'data-key': `mode-${mode}`, 'aria-pressed': String(shown === mode),
      title: t(`choose_mode_${mode ?? 'own'}_note`), onclick: () => this.choose.mode(mode === own ? null : mode),
    }, t(`choose_mode_${mode ?? 'own'}`));
    return h('div', { class: 'languages by-what', role: 'group', 'aria-label': t('choose_mode') },
      own === null && button(null), button('straight'), button('walking'));
  }

  /** @param {import('./state.js').State} state @param {boolean} possible */
  #tryButton(state, possible) {
    return h('button', {
      type: 'button', class: 'try-button', 'data-key': 'try', disabled: !possible,
      title: possible ? null : t('tryPick'), 'aria-pressed': String(state.trying),
      onclick: () => this.choose.trying(!state.trying),
    }, icon(state.trying ? 'close' : 'pin'), state.trying ? t('tryStop') : t('try'));
  }
}

/** @param {number} radius the standard's @returns {number} the slider's end, metres */
export function topOf(radius) {
  return Math.max(1000, Math.ceil((radius * 2) / 500) * 500);
}

/**
 * @param {{clause: import('./types.js').Text, source?: import('./types.js').Text,
 *     standardSource?: import('./types.js').Text, year: number, verification: import('./types.js').Verification, localChoice: boolean, mode: string,
 *     note: import('./types.js').Text}} rule
 * @returns {HTMLElement} where the number comes from and how far it was checked
 */
export function citation(rule) {
  const given = rule.standardSource ?? rule.source;
  const source = given ? local(given) : '';
  const year = rule.year && !source.includes(String(rule.year)) ? `(${rule.year})` : '';
  const words = [source, year, local(rule.clause)].filter(Boolean).join(' ');
  const note = local(rule.note);
  return h('p', { class: 'citation', title: [words, note].filter(Boolean).join('\n') },
    rule.localChoice && h('span', { class: 'mark-chip choice', title: t('localChoiceNote') }, t('localChoice')),
    h('span', { class: `mark-chip ${rule.verification}`, title: t(`${rule.verification}Note`) }, t(rule.verification)),
    h('span', { class: 'citation-text' }, words, words && note && h('span', { class: 'citation-note' }, note), !words && note));
}
