// @ts-check

/** What is tried on the map, and two states of the city side by side. @param {import('../main.js').Page} _page */
export function installSuppose(_page) {}
