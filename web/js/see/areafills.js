// @ts-check
import { edgeOf, fillOf } from '../palette.js';
import { pathOf } from '../paths.js';
import { canvasOn, VectorTiles } from '../tiles.js';

/**
 * @typedef {object} Part what lies on one tile of an area
 * @property {number} area number in the index's areas
 * @property {Path2D} path
 * @property {string} painted
 */

/** The areas of one level, coloured in place of the communities in them. */
export class AreaFills extends VectorTiles {
  /** @type {Map<HTMLElement, {pen: CanvasRenderingContext2D, parts: Part[]}>} */
  #sheets = new Map();
  /** @type {WeakMap<HTMLElement, {x: number, y: number, z: number}>} */
  #coords = new WeakMap();
  /** @type {string[]} */
  #paints = [];
  /** @type {Map<string, {n: number, bbox: number[]}[]>} areas by name: two districts may have one of the same */
  #named = new Map();

  /** @param {ConstructorParameters<typeof VectorTiles>[0]} options @param {import('../types.js').Area[]} areas @param {'district' | 'subdistrict'} level */
  constructor(options, areas, level) {
    super(options);
    areas.forEach(({ name, level: of, bbox }, n) => {
      if (of === level) this.#named.set(name, [...(this.#named.get(name) ?? []), { n, bbox }]);
    });
  }

  /** @param {string[]} paints by number of area */
  setPaints(paints) {
    this.#paints = paints;
    for (const sheet of this.#sheets.values()) this.#paint(sheet);
  }

  repaint() {
    for (const sheet of this.#sheets.values()) {
      for (const part of sheet.parts) part.painted = '';
      this.#paint(sheet);
    }
  }

  /** @param {any} latlng @returns {number | null} number of the area there */
  at(latlng) {
    const zoom = this._tileZoom;
    if (!this._map || zoom === undefined) return null;
    const { x, y } = this._map.project(latlng, zoom);
    const [column, row] = [Math.floor(x / 256), Math.floor(y / 256)];
    const tile = this._tiles[`${column}:${row}:${zoom}`]?.el;
    const sheet = tile && this.#sheets.get(tile);
    if (!sheet) return null;
    const scale = window.devicePixelRatio || 1;
    const [px, py] = [(x - column * 256) * scale, (y - row * 256) * scale];
    return sheet.parts.find(({ path }) => sheet.pen.isPointInPath(path, px, py, 'evenodd'))?.area ?? null;
  }

  /** @returns {Record<string, number>} how many areas on the screen wear each paint */
  paintedNow() {
    /** @type {Map<number, string>} */
    const seen = new Map();
    for (const { parts } of this.#sheets.values()) for (const part of parts) seen.set(part.area, part.painted);
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

  /** @param {HTMLElement} tile @param {import('../mvt.js').TileFeature[]} features */
  draw(tile, features) {
    const coords = this.#coords.get(tile) ?? { x: 0, y: 0, z: 0 };
    const parts = features.flatMap((feature) => {
      const area = this.#areaOf(feature, coords);
      return area === null ? [] : [{ area, path: pathOf(feature), painted: '' }];
    });
    const sheet = { pen: canvasOn(tile), parts };
    this.#sheets.set(tile, sheet);
    this.#paint(sheet);
  }

  /** @param {HTMLElement} tile */
  forget(tile) {
    this.#sheets.delete(tile);
  }

  /** @param {import('../mvt.js').TileFeature} feature @param {{x: number, y: number, z: number}} coords */
  #areaOf(feature, coords) {
    const named = this.#named.get(String(feature.properties.name ?? ''));
    if (feature.type !== 3 || !named) return null;
    if (named.length === 1) return named[0].n;
    const ring = feature.parts[0];
    const [x, y] = [0, 1].map((axis) => ring.reduce((sum, value, i) => sum + (i % 2 === axis ? value : 0), 0) / (ring.length / 2));
    const size = 2 ** coords.z;
    const lon = ((coords.x + x / 256) / size - 0.5) * 360;
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (coords.y + y / 256)) / size))) * 180) / Math.PI;
    return named.find(({ bbox }) => lon >= bbox[0] && lat >= bbox[1] && lon <= bbox[2] && lat <= bbox[3])?.n ?? null;
  }

  /** @param {{pen: CanvasRenderingContext2D, parts: Part[]}} sheet */
  #paint({ pen, parts }) {
    pen.lineWidth = 0.8;
    for (const part of parts) {
      const paint = this.#paints[part.area] ?? 'u';
      if (paint === part.painted) continue;
      part.painted = paint;
      pen.fillStyle = fillOf(paint, pen);
      pen.fill(part.path, 'evenodd');
      pen.strokeStyle = edgeOf(paint);
      pen.stroke(part.path);
    }
  }
}
