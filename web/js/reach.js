// @ts-check
import { circle } from './geodesy.js';
import { INK } from './palette.js';
import { currentRadius, currentRule, kindOf } from './state.js';
import { facilitiesNow, isTried } from './suppose/edits.js';
import { drawWalk } from './walk/lines.js';
import { isWalked, onFoot } from './walk/seam.js';

/** @typedef {(lon: number, lat: number) => any} Place */

// From afar, many facilities would hide the communities that they are there for.
const CROWDED_BELOW_ZOOM = 12;
const CROWDED_FROM = 400;
const SPECK = 1;
const EQUATOR_METRES_PER_PIXEL = 156543.034;

/**
 * Draws the selected kind's facilities, what they reach, the trial facility and the line from a
 * community to its nearest facility.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {Place} place
 * @param {any} size
 * @param {import('./state.js').State} state
 * @param {string | number | null} hovered id of the facility under the pointer
 * @param {number} zoom
 * @returns {boolean} false where nothing is drawn
 */
export function drawReach(pen, place, size, state, hovered, zoom) {
  // Where areas stand for communities, thousands of specks would hide them too.
  if (state.drawn === 'district' || state.drawn === 'subdistrict') return false;
  // Along streets nothing reaches a circle: one would tell of places behind walls and rivers.
  const radius = isWalked(state) ? null : currentRadius(state);
  const facilities = facilitiesNow(state);
  const serving = facilities.filter(reaches);
  const crowded = zoom < CROWDED_BELOW_ZOOM && facilities.length > CROWDED_FROM;
  const reachOf = reachIn(state);
  if (radius !== null && !crowded) {
    const shapes = serving.filter((f) => onScreen(place, size, f, reachOf(f), zoom)).map((f) => grown(place, f, reachOf(f)));
    if (state.extras.split(',').includes('circles')) shapes.forEach((shape) => quietly(pen, shape));
    outlineTogether(pen, size, shapes);
  }
  const nearest = nearestLine(state);
  const near = facilities.find((f) => f.id === hovered)
    ?? facilities.find((f) => String(f.id) === state.facility) ?? nearest?.facility;
  const whole = facilities.find((f) => f.id === near?.id);
  if (radius !== null && near && reaches(near)) {
    const shape = whole ? grown(place, whole, reachOf(whole)) : { path: ring(place, near.lon, near.lat, nearest?.radius ?? radius), width: 0 };
    highlight(pen, shape.path, INK.reach, shape.width);
  }
  for (const facility of facilities) {
    if (facility.outline.length > 0) drawGround(pen, outlineOf(place, facility.outline), facility.serves);
  }
  if (nearest?.path?.length) drawWalk(pen, place, nearest.path, nearest.path[0], nearest.path[nearest.path.length - 1]);
  else if (nearest) drawLine(pen, place(...nearest.from), place(nearest.facility.lon, nearest.facility.lat));
  const glyph = kindOf(state, state.kind).icon;
  const badge = crowded ? SPECK : badgeRadius(zoom);
  const order = (/** @type {import('./types.js').Facility} */ f) => Number(f.serves) + 2 * Number(f.id === hovered);
  for (const facility of [...facilities].sort((a, b) => order(a) - order(b))) {
    const at = place(facility.lon, facility.lat);
    if (at.x < -20 || at.y < -20 || at.x > size.x + 20 || at.y > size.y + 20) continue;
    drawBadge(pen, at, badge + (facility.id === hovered ? 2 : 0), glyph, facility);
  }
  for (const facility of radius === null ? [] : facilities.filter(isTried)) {
    highlight(pen, ring(place, facility.lon, facility.lat, reachOf(facility)), INK.tried);
  }
  onFoot.draw(pen, place, size, state, zoom);
  return true;
}

/**
 * How far each facility reaches at the radius on the slider, which scales what its size gives it.
 *
 * @param {import('./state.js').State} state
 * @returns {(facility: import('./types.js').Facility) => number} metres
 */
export function reachIn(state) {
  const radius = currentRadius(state) ?? 0;
  const scale = radius / (currentRule(state)?.radiusMetres ?? 1);
  return ({ reachMetres }) => reachMetres === null || reachMetres === undefined ? radius : reachMetres * scale;
}

/**
 * @param {Place} place
 * @param {any} size
 * @param {import('./types.js').Facility} facility
 * @param {number} metres that it reaches
 * @param {number} zoom
 */
function onScreen(place, size, { lon, lat, outline }, metres, zoom) {
  // How far a drawn area goes is not known before it is drawn.
  if (outline.length > 0) return true;
  const { x, y } = place(lon, lat);
  const far = (1.02 * metres * 2 ** zoom) / (EQUATOR_METRES_PER_PIXEL * Math.cos((lat * Math.PI) / 180)) + 4;
  return x > -far && y > -far && x < size.x + far && y < size.y + far;
}

/** One service area among all of them, overlaps included. @param {CanvasRenderingContext2D} pen @param {{path: Path2D, width: number}} shape */
function quietly(pen, { path, width }) {
  pen.save();
  pen.globalAlpha = 0.09;
  pen.fillStyle = pen.strokeStyle = INK.reach;
  pen.fill(path);
  pen.lineJoin = 'round';
  pen.lineWidth = width;
  if (width > 0) pen.stroke(path);
  pen.globalAlpha = 0.5;
  pen.lineWidth = 1;
  if (width === 0) pen.stroke(path);
  pen.restore();
}

/** @param {number} zoom @returns {number} pixels; below 8 there is no room for the character */
export function badgeRadius(zoom) {
  return zoom >= 15 ? 10 : zoom >= 14 ? 8.5 : zoom >= 13 ? 5 : 3.5;
}

/** @param {Place} place @param {number} lon @param {number} lat @param {number} metres */
function ring(place, lon, lat, metres) {
  const path = new Path2D();
  for (const corner of circle(lon, lat, metres)) {
    const { x, y } = place(...corner);
    path.lineTo(x, y);
  }
  path.closePath();
  return path;
}

/**
 * What a facility reaches: a circle, or a drawn area grown on all sides, which a stroke of twice the
 * reach with round joins paints.
 *
 * @param {Place} place
 * @param {import('./types.js').Facility} facility
 * @param {number} metres
 * @returns {{path: Path2D, width: number}} width of the stroke in pixels; 0 for a circle
 */
function grown(place, facility, metres) {
  if (facility.outline.length === 0) return { path: ring(place, facility.lon, facility.lat, metres), width: 0 };
  const [lon, lat] = circle(facility.lon, facility.lat, metres)[0];
  const [from, to] = [place(facility.lon, facility.lat), place(lon, lat)];
  return { path: outlineOf(place, facility.outline), width: 2 * Math.hypot(to.x - from.x, to.y - from.y) };
}

/** @param {Place} place @param {number[][]} rings */
function outlineOf(place, rings) {
  const path = new Path2D();
  for (const points of rings) {
    for (let i = 0; i < points.length; i += 2) {
      const { x, y } = place(points[i], points[i + 1]);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

/** @param {CanvasRenderingContext2D} pen @param {Path2D} path @param {boolean} serves */
function drawGround(pen, path, serves) {
  pen.save();
  pen.globalAlpha = serves ? 0.3 : 0.12;
  pen.fillStyle = INK.reach;
  pen.fill(path);
  pen.restore();
  pen.strokeStyle = serves ? INK.reach : INK.quiet;
  pen.lineWidth = 1;
  pen.stroke(path);
}

/** @type {HTMLCanvasElement | null} */
let scratch = null;

/**
 * The outer edge of all circles as one shape: strokes first, then every inside wiped away, so that
 * what remains is the union's edge however many circles overlap.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {any} size
 * @param {{path: Path2D, width: number}[]} rings
 */
function outlineTogether(pen, size, rings) {
  if (rings.length === 0) return;
  // The pen's own scale: of the screen, or of a sheet of paper.
  const scale = pen.getTransform().a;
  scratch ??= document.createElement('canvas');
  scratch.width = size.x * scale;
  scratch.height = size.y * scale;
  const layer = /** @type {CanvasRenderingContext2D} */ (scratch.getContext('2d'));
  layer.scale(scale, scale);
  layer.strokeStyle = INK.reach;
  layer.lineJoin = 'round';
  for (const { path, width } of rings) {
    layer.lineWidth = width + 3;
    layer.stroke(path);
  }
  layer.globalCompositeOperation = 'destination-out';
  for (const { path, width } of rings) {
    layer.fill(path);
    layer.lineWidth = width;
    if (width > 0) layer.stroke(path);
  }
  pen.save();
  pen.globalAlpha = 0.85;
  pen.drawImage(scratch, 0, 0, size.x, size.y);
  pen.restore();
}

/**
 * One for its own residents serves the community it stands in, at whatever distance: no circle.
 *
 * @param {{serves: boolean, access: string}} facility
 */
export function reaches({ serves, access }) {
  return serves && access !== 'own_residents';
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Path2D} path
 * @param {string} colour
 * @param {number} [width] of the stroke that a drawn area grows by, in pixels
 */
function highlight(pen, path, colour, width = 0) {
  pen.save();
  pen.globalAlpha = 0.13;
  pen.fillStyle = colour;
  pen.fill(path);
  if (width > 0) {
    pen.strokeStyle = colour;
    pen.lineJoin = 'round';
    pen.lineWidth = width;
    pen.stroke(path);
  }
  pen.restore();
  if (width > 0) return;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.stroke(path);
}

/** @param {import('./state.js').State} state */
function nearestLine(state) {
  const pointed = state.why?.facilities.find((one) => one.id === state.pointed);
  if (pointed && state.why) {
    return {
      from: pointed.from, radius: pointed.reachMetres, path: pointed.path,
      facility: { ...pointed, serves: pointed.counted },
    };
  }
  if (!state.sheet) return null;
  const wanted = state.line ?? state.asked ?? (state.kind === 'all' ? null : state.kind);
  const row = state.sheet.kinds.find((kind) => kind.kind === wanted);
  if (!row?.nearest) return null;
  return {
    from: /** @type {[number, number]} */ (row.nearest.from),
    radius: row.radiusMetres, path: row.nearest.path,
    facility: { ...row.nearest, serves: true, access: '' },
  };
}

/** @param {CanvasRenderingContext2D} pen @param {any} from @param {any} to */
function drawLine(pen, from, to) {
  for (const [colour, width] of /** @type {[string, number][]} */ ([[INK.paper, 5], [INK.selected, 2]])) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(width < 3 ? [5, 4] : []);
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.fillStyle = INK.selected;
  pen.beginPath();
  pen.arc(from.x, from.y, 3.5, 0, 2 * Math.PI);
  pen.fill();
  pen.beginPath();
  pen.arc(to.x, to.y, 3.5, 0, 2 * Math.PI);
  pen.fill();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {any} at
 * @param {number} radius
 * @param {string} glyph
 * @param {import('./types.js').Facility} facility
 */
function drawBadge(pen, at, radius, glyph, facility) {
  pen.beginPath();
  pen.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  pen.fillStyle = facility.serves ? INK.reach : INK.paper;
  pen.fill();
  if (radius <= SPECK) return;
  pen.strokeStyle = facility.serves ? INK.paper : INK.quiet;
  pen.lineWidth = radius < 8 ? 1 : 1.5;
  pen.stroke();
  if (radius >= 8) {
    pen.fillStyle = facility.serves ? INK.paper : INK.quiet;
    pen.font = `600 ${Math.round(radius * 1.25)}px ${getComputedStyle(document.body).fontFamily}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(glyph, at.x, at.y + 0.5);
    if (facility.suspect) {
      pen.beginPath();
      pen.arc(at.x + radius * 0.8, at.y - radius * 0.8, 4, 0, 2 * Math.PI);
      pen.fillStyle = INK.suspect;
      pen.fill();
      pen.strokeStyle = INK.paper;
      pen.lineWidth = 1.2;
      pen.stroke();
    }
  }
}
