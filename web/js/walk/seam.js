// @ts-check
// Walking comes after the first map. Until then, and where nobody walks, these put in nothing.

/** @typedef {import('../state.js').State} State */

/**
 * What walking puts into the other parts of the page.
 *
 * @typedef {object} OnFoot
 * @property {(pen: CanvasRenderingContext2D, place: (lon: number, lat: number) => any, size: any, state: State, zoom: number) => void} draw
 *     over the facilities and what they reach, on the screen and on paper
 * @property {(state: State, row: import('../types.js').SheetKind) => (Node | false | null)[]} row more of a kind in a community's sheet
 * @property {(state: State, sheet: import('../types.js').Sheet) => Node | false} sheet below the kinds of a community's sheet
 * @property {(state: State) => Node | false} tabs over the list of shortfalls
 * @property {(state: State) => boolean} path whether a way is drawn
 * @property {(state: State) => (Node | false)[]} legend
 * @property {(state: State) => (Node | false)[]} layers for the menu of what is drawn
 * @property {(state: State) => Node | false} tools for what is tried
 * @property {(state: State, point: any, place: (lon: number, lat: number) => any) => (Node | false)[] | null} tip of what is drawn under a point on the screen
 */

/** @type {OnFoot} */
export const onFoot = {
  draw: () => {}, row: () => [], sheet: () => false, tabs: () => false, path: () => false, legend: () => [], layers: () => [], tools: () => false, tip: () => null,
};

/** Whether what the map shows was measured along streets. @param {State} state @returns {boolean} */
export function isWalked(state) {
  return measuredNow(state) === 'walked';
}

/** How what the map shows was measured. @param {State} state @returns {import('../types.js').Measured} */
export function measuredNow({ coverage }) {
  return coverage?.measured ?? (coverage?.estimated ? 'estimated' : 'straight');
}
