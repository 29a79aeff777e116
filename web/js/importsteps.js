// @ts-check
import { h, icon } from './dom.js';
import { local, t, whole } from './i18n.js';
import { download, issueList, megabytes, select, walkedList } from './importparts.js';
import { filesOf } from './longwork.js';

/** @typedef {import('./importer.js').Wizard} Wizard */

const TYPES = /** @type {const} */ (['communities', 'facilities', 'areas', 'streets', 'buildings', 'land_use', 'sites', 'gates', 'addresses', 'population']);

/**
 * The first step: where the file is.
 *
 * @param {Wizard} wizard
 * @param {{files: (files: File[]) => void, path: (path: string) => void, stop: () => void}} choose
 */
export function renderSource(wizard, choose) {
  const input = /** @type {HTMLInputElement} */ (h('input', {
    type: 'file', multiple: true, class: 'unseen', 'data-key': 'file-input', tabindex: '-1', 'aria-hidden': 'true',
    onchange: () => choose.files([...(input.files ?? [])]),
  }));
  const over = (/** @type {DragEvent} */ event, /** @type {boolean} */ is) => {
    event.preventDefault();
    /** @type {HTMLElement} */ (event.currentTarget).classList.toggle('over', is);
  };
  const { sending } = wizard;
  return h('div', { class: 'import-scroll' },
    h('div', {
      class: 'drop', ondragover: (/** @type {DragEvent} */ e) => over(e, true), ondragleave: (/** @type {DragEvent} */ e) => over(e, false),
      ondrop: async (/** @type {DragEvent} */ event) => {
        over(event, false);
        if (event.dataTransfer) choose.files(await filesOf(event.dataTransfer));
      },
    },
    sending
      ? h('div', { class: 'sending', role: 'status' },
        h('p', {}, t('import_sending', { sent: megabytes(sending.sent), total: megabytes(sending.total) })),
        h('progress', { max: sending.total || 1, value: sending.sent, 'aria-label': t('import_step_source') }),
        h('button', { type: 'button', class: 'text-button', 'data-key': 'stop-sending', onclick: choose.stop }, t('import_stop')))
      : h('div', {},
        icon('upload'),
        h('p', { class: 'drop-words' }, t('import_drop')),
        h('button', { type: 'button', class: 'primary', 'data-key': 'choose-files', onclick: () => input.click() }, t('import_choose')),
        input,
        h('p', { class: 'quiet' }, t('import_formats')))),
    wizard.folder?.folder && h('section', { class: 'folder' },
      h('h3', {}, t('import_folder')),
      wizard.folder.files.length === 0 && h('p', { class: 'quiet' }, t('import_folderEmpty')),
      h('ul', {}, ...wizard.folder.files.map((file) => h('li', {},
        h('button', { type: 'button', class: 'text-button', 'data-key': `folder-${file.path}`, onclick: () => choose.path(file.path) }, file.path),
        h('span', { class: 'quiet' }, megabytes(file.bytes)))))));
}

/**
 * The second step: what it is and where it goes.
 *
 * @param {Wizard} wizard
 * @param {import('./state.js').State} state
 * @param {{change: (patch: Partial<import('./importtypes.js').Spec>) => void, back: () => void, next: () => void}} choose
 */
export function renderChoice(wizard, state, choose) {
  const { spec, contents } = wizard;
  const cities = (state.cities ?? []).filter((city) => !city.demonstration);
  const isNew = !cities.some((city) => city.city === spec.city);
  const facilities = spec.type === 'facilities';
  const ready = spec.type !== '' && /^[\p{L}\p{N}_-]{1,64}$/u.test(spec.city) && spec.source.trim() !== '';
  const layer = contents?.layers.find((one) => one.name === spec.layer) ?? contents?.layers[0];
  return h('form', { class: 'import-form', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); if (ready) choose.next(); } },
    h('div', { class: 'import-scroll' },
      h('p', { class: 'file-line' }, icon('table'), h('b', {}, wizard.names.length > 1 ? t('import_files', { name: wizard.names[0], n: wizard.names.length }) : wizard.names[0]),
        contents && h('span', { class: 'quiet' }, [contents.format, layer?.geometry, layer && layer.rows !== null && t('rows', { n: layer.rows })].filter(Boolean).join(' · '))),
      contents && contents.layers.length > 1 && field(t('import_layer'), select('layer', spec.layer ?? '',
        contents.layers.map((one) => [one.name, `${one.name}${one.rows === null ? '' : ` (${whole(one.rows)})`}`]), (name) => choose.change({ layer: name }))),
      h('fieldset', { class: 'types' }, h('legend', {}, t('import_type')), ...TYPES.map((type) => h('label', { class: 'type-card' },
        h('input', { type: 'radio', name: 'type', value: type, 'data-key': `type-${type}`, checked: spec.type === type, onchange: () => choose.change({ type, kind: undefined, kindField: undefined, completeFor: undefined }) }),
        h('span', {}, h('b', {}, t(`type_${type}`)), h('span', { class: 'quiet' }, t(`type_${type}_hint`)))))),
      facilities && field(t('import_kind'), select('kind', spec.kind ?? '', [
        ['', t('import_kindByField')], ...state.kinds.map((kind) => [kind.id, local(kind.name)]),
      ], (kind) => choose.change({ kind: kind || undefined, kindField: undefined })), t('import_kindHint')),
      field(t('city'), select('import-city', isNew ? '' : spec.city, [...cities.map((city) => [city.city, city.name]), ['', t('import_newCity')]],
        (city) => choose.change({ city, cityName: undefined }))),
      isNew && field(t('import_cityKey'), text('cityKey', spec.city, (city) => choose.change({ city: city.trim() })), t('import_cityKeyHint')),
      isNew && field(t('import_cityName'), text('cityName', spec.cityName ?? '', (cityName) => choose.change({ cityName }))),
      field(t('import_source'), text('source', spec.source, (source) => choose.change({ source })), t('import_sourceHint'))),
    h('div', { class: 'import-foot' },
      h('button', { type: 'button', class: 'secondary', 'data-key': 'back', onclick: choose.back }, t('back')),
      h('span', { class: 'spring' }),
      h('button', { type: 'submit', class: 'primary', 'data-key': 'look', disabled: !ready }, t('import_look'))));
}

/**
 * The last step: what became of it.
 *
 * @param {Wizard} wizard
 * @param {import('./state.js').State} state
 * @param {{another: () => void, map: () => void}} choose
 */
export function renderDone(wizard, state, choose) {
  const { report } = wizard;
  if (!report) return h('div', {});
  const known = state.cities?.some((city) => city.city === wizard.spec.city);
  return h('div', { class: 'import-form' },
    h('div', { class: 'import-scroll' },
      h('div', { class: 'done-line', role: 'status' }, icon('check'), h('h3', {}, report.unchanged ? t('import_unchanged') : t('import_done', { n: report.stored }))),
      !report.unchanged && h('p', {}, t('import_counts', { read: report.read, stored: report.stored, refused: report.refused, repaired: report.repaired })),
      report.refused > 0 && wizard.importJob !== null && h('p', { class: 'downloads' }, t('import_refusedGet'), ' ',
        download(`api/jobs/${wizard.importJob}/refused.csv`, 'CSV'), download(`api/jobs/${wizard.importJob}/refused.gpkg`, 'GeoPackage'),
        h('span', { class: 'quiet' }, t('import_refusedThen'))),
      walkedList(report.streets), issueList(t('import_refusedWhy'), report.refusedByReason), issueList(t('import_repairedWhy'), report.repairedByReason), issueList(t('import_warnings'), report.warnings)),
    h('div', { class: 'import-foot' },
      h('button', { type: 'button', class: 'secondary', 'data-key': 'another', onclick: choose.another }, t('import_another')),
      h('span', { class: 'spring' }),
      known && h('button', { type: 'button', class: 'primary', 'data-key': 'to-map', onclick: choose.map }, t('import_toMap'))));
}

/** @param {string} label @param {HTMLElement} control @param {string} [hint] */
function field(label, control, hint) {
  return h('label', { class: 'form-field' }, h('span', { class: 'form-label' }, label), control, hint && h('span', { class: 'quiet form-hint' }, hint));
}

/** @param {string} key @param {string} value @param {(value: string) => void} choose */
function text(key, value, choose) {
  return h('input', { type: 'text', 'data-key': key, value, onchange: (/** @type {Event} */ event) => choose(/** @type {HTMLInputElement} */ (event.currentTarget).value) });
}
