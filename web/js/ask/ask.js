// @ts-check
import { fill } from '../dom.js';
import { renderGaps } from '../gaps.js';
import { loadFacilities, renderFacility } from './facility.js';
import { Notebook } from './notebook.js';
import { renderSheet } from './sheet.js';
import { announceArrivals } from './side.js';
import { renderWhy } from './why.js';

/** A community’s and a facility’s sheet, and what whoever was on site says is wrong. @param {import('../main.js').Page} page */
export function installAsk(page) {
  const { store, app, element, scenarios, side, view } = page;
  const notebook = new Notebook(page);
  /** @type {import('./sheet.js').SheetChoices} */
  const choices = {
    ask: side.ask, close: side.close, line: (kind) => store.set({ line: kind }), kind: (kind) => app.chooseKind(kind),
    facility: side.openFacility, notes: notebook.choices,
    tryOne: (kind, { centre: [lon, lat] }) => {
      if (store.state.kind !== kind) app.chooseKind(kind);
      store.set({ writing: null });
      page.trial.putHere(lon, lat);
      view.fly(lon, lat);
    },
  };
  loadFacilities(page);
  /** @type {import('./facility.js').FacilityChoices} */
  const facilityChoices = {
    close: side.closeFacility, community: side.open, notes: notebook.choices,
    suppose: (wish) => {
      const kind = store.state.facilitySheet?.judgedAs;
      if (kind && kind !== store.state.kind) app.chooseKind(kind);
      page.trial.suppose(wish);
      store.set({ facility: null });
    },
  };
  store.on(['lang', 'gaps', 'community', 'kind', 'kinds', 'summary', 'sheet', 'asked', 'why', 'facility', 'notesShown', 'siteNotes', 'by', 'facilitySheet', 'index', 'area', 'onfoot', 'walkHere', 'coverage', 'fails', 'offer', 'opening'], (state) => {
    const shown = state.facility !== null ? 'facility' : state.community !== null ? 'sheet' : state.notesShown ? 'site-notes' : state.onfoot !== null && state.walkHere ? 'onfoot' : 'gaps';
    for (const name of ['facility', 'sheet', 'site-notes', 'onfoot', 'gaps']) element(name).hidden = name !== shown;
    // What is out of sight keeps no second copy of a note, nor of its number.
    for (const name of ['facility', 'sheet', 'site-notes']) if (name !== shown) fill(element(name));
    if (shown === 'facility') renderFacility(element('facility'), state, facilityChoices);
    else if (shown === 'gaps') renderGaps(element('gaps'), state, page.open);
    else if (shown === 'site-notes') notebook.renderList(state);
    else if (shown === 'sheet' && state.asked !== null) {
      renderWhy(element('sheet'), state, {
        suppose: (edit, name) => scenarios.keep([edit], name), back: side.stopAsking, point: (pointed) => store.set({ pointed }),
      });
    } else if (shown === 'sheet') renderSheet(element('sheet'), state, choices);
  });
  announceArrivals(side, element('sheet'), element('facility'), store);
}
