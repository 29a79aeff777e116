// @ts-check
import { edgeOf, fillOf, INK } from './palette.js';
import { pathOf } from './paths.js';
import { canvasOn, VectorTiles } from './tiles.js';
import { drawUncovered } from './see/hatch.js';
import { L } from './vendor.js';

/**
 * @typedef {object} Piece a community, or the part of it that lies on one tile
 * @property {number} index
 * @property {Path2D} path
 * @property {number[]} box x from, y from, x to, y to
 * @property {string} painted what it was last painted with
 */
const EDGES_FROM_ZOOM = 13;
// From afar a broad outline would hide the community's colour.
const OUTLINED_BROADLY_FROM_ZOOM = 15;

/**
 * @typedef {object} Sheet a tile's canvases, and what is on them
 * @property {CanvasRenderingContext2D} context
 * @property {CanvasRenderingContext2D | null} hatch
 * @property {CanvasRenderingContext2D | null} marks
 * @property {Piece[]} pieces
 * @property {{x: number, y: number, z: number}} coords
 * @property {boolean} stale whether its hatch is of an earlier radius
 */

/** The communities, coloured by an array by community index. */
export class CommunityTiles extends VectorTiles {
  /** @type {Map<HTMLElement, Sheet>} */
  #sheets = new Map();
  /** @type {import('./palette.js').Paint[]} */
  #paints = [];
  /** @type {Set<number> | null} */
  #outlined = null;
  /** @type {Map<number, 'hover' | 'selected' | 'outlined'>} */
  #marked = new Map();
  /** @type {import('./see/hatch.js').Uncovered | null} */
  #uncovered = null;
  /** @type {WeakMap<HTMLElement, {x: number, y: number, z: number}>} */
  #coords = new WeakMap();
  #probe = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));

  /** @param {import('./palette.js').Paint[]} paints by community index of the tiles' data version */
  setPaints(paints) {
    this.#paints = paints;
    for (const sheet of this.#sheets.values()) this.#paint(sheet);
  }

  /** Paints all of it anew: its colours mean the same and look otherwise. */
  repaint() {
    for (const sheet of this.#sheets.values()) {
      for (const piece of sheet.pieces) piece.painted = '';
      // What was painted before would shine through along the edges.
      sheet.context.clearRect(0, 0, 256, 256);
      this.#paint(sheet);
      sheet.stale = true;
    }
    this.setMarks(this.#hovered, this.#selected);
    this.hatchWhatIsSeen();
  }
  /** @type {number | null} */
  #hovered = null;
  /** @type {number | null} */
  #selected = null;

  /** @param {import('./see/hatch.js').Uncovered | null} uncovered the land to hatch; null is none */
  setUncovered(uncovered) {
    if (!uncovered && !this.#uncovered) return;
    this.#uncovered = uncovered;
    for (const sheet of this.#sheets.values()) sheet.stale = true;
    this.hatchWhatIsSeen();
  }

  /** Tiles kept beyond the edge of the screen are hatched when they come into view. */
  hatchWhatIsSeen() {
    if (!this._map || this._tileZoom === undefined) return;
    const seen = this._pxBoundsToTileRange(this._map.getPixelBounds());
    for (const [tile, sheet] of this.#sheets) {
      if (!sheet.stale || sheet.coords.z !== this._tileZoom || !seen.contains(L.point(sheet.coords.x, sheet.coords.y))) continue;
      this.#hatch(tile, sheet);
    }
  }

  /** @param {HTMLElement} tile @param {Sheet} sheet */
  #hatch(tile, sheet) {
    sheet.stale = false;
    if (!this.#uncovered) {
      sheet.hatch?.canvas.remove();
      sheet.hatch = null;
      return;
    }
    if (!sheet.hatch) {
      sheet.hatch = canvasOn(tile);
      if (sheet.marks) tile.append(sheet.marks.canvas);
    }
    drawUncovered(sheet.hatch, sheet.pieces, sheet.coords, this.#uncovered);
  }

  /** @param {Set<number> | null} outlined communities that wear a dashed outline, whatever their colour */
  setOutlined(outlined) {
    if (outlined === this.#outlined) return;
    this.#outlined = outlined;
    this.setMarks(this.#hovered, this.#selected);
  }

  /** @param {number | null} hover @param {number | null} selected */
  setMarks(hover, selected) {
    this.#hovered = hover;
    this.#selected = selected;
    this.#marked = new Map();
    for (const one of this.#outlined ?? []) this.#marked.set(one, 'outlined');
    if (hover !== null) this.#marked.set(hover, 'hover');
    if (selected !== null) this.#marked.set(selected, 'selected');
    for (const [tile, sheet] of this.#sheets) this.#mark(tile, sheet);
  }

  /**
   * @param {any} latlng
   * @returns {number | null} index of the community there
   */
  at(latlng) {
    const zoom = this._tileZoom;
    if (!this._map || zoom === undefined) return null;
    const point = this._map.project(latlng, zoom);
    const x = Math.floor(point.x / 256);
    const y = Math.floor(point.y / 256);
    const tile = this._tiles[`${x}:${y}:${zoom}`]?.el;
    const sheet = tile && this.#sheets.get(tile);
    if (!sheet) return null;
    const [px, py] = [point.x - x * 256, point.y - y * 256];
    // The last one painted lies on top where communities overlap.
    for (let n = sheet.pieces.length - 1; n >= 0; n--) {
      const { box, path, index } = sheet.pieces[n];
      if (px < box[0] || py < box[1] || px > box[2] || py > box[3]) continue;
      if (this.#probe.isPointInPath(path, px, py, 'evenodd')) return index;
    }
    return null;
  }

  /**
   * How many communities on the screen wear each paint: what the tests look at.
   *
   * @returns {Record<string, number>}
   */
  paintedNow() {
    /** @type {Map<number, string>} */
    const seen = new Map();
    for (const { pieces } of this.#sheets.values()) {
      for (const piece of pieces) seen.set(piece.index, piece.painted);
    }
    /** @type {Record<string, number>} */
    const counts = {};
    for (const paint of seen.values()) counts[paint] = (counts[paint] ?? 0) + 1;
    return counts;
  }

  /** @param {{x: number, y: number, z: number}} coords @param {(error?: any, tile?: any) => void} done */
  createTile(coords, done) {
    const tile = super.createTile(coords, done);
    this.#coords.set(tile, coords);
    return tile;
  }

  /** @param {HTMLElement} tile @param {import('./mvt.js').TileFeature[]} features */
  draw(tile, features) {
    const pieces = features
      .filter((feature) => feature.type !== 2)
      .map((feature) => ({
        index: Number(feature.properties.i),
        path: pathOf(feature),
        box: boxOf(feature),
        painted: '',
      }));
    const coords = this.#coords.get(tile) ?? { x: 0, y: 0, z: 0 };
    const sheet = { context: canvasOn(tile), hatch: null, marks: null, pieces, coords, stale: false };
    this.#sheets.set(tile, sheet);
    this.#paint(sheet);
    if (this.#uncovered) this.#hatch(tile, sheet);
    this.#mark(tile, sheet);
  }

  /** @param {HTMLElement} tile */
  forget(tile) {
    this.#sheets.delete(tile);
  }

  /**
   * Fills and edges are opaque: painting over only what has changed gives the same picture as
   * painting all, at a fraction of the time while the radius moves.
   *
   * @param {Sheet} sheet
   */
  #paint({ context, pieces }) {
    // What nobody has answered for yet is not painted as unknown.
    if (this.#paints.length === 0) return;
    // Far out an edge would be most of what is seen of a community, and darken the city.
    const edged = (this._tileZoom ?? EDGES_FROM_ZOOM) >= EDGES_FROM_ZOOM;
    context.lineWidth = edged ? 1 : 0.3;
    context.lineJoin = 'round';
    /** @type {Map<string, Piece[]>} */
    const changed = new Map();
    for (const piece of pieces) {
      const paint = this.#paints[piece.index] ?? 'u';
      if (paint === piece.painted) continue;
      piece.painted = paint;
      const same = changed.get(paint);
      if (same) same.push(piece);
      else changed.set(paint, [piece]);
    }
    for (const [paint, same] of changed) {
      context.fillStyle = fillOf(paint, context);
      context.strokeStyle = edgeOf(paint);
      for (const { path } of same) context.fill(path, 'evenodd');
      for (const { path } of same) context.stroke(path);
    }
  }

  /** @param {HTMLElement} tile @param {Sheet} sheet */
  #mark(tile, sheet) {
    const marked = sheet.pieces.filter((piece) => this.#marked.has(piece.index));
    if (marked.length === 0 && !sheet.marks) return;
    sheet.marks ??= canvasOn(tile);
    const pen = sheet.marks;
    pen.clearRect(0, 0, 256, 256);
    pen.lineJoin = 'round';
    const near = (this._tileZoom ?? 0) >= OUTLINED_BROADLY_FROM_ZOOM;
    for (const piece of marked) {
      const mark = this.#marked.get(piece.index);
      const [casing, width, dash] = mark === 'selected' ? [6, 3, []] : mark === 'hover' ? [3.5, 1.5, []] : near ? [3.5, 2, [5, 3]] : [2, 1, [3, 2]];
      pen.strokeStyle = INK.paper;
      pen.lineWidth = casing;
      pen.stroke(piece.path);
      pen.strokeStyle = mark === 'selected' ? INK.selected : INK.hover;
      pen.lineWidth = width;
      pen.setLineDash(dash);
      pen.stroke(piece.path);
      pen.setLineDash([]);
    }
  }
}

/** @param {import('./mvt.js').TileFeature} feature @returns {number[]} */
function boxOf(feature) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of feature.parts) {
    for (let i = 0; i < part.length; i += 2) {
      box[0] = Math.min(box[0], part[i]);
      box[1] = Math.min(box[1], part[i + 1]);
      box[2] = Math.max(box[2], part[i]);
      box[3] = Math.max(box[3], part[i + 1]);
    }
  }
  return box;
}

/** @param {[number, number, number, number]} bbox west, south, east, north */
export function boundsOf([west, south, east, north]) {
  return L.latLngBounds([south, west], [north, east]);
}
