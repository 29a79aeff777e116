// @ts-check
import { readTile } from './mvt.js';
import { L } from './vendor.js';

const SIZE = 256;
const MANY_PARTS = 8;

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
      .then((features) => {
        this.draw(tile, features);
        done(undefined, tile);
      })
      .catch((error) => done(error, tile))
      .finally(() => this.#underWay.delete(tile));
    return tile;
  }

  /**
   * @param {{x: number, y: number, z: number}} coords
   * @param {AbortSignal} signal
   * @returns {Promise<import('./mvt.js').TileFeature[]>}
   */
  async #fetch({ x, y, z }, signal) {
    const response = await fetch(`${this.url}/${z}/${x}/${y}.mvt?${this.stamp}`, { signal });
    if (response.status === 404) this.onGone();
    if (!response.ok) throw new Error(`tile ${z}/${x}/${y}: ${response.status}`);
    return response.status === 204 ? [] : readTile(await response.arrayBuffer(), SIZE);
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

/**
 * A point, which stands for what is smaller than a pixel, is a square of one.
 *
 * @param {import('./mvt.js').TileFeature} feature
 * @returns {Path2D}
 */
export function pathOf(feature) {
  const path = new Path2D();
  if (feature.type === 1) {
    for (const [x, y] of feature.parts) path.rect(x - 0.5, y - 0.5, 1, 1);
    return path;
  }
  for (const part of feature.parts) {
    for (let i = 0; i < part.length; i += 2) {
      if (i === 0) path.moveTo(part[0], part[1]);
      else path.lineTo(part[i], part[i + 1]);
    }
    if (feature.type !== 3) continue;
    // Closing has Chromium measure the whole path, so that land of thousands of parts took seconds.
    if (feature.parts.length <= MANY_PARTS) path.closePath();
    else path.lineTo(part[0], part[1]);
  }
  return path;
}
