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
  query.set('lang', state.lang);
  if (state.at) {
    query.set('at', `${state.at.lon.toFixed(5)},${state.at.lat.toFixed(5)},${state.at.zoom}`);
  }
  return '#' + query.toString().replaceAll('%2C', ',');
}

/** @param {string | null} text @returns {number | null} */
function positive(text) {
  const value = Number(text);
  return text !== null && Number.isFinite(value) && value > 0 ? value : null;
}
