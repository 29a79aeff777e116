// @ts-check
import { INK } from './palette.js';

const DISTRICT = /^(district|county|city|区|县|市|区县|市辖区)$/i;
const COMMUNITIES_FROM_ZOOM = 16;

/**
 * Writes names where there is room, none over another: of areas from afar, close by those of
 * communities first.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {(lon: number, lat: number) => any} place
 * @param {any} size
 * @param {{name: string, level: string, latlng: any}[]} areas
 * @param {import('./types.js').Index | null} index
 * @param {number} zoom
 * @returns {boolean} whether there was any
 */
export function drawLabels(pen, place, size, areas, index, zoom) {
  const family = getComputedStyle(document.body).fontFamily;
  /** @type {number[][]} */
  const taken = [];
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  if (zoom >= COMMUNITIES_FROM_ZOOM && index) writeCommunities(pen, place, size, index, taken, family);
  for (const { name, level, latlng } of areas) {
    const large = DISTRICT.test(level);
    pen.font = large ? `700 16px ${family}` : `600 13px ${family}`;
    pen.letterSpacing = large ? '4px' : '0px';
    write(pen, name, place(latlng.lng, latlng.lat), large ? INK.area : INK.quiet, taken, size, 16);
  }
  pen.letterSpacing = '0px';
  return taken.length > 0;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {(lon: number, lat: number) => any} place
 * @param {any} size
 * @param {import('./types.js').Index} index
 * @param {number[][]} taken
 * @param {string} family
 */
function writeCommunities(pen, place, size, index, taken, family) {
  pen.font = `12px ${family}`;
  for (let i = 0; i < index.name.length; i++) {
    const at = place(index.centre[2 * i], index.centre[2 * i + 1]);
    if (at.x < 0 || at.y < 0 || at.x > size.x || at.y > size.y) continue;
    write(pen, index.name[i], at, INK.text, taken, size, 12);
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {any} at
 * @param {string} colour
 * @param {number[][]} taken
 * @param {any} size
 * @param {number} height
 */
function write(pen, text, at, colour, taken, size, height) {
  const half = pen.measureText(text).width / 2 + 3;
  const box = [at.x - half, at.y - height / 2 - 2, at.x + half, at.y + height / 2 + 2];
  if (box[2] < 0 || box[0] > size.x) return;
  if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) {
    return;
  }
  taken.push(box);
  pen.strokeStyle = INK.halo;
  pen.lineWidth = 3.5;
  pen.strokeText(text, at.x, at.y);
  pen.fillStyle = colour;
  pen.fillText(text, at.x, at.y);
}
