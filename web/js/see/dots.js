// @ts-check
import { Overlay } from '../overlay.js';
import { INK } from '../palette.js';
import { currentRadius } from '../state.js';
import { lookedAt, sharesOf } from './classes.js';

/** @typedef {import('../state.js').State} State */

// Below this share of people left out, dividing by it would turn rounding into people.
const TOO_FEW_OUT = 0.02;

/** @type {{ranking: import('../types.js').Ranking, shares: (number | null)[]} | null} */
let settled = null;

/**
 * How many people of the kind's group each community has out of reach: as counted, and while the
 * slider moves as its share of the people would have it.
 *
 * @param {State} state
 * @returns {Float64Array | null} by community index, NaN where unknown; null while nothing is there
 */
export function outOfReachNow(state) {
  const { ranking, index, coverage, kind } = state;
  if (!ranking || !index || ranking.kind !== kind || ranking.dataVersion !== index.dataVersion) return null;
  const counted = ranking.peopleOutOfReach;
  const shares = coverage && coverage.kind === kind ? sharesOf(coverage) : null;
  const asked = ranking.radius ?? currentRadius({ ...state, radius: null });
  if (shares && coverage?.radiusMetres === asked && settled?.ranking !== ranking) settled = { ranking, shares };
  if (!shares || coverage?.radiusMetres === asked || settled?.ranking !== ranking) return numbers(counted);
  const before = settled.shares;
  const people = counted.map((out, i) => {
    const left = 1 - (before[i] ?? NaN);
    return out === null || !(left >= TOO_FEW_OUT) ? null : out / left;
  });
  const perResident = ratio(people, index.residents);
  return Float64Array.from(counted, (out, i) => {
    const group = people[i] ?? (index.residents[i] === null ? NaN : /** @type {number} */ (index.residents[i]) * perResident);
    return out === null || shares[i] === null ? NaN : group * (1 - /** @type {number} */ (shares[i]));
  });
}

/** @param {(number | null)[]} values @returns {Float64Array} */
function numbers(values) {
  return Float64Array.from(values, (value) => value ?? NaN);
}

/** @param {(number | null)[]} people @param {(number | null)[]} residents */
function ratio(people, residents) {
  let [some, all] = [0, 0];
  people.forEach((one, i) => {
    if (one === null || residents[i] === null) return;
    some += one;
    all += /** @type {number} */ (residents[i]);
  });
  return all > 0 ? some / all : NaN;
}

/**
 * One dot for each community, or each area where those are drawn.
 *
 * @param {State} state
 * @returns {{lon: number, lat: number, people: number}[] | null} the largest first
 */
export function dotsNow(state) {
  const out = outOfReachNow(state);
  return out && dotsOf(state, out, lookedAt(state));
}

/**
 * @param {State} state
 * @param {Float64Array} out people out of reach by community index
 * @param {Uint8Array | null} shown
 */
function dotsOf({ index, drawn }, out, shown) {
  if (!index) return [];
  const column = drawn === 'district' ? index.district : drawn === 'subdistrict' ? index.subdistrict : null;
  /** @type {Map<number, {x: number, y: number, n: number, people: number}>} */
  const sums = new Map();
  for (let i = 0; i < out.length; i++) {
    if (!(out[i] > 0) || (shown && shown[i] === 0)) continue;
    const place = column ? column[i] : i;
    if (place < 0) continue;
    const sum = sums.get(place) ?? { x: 0, y: 0, n: 0, people: 0 };
    sum.x += index.centre[2 * i];
    sum.y += index.centre[2 * i + 1];
    sum.n++;
    sum.people += out[i];
    sums.set(place, sum);
  }
  return [...sums.values()].map(({ x, y, n, people }) => ({ lon: x / n, lat: y / n, people })).sort((a, b) => b.people - a.people);
}

/**
 * Dots whose areas are as the people they stand for: `radius` pixels for `people`.
 *
 * @typedef {{people: number, radius: number}} DotScale
 */

/**
 * A round number of people at least as large as the largest dot, and how large it is drawn. It follows
 * what was counted, so that dots do not change their measure while the slider moves.
 *
 * @param {State} state
 * @returns {DotScale | null}
 */
export function dotScale(state) {
  const { ranking, drawn } = state;
  if (!ranking) return null;
  if (largest.ranking !== ranking || largest.drawn !== drawn) {
    largest = { ranking, drawn, people: dotsOf(state, numbers(ranking.peopleOutOfReach), null)[0]?.people ?? 0 };
  }
  const most = largest.people;
  if (most === 0) return null;
  const zoom = state.at?.zoom ?? 14;
  const radius = state.drawn === 'communities' ? Math.min(Math.max(8 * 1.32 ** (zoom - 12), 6), 34) : state.drawn === 'specks' ? 6 : 18;
  return { people: rounded(most), radius };
}

/** @type {{ranking: import('../types.js').Ranking | null, drawn: string, people: number}} */
let largest = { ranking: null, drawn: '', people: 0 };

/** @param {number} most @returns {number} 1, 2 or 5 and noughts, not below it */
export function rounded(most) {
  const ten = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * ten).find((one) => one >= most) ?? 10 * ten;
}

/** @param {number} people @param {DotScale} scale @returns {number} pixels */
export function dotRadius(people, scale) {
  return scale.radius * Math.sqrt(people / scale.people);
}

/** The dots over the map. @param {import('./../state.js').Store} store */
export function dotsOverlay(store) {
  return new Overlay('dots', (pen, place, size) => drawDots(pen, place, size, store.state));
}

/** @param {CanvasRenderingContext2D} pen @param {(lon: number, lat: number) => any} place @param {any} size @param {State} state */
export function drawDots(pen, place, size, state) {
  const dots = dotsNow(state);
  const scale = dots && dotScale(state);
  if (!dots || !scale) return;
  pen.fillStyle = INK.dot;
  pen.strokeStyle = INK.dotEdge;
  pen.lineWidth = 1;
  for (const { lon, lat, people } of dots) {
    const radius = dotRadius(people, scale);
    const { x, y } = place(lon, lat);
    if (radius < 0.3 || x < -radius || y < -radius || x > size.x + radius || y > size.y + radius) continue;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.globalAlpha = 0.62;
    pen.fill();
    pen.globalAlpha = 0.9;
    if (radius > 2) pen.stroke();
  }
  pen.globalAlpha = 1;
}
