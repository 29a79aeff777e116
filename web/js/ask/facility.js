// @ts-check
import { abort, get, isAbort, ofVersion } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { area, date, distance, local, percent, t, whole } from '../i18n.js';
import { badge } from '../kinds.js';
import { citation } from '../mapbar.js';
import { kindOf } from '../state.js';
import { loadOf } from './load.js';
import { notesHere } from './notes.js';

const SHOWN_AT_FIRST = 40;

/** @typedef {import('../types.js').FacilitySheet} FacilitySheet */

/**
 * @typedef {object} FacilityChoices
 * @property {() => void} close
 * @property {(id: number) => void} community
 * @property {(wish: {do: 'close' | 'move', facility: string}) => void} suppose hands it over to what is tried on the map
 * @property {import('./notes.js').NoteChoices} notes
 */

/** Asks for the sheet of the facility that is open, whenever what it says may have changed. @param {import('../main.js').Page} page */
export function loadFacilities({ store, view, failed }) {
  store.on(['facility', 'index', 'standard', 'kind', 'radius', 'mode', 'scenario', 'by'], async () => {
    const { facility, index, city, standard, kind, radius, mode, scenario, by, asked } = store.state;
    abort('facility');
    if (facility === null || !index) {
      if (store.state.facilitySheet) store.set({ facilitySheet: null });
      return;
    }
    const row = asked ?? (kind === 'all' ? null : kind);
    const question = {
      city, standard, kind: row, radius: row === kind ? radius : null, mode, scenario, by: by === 'people' ? by : null,
    };
    try {
      const answer = await get(`facilities/${encodeURIComponent(facility)}`, question, 'facility');
      const sheet = flat(ofVersion(answer, store.state.index?.dataVersion));
      const first = store.state.facilitySheet?.id !== sheet.id;
      store.set({ facilitySheet: sheet });
      if (first && !view.map.getBounds().contains([sheet.lat, sheet.lon])) view.map.panTo([sheet.lat, sheet.lon]);
    } catch (error) {
      if (isAbort(error)) return;
      store.set({ facility: null, facilitySheet: null });
      failed(error);
    }
  });
}

/** The facility itself with what is said of it beside. @param {any} answer @returns {FacilitySheet} */
function flat({ facility, source, kind, rule, group, communities, load, withoutOther, dataVersion }) {
  return { ...facility, file: source, judgedAs: kind, rule, group, communities, load, withoutOther, dataVersion };
}

/**
 * What a facility is, whom it serves, and how its room compares with who asks for it.
 *
 * @param {HTMLElement} element
 * @param {import('../state.js').State} state
 * @param {FacilityChoices} choose
 */
export function renderFacility(element, state, choose) {
  const sheet = state.facilitySheet;
  const back = h('button', { type: 'button', class: 'back', 'data-key': 'facility-back', onclick: choose.close },
    icon('back'), state.community === null ? t(state.notesShown ? 'ask_backToNotes' : 'backToList') : state.sheet?.name || t('ask_backToCommunity'));
  if (!sheet || String(sheet.id) !== state.facility) {
    fill(element, h('div', { class: 'sheet-head' }, back), h('p', { class: 'quiet pad' }, t('ask_facilityLoading')));
    return;
  }
  const supposedOne = sheet.source === 'scenario';
  fill(element,
    h('div', { class: 'sheet-head' },
      back,
      h('h2', { tabindex: '-1', 'data-key': 'facility-name', class: 'facility-name' }, badge(state, sheet.kind), sheet.name || t('unnamed')),
      h('p', { class: 'sheet-where' }, [local(kindOf(state, sheet.kind).name), sheet.subtype].filter(Boolean).join(' · ')),
      verdict(sheet),
      facts(state, sheet),
      !supposedOne && h('p', { class: 'sheet-doing' },
        ...sheet.status === 'closed' ? [] : [
          supposeButton('close', 'ask_supposeClose', sheet, choose),
          supposeButton('move', 'ask_supposeMove', sheet, choose),
        ])),
    loadOf(sheet),
    served(sheet, choose),
    !supposedOne && notesHere(state, { facility: String(sheet.id) }, choose.notes, () => choose.notes.write({
      community: null, facility: String(sheet.id), about: sheet.name || t('unnamed'), kind: sheet.judgedAs, lon: sheet.lon, lat: sheet.lat,
    })),
    sheet.rule && h('section', { class: 'why-part' }, h('h3', {}, t('whyRule')),
      h('p', {}, `${local(kindOf(state, sheet.judgedAs ?? sheet.kind).name)} · ${t('radiusValue', { radius: whole(sheet.rule.radiusMetres) })}`),
      citation(sheet.rule)),
    sheet.file && h('p', { class: 'quiet pad source' }, `${t('source')}: `,
      t('sourceRow', { file: sheet.file.file, row: String(sheet.file.row), source: sheet.file.source }),
      sheet.file.importedAt && ` · ${date(sheet.file.importedAt)}`));
}

/** @param {FacilitySheet} sheet */
function verdict(sheet) {
  const words = sheet.judgedAs === null ? t('ask_notJudged')
    : sheet.serves ? t('ask_counts', { reach: whole(sheet.reachMetres ?? 0) })
      : t('facilityNotServing', { why: t(/** @type {any} */ (`why_${sheet.why}`)) });
  const own = sheet.serves && sheet.access === 'own_residents';
  return h('p', { class: `facility-verdict${sheet.serves && sheet.judgedAs !== null ? ' counts' : ''}` }, own ? t('why_own_residents') : words);
}

/** @param {import('../state.js').State} state @param {FacilitySheet} sheet */
function facts(state, sheet) {
  const or = (/** @type {number | null | undefined} */ value, /** @type {(value: number) => string} */ words) =>
    value === null || value === undefined ? t('unknown') : words(value);
  const unit = local(kindOf(state, sheet.kind).capacityUnit);
  const entries = [
    [t('ask_status'), t(/** @type {any} */ (`ask_status_${sheet.status}`))],
    [t('ask_access'), t(/** @type {any} */ (`ask_access_${sheet.access}`))],
    [t('ask_capacity'), or(sheet.capacity, (value) => `${whole(value)} ${unit}`)],
    [t('ask_floor'), or(sheet.floorSqm, area)],
    [t('ask_land'), or(sheet.landSqm, area)],
  ];
  return h('div', {},
    h('dl', { class: 'facts' }, ...entries.map(([name, value]) =>
      h('div', {}, h('dt', {}, name), h('dd', { class: value === t('unknown') ? 'quiet' : null }, value)))),
    sheet.suspect && h('p', { class: 'caution' }, t('suspect')),
    sheet.serves && sheet.access === 'unknown' && !sheet.suspect && h('p', { class: 'caution' }, t('accessUnknown')),
    sheet.serves && sheet.status === 'unknown' && h('p', { class: 'caution' }, t('statusUnknown')));
}

/**
 * @param {'close' | 'move'} what
 * @param {import('../i18n.js').Key} words
 * @param {FacilitySheet} sheet
 * @param {FacilityChoices} choose
 */
function supposeButton(what, words, sheet, choose) {
  return h('button', {
    type: 'button', class: 'ask-try', 'data-key': `suppose-${what}`,
    onclick: () => choose.suppose({ do: what, facility: String(sheet.id) }),
  }, t(words));
}

/**
 * The communities in reach: who depends on it alone first, then the nearest.
 *
 * @param {FacilitySheet} sheet
 * @param {FacilityChoices} choose
 */
function served(sheet, choose) {
  const { communities, withoutOther } = sheet;
  if (communities === null || !sheet.serves) return null;
  const order = [...communities].sort((a, b) => Number(b.only === true) - Number(a.only === true));
  const [shown, rest] = [order.slice(0, SHOWN_AT_FIRST), order.slice(SHOWN_AT_FIRST)];
  const row = (/** @type {import('../types.js').Served} */ one) => h('li', {}, servedRow(sheet, one, choose));
  return h('section', { class: 'why-part' },
    h('h3', {}, t('ask_servesTitle', { n: communities.length })),
    communities.length === 0 && h('p', { class: 'quiet' }, t('ask_servesNobody')),
    withoutOther && withoutOther.communities > 0 && h('p', { class: 'alone-line' }, t('ask_alone', { n: withoutOther.communities }),
      withoutOther.people !== null && t('ask_alonePeople', { group: groupOf(sheet), people: whole(withoutOther.people) })),
    withoutOther && withoutOther.unknown > 0 && h('p', { class: 'quiet' }, t('ask_aloneUnknown', { n: withoutOther.unknown })),
    h('ol', { class: 'served' }, ...shown.map(row)),
    rest.length > 0 && h('details', {}, h('summary', {}, t('ask_servesMore', { n: rest.length })), h('ol', { class: 'served' }, ...rest.map(row))));
}

/** @param {FacilitySheet} sheet @param {import('../types.js').Served} one @param {FacilityChoices} choose */
function servedRow(sheet, one, choose) {
  const facts = [
    t('ask_shareReached', { share: percent(one.share) }),
    one.people === null ? t('groupUnknown', { group: groupOf(sheet) }) : t('groupPeople', { group: groupOf(sheet), n: one.people }),
    one.assignedPeople !== null && one.people !== null && one.assignedPeople < one.people - 0.5
      && t('ask_findRoom', { n: Math.round(one.assignedPeople) }),
  ].filter(Boolean).join(' · ');
  return h('button', { type: 'button', class: 'served-row', 'data-key': `served-${one.id}`, onclick: () => choose.community(one.id) },
    h('span', { class: 'served-name' }, one.name || t('unnamed')),
    h('b', { class: 'metres' }, distance(one.metres)),
    h('span', { class: 'served-facts quiet' }, one.only === true && h('b', { class: 'served-only' }, t('ask_noOther')), facts));
}

/** @param {FacilitySheet} sheet @returns {string} */
function groupOf(sheet) {
  return t(/** @type {any} */ (`group_${sheet.group ?? 'all'}`));
}
