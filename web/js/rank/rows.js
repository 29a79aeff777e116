// @ts-check
import { classesOf, lookedAt } from '../see/classes.js';
import { sortOf } from './columns.js';
import { orderBy } from './order.js';

/** @typedef {import('./columns.js').Column} Column */

/**
 * What only the table knows of: words that a name must hold, and whether only what the map shows.
 *
 * @typedef {object} Sieve
 * @property {string} words
 * @property {import('./names.js').Names | null} names
 * @property {import('./names.js').Names | null} initials
 * @property {[number, number, number, number] | null} box west, south, east, north
 */

/**
 * The rows as they are shown.
 *
 * @typedef {object} Rows
 * @property {Int32Array} rows community indexes, and headings of groups as -1 less the group's number
 * @property {{age: 'old' | 'later' | 'unknown', count: number}[]} groups
 * @property {Uint32Array} communities those shown, in their order
 */

/**
 * @param {import('../state.js').State} state
 * @param {Column[]} columns
 * @param {Sieve} sieve
 * @returns {Rows}
 */
export function rowsOf(state, columns, sieve) {
  const n = state.index?.id.length ?? 0;
  const kept = keptOf(state, sieve, n);
  const sort = sortOf(state.rank, columns);
  const keys = sort?.column.keys();
  const order = keys?.length === n && sort ? orderBy(keys, sort.descending) : Uint32Array.from({ length: n }, (_, i) => i);
  const shown = kept ? order.filter((i) => kept[i] === 1) : order;
  if (state.oldUntil === null || !state.index) return { rows: Int32Array.from(shown), groups: [], communities: shown };
  return byAge(shown, state.index.buildYear, state.oldUntil);
}

/**
 * @param {Uint32Array} shown
 * @param {(number | null)[]} years
 * @param {number} until
 * @returns {Rows}
 */
function byAge(shown, years, until) {
  const ageOf = (/** @type {number} */ i) => {
    const year = years?.[i] ?? null;
    return year === null ? 2 : Number(year > until);
  };
  const counts = [0, 0, 0];
  for (const i of shown) counts[ageOf(i)]++;
  const ages = /** @type {const} */ (['old', 'later', 'unknown']);
  const groups = [0, 1, 2].filter((age) => counts[age] > 0).map((age) => ({ age: ages[age], count: counts[age], n: age }));
  const rows = new Int32Array(shown.length + groups.length);
  const communities = new Uint32Array(shown.length);
  let at = 0;
  let place = 0;
  groups.forEach((group, number) => {
    rows[at++] = -1 - number;
    for (const i of shown) {
      if (ageOf(i) !== group.n) continue;
      rows[at++] = i;
      communities[place++] = i;
    }
  });
  return { rows, groups, communities };
}

/**
 * @param {import('../state.js').State} state
 * @param {Sieve} sieve
 * @param {number} n
 * @returns {Uint8Array | null} 1 for those that every filter lets through; null where there is none
 */
function keptOf(state, { words, names, initials, box }, n) {
  const onTheMap = lookedAt(state, state.coverage?.kind === state.kind ? classesOf(state) : null);
  if (!onTheMap && !words && !box) return null;
  const kept = onTheMap ?? new Uint8Array(n).fill(1);
  if (words) {
    const named = new Uint8Array(n);
    names?.each(words, (i) => { named[i] = 1; });
    initials?.each(words, (i) => { named[i] = 1; });
    for (let i = 0; i < n; i++) kept[i] &= named[i];
  }
  const centre = state.index?.centre;
  if (box && centre) {
    for (let i = 0; i < n; i++) {
      const [lon, lat] = [centre[2 * i], centre[2 * i + 1]];
      if (lon < box[0] || lat < box[1] || lon > box[2] || lat > box[3]) kept[i] = 0;
    }
  }
  return kept;
}

/**
 * Sums over the communities shown of those columns that count people or households.
 *
 * @param {Column[]} columns
 * @param {Uint32Array} communities
 * @returns {{column: Column, sum: number, unknown: number}[]}
 */
export function totalsOf(columns, communities) {
  return columns.filter((column) => column.summed && !column.waiting).map((column) => {
    const keys = column.keys();
    let sum = 0;
    let unknown = 0;
    for (const i of communities) {
      if (Number.isNaN(keys[i])) unknown++;
      else sum += keys[i];
    }
    return { column, sum, unknown };
  });
}
