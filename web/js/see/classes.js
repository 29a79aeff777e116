// @ts-check
import { binOf, DEEPEST, FADED, paintOfBin, paintsOf, SHARE_BINS } from '../palette.js';
import { considered } from '../renovation.js';
import { currentStandard } from '../state.js';

/** @typedef {import('../palette.js').Paint} Paint */

/**
 * Which class of the legend each community is in, by community index; null while no coverage of the
 * view is there. A draft that is tried is in it already.
 *
 * @param {import('../state.js').State} state
 * @returns {Paint[] | null}
 */
export function classesOf(state) {
  const { index } = state;
  const coverage = state.supposed ?? state.coverage;
  const standard = currentStandard(state);
  if (!coverage || !index || !standard || coverage.dataVersion !== index.dataVersion) return null;
  if (coverage.kind === 'all') return paintsOf(coverage);
  const byShare = state.shade === 'share';
  return byShare ? (sharesOf(coverage) ?? []).map(binOf) : paintsOf(coverage);
}

/**
 * Of what `by` names.
 *
 * @param {import('../types.js').Coverage} coverage
 * @returns {(number | null)[] | null} null for all kinds
 */
export function sharesOf(coverage) {
  return coverage.shareOfPeople ?? coverage.share ?? null;
}

/**
 * Which communities are looked at: those in the chosen area, of the chosen states of renovation and of
 * the classes that the legend shows. The map fades the others, and the table leaves them out.
 *
 * @param {import('../state.js').State} state
 * @param {Paint[] | null} [classes]
 * @returns {Uint8Array | null} 1 for looked at; null where all are
 */
export function lookedAt(state, classes = classesOf(state)) {
  const inside = considered(state);
  const { filter } = state;
  if (filter === '' || !classes) return inside;
  return Uint8Array.from(classes, (one, i) => Number(filter.includes(one) && (inside === null || inside[i] === 1)));
}

/**
 * @param {import('../state.js').State} state
 * @returns {Paint[] | null} what each community is painted with, by community index
 */
export function paintsNow(state) {
  const classes = classesOf(state);
  const shown = classes && lookedAt(state, classes);
  return shown ? classes.map((one, i) => (shown[i] === 1 ? one : FADED)) : classes;
}

/**
 * The classes that the legend can have, the worst first, unknown last.
 *
 * @param {import('../state.js').State} state
 * @returns {Paint[]}
 */
export function scheme({ kind, shade }) {
  if (kind === 'all') return [...Array.from({ length: DEEPEST + 1 }, (_, n) => String(DEEPEST - n)), 'u'];
  if (shade === 'share') return [...Array.from({ length: SHARE_BINS }, (_, bin) => paintOfBin(bin)), 'u'];
  return ['g', 'p', 'm', 'u'];
}

/**
 * How many communities are in each class, of the chosen area and states of renovation.
 *
 * @param {import('../state.js').State} state
 * @returns {Map<Paint, number> | null}
 */
export function countsByClass(state) {
  const classes = classesOf(state);
  if (!classes) return null;
  const inside = considered(state);
  /** @type {Map<Paint, number>} */
  const counts = new Map();
  for (let i = 0; i < classes.length; i++) {
    if (inside === null || inside[i] === 1) counts.set(classes[i], (counts.get(classes[i]) ?? 0) + 1);
  }
  return counts;
}
