// @ts-check
import { circle } from '../geodesy.js';
import { INK, uncoveredHatch } from '../palette.js';
import { reaches, reachIn } from '../reach.js';
import { currentRadius } from '../state.js';
import { facilitiesNow } from '../suppose/edits.js';
import { isWalked } from '../walk/seam.js';

/**
 * The land of communities that lies outside every service area.
 *
 * @typedef {object} Uncovered
 * @property {(community: number) => boolean} open whether any of it is outside
 * @property {(coords: {x: number, y: number, z: number}) => Shape[]} over the service areas that touch a tile
 */

/**
 * @typedef {object} Shape a service area, around a point of its own, so that its numbers are small:
 *     a canvas keeps 24 bits of each, too few for pixels of the whole world
 * @property {number} x of that point, in pixels of the zoom level's world
 * @property {number} y
 * @property {Path2D} path
 * @property {number} width of the stroke that grows an outline on all sides, in pixels; 0 for a circle
 * @property {number} far no part is farther than this from the point, in pixels
 */

const TILE = 256;
const OFF_BY_AT_MOST = 0.1;

/**
 * @param {import('../state.js').State} state
 * @param {import('../palette.js').Paint[]} paints
 * @param {string} faded
 * @returns {Uncovered | null} null where there is nothing to say: all kinds, or no answer yet
 */
export function uncoveredNow(state, paints, faded) {
  const radius = currentRadius(state);
  const share = (state.supposed ?? state.coverage)?.share;
  if (!share || radius === null || isWalked(state)) return null;
  const reachOf = reachIn(state);
  const centres = facilitiesNow(state).filter(reaches).map((one) => ({
    lon: one.lon, lat: one.lat, metres: reachOf(one), outline: one.outline,
  }));
  /** @type {Map<number, Shape[]>} by zoom level */
  const made = new Map();
  return {
    open: (i) => share[i] !== null && share[i] !== undefined && share[i] < 1 && paints[i] !== faded,
    over: ({ x, y, z }) => {
      let shapes = made.get(z);
      if (!shapes) made.set(z, (shapes = centres.map((centre) => lazily(centre, z))));
      return shapes.filter((shape) =>
        shape.x + shape.far > x * TILE && shape.x - shape.far < (x + 1) * TILE
        && shape.y + shape.far > y * TILE && shape.y - shape.far < (y + 1) * TILE);
    },
  };
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {{index: number, path: Path2D}[]} pieces
 * @param {{x: number, y: number, z: number}} coords
 * @param {Uncovered} uncovered
 */
export function drawUncovered(pen, pieces, coords, { open, over }) {
  pen.clearRect(0, 0, TILE, TILE);
  const land = pieces.filter(({ index }) => open(index));
  if (land.length === 0) return;
  pen.save();
  pen.fillStyle = pen.strokeStyle = INK.paper;
  for (const { path } of land) pen.fill(path, 'evenodd');
  // Any opaque colour wipes; the hatch would wipe its own lines only.
  pen.globalCompositeOperation = 'destination-out';
  pen.lineJoin = 'round';
  for (const { x, y, path, width } of over(coords)) {
    const [dx, dy] = [x - coords.x * TILE, y - coords.y * TILE];
    pen.translate(dx, dy);
    pen.fill(path);
    pen.lineWidth = width;
    if (width > 0) pen.stroke(path);
    pen.translate(-dx, -dy);
  }
  // The lines come last, in one stroke for the whole tile: filling thousands of shapes with them is slow.
  pen.globalCompositeOperation = 'source-in';
  pen.fillStyle = uncoveredHatch(pen);
  pen.fillRect(0, 0, TILE, TILE);
  pen.restore();
}

/**
 * @param {{lon: number, lat: number, metres: number, outline: number[][]}} centre
 * @param {number} zoom
 * @returns {Shape} whose path is drawn when first asked for: most lie off the screen
 */
function lazily({ lon, lat, metres, outline }, zoom) {
  const { x, y } = worldPixels(lon, lat, zoom);
  const north = worldPixels(...circle(lon, lat, metres, 4)[0], zoom);
  const reach = y - north.y;
  const corners = outline.flatMap((ring) => pixelsOf(ring, zoom, x, y));
  const far = 1.02 * reach + Math.max(0, ...corners.map(({ x: dx, y: dy }) => Math.hypot(dx, dy)));
  /** @type {Path2D | null} */
  let path = null;
  return {
    x, y, far, width: outline.length > 0 ? 2 * reach : 0,
    get path() {
      path ??= outline.length > 0 ? ringsPath(outline, zoom, x, y) : roundPath(lon, lat, metres, reach, zoom, x, y);
      return path;
    },
  };
}

/** @param {number} lon @param {number} lat @param {number} metres @param {number} reach @param {number} zoom @param {number} x @param {number} y */
function roundPath(lon, lat, metres, reach, zoom, x, y) {
  const corners = Math.max(24, Math.ceil(Math.PI / Math.acos(1 - OFF_BY_AT_MOST / Math.max(reach, 1))));
  const path = new Path2D();
  for (const corner of circle(lon, lat, metres, corners)) {
    const at = worldPixels(...corner, zoom);
    path.lineTo(at.x - x, at.y - y);
  }
  path.closePath();
  return path;
}

/** @param {number[][]} rings @param {number} zoom @param {number} x @param {number} y */
function ringsPath(rings, zoom, x, y) {
  const path = new Path2D();
  for (const ring of rings) {
    pixelsOf(ring, zoom, x, y).forEach((at, i) => (i === 0 ? path.moveTo(at.x, at.y) : path.lineTo(at.x, at.y)));
    path.closePath();
  }
  return path;
}

/** @param {number[]} ring @param {number} zoom @param {number} x @param {number} y */
function pixelsOf(ring, zoom, x, y) {
  return Array.from({ length: ring.length / 2 }, (_, i) => {
    const at = worldPixels(ring[2 * i], ring[2 * i + 1], zoom);
    return { x: at.x - x, y: at.y - y };
  });
}

/** Web Mercator, as the tiles are. @param {number} lon @param {number} lat @param {number} zoom */
function worldPixels(lon, lat, zoom) {
  const size = TILE * 2 ** zoom;
  const sine = Math.sin((lat * Math.PI) / 180);
  return { x: (lon / 360 + 0.5) * size, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size };
}
