// @ts-check
import { local, t } from '../i18n.js';

/**
 * What the side panel shows: a facility's sheet, else why a community has its verdict, else the
 * community's sheet, else the notes from the site, else the worst shortfalls. Each way back leads to
 * what was there before.
 */
export class Side {
  /** Whether the reader asked for what is on its way, so that the focus goes there when it comes. */
  #focusNext = false;

  /** @param {import('../state.js').Store} store @param {import('../mapview.js').MapView} view */
  constructor(store, view) {
    this.store = store;
    this.view = view;
  }

  /** Flies to a community and opens its sheet. @param {number} id */
  open = (id) => {
    this.show(id);
    const { index } = this.store.state;
    const i = index?.id.indexOf(id) ?? -1;
    if (index && i >= 0) this.view.fly(index.centre[2 * i], index.centre[2 * i + 1]);
  };

  /** Opens the sheet of a community that is in sight. @param {number} id */
  show(id) {
    this.#focusNext = true;
    this.store.set({ community: id, facility: null });
  }

  /** A sheet beside the report, which stays. @param {number} id */
  openBeside = (id) => {
    this.#focusNext = true;
    this.store.set({ community: id, asked: null, facility: null });
  };

  /** @param {string} kind */
  ask = (kind) => {
    this.#focusNext = true;
    this.store.set({ asked: kind, why: null, line: null });
  };

  /** @param {string | number} id */
  openFacility = (id) => {
    this.#focusNext = true;
    this.store.set({ facility: String(id) });
  };

  openNotes = () => {
    this.store.set({ notesShown: true, community: null, asked: null, sheet: null, line: null, facility: null });
    this.#then(['#site-notes h2']);
  };

  /** Back to the list, at the row of the community where it has one, so that the keyboard goes on from there. */
  close = () => {
    const { community, notesShown } = this.store.state;
    this.store.set({ community: null, asked: null, sheet: null, line: null });
    this.#then(notesShown ? ['#site-notes h2'] : [`.gap-row[data-community="${community}"]`, '#rank:not([hidden]) .rank-grid', '#search']);
  };

  /** Back to the sheet, at the button that the question came from. */
  stopAsking = () => {
    const kind = this.store.state.asked;
    this.store.set({ asked: null, why: null, pointed: null });
    this.#then([`[data-key="why-${kind}"]`]);
  };

  closeFacility = () => {
    const { facility, community } = this.store.state;
    this.store.set({ facility: null });
    this.#then([`[data-facility="${facility}"]`, community === null ? '#search' : '#sheet h2']);
  };

  closeNotes = () => {
    this.store.set({ notesShown: false });
    this.#then(['[data-key="site-notes"]']);
  };

  /** One step back; nothing where there is none. */
  back() {
    const { facility, asked, community, notesShown, onfoot } = this.store.state;
    if (facility !== null) this.closeFacility();
    else if (asked !== null) this.stopAsking();
    else if (community !== null) this.close();
    else if (notesShown) this.closeNotes();
    else if (onfoot !== null) this.store.set({ onfoot: onfoot === 'fails' ? null : 'fails' });
  }

  /**
   * What was asked for has come: readers begin at its heading.
   *
   * @param {HTMLElement} element
   * @param {string} words
   */
  arrived(element, words) {
    if (!this.#focusNext) return;
    this.#focusNext = false;
    element.scrollTop = 0;
    element.querySelector('h2')?.focus({ preventScroll: true });
    this.store.set({ announcement: words });
  }

  /** The panel is drawn anew only when the store has told of the change. @param {string[]} selectors the first that is there */
  #then(selectors) {
    queueMicrotask(() => focusOn(selectors));
  }
}

/** @param {string[]} selectors */
function focusOn(selectors) {
  const found = selectors.map((selector) => document.querySelector(selector)).find(Boolean);
  /** @type {HTMLElement | null | undefined} */ (found)?.focus();
}

/**
 * @param {Side} side
 * @param {HTMLElement} element of a community's sheet
 * @param {HTMLElement} facility of a facility's
 * @param {import('../state.js').Store} store
 */
export function announceArrivals(side, element, facility, store) {
  store.on(['sheet'], ({ sheet }) => {
    if (sheet) side.arrived(element, t('announceSheet', { name: sheet.name || t('unnamed') }));
  });
  store.on(['facilitySheet'], ({ facilitySheet }) => {
    if (facilitySheet) side.arrived(facility, t('announceSheet', { name: facilitySheet.name || t('unnamed') }));
  });
  store.on(['why'], ({ why }) => {
    if (why) side.arrived(element, local(why.verdict.sentence));
  });
}
