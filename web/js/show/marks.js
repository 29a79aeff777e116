// @ts-check
// What every map has besides the map: legend, scale bar, north arrow.
import { h } from '../dom.js';
import { t, whole } from '../i18n.js';
import { edgeOf, fillOf, onPaper } from '../palette.js';
import { groundOf } from './frame.js';
import { roundLength } from './measure.js';

const SVG = 'http://www.w3.org/2000/svg';
const ROOM_FOR_THREE = 90;
const SWATCH = { width: 34, height: 18, density: 3 };

/** @param {import('../palette.js').Paint[]} paints side by side @param {boolean} patterns @returns {HTMLCanvasElement} as the map is painted, on paper too */
export function swatch(paints, patterns) {
  const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', { class: 'key-swatch', 'aria-hidden': 'true' }));
  canvas.width = SWATCH.width * SWATCH.density;
  canvas.height = SWATCH.height * SWATCH.density;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.scale(SWATCH.density, SWATCH.density);
  onPaper(patterns, () => {
    paints.forEach((paint, i) => {
      pen.fillStyle = fillOf(paint, pen);
      pen.fillRect((i * SWATCH.width) / paints.length, 0, SWATCH.width / paints.length, SWATCH.height);
    });
    pen.strokeStyle = edgeOf(paints[0]);
    pen.strokeRect(0.5, 0.5, SWATCH.width - 1, SWATCH.height - 1);
  });
  return canvas;
}

/**
 * @param {import('./facts.js').LegendRow[]} rows
 * @param {boolean} patterns
 * @param {string} title of what the colours tell
 * @returns {HTMLElement}
 */
export function legendTable(rows, patterns, title) {
  const sum = rows.reduce((all, row) => all + row.count, 0);
  return h('table', { class: 'key-table' },
    h('thead', {}, h('tr', {}, h('th', { colspan: '2', scope: 'col' }, title), h('th', { scope: 'col', class: 'number' }, t('show_communities')))),
    h('tbody', {}, ...rows.map((row) => h('tr', { 'data-paint': row.paints.join('') },
      h('td', {}, swatch(row.paints, patterns)),
      h('th', { scope: 'row' }, row.words),
      h('td', { class: 'number' }, whole(row.count))))),
    h('tfoot', {}, h('tr', {}, h('td', {}), h('th', { scope: 'row' }, t('show_sum')), h('td', { class: 'number' }, whole(sum)))));
}

/**
 * A bar of a round number of metres on the ground, in four parts.
 *
 * @param {import('./picture.js').Frame} frame
 * @param {number} most units it may be long
 * @returns {HTMLElement}
 */
export function scaleBar(frame, most) {
  const ground = groundOf(frame);
  const metres = roundLength(most * ground);
  const units = metres / ground;
  const bar = h('div', { class: 'scale-bar', 'data-metres': metres, 'data-units': units.toFixed(4), role: 'img', 'aria-label': t('show_scaleBar', { length: length(metres) }) });
  bar.style.width = `${units}px`;
  bar.append(h('div', { class: 'scale-parts', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'), h('i')),
    h('div', { class: 'scale-numbers', 'aria-hidden': 'true' }, h('span', {}, '0'), units > ROOM_FOR_THREE && h('span', {}, length(metres / 2)), h('span', {}, length(metres))));
  return bar;
}

/** @param {number} metres @returns {string} */
export function length(metres) {
  return metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
}

/** @returns {HTMLElement} north is up on every map here */
export function northArrow() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 40');
  for (const [path, name] of [['M12 1L20 31L12 26Z', 'north-dark'], ['M12 1L4 31L12 26Z', 'north-light']]) {
    const part = document.createElementNS(SVG, 'path');
    part.setAttribute('d', path);
    part.setAttribute('class', name);
    svg.append(part);
  }
  return h('div', { class: 'north', role: 'img', 'aria-label': t('show_north') }, svg, h('b', { 'aria-hidden': 'true' }, t('show_northLetter')));
}
