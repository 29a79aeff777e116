// @ts-check
import { percent, t } from '../i18n.js';
import { FADED, binOf } from '../palette.js';
import { considered } from '../renovation.js';
import { classesOf, sharesOf } from './classes.js';

/** @typedef {import('../state.js').State} State */

/**
 * How much of an area is short.
 *
 * @typedef {object} AreaShare
 * @property {number | null} share in [0, 1], null where nothing of it is known
 * @property {number} communities that the share is of: those whose class is known
 * @property {number} unknown
 * @property {number} lon of the middle of its communities
 * @property {number} lat
 */

/**
 * By area: the share of its communities that are a gap (of all kinds: that are short of any), or of the
 * classes that the legend has picked; with `by` people and nothing picked, the share of its residents
 * that is out of reach (of all kinds: who live where something is short).
 *
 * @param {State} state
 * @param {'district' | 'subdistrict'} level
 * @returns {(AreaShare | null)[]} by number of the index's areas; null for other levels and empty areas
 */
export function areaShares(state, level) {
  const { index, coverage } = state;
  const classes = classesOf(state);
  if (!index || !coverage || !classes) return [];
  const column = level === 'district' ? index.district : index.subdistrict;
  const weigh = weightsOf(state, classes);
  // Of an area that lies outside the chosen one all that is known is still told.
  const counted = considered({ ...state, area: null });
  const sums = index.areas.map(() => ({ short: 0, whole: 0, known: 0, unknown: 0, x: 0, y: 0 }));
  for (let i = 0; i < classes.length; i++) {
    const sum = sums[column[i]];
    if (!sum || counted?.[i] === 0) continue;
    sum.x += index.centre[2 * i];
    sum.y += index.centre[2 * i + 1];
    const [short, whole] = weigh(i);
    if (short === null || whole === null) sum.unknown++;
    else {
      sum.known++;
      sum.short += short;
      sum.whole += whole;
    }
  }
  return sums.map(({ short, whole, known, unknown, x, y }) => known + unknown === 0 ? null : {
    share: whole > 0 ? short / whole : null, communities: known, unknown,
    lon: x / (known + unknown), lat: y / (known + unknown),
  });
}

/**
 * @param {State} state
 * @param {string[]} classes
 * @returns {(i: number) => [number | null, number | null]} what is short, of what whole; null is unknown
 */
function weightsOf(state, classes) {
  const { index, coverage, filter, kind } = state;
  const shares = coverage && sharesOf(coverage);
  const residents = index?.residents ?? [];
  if (byPeople(state)) {
    return kind === 'all'
      ? (i) => classes[i] === 'u' ? [null, null] : [classes[i] === '0' ? 0 : residents[i], residents[i]]
      : (i) => {
        const [share, people] = [shares?.[i] ?? null, residents[i]];
        return share === null || people === null ? [null, null] : [(1 - share) * people, people];
      };
  }
  if (filter !== '') return (i) => [Number(filter.includes(classes[i])), 1];
  const status = coverage?.status ?? '';
  if (kind === 'all') return (i) => classes[i] === 'u' ? [null, null] : [Number(classes[i] !== '0'), 1];
  return (i) => status[i] === 'u' ? [null, null] : [Number(status[i] === 'g'), 1];
}

/** @param {State} state @returns {boolean} whether areas are told by people, not by communities */
export function byPeople({ by, filter }) {
  return by === 'people' && filter === '';
}

/**
 * @param {State} state
 * @param {(AreaShare | null)[]} shares
 * @returns {string[]} paints by number of area: as a community's whose share of the lacking is as large
 */
export function areaPaints({ index, area }, shares) {
  const chosen = index?.areas.find(({ key }) => key === area) ?? null;
  return shares.map((one, n) => {
    const { key, within } = /** @type {import('../types.js').Index} */ (index).areas[n];
    // A chosen sub-district leaves its district as it is: it is in it.
    const shown = !chosen || key === chosen.key || within === chosen.key || chosen.within === key;
    return !shown ? FADED : one?.share === null || !one ? 'u' : binOf(1 - one.share);
  });
}

/** What the number of an area says. @param {State} state @param {number | null} share */
export function areaWords(state, share) {
  const number = percent(share);
  if (byPeople(state)) return t(state.kind === 'all' ? 'see_areaPeopleAll' : 'see_areaPeople', { share: number });
  if (state.filter !== '') return t('see_areaPicked', { share: number });
  return t(state.kind === 'all' ? 'see_areaAll' : 'see_areaGap', { share: number });
}

/** What the colours of areas are a share of. @param {State} state */
export function areaTitle(state) {
  if (byPeople(state)) return t(state.kind === 'all' ? 'see_titlePeopleAll' : 'see_titlePeople');
  if (state.filter !== '') return t('see_titlePicked');
  return t(state.kind === 'all' ? 'see_titleAll' : 'see_titleGap');
}
