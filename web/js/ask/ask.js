// @ts-check

/** A community’s and a facility’s sheet, and what whoever was on site says is wrong. @param {import('../main.js').Page} _page */
export function installAsk(_page) {}
