// @ts-check
import { h } from '../dom.js';

const MM = { a4: [210, 297], a3: [297, 420] };
const ROOM = 40;
const ASKED_EVERY_MS = 100;
const pageSize = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, pageSize];

/**
 * Tells the printer the size of the paper: a style sheet made here, since the content security policy
 * allows no inline one.
 *
 * @param {'a4' | 'a3'} paper
 * @param {'landscape' | 'portrait'} turned
 */
export function setPageSize(paper, turned) {
  const [short, long] = MM[paper];
  const [width, height] = turned === 'portrait' ? [short, long] : [long, short];
  pageSize.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0; }`);
}

/**
 * Sheets of paper one below the other, each as large as the room allows; the printer gets them as
 * large as they are.
 *
 * @param {HTMLElement} stage
 * @param {HTMLElement[]} sheets
 */
export function preview(stage, sheets) {
  stage.replaceChildren(...sheets.map((sheet) => h('div', { class: 'paper-holder' }, sheet)));
  fit(stage);
  watched.get(stage)?.disconnect();
  const observer = new ResizeObserver(() => fit(stage));
  observer.observe(stage);
  watched.set(stage, observer);
}
/** @type {WeakMap<HTMLElement, ResizeObserver>} */
const watched = new WeakMap();

/** @param {HTMLElement} stage */
function fit(stage) {
  for (const holder of /** @type {NodeListOf<HTMLElement>} */ (stage.querySelectorAll('.paper-holder'))) {
    const sheet = /** @type {HTMLElement} */ (holder.firstElementChild);
    const scale = Math.min((stage.clientWidth - ROOM) / sheet.offsetWidth, (stage.clientHeight - ROOM) / sheet.offsetHeight);
    if (!(scale > 0)) continue;
    sheet.style.setProperty('--fit', String(scale));
    holder.style.width = `${sheet.offsetWidth * scale}px`;
    holder.style.height = `${sheet.offsetHeight * scale}px`;
  }
}

/**
 * Prints once the maps are on the sheets: the printer would not wait for them.
 *
 * @param {HTMLElement} stage
 * @param {() => boolean} wanted asked while waiting
 */
export function printWhenDrawn(stage, wanted) {
  const drawn = [...stage.querySelectorAll('.paper')].every((sheet) => /** @type {HTMLElement} */ (sheet).dataset.drawn);
  if (drawn) window.print();
  else if (wanted()) setTimeout(() => printWhenDrawn(stage, wanted), ASKED_EVERY_MS);
}
