// @ts-check
import { h } from '../dom.js';
import { local, percent, t } from '../i18n.js';
import { currentStandard, kindOf } from '../state.js';
import { worstFirst } from './missing.js';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 22;
const MIDDLE = HEIGHT / 2;

/**
 * The community's share of each kind beside the median of its district: a table, so that it can be
 * read without being seen, with a picture of each row in the middle.
 *
 * @param {import('../state.js').State} state
 * @param {import('../types.js').Sheet} sheet
 */
export function shortfalls(state, sheet) {
  const kinds = worstFirst(sheet.kinds);
  if (kinds.length === 0) return null;
  const district = sheet.area?.district ?? '';
  const compared = kinds.find((row) => typeof row.districtMedianShare === 'number');
  return h('section', { class: 'shortfalls' },
    h('h3', {}, t(compared ? 'ask_chartTitle' : 'ask_chartTitleAlone')),
    h('table', {},
      h('thead', {}, h('tr', {},
        h('th', { scope: 'col' }, h('span', { class: 'unseen' }, t('kinds'))), h('td', { 'aria-hidden': 'true' }),
        h('th', { scope: 'col', class: 'chart-value' }, t('ask_shareHere')),
        compared && h('th', { scope: 'col', class: 'chart-value' }, t('ask_medianThere')))),
      h('tbody', {}, ...kinds.map((row) => chartRow(state, row, compared !== undefined)))),
    h('ul', { class: 'chart-key', 'aria-hidden': 'true' },
      h('li', {}, keyMark('dot', 'here'), t('ask_keyHere')),
      compared && h('li', {}, keyMark('tick', 'median'), t('ask_keyMedian', { district, n: compared.districtCommunities ?? 0 })),
      h('li', {}, keyMark('bound', 'bound'), t('ask_keyBounds', boundsOf(state, null)))),
    !compared && h('p', { class: 'quiet' }, t(district === '' ? 'ask_noDistrict' : 'ask_noMedian')));
}

/** @param {import('../state.js').State} state @param {import('../types.js').SheetKind} row @param {boolean} compared */
function chartRow(state, row, compared) {
  const share = state.by === 'people' ? row.people.shareOfPeople : row.share;
  const median = row.districtMedianShare ?? null;
  return h('tr', { 'data-status': row.status },
    h('th', { scope: 'row' }, local(kindOf(state, row.kind).name)),
    h('td', { class: 'chart-track', 'aria-hidden': 'true' }, track(state, row, share, median)),
    h('td', { class: 'chart-value' }, row.status === 'unknown' ? t('unknown') : percent(share)),
    compared && h('td', { class: 'chart-value chart-there' }, median === null ? t('unknown') : percent(median)));
}

/**
 * From 0 to the whole, with the bounds of met and gap as faint lines.
 *
 * @param {import('../state.js').State} state
 * @param {import('../types.js').SheetKind} row
 * @param {number | null} share
 * @param {number | null} median
 */
function track(state, row, share, median) {
  const picture = shape('svg', { height: String(HEIGHT), class: 'chart-svg' });
  const { metFrom, gapBelow } = thresholds(state, row.kind);
  const at = (/** @type {number} */ value) => `${(100 * value).toFixed(2)}%`;
  const line = (/** @type {string} */ name, /** @type {number} */ from, /** @type {number} */ to, y1 = MIDDLE, y2 = MIDDLE) =>
    picture.append(shape('line', { class: name, x1: at(from), x2: at(to), y1: String(y1), y2: String(y2) }));
  for (const bound of [gapBelow, metFrom]) line('chart-bound', bound, bound, 0, HEIGHT);
  line(row.status === 'unknown' ? 'chart-unknown' : 'chart-base', 0, 1);
  if (share !== null && row.status !== 'unknown') {
    line('chart-reach', 0, share);
    if (median !== null) line('chart-median', median, median, MIDDLE - 6, MIDDLE + 6);
    picture.append(shape('circle', { class: `chart-dot dot-${row.status}`, cx: at(share), cy: String(MIDDLE), r: '4.5' }));
  } else if (median !== null) line('chart-median', median, median, MIDDLE - 6, MIDDLE + 6);
  return picture;
}

/** @param {'dot' | 'tick' | 'bound'} form @param {string} name */
function keyMark(form, name) {
  const picture = shape('svg', { width: '12', height: '12', viewBox: '0 0 12 12', class: `key-${name}` });
  if (form === 'dot') picture.append(shape('circle', { class: 'chart-dot', cx: '6', cy: '6', r: '4' }));
  else picture.append(shape('line', { class: form === 'tick' ? 'chart-median' : 'chart-bound', x1: '6', x2: '6', y1: '0', y2: '12' }));
  return picture;
}

/** @param {import('../state.js').State} state @param {string | null} kind null for what holds for most */
function thresholds(state, kind) {
  const standard = currentStandard(state);
  const rule = standard?.rules.find((one) => one.kind === kind);
  return { metFrom: rule?.metFrom ?? standard?.metFrom ?? 1, gapBelow: rule?.gapBelow ?? standard?.gapBelow ?? 0 };
}

/** @param {import('../state.js').State} state @param {string | null} kind */
function boundsOf(state, kind) {
  const { metFrom, gapBelow } = thresholds(state, kind);
  return { met: percent(metFrom), gap: percent(gapBelow) };
}

/** @param {string} tag @param {Record<string, string>} attributes @returns {SVGElement} */
function shape(tag, attributes) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
