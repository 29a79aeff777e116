// @ts-check

/** What is made for others to see: prints, pictures, leaflets and slides. @param {import('../main.js').Page} _page */
export function installShow(_page) {}
