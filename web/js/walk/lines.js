// @ts-check
import { INK } from '../palette.js';

/** @typedef {(lon: number, lat: number) => any} Place */

/**
 * The way walked, a solid line with light dots along it, and the straight line thin beside it: told
 * apart without colour.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {Place} place
 * @param {[number, number][]} path lon, lat
 * @param {[number, number]} from
 * @param {[number, number]} to
 */
export function drawWalk(pen, place, path, from, to) {
  const [start, end] = [place(...from), place(...to)];
  pen.save();
  pen.lineJoin = pen.lineCap = 'round';
  straight(pen, start, end);
  if (path.length > 1) walked(pen, place, path);
  for (const { x, y } of [start, end]) {
    pen.beginPath();
    pen.arc(x, y, 4, 0, 2 * Math.PI);
    pen.fillStyle = INK.selected;
    pen.strokeStyle = INK.paper;
    pen.lineWidth = 1.5;
    pen.fill();
    pen.stroke();
  }
  pen.restore();
}

/** @param {CanvasRenderingContext2D} pen @param {Place} place @param {[number, number][]} path */
function walked(pen, place, path) {
  const way = new Path2D();
  path.forEach(([lon, lat], n) => {
    const { x, y } = place(lon, lat);
    if (n === 0) way.moveTo(x, y);
    else way.lineTo(x, y);
  });
  for (const [colour, width, dash] of /** @type {[string, number, number[]][]} */ ([[INK.paper, 8, []], [INK.selected, 4.5, []], [INK.paper, 2, [0.1, 7]]])) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(dash);
    pen.stroke(way);
  }
  pen.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} pen @param {any} from @param {any} to */
function straight(pen, from, to) {
  for (const [colour, width, dash] of /** @type {[string, number, number[]][]} */ ([[INK.paper, 3.5, []], [INK.selected, 1.25, [2, 4]]])) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(dash);
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
  }
}
