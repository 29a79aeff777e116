// @ts-check
import { fill, h, icon } from '../dom.js';
import { area, distance, local, percent, t, whole, wholeOrUnknown } from '../i18n.js';
import { badge } from '../kinds.js';
import { citation } from '../mapbar.js';
import { shortfalls } from './chart.js';
import { missing, worstFirst } from './missing.js';
import { notesHere } from './notes.js';
import { peopleOf } from './people.js';
import { kindOf } from '../state.js';
import { onFoot } from '../walk/seam.js';

/** @typedef {import('../types.js').SheetKind} SheetKind */

/**
 * What can be done from a sheet.
 *
 * @typedef {object} SheetChoices
 * @property {(kind: string) => void} ask
 * @property {() => void} close
 * @property {(kind: string | null) => void} line
 * @property {(kind: string) => void} kind
 * @property {(kind: string, sheet: import('../types.js').Sheet) => void} tryOne a facility of the kind, in the community
 * @property {(id: string | number) => void} facility
 * @property {import('./notes.js').NoteChoices} notes
 */

/**
 * A community's sheet: what is missing, who lives there, and each kind of the standard with the
 * reasons, what is missing first.
 *
 * @param {HTMLElement} element
 * @param {import('../state.js').State} state
 * @param {SheetChoices} choose
 */
export function renderSheet(element, state, choose) {
  const { sheet } = state;
  if (!sheet) {
    fill(element, h('p', { class: 'quiet pad' }, t('loading')));
    return;
  }
  fill(element,
    h('div', { class: 'sheet-head' },
      h('button', { type: 'button', class: 'back', 'data-key': 'back', onclick: choose.close },
        icon('back'), t(state.notesShown ? 'note_back' : 'backToList')),
      h('h2', { tabindex: '-1', 'data-key': 'sheet-name' }, sheet.name || t('unnamed')),
      where(sheet),
      missing(state, sheet.kinds, (kind) => choose.tryOne(kind, sheet)),
      facts(sheet)),
    shortfalls(state, sheet),
    h('div', { class: 'sheet-kinds' },
      ...worstFirst(sheet.kinds).map((kind) => kindRow(state, sheet, kind, choose)),
      sheet.notJudged.length > 0 && h('p', { class: 'quiet pad' },
        `${t('notJudged', { n: sheet.notJudged.length })}: `,
        sheet.notJudged.map((one) => local(kindOf(state, one.kind).name)).join(' · '))),
    onFoot.sheet(state, sheet),
    notesHere(state, { community: sheet.id }, choose.notes, () => choose.notes.write({
      community: sheet.id, facility: null, about: sheet.name || t('unnamed'),
      kind: state.kind === 'all' ? null : state.kind, lon: sheet.centre[0], lat: sheet.centre[1],
    })),
    h('p', { class: 'quiet pad source' }, `${t('source')}: `, t('sourceRow', {
      file: sheet.source.file, row: String(sheet.source.row), source: sheet.source.source,
    })));
}

/** District and sub-district, as far as they are known. @param {import('../types.js').Sheet} sheet */
function where({ area: lies }) {
  const names = [lies?.district, lies?.subdistrict].filter(Boolean);
  return names.length > 0 && h('p', { class: 'sheet-where' }, names.join(' · '));
}

/** @param {import('../types.js').Sheet} sheet */
function facts(sheet) {
  const renovation = sheet.renovation ? t(/** @type {any} */ (`ask_renovation_${sheet.renovation}`)) : t('unknown');
  const entries = [
    [t('buildYear'), sheet.buildYear === null ? t('unknown') : String(sheet.buildYear)],
    [t('ask_renovation'), renovation],
    [t('area'), area(sheet.areaSqm)],
    [t('households'), wholeOrUnknown(sheet.households)],
    [t('residents'), wholeOrUnknown(sheet.residents)],
    [t('elderly'), wholeOrUnknown(sheet.elderly)],
    [t('children'), wholeOrUnknown(sheet.children)],
  ];
  return h('dl', { class: 'facts' }, ...entries.map(([name, value]) =>
    h('div', {}, h('dt', {}, name), h('dd', { class: value === t('unknown') ? 'quiet' : null }, value))));
}

/**
 * @param {import('../state.js').State} state
 * @param {import('../types.js').Sheet} sheet
 * @param {SheetKind} row
 * @param {SheetChoices} choose
 */
function kindRow(state, sheet, row, choose) {
  const name = local(kindOf(state, row.kind).name);
  const selected = state.kind === row.kind;
  const show = () => choose.line(row.kind);
  const hide = () => choose.line(null);
  return h('section', {
    class: `sheet-kind${selected ? ' selected' : ''}`, 'data-kind': row.kind,
    onmouseenter: show, onmouseleave: hide,
  },
  h('h3', {}, h('button', {
    type: 'button', class: 'sheet-kind-name', 'data-key': `sheet-${row.kind}`, 'aria-pressed': String(selected),
    onclick: () => choose.kind(row.kind), onfocus: show, onblur: hide,
  }, badge(state, row.kind), name)),
  statusChip(row.status),
  row.share !== null && shareBar(row),
  h('dl', { class: 'measures' }, ...measures(row, choose).map(([term, ...values]) =>
    h('div', {}, h('dt', {}, term), h('dd', {}, ...values)))),
  ...onFoot.row(state, row),
  row.status !== 'unknown' && peopleOf(row.people),
  row.unknownBecause !== '' && h('p', { class: 'because' }, t(`because_${row.unknownBecause}`)),
  ...flagsOf(row).map((words) => h('p', { class: 'caution' }, words)),
  citation(row),
  h('p', { class: 'sheet-doing' },
    h('button', {
      type: 'button', class: 'ask-why', 'data-key': `why-${row.kind}`, onclick: () => choose.ask(row.kind),
    }, t('why'), h('span', { class: 'unseen' }, ` ${name}`)),
    row.status === 'partial' && h('button', {
      type: 'button', class: 'ask-try', 'data-key': `try-${row.kind}`, onclick: () => choose.tryOne(row.kind, sheet),
    }, icon('pin'), t('try'), h('span', { class: 'unseen' }, ` ${name}`))));
}

/** @param {import('../types.js').Status} status @returns {HTMLElement} status in colour and in words */
export function statusChip(status) {
  return h('span', { class: `status-chip is-${status}` },
    h('span', { class: `swatch fill-${status}` }), status === 'unknown' ? t('unknownStatus') : t(status));
}

/** @param {SheetKind} row */
function shareBar({ share, status }) {
  const bar = h('span', { class: `share-fill fill-${status}` });
  bar.style.width = `${(share ?? 0) * 100}%`;
  return h('div', { class: 'share' },
    h('span', { class: 'share-bar', 'aria-hidden': 'true' }, bar),
    h('span', { class: 'share-value' }, t('served', { share: percent(share) })));
}

/** @param {SheetKind} row @param {SheetChoices} choose @returns {[string, ...(string | HTMLElement)[]][]} */
function measures(row, choose) {
  /** @type {[string, ...(string | HTMLElement)[]][]} */
  const lines = [];
  if (row.nearest) {
    const { id } = row.nearest;
    lines.push([t('nearest'), h('button', {
      type: 'button', class: 'link', 'data-key': `nearest-${row.kind}`, 'data-facility': id, onclick: () => choose.facility(id),
    }, row.nearest.name || t('unnamed')), ' ', h('b', { class: 'metres' }, distance(row.nearest.metres))]);
  } else if (row.unknownBecause !== 'no_layer') lines.push([t('nearest'), t('noneNearby')]);
  lines.push([t('radius'), t('radiusValue', { radius: whole(row.radiusMetres) }),
    h('span', { class: 'quiet' }, ` · ${t(wayOf(row))}`)]);
  return lines;
}

/**
 * How distance is measured, in words.
 *
 * @param {{mode: string, estimated?: boolean}} row
 * @returns {import('../i18n.js').Key}
 */
export function wayOf({ mode, estimated }) {
  return mode !== 'walking' ? 'mode_straight' : estimated ? 'mode_estimated' : 'mode_walking';
}

/** @param {SheetKind} row @returns {string[]} */
function flagsOf({ flags, nearest, within }) {
  const words = [];
  if (nearest?.suspect) words.push(t('flag_nearestSuspect'));
  const total = within;
  if (flags.accessSuspect > 0) words.push(t('flag_accessSuspect', { n: flags.accessSuspect, total }));
  if (flags.accessUnknown > 0) words.push(t('flag_accessUnknown', { n: flags.accessUnknown, total }));
  if (flags.statusUnknown > 0) words.push(t('flag_statusUnknown', { n: flags.statusUnknown, total }));
  return words;
}
