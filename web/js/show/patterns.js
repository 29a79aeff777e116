// @ts-check
import { edgeOf, fillOf, INK } from '../palette.js';

/** @type {Map<string, CanvasPattern>} by paint and density */
const made = new Map();
const SIZE = 8;
/** @type {Record<string, string>} lines over eight units, so that they meet at the edges of the repeated tile */
const LINES = {
  g: 'M-1 -1L9 9M-1 7L1 9M7 -1L9 1M-1 9L9 -1M-1 1L1 -1M7 9L9 7',
  p: 'M0 2H8M0 6H8',
  u: 'M-1 9L9 -1M-1 1L1 -1M7 9L9 7',
};

/**
 * The fill of a status with a pattern of its own over the colour: a gap is crossed, a part lined, what
 * is unknown hatched on white, met plain. The number of kinds short needs none, since each colour is
 * darker than the one before.
 *
 * @param {import('../palette.js').Paint} paint
 * @param {CanvasRenderingContext2D} pen whose scale tells the density
 * @returns {string | CanvasPattern}
 */
export function patternOf(paint, pen) {
  const lines = LINES[paint];
  if (!lines) return fillOf(paint, pen);
  const density = pen.getTransform().a;
  const key = `${paint} ${density}`;
  const there = made.get(key);
  if (there) return there;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.max(2, Math.round(SIZE * density));
  const tile = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  tile.scale(canvas.width / SIZE, canvas.width / SIZE);
  tile.fillStyle = paint === 'u' ? INK.paper : fillOf(paint, tile);
  tile.fillRect(0, 0, SIZE, SIZE);
  tile.strokeStyle = paint === 'u' ? INK.hatch : edgeOf(paint);
  tile.lineWidth = 1;
  tile.stroke(new Path2D(lines));
  const pattern = /** @type {CanvasPattern} */ (pen.createPattern(canvas, 'repeat'));
  pattern.setTransform(new DOMMatrix().scale(SIZE / canvas.width));
  made.set(key, pattern);
  return pattern;
}
