// @ts-check
import { h } from '../dom.js';
import { area, distance, local, percent, t, whole, wholeOrUnknown } from '../i18n.js';
import { badge } from '../kinds.js';
import { currentStandard, kindOf } from '../state.js';
import { drawAround, drawLocator, isMissing } from './around.js';
import { bounds, placeName, today } from './facts.js';
import { scaleBar } from './marks.js';
import { stamps } from './paper.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('../types.js').Sheet} Sheet */
/** @typedef {import('../types.js').SheetKind} SheetKind */

const ORDER = { gap: 0, partial: 1, unknown: 2, met: 3 };
const ROWS_WITH_ROOM = 4;
const ROWS_AT_EASE = 8;
const ROWS_AT_MOST = 14;

/**
 * One community on one sheet of A4: what it is, what it lacks, and what would make up for it.
 *
 * @param {State} state
 * @param {Sheet} sheet
 * @param {import('./choices.js').Choices} choices
 * @returns {HTMLElement}
 */
export function leafletPaper(state, sheet, choices) {
  const rows = [...sheet.kinds].sort((a, b) => ORDER[a.status] - ORDER[b.status]);
  // What is met needs no row of its own where there is no room for it.
  const inFull = rows.length <= ROWS_AT_MOST ? rows : rows.filter(isMissing).slice(0, ROWS_AT_MOST);
  const others = rows.filter((row) => !inFull.includes(row));
  return h('article', { class: `paper always-light a4 portrait one-page${inFull.length > ROWS_AT_EASE ? ' dense' : inFull.length <= ROWS_WITH_ROOM ? ' roomy' : ''}`, 'aria-label': sheet.name || t('unnamed') },
    h('header', { class: 'paper-head' },
      h('div', {}, h('p', { class: 'one-what' }, t('show_leafletTitle')),
        h('h2', { class: 'paper-title' }, sheet.name || t('unnamed')),
        h('p', { class: 'paper-question' }, whereabouts(state, sheet))),
      stamps(state, choices)),
    h('div', { class: 'one-top' },
      h('div', { class: 'one-side' }, facts(sheet), figureOf('locator', t('show_locator'))),
      figureOf('around', t('show_around'))),
    h('section', { class: 'one-kinds' },
      h('h3', {}, missingTitle(rows)),
      h('table', { class: 'one-table' },
        h('thead', {}, h('tr', {}, ...['show_service', 'show_withinReach', 'nearest', 'peopleOut', 'show_toMakeUp'].map((key) =>
          h('th', { scope: 'col' }, t(/** @type {any} */ (key)))))),
        h('tbody', {}, ...inFull.map((row) => kindRow(state, row)))),
      ...['gap', 'partial', 'met', 'unknown'].map((status) => inShort(state, others.filter((row) => row.status === status))),
      hasMedian(sheet) && h('p', { class: 'small' }, h('i', { class: 'median-key' }), t('show_medianNote'))),
    h('footer', { class: 'paper-foot' },
      h('p', {}, h('b', {}, t('show_clause')), ' ', [...new Set(rows.filter(isMissing).map((row) => clauseOf(row)))].join(t('listSeparator')) || local(currentStandard(state)?.name)),
      h('p', {}, h('b', {}, t('show_thresholds')), ' ', bounds({ ...state, kind: 'all' }), t('show_stop'), ' ', local(currentStandard(state)?.thresholdNote)),
      h('p', {}, h('b', {}, t('show_sources')), ' ', t('sourceRow', { file: sheet.source.file, row: String(sheet.source.row), source: sheet.source.source }),
        t('show_stop'), ' ', t('show_dataVersion', { version: sheet.dataVersion })),
      h('p', { class: 'one-link' }, linkOf(state, sheet)),
      h('p', { class: 'paper-made' }, h('span', {}, t('show_madeOn', { date: today() })),
        choices.maker && h('span', {}, t('show_madeBy', { maker: choices.maker })), h('span', {}, t('show_madeWith')))));
}

/** @param {State} state @param {Sheet} sheet */
function whereabouts(state, sheet) {
  const { district, subdistrict } = sheet.area ?? { district: null, subdistrict: null };
  return [placeName({ ...state, area: null }), district, subdistrict, local(currentStandard(state)?.name)].filter(Boolean).join(' · ');
}

/** @param {Sheet} sheet */
function facts(sheet) {
  const { renovation } = sheet;
  const entries = [
    [t('buildYear'), sheet.buildYear === null ? t('unknown') : String(sheet.buildYear)],
    renovation === undefined ? null : [t('ask_renovation'), renovation === null ? t('unknown') : t(/** @type {any} */ (`ask_renovation_${renovation}`))],
    [t('households'), wholeOrUnknown(sheet.households)],
    [t('residents'), wholeOrUnknown(sheet.residents)],
    [t('elderly'), wholeOrUnknown(sheet.elderly)],
    [t('children'), wholeOrUnknown(sheet.children)],
    [t('area'), area(sheet.areaSqm)],
  ];
  return h('dl', { class: 'one-facts' }, ...entries.map((entry) => entry && h('div', {}, h('dt', {}, entry[0]), h('dd', {}, entry[1]))));
}

/** @param {string} name @param {string} words */
function figureOf(name, words) {
  return h('figure', { class: `one-map ${name}` }, h('canvas', { role: 'img', 'aria-label': words, 'data-map': name }),
    h('figcaption', {}, h('span', {}, words), h('span', { class: 'scale-place' })));
}

/** @param {SheetKind[]} rows */
function missingTitle(rows) {
  const missing = rows.filter(({ status }) => status === 'gap').length;
  const partly = rows.filter(({ status }) => status === 'partial').length;
  return t('show_missing', { missing, partly, all: rows.length });
}

/** @param {State} state @param {SheetKind[]} rows of one status */
function inShort(state, rows) {
  return rows.length > 0 && h('p', { class: 'small' }, h('b', {}, `${statusWords(rows[0])} (${rows.length})`), ' ',
    rows.map((row) => `${local(kindOf(state, row.kind).name)}${row.share === null || row.share === 1 ? '' : ` ${percent(row.share)}`}`).join(' · '));
}

/** @param {SheetKind} row */
function statusWords({ status }) {
  return status === 'unknown' ? t('unknownStatus') : t(status);
}

/** @param {State} state @param {SheetKind} row */
function kindRow(state, row) {
  return h('tr', { 'data-kind': row.kind, 'data-status': row.status },
    h('th', { scope: 'row' }, h('div', { class: 'one-kind' }, badge(state, row.kind), h('span', {}, local(kindOf(state, row.kind).name),
      h('span', { class: 'small' }, t('show_radiusIs', { radius: whole(row.radiusMetres) }))))),
    h('td', {}, h('span', { class: 'one-status' }, h('i', { class: `swatch fill-${row.status}` }), statusWords(row),
      row.share !== null && h('b', {}, ` ${percent(row.share)}`)), row.share !== null && bar(row)),
    h('td', {}, ...nearest(row)),
    h('td', { class: 'number' }, ...people(row)),
    h('td', {}, ...toMakeUp(state, row)));
}

/** The community's share, and a tick at the district's median. @param {SheetKind} row */
function bar(row) {
  const median = row.districtMedianShare;
  const filled = h('span', { class: `share-fill fill-${row.status}` });
  filled.style.width = `${(row.share ?? 0) * 100}%`;
  const tick = typeof median === 'number' && h('i', { class: 'median', title: t('show_median', { share: percent(median) }) });
  if (tick) tick.style.left = `${median * 100}%`;
  return h('span', { class: 'one-bar' }, filled, tick);
}

/** @param {Sheet} sheet */
function hasMedian(sheet) {
  return sheet.kinds.some((row) => typeof row.districtMedianShare === 'number');
}

/** @param {SheetKind} row @returns {(Node | string)[]} */
function nearest(row) {
  if (row.nearest === null) return [row.unknownBecause === 'no_layer' ? t('noLayer') : t('noneNearby')];
  return [h('b', {}, distance(row.nearest.metres)), h('span', { class: 'small' }, row.nearest.name || t('unnamed'))];
}

/** @param {SheetKind} row @returns {(Node | string)[]} */
function people({ people: { group, outOfReach, people: all, estimated } }) {
  const words = t(/** @type {any} */ (`group_${group}`));
  if (outOfReach === null || all === null) return [t('unknown'), h('span', { class: 'small' }, words)];
  return [h('b', {}, whole(outOfReach)), h('span', { class: 'small' }, t('show_ofGroup', { n: all, group: words }), estimated && ` (${t('estimated')})`)];
}

/** What it takes to make up for what is missing. @param {State} state @param {SheetKind} row @returns {(Node | string)[]} */
function toMakeUp(state, row) {
  const { capacity } = row.people;
  const lines = [];
  if (row.status === 'gap' || row.status === 'partial') lines.push(t('show_oneWithin', { radius: whole(row.radiusMetres) }));
  if (row.unknownBecause !== '') lines.push(t(row.unknownBecause === 'no_layer' ? 'show_importFirst' : 'show_checkFirst'));
  if (capacity && capacity.quantityGap !== null && capacity.quantityGap > 0) {
    lines.push(t('quantityGap', { gap: figure(capacity.quantityGap), need: figure(capacity.need ?? 0), unit: local(capacity.unit) }));
  } else if (capacity?.capacityUnknown) lines.push(t('show_capacityUnknown'));
  if (row.nearest?.suspect) lines.push(t('show_checkAccess'));
  if (lines.length === 0) lines.push('–');
  return lines.map((line) => h('span', { class: 'one-line' }, line));
}

/** @param {number} value */
function figure(value) {
  return value > 0 && value < 10 ? value.toFixed(1) : whole(value);
}

/** @param {SheetKind} row */
function clauseOf(row) {
  return [local(row.standardSource), local(row.clause)].filter(Boolean).join(' ') + ` [${t(row.verification)}]`;
}

/** @param {State} state @param {Sheet} sheet @returns {string} an address that opens the community */
function linkOf(state, sheet) {
  const query = new URLSearchParams({ city: state.city ?? '', standard: state.standard ?? '', community: String(sheet.id) });
  return `${location.origin}${location.pathname}#${query}`;
}

/**
 * Draws the maps of a sheet that is in the document.
 *
 * @param {HTMLElement} paper
 * @param {State} state
 * @param {Sheet} sheet
 */
export async function drawLeaflet(paper, state, sheet) {
  const canvas = (/** @type {string} */ name) => /** @type {HTMLCanvasElement} */ (paper.querySelector(`[data-map="${name}"]`));
  const [, frame] = await Promise.all([drawLocator(canvas('locator'), state, sheet), drawAround(canvas('around'), state, sheet)]);
  paper.querySelector('.around .scale-place')?.replaceChildren(scaleBar(frame, 110));
  paper.dataset.drawn = 'true';
}
