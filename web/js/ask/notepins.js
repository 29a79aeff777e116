// @ts-check
import { t } from '../i18n.js';
import { L } from '../vendor.js';
import { notesAbout, numbersOf } from './notes.js';

const SHOWN_AT_MOST = 300;

/** Numbered pins where notes were written: all in sight while their list is open, else those of the open sheet. */
export class NotePins {
  /** @type {any} */
  #layer = L.layerGroup();

  /** @param {import('../mapview.js').MapView} view @param {import('../state.js').Store} store @param {(note: import('../types.js').SiteNote) => void} open */
  constructor(view, store, open) {
    this.view = view;
    this.store = store;
    this.open = open;
    store.on(['siteNotes', 'notesShown', 'community', 'facility', 'lang', 'trying'], () => this.#render());
    view.map.on('moveend', () => this.#render());
  }

  #render() {
    const { state } = this.store;
    const { map } = this.view;
    this.#layer.clearLayers();
    const notes = shownNow(state);
    if (notes.length === 0 || !state.index) return;
    this.#layer.addTo(map);
    const numbers = numbersOf(state.siteNotes ?? []);
    const bounds = map.getBounds().pad(0.1);
    const inSight = notes.filter((note) => bounds.contains([note.lat, note.lon])).slice(0, SHOWN_AT_MOST);
    for (const note of inSight) this.#pin(note, numbers.get(note.id) ?? 0);
  }

  /** @param {import('../types.js').SiteNote} note @param {number} number */
  #pin(note, number) {
    const settled = note.state === 'settled';
    const pin = L.marker([note.lat, note.lon], {
      keyboard: true, zIndexOffset: settled ? 500 : 1000,
      icon: L.divIcon({ className: `note-pin${settled ? ' settled' : ''}`, iconSize: [22, 22], iconAnchor: [11, 28] }),
    }).addTo(this.#layer);
    const element = pin.getElement();
    element.textContent = String(number);
    element.title = note.text.slice(0, 80);
    element.setAttribute('aria-label', t('ask_noteNumber', { number: String(number) }));
    pin.on('click', () => this.open(note));
    element.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter') this.open(note);
    });
  }
}

/** @param {import('../state.js').State} state */
function shownNow(state) {
  if (state.trying) return [];
  if (state.facility !== null) return notesAbout(state, { facility: state.facility });
  if (state.community !== null) return notesAbout(state, { community: state.community });
  return state.notesShown ? (state.siteNotes ?? []) : [];
}
