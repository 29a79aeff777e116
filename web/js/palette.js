// @ts-check
// Colours that stay apart for every common colour blindness (teal, amber, vermillion differ in
// lightness too, and unknown is hatched). The page's style sheets repeat them as --met, --gap ...
import { evenRamp } from './see/ramp.js';

/**
 * What a community is painted with: a status letter; the number of kinds short; 'A' to 'T' for the
 * share, from none to all in steps of 5 %; what became of it against another state of the city, from
 * 'better' to 'worse'; or FADED.
 *
 * @typedef {'m' | 'p' | 'g' | 'u' | string} Paint
 */

export const DEEPEST = 6;
export const SHARE_BINS = 20;
/** Not what is looked at: outside the chosen area, or of a class that the legend leaves out. */
export const FADED = '-';

const FIRST_BIN = 'A'.charCodeAt(0);

// By night little is dark and much is light, so that what lacks most stands out from either ground.
const THEMES = {
  light: {
    fills: {
      m: '#a3d0cb', p: '#f4cc6c', g: '#dd6a45', u: '#ebe9e3', [FADED]: '#e8e5de',
      0: '#e3ebe6', 1: '#fbdcae', 2: '#f5b377', 3: '#e6804f', 4: '#c9502e', 5: '#98301b', 6: '#661a12',
      ...shares('#83261a', '#ee9f66', '#e3ebe6'),
      better: '#2c6fae', rather: '#a9cde8', same: '#e9e6df', hardly: '#f0c19a', worse: '#b4521c',
    },
    edges: {
      m: '#73aba5', p: '#d0a03a', g: '#ad4825', u: '#aeaaa0', [FADED]: '#dad6cd',
      0: '#b3c5bc', 1: '#d9b071', 2: '#cf8748', 3: '#b95a2e', 4: '#983519', 5: '#6f1e10', 6: '#45100b',
      ...shares('#5a150d', '#c27a40', '#b0c2b9'),
      better: '#1d4f80', rather: '#7ba9cc', same: '#cfcac0', hardly: '#cf9566', worse: '#7e3711',
    },
    ink: {
      hatch: '#b9b6ad', hover: '#1d2733', selected: '#10161d', paper: '#ffffff',
      street: '#ffffff', casing: '#dcd8ce', path: '#e2ded4', area: '#8b93a0',
      reach: '#2559a8', text: '#2d333b', quiet: '#6a7078', tried: '#7a3fb0',
      halo: 'rgba(255, 255, 255, 0.9)', suspect: '#f0a51f', uncovered: '#4a2018', print: '#2a1a12',
      dot: '#3b2a63', dotEdge: '#ffffff', green: '#e2e9d8', water: '#d3e2ea', housing: '#ebe7de',
    },
  },
  dark: {
    fills: {
      m: '#2f7d76', p: '#c99a3a', g: '#d9623a', u: '#2c323a', [FADED]: '#20262c',
      0: '#2b3a38', 1: '#5a4a2c', 2: '#8a5f33', 3: '#b9653a', 4: '#dc6a45', 5: '#f08d68', 6: '#ffc0a3',
      ...shares('#ffcdb0', '#c0663b', '#2b3a38'),
      better: '#7db8ee', rather: '#35587a', same: '#2b3138', hardly: '#6f4a30', worse: '#f0965a',
    },
    edges: {
      m: '#1d524d', p: '#8c6a24', g: '#95401f', u: '#474e57', [FADED]: '#2a3138',
      0: '#41544f', 1: '#7a663f', 2: '#ab7a46', 3: '#d27f52', 4: '#f08a66', 5: '#ffb092', 6: '#ffe0d0',
      ...shares('#fff0e6', '#dd8657', '#41544f'),
      better: '#b4d8fa', rather: '#4f7aa3', same: '#414951', hardly: '#946545', worse: '#ffc095',
    },
    ink: {
      hatch: '#525a64', hover: '#f2f5f8', selected: '#ffffff', paper: '#12161b',
      street: '#39414b', casing: '#262c34', path: '#2c333b', area: '#77818e',
      reach: '#7fb0f0', text: '#e6eaee', quiet: '#9aa3ad', tried: '#c39af0',
      halo: 'rgba(18, 22, 27, 0.88)', suspect: '#f0b040', uncovered: '#ffe9dc', print: '#12161b',
      dot: '#8365e0', dotEdge: '#f4f0ff', green: '#1b2722', water: '#15252f', housing: '#1c2127',
    },
  },
};

/** @type {Record<string, string>} */
const FILLS = { ...THEMES.light.fills };
/** @type {Record<string, string>} opaque, so that painting a community again leaves no trace */
const EDGES = { ...THEMES.light.edges };
export const INK = { ...THEMES.light.ink };

/** By paint and density. @type {Map<string, CanvasPattern | null>} */
const patterns = new Map();
let patterned = false;
/** @type {'light' | 'dark'} */
let worn = 'light';

/** Everything painted before wears the old colours: whoever calls repaints. @param {'light' | 'dark'} theme */
export function setTheme(theme) {
  worn = theme;
  Object.assign(FILLS, THEMES[theme].fills);
  Object.assign(EDGES, THEMES[theme].edges);
  Object.assign(INK, THEMES[theme].ink);
  patterns.clear();
}

/** Whether statuses carry patterns too, for copies in black and white. @param {boolean} on */
export function setPatterns(on) {
  patterned = on;
}

/**
 * Runs a drawing that leaves the screen: by day, and with patterns or without, whatever the screen wears.
 *
 * @template T
 * @param {boolean} withPatterns
 * @param {() => T} draw at once: what it puts off wears the screen's colours
 * @returns {T}
 */
export function onPaper(withPatterns, draw) {
  const [theme, were] = [worn, patterned];
  if (theme !== 'light') setTheme('light');
  patterned = withPatterns;
  try {
    return draw();
  } finally {
    patterned = were;
    if (theme !== 'light') setTheme(theme);
  }
}

/** @param {Paint} paint @param {CanvasRenderingContext2D} context @returns {string | CanvasPattern} */
export function fillOf(paint, context) {
  if (paint !== 'u' && !(patterned && (paint === 'g' || paint === 'p'))) return FILLS[paint] ?? FILLS.u;
  const key = `${paint} ${context.getTransform().a}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    pattern = patternOf(paint, context);
    patterns.set(key, pattern);
  }
  return pattern ?? FILLS[paint];
}

/** @param {Paint} paint @returns {string} the plain colour, for what is not a canvas */
export function colourOf(paint) {
  return FILLS[paint] ?? FILLS.u;
}

/** @param {Paint} paint @returns {string} */
export function edgeOf(paint) {
  return EDGES[paint] ?? EDGES.u;
}

/** Thin lines over land that no service reaches. @param {CanvasRenderingContext2D} context */
export function uncoveredHatch(context) {
  const key = `uncovered ${context.getTransform().a}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    pattern = tiled(context, 8, (pen) => {
      // A dark line with a light one beside it is seen on any colour.
      for (const [colour, shift] of /** @type {[string, number][]} */ ([[INK.uncovered, 0], [INK.paper, 1.2]])) {
        pen.strokeStyle = colour;
        pen.globalAlpha = 0.6;
        pen.lineWidth = 1;
        pen.translate(shift, 0);
        diagonals(pen, 8, 1);
      }
    });
    patterns.set(key, pattern);
  }
  return pattern ?? INK.uncovered;
}

/** @param {Paint} paint @param {CanvasRenderingContext2D} context */
function patternOf(paint, context) {
  return tiled(context, 8, (pen) => {
    pen.fillStyle = FILLS[paint];
    pen.fillRect(0, 0, 8, 8);
    if (paint === 'p') {
      pen.fillStyle = INK.print;
      for (const [x, y] of [[2, 2], [6, 6]]) pen.fillRect(x - 0.75, y - 0.75, 1.5, 1.5);
      return;
    }
    pen.strokeStyle = paint === 'u' ? INK.hatch : INK.print;
    pen.lineWidth = paint === 'u' ? 1.2 : 1.6;
    diagonals(pen, 8, paint === 'u' ? 1 : -1);
  });
}

/** @param {CanvasRenderingContext2D} pen @param {number} size @param {1 | -1} slope 1 rises to the right */
function diagonals(pen, size, slope) {
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, slope > 0 ? size + 1 : -1);
    pen.lineTo(shift + size + 1, slope > 0 ? -1 : size + 1);
  }
  pen.stroke();
}

/**
 * A pattern whose width divides a tile's, so that it goes on at the edges of tiles.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 * @param {(pen: CanvasRenderingContext2D) => void} draw
 */
function tiled(context, size, draw) {
  // As dense as what it is drawn on: a screen, or a sheet of paper.
  const width = Math.max(2, Math.round(size * context.getTransform().a));
  const scale = width / size;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = width;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(scale, scale);
  draw(pen);
  const pattern = context.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern;
}

/** @param {string} none @param {string} half @param {string} all @returns {Record<string, string>} */
function shares(none, half, all) {
  const colours = evenRamp([none, half, all], SHARE_BINS);
  return Object.fromEntries(colours.map((colour, bin) => [String.fromCharCode(FIRST_BIN + bin), colour]));
}

/** @param {number | null} share in [0, 1] @returns {Paint} */
export function binOf(share) {
  if (share === null) return 'u';
  return paintOfBin(Math.min(Math.floor(share * SHARE_BINS), SHARE_BINS - 1));
}

/** @param {number} bin @returns {Paint} */
export function paintOfBin(bin) {
  return String.fromCharCode(FIRST_BIN + bin);
}

/**
 * What every community is painted with, by community index, where its status or its number of kinds
 * is what the colour tells.
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
