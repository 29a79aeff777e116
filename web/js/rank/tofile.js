// @ts-check
import { date, local, t, whole } from '../i18n.js';
import { paintOfBin, SHARE_BINS } from '../palette.js';
import { renovationPicked } from '../renovation.js';
import { currentCity, currentRadius, currentRule, currentStandard, kindOf } from '../state.js';

/** @typedef {import('./columns.js').Column} Column */

/**
 * A table as it goes into a file.
 *
 * @typedef {object} Table
 * @property {string[]} heads
 * @property {(string | number | null)[][]} rows null is unknown
 * @property {[string, string][]} about what the table is of
 */

/**
 * The rows shown, in their order, with the columns shown.
 *
 * @param {import('../state.js').State} state
 * @param {Column[]} columns
 * @param {Uint32Array} communities
 * @param {{words: string, inView: boolean, sort: string}} sieve
 * @returns {Table}
 */
export function tableOf(state, columns, communities, sieve) {
  return {
    heads: columns.map((column) => column.type === 'share' ? `${column.label} (%)` : column.label),
    rows: Array.from(communities, (i) => columns.map((column) => rounded(column, column.value(i)))),
    about: about(state, communities.length, sieve),
  };
}

/** As it is shown: whole people, percentages with a decimal. @param {Column} column @param {string | number | null} value */
function rounded(column, value) {
  if (typeof value !== 'number') return value;
  return column.type === 'share' ? Math.round(value * 1000) / 10 : Math.round(value);
}

/**
 * @param {import('../state.js').State} state
 * @param {number} count
 * @param {{words: string, inView: boolean, sort: string}} sieve
 * @returns {[string, string][]}
 */
function about(state, count, { words, inView, sort }) {
  const { index, kind, area, filter, oldUntil, mode } = state;
  const radius = currentRadius(state);
  const rule = currentRule(state);
  const filters = [
    area === null ? '' : index?.areas?.find((one) => one.key === area)?.name ?? area,
    filter === '' ? '' : t('rank_aboutStatuses', { statuses: [...filter].map(paintWords).join(', ') }),
    renovationPicked(state) === '' ? '' : t('rank_onlyRenovation', { states: renovationPicked(state) }),
    words === '' ? '' : t('rank_aboutWords', { words }),
    inView ? t('rank_inView') : '',
  ].filter(Boolean);
  return [
    [t('city'), currentCity(state)?.name ?? ''],
    [t('standard'), local(currentStandard(state)?.name)],
    [t('rank_aboutKind'), local(kindOf(state, kind).name)],
    ...rule && radius !== null ? /** @type {[string, string][]} */ ([[t('radius'), `${whole(radius)} m`]]) : [],
    [t('rank_aboutMode'), t(/** @type {any} */ (`rank_mode_${mode ?? 'rule'}`))],
    [t('shareOf'), t(state.by === 'people' ? 'ofPeople' : 'ofArea')],
    ...state.scenario === null ? [] : /** @type {[string, string][]} */ ([[t('rank_aboutScenario'), String(state.scenario)]]),
    ...state.supposed ? /** @type {[string, string][]} */ ([[t('rank_aboutTried'), t('rank_tried')]]) : [],
    [t('rank_aboutVersion'), String(index?.dataVersion ?? '')],
    [t('rank_aboutDate'), date(new Date().toISOString())],
    [t('rank_aboutSort'), sort],
    ...oldUntil === null ? [] : /** @type {[string, string][]} */ ([[t('rank_aboutOld'), String(oldUntil)]]),
    [t('rank_aboutFilters'), filters.join('; ') || t('rank_aboutNone')],
    [t('rank_aboutCount'), `${whole(count)} / ${whole(index?.id.length ?? 0)}`],
    [t('rank_aboutEmpty'), t('unknown')],
  ];
}

/** @param {string} paint a character of the legend's filter */
export function paintWords(paint) {
  switch (paint) {
    case 'g': return t('gap');
    case 'p': return t('partial');
    case 'm': return t('met');
    case 'u': return t('unknownStatus');
    default: return /\d/.test(paint) ? t('shortKinds', { n: Number(paint) }) : shareWords(paint.charCodeAt(0) - paintOfBin(0).charCodeAt(0));
  }
}

/** @param {number} bin a step of the legend's shares */
function shareWords(bin) {
  return `${(100 * bin) / SHARE_BINS}–${(100 * (bin + 1)) / SHARE_BINS} %`;
}

/**
 * UTF-8 with a byte order mark, so that Excel takes it for what it is; what the table is of follows
 * below it, after an empty line.
 *
 * @param {Table} table
 * @returns {Blob}
 */
export function csvOf({ heads, rows, about: lines }) {
  const text = [heads, ...rows, [], ...lines].map((row) => row.map(field).join(',')).join('\r\n');
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' });
}

/** A text that begins like a formula gets an apostrophe, so that no spreadsheet runs it. @param {string | number | null} value */
function field(value) {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@＝＋－＠\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {Blob} blob @param {string} name */
export function saveAs(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\\/:*?"<>|]/g, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
