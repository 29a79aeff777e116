// @ts-check
import { paintedOf, paintGround } from './groundpaint.js';
import { groundPainter } from './groundpainter.js';
import { readTile } from './mvt.js';
import { INK } from './palette.js';
import { canvasOn, SIZE, VectorTiles } from './tiles.js';

// Of 256 pixels square a quarter of a megabyte each: a screen at two zoom levels, land and streets.
const KEPT_AT_MOST = 120;

/** @type {Map<string, HTMLCanvasElement | null>} pictures of tiles that left the map, the oldest first; null for empty ones */
const kept = new Map();

/** What lies under the communities: it means nothing by its colours, so a painted tile stays as it is. */
export class GroundTiles extends VectorTiles {
  /** @type {import('./groundpaint.js').Ground} */
  what = 'land';
  /** @type {Map<HTMLElement, string>} what the painted tiles on the map are kept as */
  #painted = new Map();

  /** @param {{x: number, y: number, z: number}} coords @param {(error?: any, tile?: any) => void} done */
  createTile(coords, done) {
    const key = this.#key(coords);
    const picture = kept.get(key);
    if (picture === undefined) return super.createTile(coords, done);
    kept.delete(key);
    const tile = document.createElement('div');
    if (picture) tile.append(picture);
    this.#painted.set(tile, key);
    queueMicrotask(() => done(undefined, tile));
    return tile;
  }

  /**
   * @param {HTMLElement} tile
   * @param {ArrayBuffer | null} bytes
   * @param {{x: number, y: number, z: number}} coords
   * @param {AbortSignal} signal
   */
  async render(tile, bytes, coords, signal) {
    const key = this.#key(coords);
    if (bytes !== null) await this.#paint(tile, bytes, coords.z, signal);
    if (!signal.aborted) this.#painted.set(tile, key);
  }

  /** @param {HTMLElement} tile @param {ArrayBuffer} bytes @param {number} zoom @param {AbortSignal} signal */
  async #paint(tile, bytes, zoom, signal) {
    const { green, water, housing, street, casing } = INK;
    const ink = { green, water, housing, street, casing };
    const scale = window.devicePixelRatio || 1;
    if (groundPainter.works) {
      try {
        const picture = await groundPainter.paint({ what: this.what, bytes, zoom, size: SIZE, scale, ink }, signal);
        if (picture) show(tile, picture);
        return;
      } catch (error) {
        // A browser that cannot do it after all paints here, this tile and all that follow.
        if (groundPainter.works) throw error;
      }
    }
    const features = paintedOf(this.what, readTile(bytes, SIZE));
    if (features.length > 0) paintGround(this.what, canvasOn(tile), features, zoom, ink);
  }

  /** @param {HTMLElement} tile */
  forget(tile) {
    const key = this.#painted.get(tile);
    if (key === undefined) return;
    this.#painted.delete(tile);
    kept.delete(key);
    kept.set(key, tile.querySelector('canvas'));
    if (kept.size > KEPT_AT_MOST) kept.delete(/** @type {string} */ (kept.keys().next().value));
  }

  /** @param {{x: number, y: number, z: number}} coords */
  #key({ x, y, z }) {
    return [this.url, this.stamp, z, x, y, this.what, INK.street, window.devicePixelRatio].join(' ');
  }
}

/** @param {HTMLElement} tile @param {ImageBitmap} picture */
function show(tile, picture) {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.className = 'tile-canvas';
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
  tile.append(canvas);
}
