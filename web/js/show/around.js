// @ts-check
// The two maps of a community's sheet: where in the city it lies, and what it lacks around it.
import { INK } from '../palette.js';
import { kindOf } from '../state.js';
import { frameOf, wholeBox } from './frame.js';
import { drawPicture, placeIn } from './picture.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('../types.js').Sheet} Sheet */
/** @typedef {import('../types.js').SheetKind} SheetKind */

const DENSITY = 2.5;
const FARTHEST_METRES = 2500;
const METRES_PER_DEGREE = 111320;

/** @param {SheetKind} row @returns {boolean} */
export function isMissing({ status }) {
  return status === 'gap' || status === 'partial';
}

/** @param {HTMLCanvasElement} canvas @param {State} state @param {Sheet} sheet */
export async function drawLocator(canvas, state, sheet) {
  const box = wholeBox({ ...state, area: null });
  if (!box) return;
  const frame = frameOf(box, canvas.clientWidth, canvas.clientHeight);
  // Its place is the point here, not anybody's status.
  await drawPicture(canvas, { ...state, facilities: [], extras: '' }, frame, DENSITY, {
    paints: Array(state.index?.id.length ?? 0).fill('0'), names: false, facilities: false, streets: true,
  });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const at = placeIn(frame)(...sheet.centre);
  for (const [radius, colour] of /** @type {[number, string][]} */ ([[6, INK.paper], [4.5, INK.selected]])) {
    pen.beginPath();
    pen.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    pen.fillStyle = colour;
    pen.fill();
  }
}

/**
 * The community and, for each service that it lacks, a line to the nearest facility that counts.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {State} state
 * @param {Sheet} sheet
 */
export async function drawAround(canvas, state, sheet) {
  const near = sheet.kinds.filter((row) => isMissing(row) && row.nearest !== null && row.nearest.metres <= FARTHEST_METRES);
  const frame = frameOf(boxAround(sheet, near), canvas.clientWidth, canvas.clientHeight);
  // The neighbours' own shortfalls are on their own sheets: they are ground here.
  const paints = Array(state.index?.id.length ?? 0).fill('0');
  paints[sheet.index] = sheet.kinds.some(({ status }) => status === 'gap') ? 'g' : sheet.kinds.some(isMissing) ? 'p' : 'm';
  await drawPicture(canvas, { ...state, facilities: [], extras: '' }, frame, DENSITY, { paints, facilities: false, marked: sheet.index });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const place = placeIn(frame);
  const family = getComputedStyle(document.body).fontFamily;
  for (const { nearest } of near) {
    if (!nearest) continue;
    const [from, to] = [place(...nearest.from), place(nearest.lon, nearest.lat)];
    pen.strokeStyle = INK.selected;
    pen.lineWidth = 1.2;
    pen.setLineDash([4, 3]);
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const row of near) {
    if (!row.nearest) continue;
    const to = place(row.nearest.lon, row.nearest.lat);
    pen.beginPath();
    pen.arc(to.x, to.y, 9, 0, 2 * Math.PI);
    pen.fillStyle = INK.reach;
    pen.fill();
    pen.strokeStyle = INK.paper;
    pen.lineWidth = 1.5;
    pen.stroke();
    pen.fillStyle = INK.paper;
    pen.font = `600 11px ${family}`;
    pen.fillText(kindOf(state, row.kind).icon, to.x, to.y + 0.5);
  }
  return frame;
}

/** @param {Sheet} sheet @param {SheetKind[]} near @returns {import('./frame.js').Box} with room for the community itself */
function boxAround(sheet, near) {
  const [lon, lat] = sheet.centre;
  const reach = Math.max(350, 1.5 * Math.sqrt(sheet.areaSqm)) / METRES_PER_DEGREE;
  const wide = reach / Math.cos((lat * Math.PI) / 180);
  const lons = [lon - wide, lon + wide, ...near.map((row) => row.nearest?.lon ?? lon)];
  const lats = [lat - reach, lat + reach, ...near.map((row) => row.nearest?.lat ?? lat)];
  const pad = 120 / METRES_PER_DEGREE;
  return [Math.min(...lons) - pad, Math.min(...lats) - pad, Math.max(...lons) + pad, Math.max(...lats) + pad];
}
