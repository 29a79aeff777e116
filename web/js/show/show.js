// @ts-check
import { Problem } from '../api.js';
import { t } from '../i18n.js';

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
  /** @type {import('./views.js').Views | null} fetched when first asked for: the map needs nothing of it */
  let made = null;
  let coming = false;
  const fetched = (/** @type {(views: import('./views.js').Views) => void} */ use) => {
    if (coming) return;
    coming = true;
    import('./views.js').then(({ viewsOf }) => use(made = viewsOf(page, element)), () => page.failed(new Problem('', '', 0)))
      .finally(() => { coming = false; });
  };
  /** @type {string | null} */
  let shown = null;

  const show = (/** @type {import('../state.js').State} */ state) => {
    const wanted = state.showing !== null && state.index !== null;
    if (wanted && !made) {
      fetched(() => show(store.state));
      return;
    }
    const view = wanted ? made?.views[/** @type {string} */ (state.showing)] ?? null : null;
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
  };
  store.on(TOLD, show);

  // The menu listens itself once it is there.
  document.addEventListener('click', (event) => {
    if (!made && /** @type {Element} */ (event.target).closest('[data-key="share"]')) fetched(({ menu }) => menu.open());
  });

  // Before the page's own Escape, which would close what lies under this.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || (store.state.showing === null && !made?.menu.isOpen)) return;
    event.stopImmediatePropagation();
    if (made?.menu.isOpen) made.menu.close();
    else store.set({ showing: null });
  }, true);
}

/** @param {Element | null} element */
function focusOn(element) {
  /** @type {HTMLElement | null} */ (element)?.focus();
}
