// @ts-check

/** What the map draws besides the communities’ colours, and how they are coloured. @param {import('../main.js').Page} _page */
export function installSee(_page) {}
