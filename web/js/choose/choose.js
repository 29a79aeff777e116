// @ts-check

/** What is looked at: the area and how distance is measured. @param {import('../main.js').Page} _page */
export function installChoose(_page) {}
