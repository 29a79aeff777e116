// @ts-check
import { t } from '../i18n.js';
import { VersionGone } from './picture.js';
import { LeafletView } from './leaflet.js';
import { PrintView } from './print.js';
import { ShareMenu } from './menu.js';
import { SlidesView } from './slides.js';

/** What of the state a print, leaflet or slide tells of. @type {(keyof import('../state.js').State)[]} */
const TOLD = [
  'showing', 'lang', 'cities', 'kinds', 'standards', 'city', 'standard', 'index', 'coverage', 'overall', 'summary', 'facilities',
  'area', 'by', 'mode', 'scenario', 'sheet', 'shade', 'filter', 'renovation', 'extras', 'supposed', 'ranking',
];

/** What is made for others to see: prints, pictures, leaflets and slides. @param {import('../main.js').Page} page */
export function installShow(page) {
  const { store } = page;
  const element = page.element('show');
  const behind = ['top', 'data'].map(page.element).concat(/** @type {HTMLElement} */ (document.querySelector('main')));
  const failed = page.failed;
  /** Whoever draws from a version that is gone asks for the present one. */
  const told = { ...page, failed: (/** @type {unknown} */ error) => (error instanceof VersionGone ? page.app.refresh() : failed(error)) };
  const menu = new ShareMenu(told);
  /** @type {Record<string, {render: (state: import('../state.js').State) => void}>} */
  const views = { print: new PrintView(element, told), leaflet: new LeafletView(element, told), slides: new SlidesView(element, told) };
  /** @type {string | null} */
  let shown = null;

  store.on(TOLD, (state) => {
    const view = state.showing === null || !state.index ? null : views[state.showing] ?? null;
    element.hidden = view === null;
    document.body.classList.toggle('is-showing', view !== null);
    for (const part of behind) part.inert = view !== null;
    if (state.showing !== shown) element.replaceChildren();
    if (view) {
      element.className = `showing-${state.showing}`;
      element.setAttribute('role', 'dialog');
      element.setAttribute('aria-modal', 'true');
      element.setAttribute('aria-label', t(/** @type {any} */ (`show_${state.showing}`)));
      view.render(state);
      if (shown !== state.showing) focusOn(element.querySelector('[data-key="show-title"]'));
    }
    if (view === null && shown !== null) focusOn(document.querySelector('[data-key="share"]'));
    shown = view === null ? null : state.showing;
  });

  // Before the page's own Escape, which would close what lies under this.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || (store.state.showing === null && !menu.isOpen)) return;
    event.stopImmediatePropagation();
    if (menu.isOpen) menu.close();
    else store.set({ showing: null });
  }, true);
}

/** @param {Element | null} element */
function focusOn(element) {
  /** @type {HTMLElement | null} */ (element)?.focus();
}
