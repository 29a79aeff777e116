// @ts-check

/**
 * Where a card goes that speaks of a part of the page: beside it where there is room, else inside.
 *
 * @param {{left: number, right: number, top: number, bottom: number}} target
 * @param {{width: number, height: number}} card
 * @param {{width: number, height: number}} screen
 * @param {number} gap pixels
 * @returns {{x: number, y: number}}
 */
export function placeBeside(target, card, screen, gap) {
  const middle = (target.left + target.right - card.width) / 2;
  const options = [
    { x: target.right + gap, y: target.top + gap },
    { x: target.left - card.width - gap, y: target.top + gap },
    { x: middle, y: target.bottom + gap },
    { x: middle, y: target.bottom - card.height - 6 * gap },
  ];
  const fits = (/** @type {{x: number, y: number}} */ { x, y }) =>
    x >= gap && y >= gap && x + card.width <= screen.width - gap && y + card.height <= screen.height - gap;
  const { x, y } = options.find(fits) ?? options[3];
  return { x: Math.round(Math.max(gap, x)), y: Math.round(Math.max(gap, y)) };
}
