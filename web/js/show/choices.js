// @ts-check
// How the user likes prints and pictures: remembered in this browser, since it is about the office
// and not about the view, and never sent.

/**
 * @typedef {object} Choices
 * @property {'a4' | 'a3'} paper
 * @property {'landscape' | 'portrait'} turned
 * @property {'view' | 'whole'} extent what is on the screen, or all of the city or area
 * @property {boolean} patterns on paper
 * @property {boolean} patternsOnScreen in pictures
 * @property {boolean} streets
 * @property {boolean} facilities
 * @property {'internal' | 'number' | 'none'} mark
 * @property {string} mapNumber the map approval number that the user was given
 * @property {string} maker who made it, as they want to be named
 * @property {1 | 2 | 4} times pixels for each of the screen's
 * @property {boolean} plain the picture without title and legend
 */

const KEY = 'gapmap.show';

/** @type {Choices} */
const OWN = {
  paper: 'a4', turned: 'landscape', extent: 'view', patterns: true, patternsOnScreen: false, streets: true, facilities: true,
  mark: 'internal', mapNumber: '', maker: '', times: 2, plain: false,
};

/** @type {Choices | null} */
let now = null;

/** @returns {Choices} */
export function choices() {
  now ??= { ...OWN, ...kept() };
  return now;
}

/** @param {Partial<Choices>} patch */
export function choose(patch) {
  now = { ...choices(), ...patch };
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
  } catch {
    // A browser that keeps nothing still prints.
  }
}

/** @returns {Partial<Choices>} what another edition of the page kept counts only where it is of the right sort */
function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return Object.fromEntries(Object.entries(found)
      .filter(([key, value]) => typeof value === typeof OWN[/** @type {keyof Choices} */ (key)]));
  } catch {
    return {};
  }
}
