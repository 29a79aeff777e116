// @ts-check
import { h } from './dom.js';
import { local, t } from './i18n.js';
import { section, select } from './importparts.js';

/** @typedef {import('./importer.js').Wizard} Wizard */
/** @typedef {import('./importtypes.js').Preview} Preview */
/** @typedef {import('./importcheck.js').Choose} Choose */

/**
 * Which field is what: the proposal with samples, to be put right.
 *
 * @param {Wizard} wizard
 * @param {Preview} preview
 * @param {Choose} choose
 */
export function fieldSection(wizard, preview, choose) {
  if (preview.fields.length === 0) return section(t('import_fields'), 'doubt', h('p', { class: 'quiet' }, t('import_noFields')));
  const taken = new Map(preview.fields.filter((one) => one.role !== '').map((one) => [one.role, one.field]));
  const assign = (/** @type {import('./importtypes.js').PreviewField} */ field, /** @type {string} */ role) => {
    const fields = { ...wizard.spec.fields };
    if (field.role !== '') fields[field.role] = '';
    if (role !== '') fields[role] = field.field;
    choose.change({ fields });
  };
  const keep = (/** @type {string} */ field) => {
    const kept = wizard.spec.keepPersonal ?? [];
    choose.change({ keepPersonal: kept.includes(field) ? kept.filter((one) => one !== field) : [...kept, field] });
  };
  const personal = preview.fields.some((one) => one.personal !== '');
  return section(t('import_fields'), personal || !taken.has('name') ? 'doubt' : 'good',
    h('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': t('import_fields') }, h('table', { class: 'figures fields' },
      h('thead', {}, h('tr', {}, h('th', {}, t('import_field')), h('th', {}, t('import_role')), h('th', {}, t('import_samples')))),
      h('tbody', {}, ...preview.fields.map((field) => h('tr', {},
        h('th', { scope: 'row' }, field.field),
        h('td', {}, field.personal !== '' && !field.stored
          ? h('span', { class: 'caution' }, t(`personal_${field.personal}`))
          : roleSelect(preview, field, taken, (role) => assign(field, role)),
        field.personal !== '' && h('label', { class: 'keep-personal' },
          h('input', { type: 'checkbox', 'data-key': `keep-${field.field}`, checked: field.stored, onchange: () => keep(field.field) }), t('import_keepPersonal'))),
        h('td', { class: 'samples', title: local(field.evidence) }, field.samples.slice(0, 3).join(' · ') || h('span', { class: 'quiet' }, t('import_empty')))))))));
}

/**
 * @param {Preview} preview
 * @param {import('./importtypes.js').PreviewField} field
 * @param {Map<string, string>} taken role to field
 * @param {(role: string) => void} choose
 */
function roleSelect(preview, field, taken, choose) {
  const options = preview.roles.map((role) => {
    const by = taken.get(role.id);
    return [role.id, local(role.label) + (by && by !== field.field ? ` (${by})` : '')];
  });
  const element = select(`role-${field.field}`, field.role, [['', t(field.place ? 'import_asPlace' : 'import_asText')], ...options], choose, t('import_roleOf', { field: field.field }));
  if (field.role !== '' || field.place) element.classList.add('has-role');
  return element;
}

/**
 * Of which kind the facilities are, and the words of the file that no catalogue knows, to be assigned once.
 *
 * @param {Wizard} wizard
 * @param {Preview} preview
 * @param {import('./state.js').State} state
 * @param {Choose} choose
 */
export function kindSection(wizard, preview, state, choose) {
  const given = wizard.spec.kindWords ?? {};
  const unknown = preview.report?.unknownKinds ?? [];
  const words = [...unknown, ...Object.keys(given).filter((word) => !unknown.some((one) => one.value === word)).map((value) => ({ value, rows: 0, suggested: null }))];
  if (wizard.spec.type !== 'facilities') return null;
  const assign = (/** @type {string} */ word, /** @type {string} */ kind) => {
    const rest = Object.fromEntries(Object.entries(given).filter(([one]) => one !== word));
    choose.change({ kindWords: kind === '' ? rest : { ...rest, [word]: kind } });
  };
  const kinds = state.kinds.map((kind) => [kind.id, local(kind.name)]);
  const source = wizard.spec.kindField ? `field:${wizard.spec.kindField}` : wizard.spec.kind ? `kind:${wizard.spec.kind}` : '';
  const chosen = (/** @type {string} */ value) => choose.change({
    kindField: value.startsWith('field:') ? value.slice(6) : undefined, kind: value.startsWith('kind:') ? value.slice(5) : undefined,
  });
  const said = select('kind-source', source, [
    ['', t('import_kindSay')],
    ...preview.fields.map((field) => [`field:${field.field}`, t('import_kindOfField', { field: field.field })]),
    ...kinds.map(([id, name]) => [`kind:${id}`, name]),
  ], chosen, t('import_kinds'));
  return section(t('import_kinds'), unknown.length > 0 || source === '' ? 'bad' : 'good', said,
    words.length > 0 && h('p', { class: 'quiet' }, t('import_kindsHint')),
    words.length > 0 && h('table', { class: 'figures' }, h('tbody', {}, ...words.map((word) => h('tr', {},
      h('th', { scope: 'row' }, word.value || t('import_empty'), word.rows > 0 && h('span', { class: 'quiet' }, ` ${t('rows', { n: word.rows })}`)),
      h('td', {}, select(`kind-word-${word.value}`, given[word.value] ?? '', [['', t('import_kindNone')], ...kinds], (kind) => assign(word.value, kind), t('import_kindOf', { word: word.value })),
        word.suggested && !given[word.value] && h('button', {
          type: 'button', class: 'text-button', 'data-key': `suggested-${word.value}`, onclick: () => assign(word.value, /** @type {string} */ (word.suggested)),
        }, t('import_suggested', { kind: kinds.find(([id]) => id === word.suggested)?.[1] ?? String(word.suggested) }))))))));
}
