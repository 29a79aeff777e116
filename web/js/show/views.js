// @ts-check
import { LeafletView } from './leaflet.js';
import { ShareMenu } from './menu.js';
import { VersionGone } from './picture.js';
import { PrintView } from './print.js';
import { SlidesView } from './slides.js';

/**
 * @typedef {object} Views
 * @property {ShareMenu} menu
 * @property {Record<string, {render: (state: import('../state.js').State) => void}>} views by what is shown
 */

/** @param {import('../main.js').Page} page @param {HTMLElement} element they are drawn in @returns {Views} */
export function viewsOf(page, element) {
  const { failed } = page;
  /** Whoever draws from a version that is gone asks for the present one. */
  const told = { ...page, failed: (/** @type {unknown} */ error) => (error instanceof VersionGone ? page.app.refresh() : failed(error)) };
  return {
    menu: new ShareMenu(told),
    views: { print: new PrintView(element, told), leaflet: new LeafletView(element, told), slides: new SlidesView(element, told) },
  };
}
