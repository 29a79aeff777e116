// @ts-check
// Colours that stay apart for every common colour blindness (teal, amber, vermillion differ in
// lightness too, and unknown is hatched). The page's style sheets repeat them as --met, --gap ...

/** @typedef {'m' | 'p' | 'g' | 'u' | string} Paint a status letter, or the number of kinds short */

/** @type {Record<string, string>} */
const FILLS = {
  m: '#a3d0cb', p: '#f4cc6c', g: '#dd6a45', u: '#ebe9e3',
  0: '#e3ebe6', 1: '#fbdcae', 2: '#f5b377', 3: '#e6804f', 4: '#c9502e', 5: '#98301b', 6: '#661a12',
};
/** @type {Record<string, string>} opaque, so that painting a community again leaves no trace */
const EDGES = {
  m: '#73aba5', p: '#d0a03a', g: '#ad4825', u: '#aeaaa0',
  0: '#b3c5bc', 1: '#d9b071', 2: '#cf8748', 3: '#b95a2e', 4: '#983519', 5: '#6f1e10', 6: '#45100b',
};
export const DEEPEST = 6;

export const INK = {
  hatch: '#b9b6ad', hover: '#1d2733', selected: '#10161d', paper: '#ffffff',
  street: '#ffffff', casing: '#dcd8ce', path: '#e2ded4', area: '#8b93a0',
  reach: '#2559a8', text: '#2d333b', quiet: '#6a7078', tried: '#7a3fb0',
};

/** @type {CanvasPattern | null} */
let hatch = null;

/** @param {Paint} paint @param {CanvasRenderingContext2D} context @returns {string | CanvasPattern} */
export function fillOf(paint, context) {
  if (paint !== 'u') return FILLS[paint] ?? FILLS.u;
  hatch ??= makeHatch(context);
  return hatch ?? FILLS.u;
}

/** @param {Paint} paint @returns {string} */
export function edgeOf(paint) {
  return EDGES[paint] ?? EDGES.u;
}

/** Eight pixels wide, so that the lines meet at the edges of tiles. @param {CanvasRenderingContext2D} context */
function makeHatch(context) {
  const scale = window.devicePixelRatio || 1;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8 * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(scale, scale);
  pen.fillStyle = FILLS.u;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = INK.hatch;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift - 1, 9);
    pen.lineTo(shift + 9, -1);
  }
  pen.stroke();
  const pattern = context.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern;
}

/**
 * What every community is painted with, by community index.
 *
 * @param {import('./types.js').Coverage} coverage
 * @returns {Paint[]}
 */
export function paintsOf(coverage) {
  if (coverage.status !== undefined) return [...coverage.status];
  const short = coverage.short ?? [];
  return short.map((count, i) =>
    count === 0 && (coverage.unknown?.[i] ?? 0) > 0 ? 'u' : String(Math.min(count, DEEPEST)));
}

/**
 * @param {number | null} share
 * @param {import('./types.js').Standard} standard
 * @returns {'m' | 'p' | 'g' | 'u'}
 */
export function letterOf(share, standard) {
  if (share === null) return 'u';
  if (share >= standard.metFrom) return 'm';
  return share < standard.gapBelow ? 'g' : 'p';
}
