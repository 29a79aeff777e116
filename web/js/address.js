// @ts-check
// The view's address: everything that a planner wants to send to a colleague is in the fragment,
// so that the server, wherever it is mounted, never sees it.
import { emptyState } from './state.js';

/**
 * @param {string} hash
 * @param {string[]} languages the browser's, best first
 * @returns {import('./state.js').State}
 */
export function readAddress(hash, languages) {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const state = emptyState();
  const asked = query.get('lang');
  const preferred = languages.find((tag) => /^(zh|en)\b/i.test(tag)) ?? 'en';
  state.lang = asked === 'zh' || asked === 'en' ? asked : /^zh/i.test(preferred) ? 'zh' : 'en';
  state.city = query.get('city');
  state.standard = query.get('standard');
  state.kind = query.get('kind') ?? 'all';
  state.radius = positive(query.get('radius'));
  state.community = positive(query.get('community'));
  state.asked = state.community === null ? null : query.get('why');
  state.report = query.get('report');
  state.data = query.get('data');
  state.scenario = positive(query.get('scenario'));
  state.by = query.get('by') === 'people' ? 'people' : 'area';
  state.area = query.get('area');
  state.mode = oneOf(query.get('mode'), ['straight', 'walking'], null);
  state.shade = oneOf(query.get('shade'), ['status', 'share'], 'status');
  state.extras = query.get('extras') ?? '';
  state.filter = query.get('filter') ?? '';
  state.renovation = [...'npwru'].filter((one) => query.get('renovation')?.includes(one)).join('');
  state.against = query.get('against');
  state.how = oneOf(query.get('how'), ['swipe', 'difference'], 'swipe');
  state.facility = query.get('facility');
  state.rank = query.get('rank');
  state.named = query.get('named') ?? '';
  state.oldUntil = positive(query.get('old'));
  state.notesShown = query.get('notes') === 'list';
  state.showing = oneOf(query.get('showing'), ['print', 'leaflet', 'slides'], null);
  state.background = oneOf(query.get('background'), ['streets', 'raster', 'none'], 'streets');
  state.onfoot = /^fails(:\d+:\w+)?$/.test(query.get('onfoot') ?? '') ? query.get('onfoot') : null;
  state.opening = state.community === null ? null : query.get('opening');
  const [lon, lat, zoom] = (query.get('at') ?? '').split(',').map(Number);
  if ([lon, lat, zoom].every(Number.isFinite) && Math.abs(lat) < 85) state.at = { lon, lat, zoom };
  return state;
}

/** @param {import('./state.js').State} state @returns {string} */
export function writeAddress(state) {
  const query = new URLSearchParams();
  if (state.city) query.set('city', state.city);
  if (state.standard) query.set('standard', state.standard);
  query.set('kind', state.kind);
  if (state.radius !== null) query.set('radius', String(state.radius));
  if (state.community !== null) query.set('community', String(state.community));
  if (state.asked !== null) query.set('why', state.asked);
  if (state.by === 'people') query.set('by', 'people');
  if (state.scenario !== null) query.set('scenario', String(state.scenario));
  if (state.report !== null) query.set('report', state.report);
  if (state.data !== null) query.set('data', state.data);
  if (state.area !== null) query.set('area', state.area);
  if (state.mode !== null) query.set('mode', state.mode);
  if (state.shade !== 'status') query.set('shade', state.shade);
  if (state.extras !== '') query.set('extras', state.extras);
  if (state.filter !== '') query.set('filter', state.filter);
  if (state.renovation !== '') query.set('renovation', state.renovation);
  if (state.against !== null) query.set('against', state.against);
  if (state.against !== null && state.how !== 'swipe') query.set('how', state.how);
  if (state.facility !== null) query.set('facility', state.facility);
  if (state.rank !== null) query.set('rank', state.rank);
  if (state.named !== '') query.set('named', state.named);
  if (state.oldUntil !== null) query.set('old', String(state.oldUntil));
  if (state.notesShown) query.set('notes', 'list');
  if (state.showing !== null) query.set('showing', state.showing);
  if (state.background !== 'streets') query.set('background', state.background);
  if (state.onfoot !== null) query.set('onfoot', state.onfoot);
  if (state.opening !== null) query.set('opening', state.opening);
  query.set('lang', state.lang);
  if (state.at) {
    query.set('at', `${state.at.lon.toFixed(5)},${state.at.lat.toFixed(5)},${state.at.zoom}`);
  }
  return '#' + query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/**
 * What the address holds, so that whoever watches the address watches all of it.
 *
 * @type {(keyof import('./state.js').State)[]}
 */
export const ADDRESSED = [
  'city', 'standard', 'kind', 'radius', 'lang', 'community', 'asked', 'at', 'report', 'data', 'scenario', 'by', 'area', 'mode',
  'shade', 'extras', 'filter', 'renovation', 'against', 'how', 'facility', 'rank', 'named', 'oldUntil', 'notesShown', 'showing', 'background', 'onfoot', 'opening',
];

/**
 * @template {string | null} T
 * @param {string | null} text
 * @param {T[]} words
 * @param {T} otherwise
 * @returns {T}
 */
function oneOf(text, words, otherwise) {
  return words.find((word) => word === text) ?? otherwise;
}

/** @param {string | null} text @returns {number | null} */
function positive(text) {
  const value = Number(text);
  return text !== null && Number.isFinite(value) && value > 0 ? value : null;
}
