// @ts-check
import { L } from '../vendor.js';
import { metresPerUnit, roundScale, scaleOfZoom, zoomOfScale } from './measure.js';

/** @typedef {import('./picture.js').Frame} Frame */
/** @typedef {[number, number, number, number]} Box west, south, east, north */

const MARGIN = 1.04;

/**
 * The frame that shows all of a box, as large as it can be.
 *
 * @param {Box} box
 * @param {number} width units
 * @param {number} height
 * @returns {Frame}
 */
export function frameOf([west, south, east, north], width, height) {
  const corner = L.CRS.EPSG3857.latLngToPoint(L.latLng(north, west), 0);
  const opposite = L.CRS.EPSG3857.latLngToPoint(L.latLng(south, east), 0);
  const span = opposite.subtract(corner);
  const zoom = Math.min(Math.log2(width / (span.x * MARGIN)), Math.log2(height / (span.y * MARGIN)), 18);
  const middle = L.CRS.EPSG3857.pointToLatLng(corner.add(opposite).divideBy(2), 0);
  return { centre: [middle.lng, middle.lat], zoom, width, height };
}

/** @param {Frame} frame @returns {Frame & {denominator: number}} the same at the next round scale on paper */
export function atRoundScale(frame) {
  const lat = frame.centre[1];
  const denominator = roundScale(scaleOfZoom(lat, frame.zoom));
  return { ...frame, zoom: zoomOfScale(lat, denominator), denominator };
}

/** @param {Frame} frame @returns {number} metres on the ground for each unit, along the middle of the frame */
export function groundOf(frame) {
  return metresPerUnit(frame.centre[1], frame.zoom);
}

/**
 * What is on the screen of the city: the empty land around it, which is there because paper and
 * screen differ in shape, is not worth paper.
 *
 * @param {any} map Leaflet's
 * @param {Box | null} city
 * @returns {Box}
 */
export function boxOnScreen(map, city) {
  const bounds = map.getBounds();
  /** @type {Box} */
  const seen = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  if (!city) return seen;
  /** @type {Box} */
  const both = [Math.max(seen[0], city[0]), Math.max(seen[1], city[1]), Math.min(seen[2], city[2]), Math.min(seen[3], city[3])];
  return both[0] < both[2] && both[1] < both[3] ? both : seen;
}

/** @param {import('../state.js').State} state @returns {Box | null} the area that is looked at, or the city */
export function wholeBox({ index, area }) {
  return index?.areas?.find((one) => one.key === area)?.bbox ?? index?.bbox ?? null;
}
