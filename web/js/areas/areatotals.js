// @ts-check
import { currentStandard } from '../state.js';
import { paintsOf } from '../palette.js';

/** @typedef {import('../state.js').State} State */

/**
 * One administrative area in numbers. People are sums over the communities where they are known;
 * null where none is.
 *
 * @typedef {object} AreaTotals
 * @property {number} area number in the index's areas; -1 for communities that lie in none
 * @property {number} communities
 * @property {number} short those that are a gap, or short of any kind
 * @property {number} judged
 * @property {number | null} people out of reach, of the kind's group
 * @property {number | null} residents out of reach
 * @property {number | null} elderly out of reach
 * @property {number | null} children out of reach
 * @property {number} unknown communities whose people out of reach nobody knows
 */

/**
 * @param {State} state
 * @param {'district' | 'subdistrict'} level
 * @returns {AreaTotals[] | null} null while what it needs is not there
 */
export function areaTotals(state, level) {
  const { index, ranking, coverage } = state;
  if (!index?.areas || !coverage || !currentStandard(state) || coverage.dataVersion !== index.dataVersion || coverage.kind !== state.kind) return null;
  if (ranking?.dataVersion !== index.dataVersion || ranking.kind !== state.kind) return null;
  const paints = paintsOf(coverage);
  const all = coverage.kind === 'all';
  const main = all ? ranking.residentsOutOfReach : ranking.peopleOutOfReach;
  const column = index[level];
  /** @type {Map<number, AreaTotals>} */
  const totals = new Map();
  for (let i = 0; i < column.length; i++) {
    const sum = totals.get(column[i]) ?? {
      area: column[i], communities: 0, short: 0, judged: 0, people: null, residents: null, elderly: null, children: null, unknown: 0,
    };
    totals.set(column[i], sum);
    sum.communities++;
    if (paints[i] !== 'u') sum.judged++;
    if (all ? (coverage.short?.[i] ?? 0) > 0 : paints[i] === 'g') sum.short++;
    if (main[i] === null) sum.unknown++;
    sum.people = plus(sum.people, ranking.peopleOutOfReach[i]);
    sum.residents = plus(sum.residents, ranking.residentsOutOfReach[i]);
    sum.elderly = plus(sum.elderly, ranking.elderlyOutOfReach[i]);
    sum.children = plus(sum.children, ranking.childrenOutOfReach[i]);
  }
  return [...totals.values()];
}

/** @param {number | null} sum @param {number | null | undefined} more */
function plus(sum, more) {
  return more === null || more === undefined ? sum : (sum ?? 0) + more;
}
