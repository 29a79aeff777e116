// @ts-check

/**
 * Builds an element. A property that starts with "on" is a listener, "class" and "aria-..." are
 * attributes, `false` and `null` leave one out. Text is always text, never markup.
 *
 * @param {string} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Node | string | number | null | false | undefined)} children
 * @returns {HTMLElement}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === false || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style') Object.assign(element.style, value);
    else if (name === 'value') /** @type {HTMLInputElement} */ (element).value = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/**
 * Puts new children into an element and gives the focus back to the one that had it, known by its
 * `data-key`: a list drawn anew must not throw the keyboard user out.
 *
 * @param {Element} element
 * @param {...(Node | string | number | null | false | undefined)} children
 */
export function fill(element, ...children) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const key = active && element.contains(active) ? active.dataset.key : undefined;
  const scrolled = element.scrollTop;
  element.replaceChildren();
  append(element, children);
  // Setting it lays the page out at once, which is not cheap.
  if (scrolled > 0) element.scrollTop = scrolled;
  if (key !== undefined) {
    /** @type {HTMLElement | null} */ (
      element.querySelector(`[data-key="${CSS.escape(key)}"]`)
    )?.focus({ preventScroll: true });
  }
}

/** @param {Element} element @param {(Node | string | number | null | false | undefined)[]} children */
function append(element, children) {
  for (const child of children) {
    if (child === null || child === false || child === undefined) continue;
    element.append(typeof child === 'number' ? String(child) : child);
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** @type {Record<string, string>} path data on a 16 x 16 grid, drawn as strokes */
const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M10 3L5 8l5 5',
  on: 'M6 3l5 5-5 5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  layers: 'M8 2.500l6 3-6 3-6-3zM2 8.300l6 3 6-3M2 11l6 3 6-3',
  city: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  reset: 'M3.2 8a4.8 4.8 0 1 0 1.6-3.6M3 2.5v3h3',
  pin: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 4.700v3.600M6.2 6.500h3.6',
  search: 'M7 11.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.300L14 14',
  table: 'M2.5 3h11v10h-11zM2.5 6.500h11M6.5 6.500V13',
  note: 'M8 7.300v4M8 4.900v.1M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z',
  up: 'M3.5 10L8 5.500l4.5 4.5',
  down: 'M3.5 6L8 10.500l4.5-4.500',
  upload: 'M8 10.500V3M4.8 6L8 2.800 11.200 6M2.5 10.500v3h11v-3',
  flag: 'M4 14V2.500h8l-2 3 2 3H4',
  check: 'M3 8.500l3.5 3.500L13 4.500',
  moon: 'M13 9.800A5.5 5.5 0 0 1 6.200 3 5.500 5.500 0 1 0 13 9.800z',
  sun: 'M8 10.800a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600zM8 1.500v1.700M8 12.800v1.700M1.500 8h1.700M12.800 8h1.700M3.400 3.400l1.200 1.200M11.400 11.400l1.200 1.200M12.600 3.400l-1.200 1.200M4.600 11.400l-1.200 1.200',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.300 6.400a1.800 1.800 0 1 1 2.500 1.700c-.6.3-.8.6-.8 1.200M8 11.300v.1',
  share: 'M8 9.500V2.500M5.2 5L8 2.300 10.800 5M5 7H3.500v6.500h9V7H11',
  link: 'M6.500 9.500l3-3M7.500 4.500l1-1a2.800 2.800 0 0 1 4 4l-1 1M8.500 11.500l-1 1a2.800 2.800 0 0 1-4-4l1-1',
  picture: 'M2.5 3h11v10h-11zM2.5 11l3.500-3.500 2.500 2.500 2-2 3 3M10.500 6v.1',
  leaflet: 'M4 2h8v12H4zM6 5h4M6 7.500h4M6 10h2.500',
  slides: 'M2 3h12v8H2zM8 11v3M5.500 14h5',
  print: 'M4.500 6V2.500h7V6M4.500 11.500h-2V6h11v5.500h-2M4.500 9.500h7v4h-7z',
  undo: 'M5.5 3L2.5 6l3 3M2.700 6h6.300a4 4 0 0 1 0 8H6',
  redo: 'M10.500 3l3 3-3 3M13.300 6H7a4 4 0 0 0 0 8h3',
  path: 'M3 13.500c0-5 10-4.500 10-9M3 13.500v.1M10.500 5L13 2.500 15 5',
  gate: 'M2.5 14V5.500L8 2.500l5.500 3V14M5.5 14V8h5v6M8 8v6',
  trash: 'M3 4.500h10M6.5 4.500v-2h3v2M4.5 4.500l.6 9h5.800l.6-9',
};

/** @param {string} name @returns {SVGElement} a decorative icon; its button carries the words */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
