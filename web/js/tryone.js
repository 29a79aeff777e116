// @ts-check
import { fill, h, icon } from './dom.js';
import { offset } from './geodesy.js';
import { area, local, t, whole } from './i18n.js';
import { statusChip } from './ask/sheet.js';
import { currentRadius, kindOf } from './state.js';
import { L } from './vendor.js';

const NUDGE_METRES = 20;
const LIFTED_SHOWN = 5;

/** "Try one here": a facility that exists on the screen only. */
export class TryOne {
  /** @type {any} */
  #marker = null;

  /**
   * @param {HTMLElement} card what the trial facility would bring
   * @param {HTMLElement} hint how to put one there
   * @param {import('./mapview.js').MapView} view
   * @param {import('./state.js').Store} store
   * @param {(id: number) => void} open
   * @param {(edits: import('./types.js').ScenarioEdit[], name: string) => void} keep in a scenario
   */
  constructor(card, hint, view, store, open, keep) {
    this.keep = keep;
    this.card = card;
    this.hint = hint;
    this.view = view;
    this.store = store;
    this.open = open;
    view.map.on('click', (/** @type {any} */ { latlng }) => {
      if (store.state.trying) this.#put(latlng.lng, latlng.lat);
    });
    view.map.getContainer().addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !store.state.trying || event.target !== view.map.getContainer()) return;
      const { lng, lat } = view.map.getCenter();
      this.#put(lng, lat);
    });
    store.on(['trying', 'tried', 'lang', 'kind', 'radius'], (state) => this.#render(state));
  }

  /** @param {boolean} on */
  mode(on) {
    this.store.set({ trying: on, tried: null, hover: null });
    if (on) this.view.map.getContainer().focus({ preventScroll: true });
  }

  /** @param {number} lon @param {number} lat */
  #put(lon, lat) {
    this.store.set({ tried: { lon, lat, answer: null } });
  }

  /** Keeps the last answer on the screen until the next one is there. @param {number} lon @param {number} lat */
  #move(lon, lat) {
    this.store.set({ tried: { lon, lat, answer: this.store.state.tried?.answer ?? null } });
  }

  /** @param {import('./state.js').State} state */
  #render(state) {
    this.view.map.getContainer().classList.toggle('trying', state.trying);
    this.#renderMarker(state);
    this.hint.hidden = !state.trying || state.tried !== null;
    this.card.hidden = !state.trying || state.tried === null;
    const kind = local(kindOf(state, state.kind).name);
    if (!this.hint.hidden) fill(this.hint, icon('pin'), t('tryHint', { kind }));
    if (!state.tried) return;
    const { answer } = state.tried;
    fill(this.card,
      h('h3', {}, t('tryTitle', { kind, radius: whole(currentRadius(state) ?? 0) }),
        h('button', {
          type: 'button', class: 'icon-button', 'data-key': 'try-remove', title: t('tryRemove'),
          'aria-label': t('tryRemove'), onclick: () => {
            this.store.set({ tried: null });
            this.view.map.getContainer().focus({ preventScroll: true });
          },
        }, icon('trash'))),
      ...(answer ? this.#result(answer) : [h('p', { class: 'quiet' }, t('tryWorking'))]),
      answer && keepForm(state, (name) => this.#keep(state, name)),
      h('p', { class: 'quiet' }, t('tryStored')));
  }

  /** @param {import('./state.js').State} state @param {string} name */
  #keep(state, name) {
    if (!state.tried) return;
    const { lon, lat } = state.tried;
    /** @type {import('./types.js').ScenarioEdit[]} */
    const edits = [{ do: 'add', kind: state.kind, name, lon, lat }];
    // It was tried at the radius on the slider: with another one it would serve others.
    if (state.radius !== null) edits.push({ do: 'rule', kind: state.kind, radiusMetres: state.radius });
    this.keep(edits, name);
  }

  /** @param {import('./types.js').Try} answer */
  #result(answer) {
    if (answer.changed.length === 0) return [h('p', {}, t('tryNothing'))];
    return [
      h('p', { class: 'try-gain' }, answer.residentsGained === null ? t('tryGainUnknown')
        : t('tryGain', { n: answer.residentsGained }),
      answer.group !== 'all' && answer.gained !== null
        && h('span', { class: 'quiet' }, ` · ${t('tryGroup', { group: t(/** @type {any} */ (`group_${answer.group}`)), n: whole(answer.gained) })}`)),
      h('p', {}, t('tryArea', { area: area(answer.areaGainedSqm) }), ' · ',
        answer.lifted.length > 0 ? t('tryLifted', { n: answer.lifted.length }) : t('tryNone')),
      answer.lifted.length > 0 && h('ul', { class: 'lifted' }, ...answer.lifted.slice(0, LIFTED_SHOWN).map((one) =>
        h('li', {}, h('button', {
          type: 'button', 'data-key': `lifted-${one.id}`, onclick: () => this.open(one.id),
        }, h('span', { class: 'lifted-name' }, one.name || t('unnamed')), statusChip(one.before), '→', statusChip(one.after)))),
      answer.lifted.length > LIFTED_SHOWN
        && h('li', { class: 'quiet' }, t('tryMore', { n: answer.lifted.length - LIFTED_SHOWN }))),
    ];
  }

  /** @param {import('./state.js').State} state */
  #renderMarker(state) {
    if (!state.tried) {
      this.#marker?.remove();
      this.#marker = null;
      return;
    }
    const { lon, lat } = state.tried;
    const kind = kindOf(state, state.kind);
    if (!this.#marker) {
      this.#marker = L.marker([lat, lon], {
        draggable: true, autoPan: true, keyboard: true,
        icon: L.divIcon({ className: 'trial-marker', iconSize: [30, 30] }),
      }).addTo(this.view.map);
      this.#marker.on('drag', () => {
        const at = this.#marker.getLatLng();
        this.#move(at.lng, at.lat);
      });
      this.#marker.getElement().addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#nudge(event));
    }
    const element = this.#marker.getElement();
    element.textContent = kind.icon;
    element.setAttribute('aria-label', t('tryMarker', { kind: local(kind.name) }));
    const at = this.#marker.getLatLng();
    if (at.lng !== lon || at.lat !== lat) this.#marker.setLatLng([lat, lon]);
  }

  /** @param {KeyboardEvent} event */
  #nudge(event) {
    const { tried } = this.store.state;
    const steps = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (event.key === 'Delete' || event.key === 'Backspace') this.store.set({ tried: null });
    else if (step && tried) {
      this.#move(...offset(tried.lon, tried.lat, step[0] * NUDGE_METRES, step[1] * NUDGE_METRES));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/**
 * A name and a button: what is tried becomes part of a scenario.
 *
 * @param {import('./state.js').State} state
 * @param {(name: string) => void} keep
 */
export function keepForm(state, keep) {
  const kind = local(kindOf(state, state.kind).name);
  const field = /** @type {HTMLInputElement} */ (h('input', {
    type: 'text', maxlength: '80', 'data-key': 'scenario-name', 'aria-label': t('scenarioName'),
    value: t('scenarioNewName', { kind }),
  }));
  return h('form', {
    class: 'keep-form', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      if (field.value.trim() !== '') keep(field.value.trim());
    },
  }, field, h('button', { type: 'submit', class: 'keep-button', 'data-key': 'scenario-keep' },
    state.scenario === null ? t('scenarioKeep') : t('scenarioAdd')));
}
