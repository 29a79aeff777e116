// @ts-check
import { INK } from '../palette.js';
import { failShown } from './fails.js';
import { drawWalk } from './lines.js';
import { shows } from './load.js';
import { isWalked } from './seam.js';

/** @typedef {(lon: number, lat: number) => any} Place */
/** @typedef {CanvasRenderingContext2D} Pen */

/**
 * What walking draws over the facilities.
 *
 * @param {Pen} pen
 * @param {Place} place
 * @param {any} size
 * @param {import('../state.js').State} state
 * @param {number} _zoom
 */
export function drawOnFoot(pen, place, size, state, _zoom) {
  pen.save();
  pen.lineJoin = pen.lineCap = 'round';
  if (isWalked(state)) {
    drawServed(pen, place, state);
    const fail = failShown(state);
    if (fail && fail.path && (state.community === null || state.community === fail.id)) drawWalk(pen, place, fail.path, fail.line[0], fail.line[1]);
    if (shows(state, 'cutoff')) drawCutOff(pen, place, size, state);
  }
  for (const gate of shows(state, 'gates') ? state.gates ?? [] : []) {
    const at = place(gate.lon, gate.lat);
    if (onPage(at, size)) drawGate(pen, at, gate.source);
  }
  drawGatesOfWalk(pen, place, state);
  drawDraft(pen, place, state);
  state.offer?.gates.forEach((gate, n) => drawOpening(pen, place, gate, n + 1));
  pen.restore();
}

/** @param {any} at @param {any} size */
function onPage({ x, y }, size) {
  return x > -20 && y > -20 && x < size.x + 20 && y < size.y + 20;
}

/**
 * Told apart by their shape: a square for one in the list, a disc for one that streets tell of, an
 * open triangle for one that is assumed.
 *
 * @param {Pen} pen
 * @param {any} at
 * @param {'known' | 'inferred' | 'assumed'} source
 */
export function drawGate(pen, { x, y }, source) {
  pen.beginPath();
  if (source === 'known') pen.rect(x - 4.5, y - 4.5, 9, 9);
  else if (source === 'inferred') pen.arc(x, y, 4.5, 0, 2 * Math.PI);
  else {
    pen.moveTo(x, y - 6);
    pen.lineTo(x + 6, y + 4.5);
    pen.lineTo(x - 6, y + 4.5);
    pen.closePath();
  }
  const hollow = source === 'assumed';
  pen.lineWidth = hollow ? 5 : 4;
  pen.strokeStyle = INK.paper;
  pen.stroke();
  pen.fillStyle = hollow ? INK.paper : INK.selected;
  pen.fill();
  pen.lineWidth = 1.75;
  pen.strokeStyle = INK.selected;
  if (hollow) pen.stroke();
}

/** The gate of the walk that is drawn. @param {Pen} pen @param {Place} place @param {import('../state.js').State} state */
function drawGatesOfWalk(pen, place, { sheet, line, asked, kind }) {
  const wanted = line ?? asked ?? (kind === 'all' ? null : kind);
  const nearest = sheet?.kinds.find((one) => one.kind === wanted)?.nearest;
  if (nearest?.path && nearest.gate) drawGate(pen, place(nearest.gate.lon, nearest.gate.lat), nearest.gate.source);
}

/**
 * Whom an opened facility reaches on foot: a disc on each community, filled as far as it is reached.
 *
 * @param {Pen} pen
 * @param {Place} place
 * @param {import('../state.js').State} state
 */
function drawServed(pen, place, { facilitySheet, facility, index }) {
  if (!index || facility === null || String(facilitySheet?.id) !== facility || !facilitySheet?.serves) return;
  for (const { index: i, share } of facilitySheet.communities ?? []) {
    if (share === null || share <= 0) continue;
    const { x, y } = place(index.centre[2 * i], index.centre[2 * i + 1]);
    pen.beginPath();
    pen.arc(x, y, 8, 0, 2 * Math.PI);
    pen.fillStyle = INK.paper;
    pen.fill();
    pen.beginPath();
    pen.moveTo(x, y);
    pen.arc(x, y, 6, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
    pen.fillStyle = INK.reach;
    pen.fill();
    pen.beginPath();
    pen.arc(x, y, 6.75, 0, 2 * Math.PI);
    pen.lineWidth = 1.5;
    pen.strokeStyle = INK.reach;
    pen.stroke();
  }
}

/** Who cannot be reached: a disc crossed out. @param {Pen} pen @param {Place} place @param {any} size @param {import('../state.js').State} state */
function drawCutOff(pen, place, size, { cutOff }) {
  for (const { lon, lat } of [...cutOff?.communities ?? [], ...cutOff?.facilities ?? []]) {
    const at = place(lon, lat);
    if (!onPage(at, size)) continue;
    pen.beginPath();
    pen.arc(at.x, at.y, 7, 0, 2 * Math.PI);
    pen.moveTo(at.x - 5, at.y + 5);
    pen.lineTo(at.x + 5, at.y - 5);
    twice(pen, INK.selected, 2);
  }
}

/** Paths that are tried, and streets that are closed. @param {Pen} pen @param {Place} place @param {import('../state.js').State} state */
function drawDraft(pen, place, { draft, laid, laying }) {
  for (const edit of draft ?? []) {
    if (edit.do === 'path') drawPath(pen, place, edit.line);
    if (edit.do === 'street') drawClosed(pen, place(edit.lon, edit.lat));
  }
  if (laying === 'path' && laid.length > 0) drawPath(pen, place, laid);
}

/** @param {Pen} pen @param {Place} place @param {[number, number][]} line */
function drawPath(pen, place, line) {
  pen.beginPath();
  line.forEach(([lon, lat], n) => {
    const { x, y } = place(lon, lat);
    if (n === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  twice(pen, INK.tried, 4);
  for (const [lon, lat] of line) {
    const { x, y } = place(lon, lat);
    pen.beginPath();
    pen.arc(x, y, 4, 0, 2 * Math.PI);
    pen.fillStyle = INK.paper;
    pen.fill();
    pen.lineWidth = 2;
    pen.strokeStyle = INK.tried;
    pen.stroke();
  }
}

/** @param {Pen} pen @param {any} at */
function drawClosed(pen, { x, y }) {
  pen.beginPath();
  for (const side of [1, -1]) {
    pen.moveTo(x - 7, y - 7 * side);
    pen.lineTo(x + 7, y + 7 * side);
  }
  twice(pen, INK.tried, 4);
}

/** The path on the pen, light below. @param {Pen} pen @param {string} colour @param {number} width */
function twice(pen, colour, width) {
  pen.lineWidth = width + 3;
  pen.strokeStyle = INK.paper;
  pen.stroke();
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
}

/** One of the best places for another gate. @param {Pen} pen @param {Place} place @param {import('./types.js').Opening} gate @param {number} number */
function drawOpening(pen, place, { lon, lat, joins }, number) {
  const [{ x, y }, to] = [place(lon, lat), place(joins.lon, joins.lat)];
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(to.x, to.y);
  twice(pen, INK.tried, 3);
  pen.beginPath();
  pen.arc(x, y, 11, 0, 2 * Math.PI);
  pen.fillStyle = INK.tried;
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = INK.paper;
  pen.stroke();
  pen.fillStyle = INK.paper;
  pen.font = `700 13px ${getComputedStyle(document.body).fontFamily}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(String(number), x, y + 0.5);
}
