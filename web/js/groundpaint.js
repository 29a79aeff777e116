// @ts-check
// How the ground under the communities is painted. It runs in a worker too: no window, no Leaflet,
// and the colours are handed in.
import { pathOf } from './paths.js';

/** @typedef {import('./mvt.js').TileFeature} TileFeature */
/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Pen */
/** @typedef {Pick<typeof import('./palette.js').INK, 'green' | 'water' | 'housing' | 'street' | 'casing'>} GroundInk */
/** @typedef {'land' | 'streets'} Ground */

// Thinner than this a street has no casing, and nobody sees how its ends look.
const THIN = 1.5;

/**
 * @param {Ground} what
 * @param {Pen} pen
 * @param {TileFeature[]} features
 * @param {number} zoom
 * @param {GroundInk} ink
 */
export function paintGround(what, pen, features, zoom, ink) {
  if (what === 'land') paintLand(pen, features, ink);
  else paintStreets(pen, features, zoom, ink);
}

/** @param {Ground} what @param {TileFeature[]} features @returns {TileFeature[]} those that leave something on the tile */
export function paintedOf(what, features) {
  return what === 'land' ? features.filter((feature) => feature.type === 3 && LAND.has(String(feature.properties.class)))
    : features.filter((feature) => feature.type !== 1);
}

/** @type {Map<string, 'green' | 'water' | 'housing'>} */
const LAND = new Map([['green', 'green'], ['water', 'water'], ['residential', 'housing']]);

/** @param {Pen} pen @param {TileFeature[]} features @param {GroundInk} ink */
function paintLand(pen, features, ink) {
  const isWater = (/** @type {TileFeature} */ { properties }) => properties.class === 'water';
  // Water last: it is drawn over green that is mapped around it.
  for (const feature of features.sort((a, b) => Number(isWater(a)) - Number(isWater(b)))) {
    pen.fillStyle = ink[LAND.get(String(feature.properties.class)) ?? 'housing'];
    pen.fill(pathOf(feature), 'evenodd');
  }
}

/** @param {Pen} pen @param {TileFeature[]} features @param {number} zoom @param {GroundInk} ink */
function paintStreets(pen, features, zoom, ink) {
  const drawn = features
    .map((feature) => ({ path: pathOf(feature), width: widthOf(String(feature.properties.class ?? ''), zoom) }))
    .sort((a, b) => a.width - b.width);
  pen.strokeStyle = ink.casing;
  for (const { path, width } of drawn) {
    pen.lineWidth = width < THIN ? width : width + 1.5;
    pen.lineCap = width < THIN ? 'butt' : 'round';
    pen.lineJoin = width < THIN ? 'bevel' : 'round';
    pen.stroke(path);
  }
  pen.strokeStyle = ink.street;
  for (const { path, width } of drawn) {
    if (width < THIN) continue;
    pen.lineWidth = width;
    pen.stroke(path);
  }
}

/** @param {string} street its class: OpenStreetMap's word, or an office's @param {number} zoom */
function widthOf(street, zoom) {
  const base = /motorway|trunk|primary|arterial|expressway|主干|快速/i.test(street) ? 7
    : /secondary|tertiary|collector|次干/i.test(street) ? 5
    : /foot|path|steps|cycle|pedestrian|track|步行|人行/i.test(street) ? 1.6
    : 3.2;
  return Math.min(base * 2, base * 1.35 ** (zoom - 16));
}
