// @ts-check
// A picture of the map of any size and density, drawn from the vector tiles and not copied from the
// screen: what is printed or laid on a wall is as sharp as the paper or the wall.
import { placeOf } from '../background.js';
import { drawLabels } from '../labels.js';
import { importedLast } from '../mapview.js';
import { readTile } from '../mvt.js';
import { edgeOf, FADED, fillOf, INK, onPaper } from '../palette.js';
import { pathOf } from '../paths.js';
import { drawReach } from '../reach.js';
import { drawDots } from '../see/dots.js';
import { drawUncovered, uncoveredNow } from '../see/hatch.js';
import { currentCity } from '../state.js';
import { L } from '../vendor.js';

const TILE = 256;
const KEPT_TILES = 900;
const DEEPEST_ZOOM = 17;
const SMALLEST_AREAS_FROM_ZOOM = 15;
const SMALLEST = /^(neighbou?rhood|社区|居委会?|村|村居|居民委员会|10)$/i;

/** @typedef {import('../mvt.js').TileFeature} TileFeature */
/**
 * @typedef {object} Frame what lies on the picture
 * @property {[number, number]} centre lon, lat
 * @property {number} zoom any number; the world is 256 * 2^zoom units wide
 * @property {number} width units, 96 to the inch
 * @property {number} height
 */
/**
 * @typedef {object} Look
 * @property {import('../palette.js').Paint[]} paints by community index
 * @property {boolean} [patterns] so that a black-and-white copy can be read
 * @property {boolean} [streets] drawn unless false
 * @property {boolean} [names] written unless false
 * @property {boolean} [facilities] of the state's kind, and what they reach; drawn unless false
 * @property {() => boolean} [wanted] asked when the tiles are there: a picture that nobody waits for any more is not drawn
 * @property {number | null} [marked] index of the community that the picture is about
 */

/** @type {Map<string, Promise<TileFeature[]>>} */
const kept = new Map();

/** The server no longer has the data version that the picture is drawn from. */
export class VersionGone extends Error {}

/**
 * Draws on the canvas, which becomes frame.width * density pixels wide.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {import('../state.js').State} state
 * @param {Frame} frame
 * @param {number} density pixels for each unit
 * @param {Look} look
 * @returns {Promise<void>} once everything is on it; an older drawing of the same canvas gives up
 */
export async function drawPicture(canvas, state, frame, density, look) {
  const mine = Symbol('drawing');
  drawing.set(canvas, mine);
  const tiles = await Promise.all([
    look.streets === false ? [] : layer(state, 'land_use', frame),
    look.streets === false ? [] : layer(state, 'streets', frame),
    layer(state, 'communities', frame),
    layer(state, 'areas', frame),
  ]);
  await document.fonts.ready;
  if (drawing.get(canvas) !== mine || look.wanted?.() === false) return;
  canvas.width = Math.round(frame.width * density);
  canvas.height = Math.round(frame.height * density);
  onPaper(look.patterns ?? false, () => drawAll(/** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')), state, frame, density, look, tiles));
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {import('../state.js').State} state
 * @param {Frame} frame
 * @param {number} density
 * @param {Look} look
 * @param {Tile[][]} tiles
 */
function drawAll(pen, state, frame, density, look, [land, streets, communities, areas]) {
  pen.fillStyle = INK.paper;
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  /** @param {Tile[]} tiles @param {(features: TileFeature[], place: DOMMatrix, tile: Tile) => void} draw */
  const each = (tiles, draw) => tiles.forEach((tile) => onTile(pen, tile, frame, density, (place) => draw(tile.features, place, tile)));
  each(land, (features, place) => drawLand(pen, features, place));
  each(streets, (features, place) => drawStreets(pen, features, place, frame.zoom));
  each(communities, (features, place) => drawCommunities(pen, features, place, frame.zoom, look));
  const uncovered = look.facilities !== false && state.extras.split(',').includes('hatch') ? uncoveredNow(state, look.paints, FADED) : null;
  if (uncovered) each(communities, (_, place, tile) => hatch(pen, tile, place, uncovered));
  each(areas, (features, place) => drawAreas(pen, features, place, frame.zoom));
  if (look.marked !== null && look.marked !== undefined) each(communities, (features, place) => mark(pen, features, place, look.marked));
  pen.setTransform(density, 0, 0, density, 0, 0);
  const place = placeIn(frame);
  const size = L.point(frame.width, frame.height);
  if (hasDots(state)) drawDots(pen, place, size, dotted(state, frame));
  if (look.facilities !== false) drawReach(pen, place, size, state, null, frame.zoom);
  if (look.names !== false) drawLabels(pen, place, size, middles(areas, frame), state.index, frame.zoom);
}
/** @param {import('../state.js').State} state @returns {boolean} whether residents out of reach are drawn as dots */
export function hasDots({ extras }) {
  return extras.split(',').includes('dots');
}

/** Always of communities, as large as the frame asks. @param {import('../state.js').State} state @param {Frame} frame @returns {import('../state.js').State} */
export function dotted(state, { centre: [lon, lat], zoom }) {
  return { ...state, drawn: 'communities', at: { lon, lat, zoom } };
}

/** @type {WeakMap<HTMLCanvasElement, symbol>} */
const drawing = new WeakMap();

/** @param {Frame} frame @returns {(lon: number, lat: number) => any} from lon, lat to units from the upper left corner */
export function placeIn(frame) {
  const middle = L.CRS.EPSG3857.latLngToPoint(L.latLng(frame.centre[1], frame.centre[0]), frame.zoom);
  const corner = middle.subtract([frame.width / 2, frame.height / 2]);
  return (lon, lat) => L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), frame.zoom).subtract(corner);
}

/** @typedef {{x: number, y: number, z: number, features: TileFeature[]}} Tile */

/**
 * @param {import('../state.js').State} state
 * @param {string} name
 * @param {Frame} frame
 * @returns {Promise<Tile[]>}
 */
async function layer(state, name, frame) {
  const { index } = state;
  if (!index) return [];
  const z = Math.max(0, Math.min(DEEPEST_ZOOM, Math.ceil(frame.zoom - 0.2)));
  const middle = L.CRS.EPSG3857.latLngToPoint(L.latLng(frame.centre[1], frame.centre[0]), z);
  const grown = 2 ** (z - frame.zoom);
  const half = L.point(frame.width, frame.height).multiplyBy(grown / 2);
  const [from, to] = [middle.subtract(half).divideBy(TILE).floor(), middle.add(half).divideBy(TILE).floor()];
  const stamp = encodeURIComponent(importedLast(currentCity(state)));
  const wanted = [];
  for (let y = from.y; y <= to.y; y++) {
    for (let x = from.x; x <= to.x; x++) {
      const url = `tiles/${encodeURIComponent(index.city)}/${index.dataVersion}/${name}/${z}/${x}/${y}.mvt?${stamp}`;
      wanted.push(fetched(url).then((features) => ({ x, y, z, features })));
    }
  }
  return Promise.all(wanted);
}

/** @param {string} url @returns {Promise<TileFeature[]>} */
function fetched(url) {
  const there = kept.get(url);
  if (there) return there;
  if (kept.size >= KEPT_TILES) kept.clear();
  const coming = fetch(url).then(async (response) => {
    if (response.status === 404) throw new VersionGone(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.status === 204 ? [] : readTile(await response.arrayBuffer(), TILE);
  });
  kept.set(url, coming);
  coming.catch(() => kept.delete(url));
  return coming;
}

/**
 * Clips to the tile, at whole pixels so that no seam shows, and hands out what places its features.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {Tile} tile
 * @param {Frame} frame
 * @param {number} density
 * @param {(place: DOMMatrix) => void} draw `place` takes the tile's pixels to units
 */
function onTile(pen, { x, y, z, features }, frame, density, draw) {
  if (features.length === 0) return;
  const unit = 2 ** (frame.zoom - z);
  const middle = L.CRS.EPSG3857.latLngToPoint(L.latLng(frame.centre[1], frame.centre[0]), frame.zoom);
  const left = x * TILE * unit - middle.x + frame.width / 2;
  const top = y * TILE * unit - middle.y + frame.height / 2;
  const edge = (/** @type {number} */ value) => Math.round(value * density);
  pen.save();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.beginPath();
  pen.rect(edge(left), edge(top), edge(left + TILE * unit) - edge(left), edge(top + TILE * unit) - edge(top));
  pen.clip();
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.lineJoin = pen.lineCap = 'round';
  draw(new DOMMatrix([unit, 0, 0, unit, left, top]));
  pen.restore();
}

/** @param {TileFeature} feature @param {DOMMatrix} place */
function pathIn(feature, place) {
  const path = new Path2D();
  path.addPath(pathOf(feature), place);
  return path;
}

/** @param {CanvasRenderingContext2D} pen @param {TileFeature[]} features @param {DOMMatrix} place */
function drawLand(pen, features, place) {
  for (const feature of features) {
    const kind = String(feature.properties.class ?? '');
    if (kind !== 'green' && kind !== 'water') continue;
    pen.fillStyle = kind === 'green' ? INK.green ?? INK.path : INK.water ?? INK.casing;
    pen.fill(pathIn(feature, place), 'evenodd');
  }
}

/** @param {CanvasRenderingContext2D} pen @param {TileFeature[]} features @param {DOMMatrix} place @param {number} zoom */
function drawStreets(pen, features, place, zoom) {
  pen.strokeStyle = INK.casing;
  for (const feature of features) {
    if (feature.type === 1) continue;
    const large = /motorway|trunk|primary|secondary|arterial|expressway|主干|次干|快速/i.test(String(feature.properties.class ?? ''));
    pen.lineWidth = Math.max(0.4, Math.min(3, (large ? 1.6 : 0.8) * 1.4 ** (zoom - 14)));
    pen.stroke(pathIn(feature, place));
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {TileFeature[]} features
 * @param {DOMMatrix} place
 * @param {number} zoom
 * @param {Look} look
 */
function drawCommunities(pen, features, place, zoom, look) {
  pen.lineWidth = zoom >= 13 ? 0.75 : 0.25;
  for (const feature of features) {
    if (feature.type === 2) continue;
    const i = Number(feature.properties.i);
    const paint = look.paints[i] ?? 'u';
    const path = pathIn(feature, place);
    pen.fillStyle = fillOf(paint, pen);
    pen.fill(path, 'evenodd');
    pen.strokeStyle = edgeOf(paint);
    pen.stroke(path);
  }
}

/**
 * Wiping away what is reached must not wipe the map: it is done on a canvas of the tile's own.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {Tile} tile
 * @param {DOMMatrix} place
 * @param {import('../see/hatch.js').Uncovered} uncovered
 */
function hatch(pen, tile, place, uncovered) {
  const canvas = document.createElement('canvas');
  const scale = place.a * pen.getTransform().a;
  canvas.width = canvas.height = Math.ceil(TILE * scale);
  const own = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  own.scale(scale, scale);
  drawUncovered(own, tile.features.filter((feature) => feature.type === 3).map((feature) => ({
    index: Number(feature.properties.i), path: pathOf(feature),
  })), tile, uncovered);
  pen.drawImage(canvas, place.e, place.f, canvas.width / pen.getTransform().a, canvas.height / pen.getTransform().a);
}

/** @param {CanvasRenderingContext2D} pen @param {TileFeature[]} features @param {DOMMatrix} place @param {number | null | undefined} marked */
function mark(pen, features, place, marked) {
  for (const feature of features) {
    if (Number(feature.properties.i) !== marked) continue;
    const path = pathIn(feature, place);
    for (const [colour, width] of /** @type {[string, number][]} */ ([[INK.paper, 6], [INK.selected, 3]])) {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.stroke(path);
    }
  }
}

/** @param {TileFeature} feature @param {number} zoom */
function isShown(feature, zoom) {
  return zoom >= SMALLEST_AREAS_FROM_ZOOM || !SMALLEST.test(String(feature.properties.level ?? ''));
}

/** @param {CanvasRenderingContext2D} pen @param {TileFeature[]} features @param {DOMMatrix} place @param {number} zoom */
function drawAreas(pen, features, place, zoom) {
  pen.strokeStyle = INK.area;
  pen.lineWidth = 1;
  pen.setLineDash([6, 3, 1.5, 3]);
  for (const feature of features) if (isShown(feature, zoom)) pen.stroke(pathIn(feature, place));
}

/** @param {Tile[]} tiles @param {Frame} frame @returns {{name: string, level: string, latlng: any}[]} where areas' names go, the largest first */
function middles(tiles, frame) {
  /** @type {Map<string, {name: string, level: string, x: number, y: number, weight: number, z: number}>} */
  const sums = new Map();
  for (const { x, y, z, features } of tiles) {
    for (const part of features.filter((feature) => isShown(feature, frame.zoom)).flatMap(placeOf)) {
      const key = `${part.level} ${part.name}`;
      const sum = sums.get(key) ?? { name: part.name, level: part.level, x: 0, y: 0, weight: 0, z };
      sum.x += (x * TILE + part.x) * part.weight;
      sum.y += (y * TILE + part.y) * part.weight;
      sum.weight += part.weight;
      sums.set(key, sum);
    }
  }
  return [...sums.values()].sort((a, b) => b.weight - a.weight).map(({ name, level, x, y, weight, z }) => ({
    name, level, latlng: L.CRS.EPSG3857.pointToLatLng(L.point(x / weight, y / weight), z),
  }));
}
