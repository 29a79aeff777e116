// @ts-check
import { boundsOf } from './communities.js';
import { fill, h } from './dom.js';
import { local, percent, t } from './i18n.js';
import { areaWords } from './see/areashares.js';
import { sharesOf } from './see/classes.js';
import { kindOf } from './state.js';
import { shareThere } from './suppose/difference.js';
import { L } from './vendor.js';
import { onFoot } from './walk/seam.js';

/**
 * What happens under the pointer on the map: highlight, tooltip, and the click that opens a sheet.
 *
 * @param {import('./mapview.js').MapView} view
 * @param {import('./state.js').Store} store
 * @param {HTMLElement} tip
 * @param {import('./ask/side.js').Side} side
 */
export function followPointer(view, store, tip, side) {
  const { map } = view;
  /** @type {any} */
  let last = null;
  const leave = () => {
    last = null;
    tip.hidden = true;
    view.hoverFacility(null);
    store.set({ hover: null });
  };
  const look = () => {
    const { state } = store;
    if (!last || state.laying !== null) return;
    const facility = view.facilityAt(last.containerPoint);
    const mark = facility ? null : onFoot.tip(state, last.containerPoint, (lon, lat) => map.latLngToContainerPoint([lat, lon]));
    const hover = facility || mark ? null : view.communityAt(last.latlng);
    const area = facility || mark || hover !== null ? null : view.far.areaAt(last.latlng);
    view.hoverFacility(facility?.id ?? null);
    store.set({ hover });
    tip.hidden = facility === null && mark === null && hover === null && area === null;
    map.getContainer().classList.toggle('over-something', !tip.hidden);
    if (tip.hidden) return;
    if (facility) fill(tip, ...facilityTip(state, facility));
    else if (mark) fill(tip, ...mark);
    else if (hover !== null) fill(tip, ...communityTip(state, hover));
    else if (area !== null) fill(tip, ...areaTip(state, area, view.far.shareOf(area)));
    placeTip(tip, last.containerPoint, map.getSize());
  };
  map.on('mousemove', (/** @type {any} */ event) => {
    const first = last === null;
    last = event;
    if (first) look();
    else requestAnimationFrame(look);
  });
  map.on('movestart zoomstart', leave);
  L.DomEvent.on(map.getContainer(), 'mouseleave', leave);
  map.on('click', (/** @type {any} */ event) => {
    if (store.state.trying || store.state.writing) return;
    const facility = view.facilityAt(event.containerPoint);
    if (facility) {
      side.openFacility(facility.id);
      return;
    }
    const index = view.communityAt(event.latlng);
    const id = index === null ? undefined : store.state.index?.id[index];
    const area = view.far.areaAt(event.latlng);
    const bbox = area === null ? null : store.state.index?.areas[area].bbox;
    if (id !== undefined) side.show(id);
    else if (bbox) view.flyTo(boundsOf(bbox));
  });
}

/** @param {HTMLElement} tip @param {any} point @param {any} size */
function placeTip(tip, point, size) {
  const { offsetWidth: width, offsetHeight: height } = tip;
  const x = point.x + 16 + width > size.x ? point.x - width - 12 : point.x + 16;
  const y = Math.min(Math.max(point.y - height / 2, 4), size.y - height - 4);
  tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

/** @param {import('./state.js').State} state @param {number} i index of the community */
function communityTip(state, i) {
  const { coverage, index } = state;
  const lines = [h('strong', {}, index?.name[i] || t('unnamed'))];
  if (!coverage) return lines;
  if (coverage.short) {
    const unknown = coverage.unknown?.[i] ?? 0;
    lines.push(h('span', {}, t('shortOf', { n: coverage.short[i], judged: coverage.judged ?? 0 })));
    if (unknown > 0) lines.push(h('span', {}, t('unknownOf', { n: unknown })));
    return lines;
  }
  const before = sharesOf(coverage)?.[i] ?? null;
  const after = state.supposed ? sharesOf(state.supposed)?.[i] ?? null : before;
  const there = state.against === null ? undefined : shareThere(state, i);
  if (there !== undefined && there !== after) lines.push(h('span', {}, `${percent(there)} → ${percent(after)}`));
  else if (after === null) lines.push(h('span', {}, t('unknownStatus')));
  else if (after !== before) lines.push(h('span', {}, `${percent(before)} → ${percent(after)}`));
  else lines.push(h('span', {}, t('served', { share: percent(after) })));
  return lines;
}

/** @param {import('./state.js').State} state @param {number} n @param {import('./see/areashares.js').AreaShare | null} share */
function areaTip(state, n, share) {
  const lines = [h('strong', {}, state.index?.areas[n].name || t('unnamed')), h('span', {}, areaWords(state, share?.share ?? null))];
  if (share) lines.push(h('span', {}, t('see_areaOf', { n: share.communities })));
  if (share && share.unknown > 0) lines.push(h('span', {}, t('see_areaUnknown', { n: share.unknown })));
  return lines;
}

/** @param {import('./state.js').State} state @param {import('./types.js').Facility} facility */
function facilityTip(state, facility) {
  const kind = local(kindOf(state, facility.kind).name);
  const lines = [h('strong', {}, facility.name || kind), h('span', {}, facility.subtype || kind)];
  if (facility.access === 'own_residents') lines.push(h('span', {}, t('why_own_residents')));
  if (!facility.serves) lines.push(h('span', {}, t('facilityNotServing', { why: whyNot(facility) })));
  if (facility.suspect) lines.push(h('span', { class: 'caution' }, t('suspect')));
  if (facility.serves && facility.access === 'unknown') lines.push(h('span', {}, t('accessUnknown')));
  if (facility.serves && facility.status === 'unknown') lines.push(h('span', {}, t('statusUnknown')));
  return lines;
}

/** @param {import('./types.js').Facility} facility @returns {string} */
function whyNot(facility) {
  switch (facility.why) {
    case 'closed': return t('why_closed');
    case 'planned': return t('why_planned');
    case 'under_construction': return t('why_under_construction');
    case 'members': return t('why_members');
    case 'own_residents': return t('why_own_residents');
    case 'below_least_floor': return t('why_below_least_floor');
    case 'below_least_land': return t('why_below_least_land');
    default: return facility.why;
  }
}
