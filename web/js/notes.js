// @ts-check
import { fill, h, icon } from './dom.js';
import { local, messageOf, t } from './i18n.js';
import { currentCity, currentStandard, kindOf } from './state.js';

// What these warnings of the import say, the page says with the numbers of now.
const SAID_WITH_LIVE_NUMBERS = new Set(['access_unknown', 'access_suspect', 'status_unknown', 'completeness_assumed']);

/** @typedef {{kind: string, words: string, from: string, examples: string[]}} Note kind '' = the city */

/**
 * What a reader of this map should know about its data: a strip that always shows the first note of
 * what is selected, and opens to all of them.
 *
 * @param {HTMLElement} element
 * @param {import('./state.js').State} state
 * @param {(open: boolean) => void} choose
 */
export function renderNotes(element, state, choose) {
  const notes = notesOf(state);
  element.hidden = !state.index;
  const first = notes.filter((note) => note.kind === state.kind);
  const others = notes.filter((note) => note.kind !== state.kind && note.kind !== '');
  const city = notes.filter((note) => note.kind === '');
  const strip = first.length > 0 ? first : [...city, ...others];
  fill(element,
    h('button', {
      type: 'button', class: 'notes-strip', 'data-key': 'notes', 'aria-expanded': String(state.notesOpen),
      'aria-controls': 'notes-all', onclick: () => choose(!state.notesOpen),
    },
    icon('note'), h('b', {}, t('notes')),
    h('span', { class: 'notes-first' }, strip.length > 0 ? strip.map((note) => note.words).join(' ') : t('notesNone')),
    h('span', { class: 'notes-count' }, t('notesAll', { n: notes.length }), icon('up'))),
    state.notesOpen && h('div', {
      class: 'notes-all', id: 'notes-all', role: 'region', 'aria-label': t('notes'), tabindex: '0', 'data-key': 'notes-all',
    },
      group(t('notesThisKind'), first), group(t('notesCity'), city), group(t('notesOther'), others)));
}

/** @param {string} title @param {Note[]} notes */
function group(title, notes) {
  return notes.length > 0 && h('section', {}, h('h3', {}, title), h('ul', {}, ...notes.map((note) =>
    h('li', {}, note.words,
      note.examples.length > 0 && h('span', { class: 'quiet' }, ' ', t('note_examples', { examples: note.examples.slice(0, 3).join(', ') })),
      note.from && h('span', { class: 'quiet' }, ' ', note.from)))));
}

/** @param {import('./state.js').State} state @returns {Note[]} */
export function notesOf(state) {
  const city = currentCity(state);
  /** @type {Note[]} */
  const notes = [];
  const add = (/** @type {string} */ kind, /** @type {string} */ words, from = '', /** @type {string[]} */ examples = []) =>
    notes.push({ kind, words, from, examples });
  if (city?.demonstration) add('', t('syntheticLong'));
  for (const problem of state.standardProblems) {
    add('', t(problem.keptEarlier ? 'note_standardKept' : 'note_standardBroken', { n: problem.faults.length }), problem.file,
      problem.faults.map((fault) => `${fault.where}: ${fault.what}`));
  }
  // Where a list ends comes first: it decides what is unknown.
  for (const layer of city?.layers ?? []) addBounds(state, layer, add);
  for (const summary of state.summary?.kinds ?? []) addFlags(state, summary, add);
  const without = state.summary?.kinds[0]?.communitiesWithoutResidents ?? 0;
  if (without > 0) add('', t('note_withoutResidents', { n: without }));
  for (const layer of city?.layers ?? []) addLayer(state, layer, add);
  return notes;
}

/**
 * @param {import('./state.js').State} state
 * @param {import('./types.js').KindSummary} summary
 * @param {(kind: string, words: string) => void} add
 */
function addFlags(state, { kind, flags, hasLayer, facilitiesListed, facilitiesServing }, add) {
  const name = local(kindOf(state, kind).name);
  if (!hasLayer) {
    add(kind, t('note_noLayer', { kind: name }));
    return;
  }
  const total = facilitiesServing;
  if (flags.accessSuspect > 0) add(kind, t('note_accessSuspect', { kind: name, n: flags.accessSuspect }));
  if (flags.accessUnknown > 0) add(kind, t('note_accessUnknown', { kind: name, n: flags.accessUnknown, total }));
  if (flags.statusUnknown > 0) add(kind, t('note_statusUnknown', { kind: name, n: flags.statusUnknown, total }));
  const out = facilitiesListed - facilitiesServing;
  if (out > 0) add(kind, t('note_notServing', { kind: name, n: out, total: facilitiesListed }));
}

/**
 * @param {import('./state.js').State} state
 * @param {import('./types.js').Layer} layer
 * @param {(kind: string, words: string, from?: string, examples?: string[]) => void} add
 */
function addBounds(state, layer, add) {
  if (layer.type !== 'facilities' || !layer.completeFor) return;
  const name = local(kindOf(state, layer.kind).name);
  add(subjectOf(state, layer), t('note_completeFor', { kind: name, area: layer.completeFor }), sourceOf(layer));
}

/** The standard's kind that a layer serves; '' for the city as a whole. @param {import('./state.js').State} state @param {import('./types.js').Layer} layer */
function subjectOf(state, layer) {
  if (layer.type !== 'facilities') return '';
  return currentStandard(state)?.rules.find((rule) => rule.satisfiedBy.includes(layer.kind))?.kind ?? layer.kind;
}

/** @param {import('./types.js').Layer} layer */
function sourceOf(layer) {
  return t('note_layer', { file: layer.file, crs: layer.crs, rows: layer.rows });
}

/**
 * @param {import('./state.js').State} state
 * @param {import('./types.js').Layer} layer
 * @param {(kind: string, words: string, from?: string, examples?: string[]) => void} add
 */
function addLayer(state, layer, add) {
  const kind = subjectOf(state, layer);
  const from = sourceOf(layer);
  if (layer.type === 'facilities' && !layer.completeFor && !layer.completenessAsserted) {
    add(kind, t('note_notAsserted', { kind: local(kindOf(state, layer.kind).name) }), from);
  }
  for (const warning of layer.warnings ?? []) {
    if (SAID_WITH_LIVE_NUMBERS.has(warning.code)) continue;
    add(kind, messageOf(warning), from, warning.examples);
  }
}
