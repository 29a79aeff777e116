// @ts-check
// Edits that are tried: what they are about, and what the map shows with them. Pure.
import { local, t } from '../i18n.js';
import { currentRule } from '../state.js';
import { radiusOf, tooSmall } from './size.js';

/** @typedef {import('../types.js').ScenarioEdit} ScenarioEdit */
/** @typedef {import('../types.js').Facility} Facility */
/** @typedef {import('../types.js').Coverage} Coverage */
/** @typedef {import('../state.js').State} State */

const NEAR_DEGREES = 0.0006;
const ORDER = 'gpm';

/**
 * The listed facility that an edit closes or moves, as far as it is known on the page.
 *
 * @param {ScenarioEdit} edit
 * @returns {{name: string, kind: string, lon: number, lat: number} | null}
 */
export function about(edit) {
  if (edit.do !== 'close' && edit.do !== 'move') return null;
  return typeof edit.facility === 'object' ? edit.facility : edit.about ?? null;
}

/** @param {ScenarioEdit} edit @param {Facility} facility @returns {boolean} whether the edit is about it */
export function isAbout(edit, facility) {
  if (edit.do !== 'close' && edit.do !== 'move') return false;
  if (typeof edit.facility !== 'object') return String(edit.facility) === String(facility.id);
  const { name, kind, lon, lat } = edit.facility;
  return name === facility.name && kind === facility.kind
    && Math.abs(lon - facility.lon) < NEAR_DEGREES && Math.abs(lat - facility.lat) < NEAR_DEGREES;
}

/** @param {Facility} facility @returns {boolean} whether it is one of the draft's own */
export function isTried({ id }) {
  return String(id).startsWith('draft-');
}

/** @type {{facilities: Facility[], draft: ScenarioEdit[], kind: string, mode: string | null, now: Facility[]} | null} */
let last = null;

/**
 * The selected kind's facilities as the draft supposes them: closed ones that serve nobody, moved
 * ones at their new place, new ones at the end.
 *
 * @param {State} state
 * @returns {Facility[]}
 */
export function facilitiesNow(state) {
  const { facilities, draft, kind, mode } = state;
  if (!draft || draft.length === 0) return facilities;
  if (last && last.facilities === facilities && last.draft === draft && last.kind === kind && last.mode === mode) return last.now;
  const wanted = [kind, ...(currentRule(state)?.satisfiedBy ?? [])];
  const now = facilities.map((facility) => draft.reduce((is, edit) => (isAbout(edit, facility) ? changed(is, edit) : is), facility));
  draft.forEach((edit, n) => {
    if (edit.do === 'add' && wanted.includes(edit.kind)) now.push(added(edit, n, state));
  });
  last = { facilities, draft, kind, mode, now };
  return now;
}

/** As far as the row lets one of its size reach, at the row's own radius. @param {State} state @param {ScenarioEdit & {do: 'add'}} edit @returns {number | null} metres */
function reachOfNew(state, edit) {
  const rule = currentRule(state);
  const radius = rule && rule.radiusMetres !== null ? radiusOf(rule, edit) : null;
  if (!rule || radius === null) return null;
  return (state.mode ?? rule.mode) === 'walking' ? radius / (rule.detourFactor ?? 1) : radius;
}

/** @param {Facility} facility @param {ScenarioEdit} edit @returns {Facility} */
function changed(facility, edit) {
  if (edit.do === 'close') return { ...facility, serves: false, why: 'closed', status: 'closed' };
  if (edit.do !== 'move') return facility;
  const [east, north] = [edit.lon - facility.lon, edit.lat - facility.lat];
  return {
    ...facility, lon: edit.lon, lat: edit.lat,
    outline: facility.outline.map((ring) => ring.map((value, i) => value + (i % 2 === 0 ? east : north))),
  };
}

/** @param {ScenarioEdit & {do: 'add'}} edit @param {number} n @param {State} state @returns {Facility} */
function added(edit, n, state) {
  const why = tooSmall(currentRule(state), edit);
  return {
    id: `draft-${n}`, name: edit.name, kind: edit.kind, subtype: '', lon: edit.lon, lat: edit.lat, status: 'open', access: 'public',
    serves: why === '', why, suspect: false, outline: [], reachMetres: why === '' ? reachOfNew(state, edit) : null, capacity: edit.capacity ?? null, source: 'scenario', row: n + 1,
  };
}

/**
 * The coverage as the draft has it: what the server said of the city, and of the draft over it.
 *
 * @param {Coverage | null} coverage
 * @param {import('../types.js').DraftAnswer | null} answer
 * @param {'area' | 'people'} by
 * @returns {Coverage | null} null where the two do not go together
 */
export function supposed(coverage, answer, by) {
  if (!coverage || !answer || coverage.dataVersion !== answer.dataVersion) return null;
  if (coverage.kind !== answer.kind || coverage.standard !== answer.standard || answer.by !== by) return null;
  const { index, share, shareOfPeople, status, short, unknown } = answer.changed;
  return {
    ...coverage,
    ...(coverage.share && { share: patched(coverage.share, index, share) }),
    ...(coverage.shareOfPeople && { shareOfPeople: patched(coverage.shareOfPeople, index, shareOfPeople) }),
    ...(coverage.status !== undefined && { status: patched([...coverage.status], index, status && [...status]).join('') }),
    ...(coverage.short && { short: patched(coverage.short, index, short) }),
    ...(coverage.unknown && { unknown: patched(coverage.unknown, index, unknown) }),
  };
}

/**
 * @template T
 * @param {T[]} column
 * @param {number[]} index
 * @param {T[] | undefined} values
 * @returns {T[]}
 */
function patched(column, index, values) {
  const copy = [...column];
  if (values) index.forEach((i, k) => { copy[i] = values[k]; });
  return copy;
}

/**
 * Communities whose verdict is another one, those who gain most first.
 *
 * @param {Coverage | null} coverage as it is
 * @param {import('../types.js').DraftAnswer} answer
 * @param {1 | -1} sign 1 for those that are better off, -1 for worse
 * @returns {{index: number, before: import('../types.js').Status, after: import('../types.js').Status, gained: number | null}[]}
 */
export function moved(coverage, answer, sign) {
  const { index, status, gained } = answer.changed;
  if (!coverage?.status || !status) return [];
  const found = [];
  for (let k = 0; k < index.length; k++) {
    const [before, after] = [coverage.status[index[k]], status[k]];
    const step = ORDER.indexOf(after) - ORDER.indexOf(before);
    if (before === 'u' || after === 'u' || step * sign <= 0) continue;
    found.push({ index: index[k], before: statusOf(before), after: statusOf(after), gained: gained?.[k] ?? null });
  }
  return found.sort((a, b) => sign * ((b.gained ?? 0) - (a.gained ?? 0)));
}

/** @param {string} letter @returns {import('../types.js').Status} */
function statusOf(letter) {
  return letter === 'm' ? 'met' : letter === 'p' ? 'partial' : letter === 'g' ? 'gap' : 'unknown';
}

/** Why an edit finds nothing to change. @param {{lostWhy?: import('../types.js').LostEdit[]}} answer @param {number} n @returns {string} */
export function whyLost({ lostWhy }, n) {
  const told = lostWhy?.find(({ edit }) => edit === n);
  return told ? local(told.why) : t('editLost');
}
