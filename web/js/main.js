// @ts-check
import { ADDRESSED, readAddress, writeAddress } from './address.js';
import { whenSlow } from './api.js';
import { App } from './app.js';
import { attributionOf } from './background.js';
import { AreaPage } from './areas/areapage.js';
import { installAsk } from './ask/ask.js';
import { Side } from './ask/side.js';
import { changeTheme, installChoose } from './choose/choose.js';
import { DataRoom, LaterRoom } from './dataroom.js';
import { fill, h, icon } from './dom.js';
import { local, setLanguage, t } from './i18n.js';
import { countsNow, renderKinds } from './kinds.js';
import { renderLegend } from './legend.js';
import { IndicatorPage } from './indicators.js';
import { MapBar } from './mapbar.js';
import { MapView } from './mapview.js';
import { renderCover, renderProblem } from './messages.js';
import { renderNotes } from './notes.js';
import { OtherStandardPage } from './otherstandard.js';
import { followPointer } from './pointer.js';
import { Scenarios } from './scenarios.js';
import { Search } from './search.js';
import { installRank } from './rank/rank.js';
import { installSee } from './see/see.js';
import { installShow } from './show/show.js';
import { installSuppose } from './suppose/suppose.js';
import { Trial } from './suppose/trial.js';
import { installWelcome } from './welcome/welcome.js';
import { QuarterPage } from './quarters.js';
import { Report } from './report.js';
import { kindOf, Store } from './state.js';
import { renderTopBar } from './topbar.js';
import { comeLater, NetworkPage } from './walk/later.js';

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const store = new Store(readAddress(location.hash, [...navigator.languages]));
setLanguage(store.state.lang);

// First of all who listen: what is drawn for a new language is drawn in it.
store.on(['lang'], ({ lang }) => setLanguage(lang));

const app = new App(store);
const view = new MapView(element('map'), store, () => app.refresh());

const side = new Side(store, view);
const { open, openBeside, close } = side;
const failed = (/** @type {unknown} */ error) => app.tell(error);
const scenarios = new Scenarios(element('scenario'), store, openBeside, failed);
const trial = new Trial(element('trial'), element('hint'), view, store, side, failed);
const bar = new MapBar(element('mapbar'), {
  radius: (metres) => app.chooseRadius(metres),
  trying: (on) => trial.mode(on),
  by: (by) => store.set({ by }),
  mode: (mode) => store.set({ mode }),
});
const report = new Report(element('report'), store, [
  new IndicatorPage(failed), new AreaPage((area) => store.set({ area, report: null })), new QuarterPage(openBeside, failed), new OtherStandardPage(openBeside, failed), scenarios, new NetworkPage(store, open, failed),
]);
const data = new DataRoom(element('data'), store, [
  new LaterRoom('import', ({ Importer }) => new Importer(store, () => app.start()), failed),
  new LaterRoom('layers', ({ KeptLayers }) => new KeptLayers(store, () => app.start(), failed), failed),
  new LaterRoom('work', ({ WorkList }) => new WorkList(failed), failed),
]);
const search = new Search(element('search-box'), store, {
  community: open,
  facility: (id, lon, lat) => {
    view.fly(lon, lat);
    side.openFacility(id);
  },
  area: ({ key }) => store.set({ area: key }),
});
followPointer(view, store, element('tip'), side);

/** What a part of the page is given. @typedef {typeof page} Page */
const page = { store, app, view, element, open, openBeside, close, failed, scenarios, side, trial, suppose: trial.suppose };
for (const install of [installChoose, installSee, installAsk, installRank, installSuppose, installShow, installWelcome, comeLater]) install(page);

store.on(['lang', 'cities', 'standards', 'city', 'standard', 'index', 'report', 'data', 'area', 'theme'], (state) => renderTopBar(element('top'), state, {
  data: () => (store.state.data === null ? store.set({ data: 'import' }) : data.close()),
  report: () => (store.state.report === null ? store.set({ report: 'indicators' }) : report.close()),
  city: (city) => app.chooseCity(city),
  standard: (id) => app.chooseStandard(id),
  language: (lang) => store.set({ lang }),
  area: (area) => store.set({ area }),
  theme: () => changeTheme(store),
  help: () => store.set({ welcomed: false }),
}));
store.on(['lang', 'kinds', 'standards', 'standard', 'kind', 'summary', 'coverage', 'overall', 'area'], (state) =>
  renderKinds(element('kinds'), state, (kind) => app.chooseKind(kind)));
store.on(['lang', 'standard', 'kind', 'radius', 'kinds', 'standards', 'trying', 'draft', 'by', 'mode'], (state) => bar.render(state));
store.on(['lang', 'coverage', 'kind', 'facilities', 'index', 'by', 'shade', 'filter', 'renovation', 'area', 'supposed', 'extras', 'theme', 'ranking', 'drawn', 'at', 'sheet', 'facilitySheet', 'onfoot', 'fails', 'walkHere'], (state) =>
  renderLegend(element('legend'), state, (patch) => store.set(patch)));
store.on(['lang', 'summary', 'cities', 'city', 'kind', 'notesOpen', 'index', 'standard', 'kinds'], (state) =>
  renderNotes(element('notes'), state, (notesOpen) => store.set({ notesOpen })));
store.on(['lang', 'cities', 'loading', 'index', 'problem'], (state) => renderCover(element('cover'), state, () => store.set({ data: 'import' })));
store.on(['lang', 'problem'], (state) => renderProblem(element('problem'), state, {
  retry: () => app.start(),
  close: () => store.set({ problem: null }),
}));
store.on(['lang'], renderFixed);
store.on(['lang', 'background', 'settings'], (state) => {
  element('attribution').textContent = attributionOf(state);
});
store.on(['summary'], (state) => {
  const counts = countsNow(state, state.kind, state.summary?.kinds.find((one) => one.kind === state.kind));
  if (!counts) return;
  store.set({ announcement: t('announceCoverage', { kind: local(kindOf(state, state.kind).name), ...counts }) });
});
store.on(['announcement'], ({ announcement }) => { element('live').textContent = announcement; });

function renderFixed() {
  element('skip').textContent = t('skipToMap');
  element('kinds').setAttribute('aria-label', t('kinds'));
  element('side').setAttribute('aria-label', t('worst'));
  element('notes').setAttribute('aria-label', t('notes'));
  const button = (/** @type {string} */ name, /** @type {string} */ words, /** @type {() => void} */ run) =>
    h('button', { type: 'button', 'data-key': name, title: words, 'aria-label': words, onclick: run }, icon(name));
  fill(element('zoom'),
    button('plus', t('zoomIn'), () => view.map.zoomIn()),
    button('minus', t('zoomOut'), () => view.map.zoomOut()),
    button('city', t('zoomCity'), () => view.showCity()));
}

whenSlow((slow) => {
  element('busy').hidden = !slow;
  element('busy').textContent = slow ? t('choose_slow') : '';
});

element('skip').addEventListener('click', (event) => {
  // A plain link would put "#map" where the view's address is.
  event.preventDefault();
  element('map').focus();
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  if (store.state.data !== null) data.close();
  else if (store.state.report !== null) report.close();
  else if (store.state.trying) trial.mode(false);
  else if (store.state.notesOpen) store.set({ notesOpen: false });
  else side.back();
});

let written = location.hash;
/** What a step back in the browser should undo; moving the map or the slider is not such a step. */
const step = () => [store.state.city, store.state.standard, store.state.kind, store.state.community, store.state.asked, store.state.report, store.state.data, store.state.scenario, store.state.area, store.state.facility, store.state.against, store.state.showing, store.state.rank !== null, store.state.notesShown, store.state.onfoot, store.state.opening].join();
let lastStep = step();
store.on(ADDRESSED, (state) => {
  const address = writeAddress(state);
  if (address === written) return;
  if (step() !== lastStep && written !== '') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  written = address;
  lastStep = step();
});
window.addEventListener('popstate', () => {
  if (location.hash === written) return;
  written = location.hash;
  const read = readAddress(location.hash, [store.state.lang]);
  const { at } = read;
  const patch = Object.fromEntries(ADDRESSED.filter((key) => key !== 'at').map((key) => [key, read[key]]));
  store.set({ ...patch, city: read.city ?? store.state.city, standard: read.standard ?? store.state.standard });
  lastStep = step();
  if (at) view.map.setView([at.lat, at.lon], at.zoom);
});

// For the browser tests and for whoever is curious in the console; nothing in the page uses it.
Object.assign(window, { gapmap: { store, paintedNow: () => view.paintedNow(), settled: () => view.settled(), map: view.map } });

store.set({ lang: store.state.lang });
renderFixed();
element('attribution').textContent = attributionOf(store.state);
bar.render(store.state);
search.render(store.state);
renderTopBar(element('top'), store.state, { city: () => {}, standard: () => {}, report: () => {}, data: () => {}, area: () => {}, theme: () => changeTheme(store), help: () => {}, language: (lang) => store.set({ lang }) });
renderCover(element('cover'), store.state, () => {});
app.start();
