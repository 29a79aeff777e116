// @ts-check
import { t, whole } from '../i18n.js';
import { INK, onPaper } from '../palette.js';
import { paintsNow } from '../see/classes.js';
import { bounds, clause, isSynthetic, layersUsed, legendRows, ownTitle, question, today, warnings } from './facts.js';
import { groundOf } from './frame.js';
import { length, swatch } from './marks.js';
import { roundLength } from './measure.js';
import { drawPicture } from './picture.js';
import { choices } from './choices.js';
import { isWalked } from '../walk/seam.js';

/** @typedef {import('../state.js').State} State */

const PAD = 24;
const HEAD = 78;
const LEGEND_STEP = 24;
const LINE = 17;

/**
 * A picture of what is on the screen, drawn anew at another density; with title, legend, scale and
 * sources around it unless it is to be plain.
 *
 * @param {State} state
 * @param {import('./picture.js').Frame} frame
 * @param {{times: number, plain: boolean, patterns: boolean, streets: boolean}} wish
 * @returns {Promise<HTMLCanvasElement>}
 */
export async function png(state, frame, { times, plain, patterns, streets }) {
  const map = document.createElement('canvas');
  const { coverage } = state;
  const marked = state.community === null ? -1 : (state.index?.id.indexOf(state.community) ?? -1);
  await drawPicture(map, state, frame, times, {
    paints: paintsNow(state) ?? [], patterns, streets, facilities: coverage?.kind !== 'all',
    marked: marked < 0 ? null : marked,
  });
  if (plain) onPaper(patterns, () => caption(map, state, frame));
  return plain ? map : onPaper(patterns, () => framed(state, frame, map, times, patterns));
}

/**
 * @param {State} state
 * @param {import('./picture.js').Frame} frame
 * @param {HTMLCanvasElement} map
 * @param {number} times
 * @param {boolean} patterns
 */
function framed(state, frame, map, times, patterns) {
  const canvas = document.createElement('canvas');
  const family = getComputedStyle(document.body).fontFamily;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const width = frame.width + 2 * PAD;
  pen.font = `12px ${family}`;
  const notes = noteLines(state).flatMap((line) => wrapped(pen, line, frame.width));
  const rows = legendRows(state);
  const legend = placedRows(pen, rows, frame.width - 240);
  let legendHeight = (legend.at(-1)?.y ?? 0) + LEGEND_STEP;
  const height = HEAD + frame.height + 20 + legendHeight + (state.coverage?.kind === 'all' ? 10 : 10 + LEGEND_STEP) + notes.length * LINE + PAD;
  canvas.width = Math.round(width * times);
  canvas.height = Math.round(height * times);
  pen.scale(times, times);
  pen.fillStyle = INK.paper;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = INK.text;
  pen.font = fitted(pen, ownTitle(state), frame.width - 150, 26, family);
  pen.fillText(ownTitle(state), PAD, 42);
  pen.font = `12px ${family}`;
  const taken = isSynthetic(state) ? pen.measureText(t('show_synthetic')).width + 16 : 0;
  const asked = question(state, null).join(' · ');
  pen.font = fitted(pen, asked, frame.width - taken, 13, family, 400);
  pen.fillStyle = INK.quiet;
  pen.fillText(asked, PAD, 64);
  stamp(pen, state, width - PAD, family);
  pen.drawImage(map, PAD, HEAD, frame.width, frame.height);
  pen.strokeStyle = INK.text;
  pen.lineWidth = 1;
  pen.strokeRect(PAD, HEAD, frame.width, frame.height);
  north(pen, PAD + frame.width - 30, HEAD + 14, family);
  let y = HEAD + frame.height + 20;
  pen.font = `12px ${family}`;
  for (const { row, x, y: down } of legend) {
    pen.drawImage(swatch(row.paints, patterns), PAD + x, y + down, 30, 16);
    pen.fillStyle = INK.text;
    pen.fillText(rowWords(row), PAD + x + 38, y + down + 13);
  }
  if (state.coverage?.kind !== 'all') facilityKey(pen, PAD, y + legendHeight, isWalked(state));
  if (state.coverage?.kind !== 'all') legendHeight += LEGEND_STEP;
  scale(pen, frame, PAD + frame.width, y + 4);
  y += legendHeight + 10;
  pen.textAlign = 'start';
  pen.font = `12px ${family}`;
  pen.fillStyle = INK.quiet;
  for (const line of notes) pen.fillText(line, PAD, (y += LINE) - 5);
  return canvas;
}

/**
 * The marks go with the map even where nothing else does.
 *
 * @param {HTMLCanvasElement} map
 * @param {State} state
 * @param {import('./picture.js').Frame} frame
 */
function caption(map, state, frame) {
  const pen = /** @type {CanvasRenderingContext2D} */ (map.getContext('2d'));
  const words = warnings(state, choices()).join(' · ');
  pen.font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
  pen.textAlign = 'start';
  pen.textBaseline = 'alphabetic';
  pen.lineJoin = 'round';
  pen.lineWidth = 4;
  pen.strokeStyle = INK.paper;
  pen.strokeText(words, 10, frame.height - 10);
  pen.fillStyle = INK.text;
  pen.fillText(words, 10, frame.height - 10);
}

/** @param {State} state */
function noteLines(state) {
  const { maker } = choices();
  return [
    `${t('show_sources')} ${layersUsed(state).join(t('listSeparator'))}${t('show_stop')} ${t('show_dataVersion', { version: state.index?.dataVersion ?? '' })}`,
    clause(state) && `${t('show_clause')} ${clause(state)}`,
    `${t('show_thresholds')} ${bounds(state)}`,
    [t('show_madeOn', { date: today() }), maker && t('show_madeBy', { maker }), t('show_madeWith')].filter(Boolean).join(' · '),
  ].filter(Boolean);
}

/** @param {import('./facts.js').LegendRow} row */
function rowWords({ words, count }) {
  return `${words}  ${whole(count)}`;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {import('./facts.js').LegendRow[]} rows
 * @param {number} room
 */
function placedRows(pen, rows, room) {
  let [x, y] = [0, 0];
  return rows.map((row) => {
    const width = 38 + pen.measureText(rowWords(row)).width + 22;
    if (x > 0 && x + width > room) [x, y] = [0, y + LEGEND_STEP];
    const placed = { row, x, y };
    x += width;
    return placed;
  });
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {boolean} walked */
function facilityKey(pen, x, y, walked) {
  const dot = (/** @type {string} */ fill, /** @type {string} */ edge, /** @type {string} */ words) => {
    pen.beginPath();
    pen.arc(x + 15, y + 8, 6, 0, 2 * Math.PI);
    pen.fillStyle = fill;
    pen.strokeStyle = edge;
    pen.lineWidth = 1.5;
    pen.fill();
    pen.stroke();
    pen.fillStyle = INK.text;
    pen.fillText(words, x + 38, y + 13);
    x += 38 + pen.measureText(words).width + 22;
  };
  dot(INK.reach, INK.reach, t('serving'));
  dot(INK.paper, INK.quiet, t('notServing'));
  if (!walked) dot(INK.paper, INK.reach, t('reach'));
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} room
 * @param {number} size at most
 * @param {string} family
 * @param {number} [weight]
 * @returns {string} the font in which the text has room
 */
function fitted(pen, text, room, size, family, weight = 700) {
  pen.font = `${weight} ${size}px ${family}`;
  const width = pen.measureText(text).width;
  return `${weight} ${Math.min(size, (size * room) / width)}px ${family}`;
}

/** @param {CanvasRenderingContext2D} pen @param {State} state @param {number} right @param {string} family */
function stamp(pen, state, right, family) {
  const { mark, mapNumber } = choices();
  const words = mark === 'internal' ? t('show_internal') : mark === 'number' && mapNumber ? t('show_mapNumber', { number: mapNumber }) : '';
  pen.textAlign = 'end';
  if (words) {
    pen.font = `700 13px ${family}`;
    const width = pen.measureText(words).width;
    pen.strokeStyle = pen.fillStyle = INK.text;
    pen.strokeRect(right - width - 16, 22, width + 16, 24);
    pen.fillText(words, right - 8, 39);
  }
  if (isSynthetic(state)) {
    pen.font = `12px ${family}`;
    pen.fillStyle = INK.quiet;
    pen.fillText(t('show_synthetic'), right, 64);
  }
  pen.textAlign = 'start';
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {string} family */
function north(pen, x, y, family) {
  pen.fillStyle = INK.paper;
  pen.fillRect(x - 6, y - 6, 28, 52);
  pen.fillStyle = INK.text;
  pen.fill(new Path2D(`M${x + 8} ${y}L${x + 15} ${y + 26}L${x + 8} ${y + 21}Z`));
  pen.strokeStyle = INK.text;
  pen.stroke(new Path2D(`M${x + 8} ${y}L${x + 1} ${y + 26}L${x + 8} ${y + 21}Z`));
  pen.font = `700 12px ${family}`;
  pen.textAlign = 'center';
  pen.fillText(t('show_northLetter'), x + 8, y + 41);
  pen.textAlign = 'start';
}

/** @param {CanvasRenderingContext2D} pen @param {import('./picture.js').Frame} frame @param {number} right @param {number} y */
function scale(pen, frame, right, y) {
  const ground = groundOf(frame);
  const metres = roundLength(170 * ground);
  const units = metres / ground;
  for (const part of [0, 1, 2, 3]) {
    pen.fillStyle = part % 2 === 0 ? INK.text : INK.paper;
    pen.fillRect(right - units + (part * units) / 4, y, units / 4, 5);
  }
  pen.strokeStyle = pen.fillStyle = INK.text;
  pen.strokeRect(right - units, y, units, 5);
  pen.textAlign = 'start';
  pen.fillText('0', right - units, y + 19);
  pen.textAlign = 'end';
  pen.fillText(length(metres), right, y + 19);
  pen.textAlign = 'start';
}

/**
 * Lines no longer than there is room: broken at blanks, and between Chinese characters.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} room
 * @returns {string[]}
 */
function wrapped(pen, text, room) {
  const lines = [''];
  for (const word of text.split(/(?<=\s)|(?<=[\u3000-\u9fff\uff00-\uffef])(?![\u3001\u3002\uff01-\uff0f\uff1a-\uff1f])/)) {
    if (pen.measureText(lines[lines.length - 1] + word).width > room) lines.push('');
    lines[lines.length - 1] += word;
  }
  return lines;
}
