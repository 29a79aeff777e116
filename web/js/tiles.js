// @ts-check
import { readTile } from './mvt.js';
import { L } from './vendor.js';

export const SIZE = 256;

/**
 * A layer of the city's vector tiles, each drawn on a canvas of its own. A subclass says how.
 */
export class VectorTiles extends L.GridLayer {
  /** @type {Map<HTMLElement, AbortController>} */
  #underWay = new Map();

  /**
   * @param {{url: string, stamp: string, pane: string, bounds: any, onGone: () => void}} options
   *     `url` up to the zoom level; `stamp` tells databases apart; `onGone` is called when the server no longer has this data version
   */
  constructor(options) {
    super({ tileSize: SIZE, updateWhenZooming: false, updateWhenIdle: false, keepBuffer: 2, ...options });
    this.url = options.url;
    this.stamp = encodeURIComponent(options.stamp);
    this.onGone = options.onGone;
    this.on('tileunload', ({ tile }) => {
      this.#underWay.get(tile)?.abort();
      this.#underWay.delete(tile);
      this.forget(tile);
    });
  }

  /** @param {{x: number, y: number, z: number}} coords @param {(error?: any, tile?: any) => void} done */
  createTile(coords, done) {
    const tile = document.createElement('div');
    const controller = new AbortController();
    this.#underWay.set(tile, controller);
    this.#fetch(coords, controller.signal)
      .then((bytes) => this.render(tile, bytes, coords, controller.signal))
      .then(() => done(undefined, tile))
      .catch((error) => done(error, tile))
      .finally(() => this.#underWay.delete(tile));
    return tile;
  }

  /**
   * @param {{x: number, y: number, z: number}} coords
   * @param {AbortSignal} signal
   * @returns {Promise<ArrayBuffer | null>} null where nothing lies on the tile
   */
  async #fetch({ x, y, z }, signal) {
    const response = await fetch(`${this.url}/${z}/${x}/${y}.mvt?${this.stamp}`, { signal });
    if (response.status === 404) this.onGone();
    if (!response.ok) throw new Error(`tile ${z}/${x}/${y}: ${response.status}`);
    return response.status === 204 ? null : response.arrayBuffer();
  }

  /**
   * @param {HTMLElement} tile
   * @param {ArrayBuffer | null} bytes
   * @param {{x: number, y: number, z: number}} _coords
   * @param {AbortSignal} _signal of whoever no longer wants the tile
   * @returns {void | Promise<void>}
   */
  render(tile, bytes, _coords, _signal) {
    this.draw(tile, bytes === null ? [] : readTile(bytes, SIZE));
  }

  /**
   * @param {HTMLElement} _tile
   * @param {import('./mvt.js').TileFeature[]} _features
   */
  draw(_tile, _features) {}

  /** @param {HTMLElement} _tile */
  forget(_tile) {}
}

/**
 * A canvas over the whole tile, in CSS pixels whatever the screen's density.
 *
 * @param {HTMLElement} tile
 * @returns {CanvasRenderingContext2D}
 */
export function canvasOn(tile) {
  const canvas = document.createElement('canvas');
  const scale = window.devicePixelRatio || 1;
  canvas.width = canvas.height = SIZE * scale;
  canvas.className = 'tile-canvas';
  tile.append(canvas);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.scale(scale, scale);
  return context;
}
