// @ts-check
import { fill, h, icon } from '../dom.js';
import { date, local, t } from '../i18n.js';
import { kindOf } from '../state.js';

/** @typedef {import('../types.js').SiteNote} SiteNote */

/**
 * @typedef {object} NoteChoices
 * @property {(draft: import('../types.js').NoteDraft) => void} write
 * @property {(note: SiteNote) => void} settle or open again
 * @property {(note: SiteNote) => void} remove
 * @property {(id: number | null) => void} askToRemove null takes the question back
 * @property {(note: SiteNote) => void} look at its place on the map
 * @property {() => number | null} asked the note that is about to be deleted
 * @property {() => void} close
 * @property {(id: number) => void} community
 * @property {(id: string) => void} facility
 */

/**
 * The numbers that notes go by on the page: in the order in which they were written.
 *
 * @param {SiteNote[]} notes
 * @returns {Map<number, number>} by id
 */
export function numbersOf(notes) {
  const ids = notes.map((note) => note.id).sort((a, b) => a - b);
  return new Map(ids.map((id, i) => [id, i + 1]));
}

/**
 * @param {import('../state.js').State} state
 * @param {{community?: number, facility?: string}} subject
 * @returns {SiteNote[]} the notes about it
 */
export function notesAbout({ siteNotes }, subject) {
  return (siteNotes ?? []).filter((note) => subject.community !== undefined
    ? note.community === subject.community : note.facility?.id === subject.facility);
}

/**
 * All notes of the city, in the side panel.
 *
 * @param {HTMLElement} element
 * @param {import('../state.js').State} state
 * @param {NoteChoices} choose
 * @param {() => import('../types.js').NoteDraft} draft a note about the middle of the map
 */
export function renderNoteList(element, state, choose, draft) {
  const { siteNotes, city } = state;
  const numbers = numbersOf(siteNotes ?? []);
  const query = `?city=${encodeURIComponent(city ?? '')}`;
  fill(element,
    h('div', { class: 'sheet-head' },
      h('button', { type: 'button', class: 'back', 'data-key': 'notes-back', onclick: choose.close }, icon('back'), t('backToList')),
      h('h2', { tabindex: '-1', 'data-key': 'notes-name' }, t('ask_notes')),
      h('p', { class: 'quiet' }, t('ask_notesIntro')),
      h('p', { class: 'sheet-doing' },
        writeButton('write-here', t('ask_writeOnMap'), () => choose.write(draft())),
        siteNotes && siteNotes.length > 0 && h('a', { class: 'link', href: `api/notes.csv${query}`, download: '', 'data-key': 'notes-csv' }, 'CSV'),
        siteNotes && siteNotes.length > 0 && h('a', { class: 'link', href: `api/notes.geojson${query}`, download: '', 'data-key': 'notes-geojson' }, 'GeoJSON'))),
    siteNotes === null ? h('p', { class: 'quiet pad' }, t('ask_notesLoading'))
      : siteNotes.length === 0 ? h('p', { class: 'quiet pad' }, t('ask_notesNone'))
        : h('ol', { class: 'note-list' }, ...siteNotes.map((note) =>
          h('li', {}, noteCard(state, note, numbers.get(note.id) ?? 0, choose, true)))));
}

/**
 * The notes about one thing, on its sheet, and the way to write another.
 *
 * @param {import('../state.js').State} state
 * @param {{community?: number, facility?: string}} subject
 * @param {NoteChoices} choose
 * @param {() => void} write
 */
export function notesHere(state, subject, choose, write) {
  const numbers = numbersOf(state.siteNotes ?? []);
  const notes = notesAbout(state, subject);
  return h('section', { class: 'notes-here' },
    h('h3', {}, t('ask_notesHere', { n: notes.length })),
    notes.length > 0 && h('ol', { class: 'note-list' }, ...notes.map((note) =>
      h('li', {}, noteCard(state, note, numbers.get(note.id) ?? 0, choose, false)))),
    h('p', { class: 'sheet-doing' }, writeButton('write-note', t('ask_wrong'), write)));
}

/** @param {string} key @param {string} words @param {() => void} run */
function writeButton(key, words, run) {
  return h('button', { type: 'button', class: 'ask-why', 'data-key': key, onclick: run }, words);
}

/**
 * @param {import('../state.js').State} state
 * @param {SiteNote} note
 * @param {number} number
 * @param {NoteChoices} choose
 * @param {boolean} named whether it says what it is about
 */
function noteCard(state, note, number, choose, named) {
  const settled = note.state === 'settled';
  const button = (/** @type {string} */ name, /** @type {string} */ words, /** @type {() => void} */ run) =>
    h('button', { type: 'button', class: 'link', 'data-key': `note-${name}-${note.id}`, onclick: run },
      words, h('span', { class: 'unseen' }, ` ${number}`));
  return h('article', { class: `note-card${settled ? ' settled' : ''}`, id: `note-${note.id}`, tabindex: '-1', 'aria-label': t('ask_noteNumber', { number: String(number) }) },
    h('button', {
      type: 'button', class: 'note-number', 'data-key': `note-look-${note.id}`, title: t('ask_look'),
      'aria-label': `${t('ask_look')} ${number}`, onclick: () => choose.look(note),
    }, number),
    h('div', { class: 'note-body' },
      named && h('p', { class: 'note-about' }, about(state, note, choose)),
      h('p', { class: 'note-text' }, note.text),
      h('p', { class: 'note-from quiet' }, [
        note.kind && local(kindOf(state, note.kind).name), note.by || t('ask_nobody'), date(note.at),
        settled && t('ask_settledOn', { date: date(note.settledAt) }),
      ].filter(Boolean).join(' · ')),
      choose.asked() === note.id
        ? h('p', { class: 'note-doing', role: 'alert' }, t('ask_removeSure'), ' ',
          button('remove-yes', t('ask_removeYes'), () => choose.remove(note)),
          button('remove-no', t('ask_removeNo'), () => choose.askToRemove(null)))
        : h('p', { class: 'note-doing' },
          button('settle', t(settled ? 'ask_reopen' : 'ask_settle'), () => choose.settle(note)),
          button('remove', t('ask_remove'), () => choose.askToRemove(note.id)))));
}

/** @param {import('../state.js').State} state @param {SiteNote} note @param {NoteChoices} choose */
function about({ index }, note, choose) {
  const { facility, community, communityName } = note;
  if (facility && facility.id !== null) {
    const { id } = facility;
    return h('button', { type: 'button', class: 'link', 'data-key': `note-facility-${note.id}`, onclick: () => choose.facility(id) }, facility.name || t('unnamed'));
  }
  if (facility) return t('ask_gone', { name: facility.name || t('unnamed') });
  if (community !== null && index && !index.id.includes(community)) return t('ask_gone', { name: communityName || t('unnamed') });
  if (community !== null) {
    return h('button', { type: 'button', class: 'link', 'data-key': `note-community-${note.id}`, onclick: () => choose.community(community) }, communityName || t('unnamed'));
  }
  return t('ask_onMap');
}
