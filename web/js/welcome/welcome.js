// @ts-check

/** A first visit. @param {import('../main.js').Page} _page */
export function installWelcome(_page) {}
