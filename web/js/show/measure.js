// @ts-check
// How long things on the map are on the ground and on paper. The map is drawn in the Mercator
// projection of the web, whose scale grows with the latitude: every length here holds along the
// parallel through the middle of the frame, on the ellipsoid.

const A = 6378137;
const E2 = 0.0066943799901413;
const RADIANS = Math.PI / 180;
/** Units are CSS pixels, 96 to the inch. */
export const MM_PER_UNIT = 25.4 / 96;
const ROUND_SCALES = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8];

/**
 * @param {number} lat degrees
 * @param {number} zoom where the world is 256 * 2^zoom units wide
 * @returns {number} metres on the ground, from west to east, for each unit of the map
 */
export function metresPerUnit(lat, zoom) {
  const phi = lat * RADIANS;
  const radiusOfParallel = (A * Math.cos(phi)) / Math.sqrt(1 - E2 * Math.sin(phi) ** 2);
  return (2 * Math.PI * radiusOfParallel) / (256 * 2 ** zoom);
}

/** @param {number} lat @param {number} denominator the n of 1:n @returns {number} the zoom of that scale on paper */
export function zoomOfScale(lat, denominator) {
  return Math.log2(metresPerUnit(lat, 0) / ((denominator * MM_PER_UNIT) / 1000));
}

/** @param {number} lat @param {number} zoom @returns {number} the n of 1:n on paper */
export function scaleOfZoom(lat, zoom) {
  return (metresPerUnit(lat, zoom) * 1000) / MM_PER_UNIT;
}

/** @param {number} denominator @returns {number} the next rounder scale that shows at least as much */
export function roundScale(denominator) {
  const power = 10 ** Math.floor(Math.log10(denominator));
  const step = ROUND_SCALES.find((one) => one * power >= denominator * (1 - 1e-9)) ?? 10;
  return Math.round(step * power);
}

/** @param {number} most metres @returns {number} the longest of 1, 2, 5, 10, 20 .. that is no longer */
export function roundLength(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((one) => one * power <= most) ?? 1) * power;
}
