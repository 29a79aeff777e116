// @ts-check
// What is better and what is worse than on the other side, community by community. Pure.
import { FADED, paintsOf } from '../palette.js';
import { sharesOf } from '../see/classes.js';
import { within } from '../state.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('../types.js').Coverage} Coverage */

/** The paints of a difference map, the best first; 'u' is what is unknown on one side or not there. */
export const CHANGES = /** @type {const} */ (['better', 'rather', 'same', 'hardly', 'worse', 'u']);
const ORDER = 'gpm';
const SMALLEST = 0.0005;

/**
 * @param {State} state
 * @returns {(number | undefined)[] | null} by community index, its index on the other side
 */
export function partners({ index, other }) {
  if (!index || !other) return null;
  if (other.index === index) return index.id.map((_, i) => i);
  const there = new Map(other.index.id.map((id, i) => [id, i]));
  return index.id.map((id) => there.get(id));
}

/** @type {{other: unknown, coverage: unknown, changes: import('../palette.js').Paint[]} | null} */
let last = null;

/**
 * @param {State} state
 * @returns {import('../palette.js').Paint[] | null} by community index; null while a side is missing
 */
export function changesNow(state) {
  const { other } = state;
  const coverage = state.supposed ?? state.coverage;
  if (!other || !coverage || other.coverage.kind !== coverage.kind || coverage.dataVersion !== state.index?.dataVersion) return null;
  if (last && last.other === other && last.coverage === coverage) return last.changes;
  const judge = coverage.kind === 'all' ? byKinds(other.coverage, coverage) : byVerdict(other.coverage, coverage);
  const changes = (partners(state) ?? []).map((there, i) => (there === undefined ? 'u' : judge(there, i)));
  last = { other, coverage, changes };
  return changes;
}

/** A better verdict, or a larger share under the same verdict. @param {Coverage} before @param {Coverage} after */
function byVerdict(before, after) {
  const [was, is] = [paintsOf(before), paintsOf(after)];
  const [shareBefore, shareAfter] = [sharesOf(before) ?? [], sharesOf(after) ?? []];
  return (/** @type {number} */ there, /** @type {number} */ i) => {
    if (was[there] === 'u' || is[i] === 'u') return 'u';
    const step = ORDER.indexOf(is[i]) - ORDER.indexOf(was[there]);
    if (step !== 0) return step > 0 ? 'better' : 'worse';
    const more = (shareAfter[i] ?? 0) - (shareBefore[there] ?? 0);
    return more > SMALLEST ? 'rather' : more < -SMALLEST ? 'hardly' : 'same';
  };
}

/** Fewer kinds short; where not the same kinds are known, nobody can tell. @param {Coverage} before @param {Coverage} after */
function byKinds(before, after) {
  return (/** @type {number} */ there, /** @type {number} */ i) => {
    if ((before.unknown?.[there] ?? 0) !== (after.unknown?.[i] ?? 0)) return 'u';
    const fewer = (before.short?.[there] ?? 0) - (after.short?.[i] ?? 0);
    return fewer > 1 ? 'better' : fewer > 0 ? 'rather' : fewer < -1 ? 'worse' : fewer < 0 ? 'hardly' : 'same';
  };
}

/** @param {State} state @returns {import('../palette.js').Paint[] | null} paints of the map; null where it is no difference map */
export function differencePaints(state) {
  const changes = state.against !== null && state.how === 'difference' ? changesNow(state) : null;
  const inside = changes && within(state);
  return inside ? changes.map((one, i) => (inside[i] === 1 ? one : FADED)) : changes;
}

/** @param {State} state @returns {{counts: Map<string, number>, onlyHere: number, onlyThere: number} | null} of the area that is looked at */
export function changeCounts(state) {
  const changes = changesNow(state);
  const pairs = partners(state);
  if (!changes || !pairs) return null;
  const inside = within(state);
  /** @type {Map<string, number>} */
  const counts = new Map();
  changes.forEach((one, i) => {
    if (inside === null || inside[i] === 1) counts.set(one, (counts.get(one) ?? 0) + 1);
  });
  const matched = pairs.filter((there) => there !== undefined).length;
  return { counts, onlyHere: pairs.length - matched, onlyThere: (state.other?.index.id.length ?? 0) - matched };
}

/**
 * The share of a community on the other side.
 *
 * @param {State} state
 * @param {number} i its index on this side
 * @returns {number | null | undefined} undefined where it is not there
 */
export function shareThere(state, i) {
  const { other, index } = state;
  if (!other || !index) return undefined;
  const there = other.index === index ? i : other.index.id.indexOf(index.id[i]);
  return there < 0 ? undefined : sharesOf(other.coverage)?.[there] ?? null;
}
