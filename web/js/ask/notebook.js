// @ts-check
import { get, Problem, send } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { t } from '../i18n.js';
import { NoteForm } from './noteform.js';
import { NotePins } from './notepins.js';
import { renderNoteList } from './notes.js';

/** The notes from the site: fetched, written, settled and deleted, listed and shown on the map. */
export class Notebook {
  /** @type {number | null} the note whose deletion is asked about */
  #asked = null;

  /** @param {import('../main.js').Page} page */
  constructor({ store, view, element, side, trial, failed }) {
    this.store = store;
    this.view = view;
    this.side = side;
    this.failed = failed;
    this.element = element;
    this.form = new NoteForm(element('writing'), view, store, (note) => this.#keep(note));
    this.pins = new NotePins(view, store, (note) => this.#open(note));
    /** @type {import('./notes.js').NoteChoices} */
    this.choices = {
      write: (draft) => store.set({ writing: draft }),
      settle: (note) => this.#change(() => send('PUT', `notes/${note.id}`, { state: note.state === 'open' ? 'settled' : 'open' })),
      remove: (note) => this.#change(() => send('DELETE', `notes/${note.id}`)),
      askToRemove: (id) => this.#ask(id),
      look: (note) => this.#look(note),
      asked: () => this.#asked,
      close: side.closeNotes,
      community: (id) => side.open(id),
      facility: (id) => side.openFacility(id),
    };
    store.on(['city', 'index'], () => this.#load());
    store.on(['lang', 'siteNotes', 'index'], (state) => this.#renderBar(state));
  }

  async #load() {
    const { city, index } = this.store.state;
    if (city === null || !index) return;
    try {
      const answer = await get('notes', { city }, 'notes');
      if (this.store.state.city === city) this.store.set({ siteNotes: answer.notes });
    } catch (error) {
      this.failed(error);
    }
  }

  /** @param {import('../state.js').State} state */
  renderList(state) {
    renderNoteList(this.element('site-notes'), state, this.choices, () => {
      const { lng, lat } = this.view.map.getCenter();
      return { community: null, facility: null, about: '', kind: null, lon: lng, lat };
    });
  }

  /** @param {import('../state.js').State} state */
  #renderBar({ siteNotes, index }) {
    const bar = this.element('site-notes-bar');
    bar.hidden = !index;
    const open = siteNotes?.filter((note) => note.state === 'open').length ?? 0;
    fill(bar, h('button', { type: 'button', class: 'site-notes-button', 'data-key': 'site-notes', onclick: this.side.openNotes },
      icon('flag'), h('b', {}, t('ask_notes')),
      h('span', { class: 'quiet' }, siteNotes === null ? '' : t('ask_openNotes', { n: open }))));
  }

  /** @param {import('../types.js').NoteDraft & {text: string, by: string}} note */
  async #keep(note) {
    const { about: _about, ...body } = note;
    await send('POST', 'notes', { city: this.store.state.city, ...body });
    this.store.set({ writing: null, announcement: t('ask_kept') });
    await this.#load();
  }

  /** @param {() => Promise<any>} work */
  async #change(work) {
    this.#asked = null;
    try {
      await work();
    } catch (error) {
      this.failed(refused(error) ?? error);
    }
    await this.#load();
  }

  /** @param {number | null} id */
  #ask(id) {
    const before = this.#asked;
    this.#asked = id;
    // A new list is what its readers are told of.
    this.store.set({ siteNotes: [...(this.store.state.siteNotes ?? [])] });
    const key = id === null ? `note-remove-${before}` : `note-remove-no-${id}`;
    setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector(`[data-key="${key}"]`))?.focus());
  }

  /** @param {import('../types.js').SiteNote} note */
  #look(note) {
    this.view.fly(note.lon, note.lat);
  }

  /** From its pin on the map to its words. @param {import('../types.js').SiteNote} note */
  #open(note) {
    if (!document.getElementById(`note-${note.id}`)) this.side.openNotes();
    setTimeout(() => {
      const card = document.getElementById(`note-${note.id}`);
      card?.scrollIntoView({ block: 'nearest' });
      card?.focus();
    });
  }
}

/**
 * What a refusal to write means to who wrote: null where it is no refusal.
 *
 * @param {unknown} error
 */
export function refused(error) {
  if (!(error instanceof Problem)) return null;
  if (error.status === 401) return new Problem(t('ask_needsToken'), t('ask_needsTokenDetail'), 401);
  if (error.status === 403) return new Problem(t('ask_notAllowed'), error.title, 403);
  return null;
}
