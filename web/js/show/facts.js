// @ts-check
// What is written beside a map that leaves the screen: the same words and numbers on paper, on a
// picture and on a slide.
import { date, local, percent, t, whole } from '../i18n.js';
import { DEEPEST, SHARE_BINS } from '../palette.js';
import { renovationPicked } from '../renovation.js';
import { countsByClass, scheme } from '../see/classes.js';
import { currentCity, currentRadius, currentRule, currentStandard, kindOf } from '../state.js';
import { measuredNow } from '../walk/seam.js';

/** @typedef {import('../state.js').State} State */

/** @param {State} state @returns {string} the name of what is looked at: the city, and the area of it */
export function placeName(state) {
  const city = currentCity(state)?.name ?? '';
  const area = state.area === null ? null : state.index?.areas?.find((one) => one.key === state.area)?.name;
  return area ? t('show_areaOfCity', { city, area }) : city;
}

/** @param {State} state @returns {string} the title that a map has unless the user gives it another */
export function ownTitle(state) {
  if (state.kind === 'all') return t('show_titleAll', { place: placeName(state) });
  return t('show_titleKind', { place: placeName(state), kind: local(kindOf(state, state.kind).name) });
}

/** @param {State} state @param {string | null} scenario its name @returns {string[]} what the map is judged by, each a clause of the line under the title */
export function question(state, scenario) {
  const radius = currentRadius(state);
  const own = currentRule(state)?.radiusMetres ?? null;
  const way = { walked: 'mode_walking', estimated: 'mode_estimated', straight: 'mode_straight' }[measuredNow(state)];
  return [
    local(currentStandard(state)?.name),
    radius === null ? '' : t('show_radiusIs', { radius: whole(radius) }) + (own !== null && own !== radius ? ` (${t('whyOwnRadius', { radius: whole(own) })})` : ''),
    radius === null ? '' : t(/** @type {any} */ (way)),
    t(state.by === 'people' ? 'show_byPeople' : 'show_byArea'),
    renovationPicked(state) === '' ? '' : t('rank_onlyRenovation', { states: renovationPicked(state) }),
    state.supposed === null ? '' : t('show_tried'),
    state.scenario === null ? '' : t('show_supposing', { name: scenario ?? String(state.scenario) }),
  ].filter(Boolean);
}

/**
 * @typedef {object} LegendRow
 * @property {import('../palette.js').Paint[]} paints side by side, of neighbouring classes
 * @property {string} words
 * @property {number} count communities that wear them, of the area that is looked at
 */

/** @param {State} state @returns {LegendRow[]} the worst first, what is unknown last */
export function legendRows(state) {
  const counts = countsByClass(state);
  if (!counts) return [];
  const row = (/** @type {import('../palette.js').Paint[]} */ paints, /** @type {string} */ words) =>
    ({ paints, words, count: paints.reduce((sum, paint) => sum + (counts.get(paint) ?? 0), 0) });
  const classes = scheme(state).filter((paint) => paint !== 'u');
  const unknown = row(['u'], t('unknownStatus'));
  if (state.kind === 'all') return [...classes.map((paint) => row([paint], shortWords(Number(paint)))), unknown].filter(({ count }) => count > 0);
  if (state.shade === 'status') return [...classes.map((paint) => row([paint], t(STATUS[paint]))), unknown];
  const bands = SHARE_BINS / BINS_TO_A_ROW;
  return [...Array(bands).keys()].map((band) => row(classes.slice(band * BINS_TO_A_ROW, (band + 1) * BINS_TO_A_ROW),
    t('show_band', { from: String((100 * band) / bands), to: String((100 * (band + 1)) / bands) }))).concat(unknown);
}
const BINS_TO_A_ROW = 4;
/** @type {Record<string, 'gap' | 'partial' | 'met'>} */
const STATUS = { g: 'gap', p: 'partial', m: 'met' };

/** @param {number} n kinds */
function shortWords(n) {
  if (n === 0) return t('show_noneShort');
  return t(n === DEEPEST ? 'show_shortOrMore' : 'show_short', { n });
}

/** @param {State} state @returns {string} from which share a community is met, and below which it is a gap */
export function bounds(state) {
  const standard = currentStandard(state);
  if (!standard) return '';
  const rule = currentRule(state);
  return t(state.by === 'people' ? 'thresholdsPeople' : 'thresholds', {
    met: percent(rule?.metFrom ?? standard.metFrom), gap: percent(rule?.gapBelow ?? standard.gapBelow),
  });
}

/** @param {State} state @returns {string} the standard's clause that the kind is judged by, and how far it was checked */
export function clause(state) {
  const rule = currentRule(state);
  if (!rule) return '';
  const source = local(rule.source);
  const year = rule.year && !source.includes(String(rule.year)) ? `(${rule.year})` : '';
  const words = [source, year, local(rule.clause)].filter(Boolean).join(' ');
  return `${words} [${t(rule.verification)}${rule.localChoice ? `; ${t('localChoice')}` : ''}]`;
}

/** @param {State} state @param {string} [kind] @returns {string[]} the layers that the map is made of: file, rows, when imported */
export function layersUsed(state, kind = state.kind) {
  const members = currentStandard(state)?.rules.find((rule) => rule.kind === kind)?.satisfiedBy ?? [kind];
  /** @type {Map<string, {types: Set<string>, rows: number, importedAt: string}>} */
  const files = new Map();
  for (const layer of currentCity(state)?.layers ?? []) {
    if (layer.type === 'sites') continue;
    if (layer.type === 'facilities' && kind !== 'all' && !members.includes(layer.kind) && layer.kind !== kind) continue;
    const file = files.get(layer.file) ?? { types: new Set(), rows: 0, importedAt: '' };
    file.types.add(t(/** @type {any} */ (`show_layer_${layer.type}`)));
    file.rows += layer.rows;
    if (layer.importedAt > file.importedAt) file.importedAt = layer.importedAt;
    files.set(layer.file, file);
  }
  return [...files].map(([name, { types, rows, importedAt }]) =>
    t('show_layer', { what: [...types].join(t('show_and')), file: name, rows, date: date(importedAt) }));
}

/** @returns {string} the day, in full */
export function today() {
  return date(new Date().toISOString());
}

/**
 * @param {State} state
 * @param {import('./choices.js').Choices} choices
 * @returns {string[]} what must be read before the map: the office's mark, and that the city is none
 */
export function warnings(state, { mark, mapNumber }) {
  return [
    mark === 'internal' ? t('show_internal') : mark === 'number' && mapNumber ? t('show_mapNumber', { number: mapNumber }) : '',
    isSynthetic(state) ? t('show_synthetic') : '',
  ].filter(Boolean);
}

/** @param {State} state @returns {boolean} */
export function isSynthetic(state) {
  return currentCity(state)?.demonstration ?? false;
}

/** @param {State} state @returns {string} fit for the name of a file: city, kind, date */
export function fileStem(state) {
  const kind = state.kind === 'all' ? t('allKinds') : local(kindOf(state, state.kind).name);
  const day = new Date();
  const stamp = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
  return [placeName(state), kind, stamp].join('_').replace(/[\\/:*?"<>|\s]+/g, '-');
}
