// @ts-check
import { area, local, percent, t, whole } from '../i18n.js';
import { DEEPEST } from '../palette.js';
import { kindOf } from '../state.js';
import { placesByName } from './order.js';

/** @typedef {import('../state.js').State} State */

/**
 * A column of the table for the view that is shown.
 *
 * @typedef {object} Column
 * @property {string} key
 * @property {string} label
 * @property {string} note what is to know about it
 * @property {'text' | 'number' | 'share' | 'status'} type
 * @property {number} width pixels at least
 * @property {boolean} byDefault
 * @property {boolean} downFirst whether the first click sorts the largest first
 * @property {boolean} waiting the server has not answered for it yet
 * @property {boolean} summed people, of whom the table's foot gives the sum
 * @property {() => Float64Array} keys what is sorted by; NaN is unknown
 * @property {(i: number) => string | number | null} value as it goes into a file; null is unknown
 * @property {(i: number) => string} text as it is shown
 * @property {((i: number) => string) | null} fill the colour of the legend that goes with it
 */

const STATUS = /** @type {const} */ (['gap', 'partial', 'met']);
const RENOVATION = ['not_renovated', 'planned', 'under_way', 'renovated'];

/**
 * The columns that there are for the view: those of all kinds, or those of the kind that is looked at.
 *
 * @param {State} state
 * @returns {Column[]}
 */
export function columnsOf(state) {
  const { index, kind } = state;
  // What is tried is on the map: the table must not say otherwise.
  const coverage = state.supposed ?? state.coverage;
  if (!index) return [];
  const ranking = state.ranking?.kind === kind && state.ranking.dataVersion === index.dataVersion ? state.ranking : null;
  const shown = coverage?.kind === kind && coverage.dataVersion === index.dataVersion ? coverage : null;
  const all = kind === 'all';
  const group = kindOf(state, kind).targetGroup;
  const levels = new Set(index.areas?.map((one) => one.level));
  const areas = (/** @type {'district' | 'subdistrict'} */ level) => textColumn(level, index[level].map((n) => index.areas[n]?.name ?? ''), {
    width: 80, byDefault: level === (levels.has('subdistrict') ? 'subdistrict' : 'district'),
  });
  return [
    { ...textColumn('name', index.name, { width: 128 }), text: (i) => index.name[i] || t('unnamed') },
    ...levels.has('district') && index.district ? [areas('district')] : [],
    ...levels.has('subdistrict') && index.subdistrict ? [areas('subdistrict')] : [],
    ...all ? [
      shortColumn(shown),
      numberColumn('undecided', shown?.unknown, { width: 84 }),
    ] : [
      statusColumn(shown?.status),
      shareColumn(shown && (shown.shareOfPeople ?? shown.share), state.by),
    ],
    ...all || group === 'all' ? [] : [numberColumn('people', ranking?.peopleOutOfReach, {
      byDefault: true, summed: true, width: 112, label: t('rank_people', { group: t(/** @type {any} */ (`group_${group}`)) }),
      note: t('rank_peopleNote', { kind: local(kindOf(state, kind).name) }),
    })],
    numberColumn('residents', ranking?.residentsOutOfReach, { byDefault: true, summed: true, note: all ? t('rank_mostNote') : '' }),
    numberColumn('elderly', ranking?.elderlyOutOfReach, { byDefault: all, summed: true, width: 108, note: all ? t('rank_elderlyNote') : '' }),
    numberColumn('children', ranking?.childrenOutOfReach, { byDefault: all, summed: true, note: all ? t('rank_childrenNote') : '' }),
    numberColumn('population', index.residents, { summed: true, width: 84 }),
    numberColumn('households', index.households, { summed: true, byDefault: group === 'all' && !all, width: 72 }),
    { ...numberColumn('year', index.buildYear, { byDefault: true, width: 62 }), downFirst: false, text: (i) => plain(index.buildYear?.[i]) },
    ...index.renovation?.some((one) => one !== null) ? [renovationColumn(index.renovation)] : [],
    { ...numberColumn('area', index.areaSqm, { width: 84 }), text: (i) => area(index.areaSqm[i]) },
  ];
}

/**
 * @param {string} key
 * @param {string[]} texts '' is unknown
 * @param {Partial<Column>} more
 * @returns {Column}
 */
function textColumn(key, texts, more) {
  return {
    ...blank(key), type: 'text', byDefault: true, downFirst: false,
    keys: () => placesByName(texts), value: (i) => texts[i] || null, text: (i) => texts[i] || t('unknown'), ...more,
  };
}

/**
 * @param {string} key
 * @param {(number | null)[] | undefined} values
 * @param {Partial<Column>} more
 * @returns {Column}
 */
function numberColumn(key, values, more) {
  return {
    ...blank(key), waiting: !values,
    keys: () => Float64Array.from(values ?? [], (value) => value ?? NaN),
    value: (i) => values?.[i] ?? null,
    text: (i) => !values ? '…' : values[i] === null || values[i] === undefined ? t('unknown') : whole(values[i]),
    ...more,
  };
}

/**
 * How many kinds fall short, and how many more nobody can tell; where that is all, it is not known.
 *
 * @param {import('../types.js').Coverage | null} coverage
 * @returns {Column}
 */
function shortColumn(coverage) {
  const judged = coverage?.judged ?? 0;
  const values = coverage?.short?.map((n, i) => n === 0 && (coverage.unknown?.[i] ?? 0) >= judged ? null : n);
  const column = numberColumn('short', values, { width: 118, byDefault: true, note: t('rank_shortNote', { judged }) });
  return {
    ...column,
    text: (i) => {
      const unknown = coverage?.unknown?.[i] ?? 0;
      return values && values[i] !== null && unknown > 0 ? t('rank_shortAnd', { short: values[i], unknown }) : column.text(i);
    },
    fill: (i) => {
      const n = coverage?.short?.[i] ?? 0;
      return n === 0 && (coverage?.unknown?.[i] ?? 0) > 0 ? 'unknown' : `ramp-${Math.min(n, DEEPEST)}`;
    },
  };
}

/** @param {(number | null)[] | null | undefined} shares @param {'area' | 'people'} by @returns {Column} */
function shareColumn(shares, by) {
  return {
    ...numberColumn('share', shares ?? undefined, { byDefault: true, width: 70, downFirst: false }), type: 'share',
    note: t(by === 'people' ? 'byPeopleNote' : 'byAreaNote'),
    value: (i) => shares?.[i] ?? null,
    text: (i) => shares ? percent(shares[i]) : '…',
  };
}

/** @param {string | undefined} letters @returns {Column} the worst first */
function statusColumn(letters) {
  const n = (/** @type {number} */ i) => 'gpm'.indexOf(letters?.[i] ?? 'u');
  const words = (/** @type {number} */ i) => n(i) < 0 ? t('unknownStatus') : t(STATUS[n(i)]);
  return {
    ...blank('status'), type: 'status', width: 88, byDefault: true, downFirst: false, waiting: letters === undefined,
    keys: () => Float64Array.from(letters ?? '', (_, i) => n(i) < 0 ? NaN : n(i)),
    value: words, text: (i) => letters === undefined ? '…' : words(i),
    fill: (i) => n(i) < 0 ? 'unknown' : STATUS[n(i)],
  };
}

/** @param {(string | null)[]} states @returns {Column} what is not renovated yet first */
function renovationColumn(states) {
  const words = (/** @type {number} */ i) => {
    const one = states[i];
    return one === null ? null : RENOVATION.includes(one) ? t(/** @type {any} */ (`rank_${one}`)) : one;
  };
  return {
    ...blank('renovation'), type: 'text', width: 92, byDefault: true, downFirst: false,
    keys: () => Float64Array.from(states, (one) => one === null ? NaN : RENOVATION.indexOf(one)),
    value: words, text: (i) => words(i) ?? t('unknown'),
  };
}

/** @param {string} key @returns {Column} */
function blank(key) {
  return {
    key, label: t(/** @type {any} */ (`rank_${key}`)), note: '', type: 'number', width: 90, byDefault: false, downFirst: true,
    waiting: false, summed: false, keys: () => new Float64Array(), value: () => null, text: () => '', fill: null,
  };
}

/** A year has no separators. @param {number | null | undefined} year */
function plain(year) {
  return year === null || year === undefined ? t('unknown') : String(year);
}

/**
 * What the table is sorted by: what the address says, or its nearest of kin where the view has no
 * such column.
 *
 * @param {string | null} rank
 * @param {Column[]} columns
 * @returns {{column: Column, descending: boolean} | null}
 */
export function sortOf(rank, columns) {
  const descending = rank?.startsWith('-') ?? false;
  const key = rank?.replace(/^-/, '') ?? '';
  const find = (/** @type {string} */ wanted) => columns.find((one) => one.key === wanted);
  const own = find(key);
  if (own) return { column: own, descending };
  const kin = KIN[key]?.map(find).find(Boolean) ?? find('residents');
  return kin ? { column: kin, descending: kin.downFirst } : null;
}

/** @type {Record<string, string[]>} */
const KIN = {
  people: ['residents'], status: ['short'], share: ['short'], short: ['status'], undecided: ['status'],
  district: ['subdistrict', 'name'], subdistrict: ['district', 'name'], renovation: ['year'],
};
