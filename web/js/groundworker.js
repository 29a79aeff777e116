// @ts-check
// Paints the ground off the page's own thread: a tile of a large city's streets takes longer than a
// frame, and the map moves meanwhile.
import { paintedOf, paintGround } from './groundpaint.js';
import { readTile } from './mvt.js';

/**
 * @typedef {object} Order
 * @property {number} number
 * @property {import('./groundpaint.js').Ground} what
 * @property {ArrayBuffer} bytes of the vector tile
 * @property {number} zoom
 * @property {number} size of the tile in CSS pixels
 * @property {number} scale pixels of the screen to one of those
 * @property {import('./groundpaint.js').GroundInk} ink
 */

/** @typedef {{number: number, picture: ImageBitmap | null}} Done picture is null where nothing is painted */

addEventListener('message', ({ data }) => {
  const { number, what, bytes, zoom, size, scale, ink } = /** @type {Order} */ (data);
  const features = paintedOf(what, readTile(bytes, size));
  if (features.length === 0) {
    postMessage({ number, picture: null });
    return;
  }
  const canvas = new OffscreenCanvas(size * scale, size * scale);
  const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.scale(scale, scale);
  paintGround(what, pen, features, zoom, ink);
  const picture = canvas.transferToImageBitmap();
  postMessage({ number, picture }, { transfer: [picture] });
});
