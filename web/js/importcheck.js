// @ts-check
import { h } from './dom.js';
import { area, date, local, messageOf, said, t, whole } from './i18n.js';
import { crsSection, encodingSection } from './importcoding.js';
import { fieldSection, kindSection } from './importfields.js';
import { download, issueList, progressOf, section, walkedList } from './importparts.js';

/** @typedef {import('./importer.js').Wizard} Wizard */
/** @typedef {import('./importtypes.js').Preview} Preview */

/**
 * @typedef {object} Choose
 * @property {(patch: Partial<import('./importtypes.js').Spec>) => void} change
 * @property {(lon: number, lat: number) => void} look
 * @property {(crs: string | null) => void} candidates
 * @property {(row: number) => void} place
 * @property {() => void} back
 * @property {() => void} cancel
 * @property {() => void} again
 * @property {() => void} run
 */

const MODES = /** @type {const} */ (['replace', 'upsert', 'append']);
const REFUSED_SHOWN = 50;
/** Reasons that a click on the map puts right. */
const PLACEABLE = new Set(['address_only', 'address_unmatched', 'coordinate_missing', 'null_shape', 'empty_shape', 'outside_world']);

/**
 * The third step: what the file is, what is wrong with it, and what importing it would change.
 *
 * @param {Wizard} wizard
 * @param {import('./state.js').State} state
 * @param {Choose} choose
 */
export function renderCheck(wizard, state, choose) {
  const { preview, job } = wizard;
  const usable = preview?.report?.stored ?? 0;
  return h('div', { class: 'import-form' },
    h('div', { class: `import-scroll ${job && preview ? 'stale' : ''}` },
      preview ? sections(wizard, preview, state, choose) : h('p', { class: 'quiet' }, t('import_looking'))),
    h('div', { class: 'job-slot' }, job && progressOf(job, choose.cancel)),
    h('div', { class: 'import-foot' },
      h('button', { type: 'button', class: 'secondary', 'data-key': 'back', onclick: choose.back }, t('back')),
      h('span', { class: 'spring' }),
      h('button', { type: 'button', class: 'secondary', 'data-key': 'again', disabled: job !== null, onclick: choose.again }, t('import_again')),
      h('button', { type: 'button', class: 'primary', 'data-key': 'run', disabled: job !== null || usable === 0, onclick: choose.run },
        preview?.report ? t('import_run', { n: usable }) : t('import_runNothing'))));
}

/** @param {Wizard} wizard @param {Preview} preview @param {import('./state.js').State} state @param {Choose} choose */
function sections(wizard, preview, state, choose) {
  const { problem, report } = preview;
  return h('div', { class: 'check' },
    problem && h('div', { class: 'import-problem', role: 'alert' }, h('strong', {}, said(problem.what)), h('p', {}, said(problem.remedy))),
    report && summary(preview, report),
    preview.remembered && h('p', { class: 'remembered' }, t('import_remembered', { date: date(preview.remembered.at) }), ' ',
      h('button', { type: 'button', class: 'text-button', 'data-key': 'use-remembered', onclick: () => choose.change(meaning(/** @type {any} */ (preview.remembered).spec)) }, t('import_useRemembered'))),
    encodingSection(wizard, preview, choose),
    crsSection(wizard, preview, choose),
    fieldSection(wizard, preview, choose),
    kindSection(wizard, preview, state, choose),
    completeness(wizard, preview, choose),
    report && refused(wizard, preview, report, choose),
    geometry(preview, choose),
    duplicates(wizard, preview, choose),
    walkedList(report?.streets),
    issueList(t('import_repairedWhy'), report?.repairedByReason),
    issueList(t('import_warnings'), report?.warnings),
    difference(wizard, preview, choose));
}

/** @param {Preview} preview @param {import('./importtypes.js').Report} report */
function summary({ unchanged, file }, report) {
  const figure = (/** @type {number} */ n, /** @type {any} */ key, /** @type {string} */ look) =>
    h('div', { class: `check-figure ${n > 0 ? look : ''}` }, h('b', {}, whole(n)), h('span', {}, t(key)));
  return h('div', {},
    h('div', { class: 'check-figures' },
      figure(report.read, 'import_read', ''), figure(report.stored, 'import_usable', 'good'),
      figure(report.repaired, 'import_repaired', 'doubt'), figure(report.refused, 'import_refused', 'bad')),
    h('p', { class: 'quiet file-hash' }, file.name, ' · ', file.format, ' · SHA-256 ', file.sha256.slice(0, 12)),
    unchanged && h('p', { class: 'because' }, t('import_sameAsCurrent')));
}

/** What of a remembered spec says how the file is read; where it goes is said anew. @param {import('./importtypes.js').Spec} spec */
function meaning({ kind, kindField, kindWords, encoding, crs, completeFor, fields, keepPersonal }) {
  const all = { kind, kindField, kindWords, encoding, crs, completeFor, fields, keepPersonal };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== null));
}

/** @param {Wizard} wizard @param {Preview} preview @param {Choose} choose */
function completeness(wizard, preview, choose) {
  if (!preview.completeness) return null;
  const chosen = wizard.spec.completeFor;
  const names = new Set(chosen && chosen !== 'all' ? chosen.split(/[,，]/).map((one) => one.trim()) : []);
  const toggle = (/** @type {string} */ name) => {
    if (names.has(name)) names.delete(name); else names.add(name);
    choose.change({ completeFor: names.size > 0 ? [...names].join(',') : undefined });
  };
  return section(t('import_completeness'), chosen ? 'good' : 'doubt',
    h('p', {}, local(preview.completeness.question)),
    h('div', { class: 'choices' },
      h('label', {}, h('input', { type: 'checkbox', 'data-key': 'complete-all', checked: chosen === 'all', onchange: () => choose.change({ completeFor: chosen === 'all' ? undefined : 'all' }) }), t('import_completeAll')),
      ...preview.completeness.areas.map((one) => h('label', {},
        h('input', { type: 'checkbox', 'data-key': `complete-${one.name}`, checked: names.has(one.name), onchange: () => toggle(one.name) }),
        one.name, h('span', { class: 'quiet' }, t('rows', { n: one.rows }))))));
}

/** @param {Wizard} wizard @param {Preview} preview @param {import('./importtypes.js').Report} report @param {Choose} choose */
function refused(wizard, preview, report, choose) {
  if (report.refused === 0) return null;
  const placed = new Set((wizard.spec.places ?? []).map((one) => one.row));
  return section(t('import_refusedWhy'), 'bad',
    issueList('', report.refusedByReason),
    wizard.previewJob !== null && h('p', { class: 'downloads' }, t('import_refusedList'), ' ', download(`api/jobs/${wizard.previewJob}/refused.csv`, 'CSV')),
    h('details', {}, h('summary', {}, t('import_refusedRows')),
      h('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': t('import_refusedRows') }, h('table', { class: 'figures' },
        h('thead', {}, h('tr', {}, h('th', { class: 'number' }, t('import_row')), h('th', {}, t('import_reason')), h('th', {}, ''))),
        h('tbody', {}, ...report.refusedRows.slice(0, REFUSED_SHOWN).map((row) => h('tr', {},
          h('td', { class: 'number' }, row.row),
          h('td', {}, messageOf(row), row.detail && h('span', { class: 'quiet' }, ` ${row.detail}`)),
          h('td', {}, PLACEABLE.has(row.code) && h('button', {
            type: 'button', class: 'text-button', 'data-key': `place-${row.row}`, 'aria-pressed': String(wizard.placing === row.row), onclick: () => choose.place(row.row),
          }, wizard.placing === row.row ? t('import_clickMap') : t('import_place'))))))))),
    placed.size > 0 && h('p', { class: 'quiet' }, t('import_placed', { n: placed.size })));
}

/** @param {Preview} preview @param {Choose} choose */
function geometry(preview, choose) {
  const found = preview.geometry.filter((one) => one.count > 0);
  return section(t('import_geometry'), found.length > 0 ? 'doubt' : 'good',
    found.length === 0 ? h('p', { class: 'quiet' }, t('import_geometryFine')) : h('ul', { class: 'geometry' }, ...found.map((one) => h('li', {},
      h('details', {}, h('summary', {}, h('b', { class: 'issue-count' }, whole(one.count)), ' ', local(one.message), one.sqm !== null && h('span', { class: 'quiet' }, ` ${area(one.sqm)}`)),
        h('ul', {}, ...one.examples.map((example) => h('li', {},
          h('button', { type: 'button', class: 'text-button', onclick: () => choose.look(example.lon, example.lat) },
            [t('import_rowN', { row: String(example.row) }), example.other !== null && `↔ ${example.other}`, example.name].filter(Boolean).join(' ')),
          example.sqm !== null && h('span', { class: 'quiet' }, area(example.sqm))))))))));
}

/** @param {Wizard} wizard @param {Preview} preview @param {Choose} choose */
function duplicates(wizard, preview, choose) {
  if (preview.duplicates.length === 0) return null;
  const merged = wizard.spec.merge ?? [];
  const toggle = (/** @type {import('./importtypes.js').Duplicate} */ one) => choose.change({
    merge: merged.some((m) => m.row === one.row) ? merged.filter((m) => m.row !== one.row) : [...merged, { row: one.row, with: one.other.id }],
  });
  return section(t('import_duplicates'), 'doubt', h('p', { class: 'quiet' }, t('import_duplicatesHint')),
    h('ul', { class: 'duplicates' }, ...preview.duplicates.map((one) => h('li', {},
      h('label', {}, h('input', { type: 'checkbox', 'data-key': `merge-${one.row}`, checked: merged.some((m) => m.row === one.row), onchange: () => toggle(one) }),
        h('span', {}, one.name || t('unnamed'), ' ≈ ', one.other.name || t('unnamed'),
          h('span', { class: 'quiet' }, ` ${t('import_duplicateOf', { row: String(one.row), source: one.other.source, metres: Math.round(one.metres) })}`))),
      h('button', { type: 'button', class: 'text-button', onclick: () => choose.look(one.lon, one.lat) }, t('import_show'))))));
}

/** @param {Wizard} wizard @param {Preview} preview @param {Choose} choose */
function difference(wizard, preview, choose) {
  const { difference: now } = preview;
  if (!now) return null;
  const mode = wizard.spec.mode ?? 'replace';
  return section(t('import_difference'), '',
    h('div', { class: 'choices', role: 'radiogroup', 'aria-label': t('import_mode') }, ...MODES.map((one) => h('label', {},
      h('input', { type: 'radio', name: 'mode', 'data-key': `mode-${one}`, checked: mode === one, onchange: () => choose.change({ mode: one }) }),
      t(`mode_${one}`), h('span', { class: 'quiet' }, t(`mode_${one}_hint`))))),
    h('p', { class: 'difference-line' }, ...(/** @type {const} */ (['added', 'changed', 'removed', 'unchanged'])).map((what) =>
      h('span', { class: `difference-${what}` }, h('b', {}, whole(now[what])), ' ', t(`difference_${what}`)))),
    now.examples.length > 0 && h('details', {}, h('summary', {}, t('import_examples')),
      h('ul', { class: 'changes' }, ...now.examples.map((one) => h('li', {},
        h('b', {}, t(/** @type {any} */ (`difference_${one.change}`))), ' ', one.name || one.key || (one.row === null ? '' : t('import_rowN', { row: String(one.row) })),
        ...one.fields.slice(0, 6).map((field) => h('span', { class: 'quiet' }, ` ${field.field}: ${field.before ?? '–'} → ${field.after ?? '–'}`)))))));
}
