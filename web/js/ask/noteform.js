// @ts-check
import { Problem } from '../api.js';
import { fill, h } from '../dom.js';
import { offset } from '../geodesy.js';
import { local, t } from '../i18n.js';
import { currentStandard, kindOf } from '../state.js';
import { L } from '../vendor.js';
import { refused } from './notebook.js';

const NUDGE_METRES = 5;
const REMEMBERED = 'gapmap.by';

/**
 * A note while it is written: a card at the head of the side panel, and a pin that is dragged, nudged
 * by the arrow keys, or put where the map is clicked.
 */
export class NoteForm {
  /** @type {any} */
  #pin = null;
  /** What the fields were built for: they keep what is written in them while the pin moves. */
  #built = '';

  /**
   * @param {HTMLElement} card
   * @param {import('../mapview.js').MapView} view
   * @param {import('../state.js').Store} store
   * @param {(note: import('../types.js').NoteDraft & {text: string, by: string}) => Promise<void>} keep
   */
  constructor(card, view, store, keep) {
    this.card = card;
    this.view = view;
    this.store = store;
    this.keep = keep;
    this.text = /** @type {HTMLTextAreaElement} */ (h('textarea', { id: 'note-text', rows: '3', maxlength: '2000', required: true, 'data-key': 'note-text' }));
    this.by = /** @type {HTMLInputElement} */ (h('input', { id: 'note-by', type: 'text', maxlength: '100', autocomplete: 'name', 'data-key': 'note-by' }));
    this.kind = /** @type {HTMLSelectElement} */ (h('select', { id: 'note-kind', 'data-key': 'note-kind' }));
    this.place = h('p', { class: 'quiet note-place', 'aria-live': 'polite' });
    this.error = h('p', { class: 'note-error', role: 'alert', hidden: true });
    view.map.on('click', (/** @type {any} */ { latlng }) => {
      if (store.state.writing) this.#move(latlng.lng, latlng.lat);
    });
    store.on(['writing', 'lang', 'standard', 'kinds'], (state) => this.#render(state));
    store.on(['city'], () => store.set({ writing: null }));
  }

  /** @param {import('../state.js').State} state */
  #render(state) {
    const { writing } = state;
    this.card.hidden = writing === null;
    this.view.map.getContainer().classList.toggle('writing', writing !== null);
    if (!writing) {
      this.#pin?.remove();
      this.#pin = null;
      this.#built = '';
      fill(this.card);
      return;
    }
    const built = JSON.stringify([writing.community, writing.facility, writing.about, state.lang, state.standard]);
    const first = this.#built === '';
    if (built !== this.#built) this.#build(state, writing, first);
    this.#built = built;
    this.place.textContent = t('ask_place', { lat: writing.lat.toFixed(5), lon: writing.lon.toFixed(5) });
    this.#showPin(writing);
    if (first) this.text.focus();
  }

  /** @param {import('../state.js').State} state @param {import('../types.js').NoteDraft} writing @param {boolean} first */
  #build(state, writing, first) {
    const chosen = first ? (writing.kind ?? '') : this.kind.value;
    if (first) {
      this.text.value = '';
      this.by.value = remembered();
      this.error.hidden = true;
    }
    const rules = currentStandard(state)?.rules ?? [];
    fill(this.kind, h('option', { value: '' }, t('ask_noKind')),
      ...rules.map((rule) => h('option', { value: rule.kind }, local(kindOf(state, rule.kind).name))));
    this.kind.value = rules.some((rule) => rule.kind === chosen) ? chosen : '';
    const label = (/** @type {string} */ id, /** @type {string} */ words) => h('label', { for: id }, words);
    fill(this.card, h('form', {
      class: 'note-form', 'aria-labelledby': 'note-form-name',
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        this.#submit();
      },
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        // What is written is not lost by a key.
        if (this.text.value.trim() === '') this.#cancel();
      },
    },
    h('h3', { id: 'note-form-name' }, writing.about === '' ? t('ask_wrongHere') : t('ask_wrongAbout', { name: writing.about })),
    label('note-text', t('ask_text')), this.text,
    h('div', { class: 'note-pair' },
      h('div', {}, label('note-kind', t('ask_kind')), this.kind),
      h('div', {}, label('note-by', t('ask_by')), this.by)),
    this.place, this.error,
    h('p', { class: 'sheet-doing' },
      h('button', { type: 'submit', class: 'note-save', 'data-key': 'note-save' }, t('ask_keep')),
      h('button', { type: 'button', class: 'link', 'data-key': 'note-cancel', onclick: () => this.#cancel() }, t('ask_cancel')))));
  }

  #cancel() {
    this.store.set({ writing: null });
    queueMicrotask(() => /** @type {HTMLElement | null} */ (document.querySelector('[data-key="write-note"], [data-key="write-here"]'))?.focus());
  }

  async #submit() {
    const { writing } = this.store.state;
    const text = this.text.value.trim();
    if (!writing) return;
    if (text === '') {
      this.#tell(t('ask_empty'), '');
      this.text.focus();
      return;
    }
    const by = this.by.value.trim();
    remember(by);
    try {
      await this.keep({ ...writing, kind: this.kind.value || null, text, by });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const said = refused(error) ?? error;
      if (said.status === 0) this.#tell(t('problemOffline'), t('ask_stillHere'));
      else this.#tell(said.title || t('problemServer', { status: String(said.status) }), said.detail);
    }
  }

  /** @param {string} title @param {string} detail */
  #tell(title, detail) {
    this.error.hidden = false;
    this.error.textContent = [title, detail].filter(Boolean).join(' ');
  }

  /** @param {number} lon @param {number} lat */
  #move(lon, lat) {
    const { writing } = this.store.state;
    if (writing) this.store.set({ writing: { ...writing, lon, lat } });
  }

  /** @param {import('../types.js').NoteDraft} writing */
  #showPin({ lon, lat }) {
    if (!this.#pin) {
      this.#pin = L.marker([lat, lon], {
        draggable: true, autoPan: true, keyboard: true, zIndexOffset: 2000,
        icon: L.divIcon({ className: 'note-pin writing', iconSize: [24, 24], iconAnchor: [12, 30] }),
      }).addTo(this.view.map);
      this.#pin.on('drag', () => {
        const at = this.#pin.getLatLng();
        this.#move(at.lng, at.lat);
      });
      this.#pin.getElement().addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#nudge(event));
      if (!this.view.map.getBounds().contains([lat, lon])) this.view.map.panTo([lat, lon]);
    }
    const element = this.#pin.getElement();
    element.textContent = '!';
    element.setAttribute('aria-label', t('ask_pin'));
    const at = this.#pin.getLatLng();
    if (at.lng !== lon || at.lat !== lat) this.#pin.setLatLng([lat, lon]);
  }

  /** @param {KeyboardEvent} event */
  #nudge(event) {
    const { writing } = this.store.state;
    const steps = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (!step || !writing) return;
    this.#move(...offset(writing.lon, writing.lat, step[0] * NUDGE_METRES, step[1] * NUDGE_METRES));
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Who wrote last on this machine; storage may be forbidden. @returns {string} */
function remembered() {
  try {
    return localStorage.getItem(REMEMBERED) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} by */
function remember(by) {
  try {
    localStorage.setItem(REMEMBERED, by);
  } catch {
    // The next note asks for the name again.
  }
}
