// @ts-check

/** The table of communities. @param {import('../main.js').Page} _page */
export function installRank(_page) {}
