// @ts-check
// The slides that are not about one kind.
import { get, ofVersion } from '../api.js';
import { fill, h } from '../dom.js';
import { local, t, whole } from '../i18n.js';
import { notesOf } from '../notes.js';
import { paintsNow } from '../see/classes.js';
import { currentCity, currentStandard, kindOf } from '../state.js';
import { choices } from './choices.js';
import { isSynthetic, layersUsed, legendRows, placeName, today } from './facts.js';
import { frameOf, wholeBox } from './frame.js';
import { swatch } from './marks.js';
import { stamps } from './paper.js';
import { drawPicture } from './picture.js';
import { bigNumber } from './slides.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('./slides.js').Slide} Slide */

const RANKED = 10;
const NOTES = 6;

/**
 * @param {HTMLCanvasElement} canvas in the document
 * @param {State} state
 * @param {import('./picture.js').Look} look
 */
export async function drawOn(canvas, state, look) {
  const box = wholeBox(state);
  if (!box || canvas.clientWidth === 0) return;
  // A wall is seen from afar: lines and names are drawn as large as the slide's own type.
  const enlarged = Math.max(1, parseFloat(getComputedStyle(canvas).fontSize) / 19);
  const frame = frameOf(box, canvas.clientWidth / enlarged, canvas.clientHeight / enlarged);
  await drawPicture(canvas, state, frame, enlarged * Math.max(1, window.devicePixelRatio), look);
}

/**
 * Slides are of the whole city and of statuses, and nothing is being tried on them.
 *
 * @param {State} state
 * @returns {State}
 */
export function asSlides(state) {
  return { ...state, area: null, filter: '', shade: 'status', extras: '', draft: null, supposed: null, sheet: null, why: null, facility: null };
}

/** @param {import('./facts.js').LegendRow[]} rows */
export function legendLine(rows) {
  return h('ul', { class: 'slide-key' }, ...rows.map((row) => h('li', {}, swatch(row.paints, false), row.words, ' ', h('b', {}, whole(row.count)))));
}

/** @param {State} state @returns {Slide} */
export function title(state) {
  return {
    name: 'title', title: placeName(state),
    show: (body) => fill(body,
      h('p', { class: 'slide-lead' }, t('show_slideLead')),
      h('p', { class: 'slide-standard' }, local(currentStandard(state)?.name)),
      h('dl', { class: 'slide-facts' },
        fact(t('show_communitiesJudged'), whole(state.index?.id.length ?? 0)),
        fact(t('show_facilitiesListed'), whole(sumOfFacilities(state))),
        fact(t('show_dataVersionShort'), String(state.index?.dataVersion ?? '')),
        fact(t('show_date'), today())),
      stamps(state, choices())),
  };
}

/** @param {string} name @param {string} value */
function fact(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

/** @param {State} state */
function sumOfFacilities(state) {
  return (currentCity(state)?.layers ?? []).filter((layer) => layer.type === 'facilities').reduce((sum, layer) => sum + layer.rows, 0);
}

/** @param {State} state @returns {Slide} */
export function cityMap(state) {
  return {
    name: 'city', title: t('show_slideCity'),
    show: async (body, now) => {
      const { overall } = now;
      if (!overall) return;
      const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', { role: 'img', 'aria-label': t('show_mapOf', { title: t('show_slideCity') }) }));
      const short = (overall.short ?? []).filter((n) => n > 0).length;
      const judged = (overall.short ?? []).filter((n, i) => n > 0 || (overall.unknown?.[i] ?? 0) < (overall.judged ?? 0)).length;
      const view = { ...asSlides(now), kind: 'all', coverage: overall, facilities: [] };
      const rows = legendRows(view);
      fill(body, h('div', { class: 'slide-map' }, canvas),
        h('div', { class: 'slide-side' }, h('div', { class: 'slide-numbers' }, bigNumber(whole(short), t('show_shortOfAny', { n: judged }))),
          h('ul', { class: 'slide-key tall' }, ...rows.map((row) => h('li', {}, swatch(row.paints, false), h('span', {}, row.words), h('b', {}, whole(row.count)))))));
      await drawOn(canvas, view, { paints: paintsNow(view) ?? [], facilities: false });
      body.dataset.drawn = 'true';
    },
  };
}

/** @typedef {{name: string, key: string, amount: number, of: number | null, unknown: number}} Ranked an area and what is counted in it */

/**
 * The sub-districts (else districts) with most communities short of something; where one kind is
 * looked at, with most residents out of its reach.
 *
 * @param {State} state
 * @returns {Slide | null}
 */
export function ranking(state) {
  const { index, overall, kind } = state;
  if (!index?.areas || !overall?.short) return null;
  const level = index.areas.some((one) => one.level === 'subdistrict') ? 'subdistrict' : 'district';
  if (index.areas.filter((one) => one.level === level).length < 2) return null;
  const where = t(level === 'subdistrict' ? 'show_subdistricts' : 'show_districts');
  return {
    name: 'ranking',
    title: kind === 'all' ? t('show_slideRanking', { where }) : t('show_slideRankingKind', { where, kind: local(kindOf(state, kind).name) }),
    show: async (body, now) => {
      const rows = kind === 'all' ? communitiesShort(now, level) : await residentsOut(now, level);
      fill(body, bars(rows), h('p', { class: 'small' }, t(kind === 'all' ? 'show_rankingNote' : 'show_rankingKindNote')));
      body.dataset.drawn = 'true';
    },
  };
}

/** @param {State} state @param {'district' | 'subdistrict'} level @returns {Ranked[]} */
function communitiesShort({ index, overall }, level) {
  return ranked(index, level, (i, sum) => {
    const n = overall?.short?.[i] ?? 0;
    if (n > 0) sum.amount++;
    if (n > 0 || (overall?.unknown?.[i] ?? 0) < (overall?.judged ?? 0)) sum.of = (sum.of ?? 0) + 1;
  });
}

/** @param {State} state @param {'district' | 'subdistrict'} level @returns {Promise<Ranked[]>} */
async function residentsOut({ city, standard, kind, radius, by, mode, scenario, index }, level) {
  const answer = /** @type {import('../types.js').Ranking} */ (ofVersion(
    await get('ranking', { city, standard, kind, radius, by: by === 'people' ? by : null, mode, scenario }), index?.dataVersion));
  return ranked(index, level, (i, sum) => {
    const out = answer.residentsOutOfReach[i];
    if (out === null || out === undefined) sum.unknown++;
    else sum.amount += out;
  });
}

/**
 * @param {import('../types.js').Index | null} index
 * @param {'district' | 'subdistrict'} level
 * @param {(community: number, sum: Ranked) => void} add
 * @returns {Ranked[]} the largest first
 */
function ranked(index, level, add) {
  /** @type {Map<number, Ranked>} */
  const areas = new Map();
  index?.[level].forEach((area, i) => {
    if (area < 0) return;
    const { name, key } = index.areas[area];
    const sum = areas.get(area) ?? { name, key, amount: 0, of: null, unknown: 0 };
    add(i, sum);
    areas.set(area, sum);
  });
  return [...areas.values()].sort((a, b) => b.amount - a.amount || (b.of ?? 0) - (a.of ?? 0)).slice(0, RANKED);
}

/** @param {Ranked[]} rows */
function bars(rows) {
  const most = Math.max(1, ...rows.map(({ amount, of }) => of ?? amount));
  return h('table', { class: 'slide-bars' },
    h('thead', { class: 'unseen' }, h('tr', {}, h('th', { scope: 'col' }, t('areaName')), h('th', { scope: 'col' }, t('show_communities')))),
    h('tbody', {}, ...rows.map(({ name, key, amount, of, unknown }) => {
      const bar = h('span', { class: 'bar-short' });
      const rest = h('span', { class: 'bar-rest' });
      bar.style.setProperty('--of', String(amount / most));
      rest.style.setProperty('--of', String(((of ?? amount) - amount) / most));
      return h('tr', { 'data-area': key }, h('th', { scope: 'row' }, name),
        h('td', { class: 'bar-cell' }, bar, rest, h('span', {}, h('b', {}, whole(amount)), of !== null && ` ${t('show_ofCommunities', { n: of })}`,
          unknown > 0 && h('span', { class: 'small' }, ` ${t('show_unknownToo', { n: unknown })}`))));
    })));
}

/**
 * The open scenario against the city as it is.
 *
 * @param {State} state
 * @param {import('../types.js').Scenario} scenario
 * @param {(error: unknown) => void} _failed
 * @returns {Slide}
 */
export function supposed(state, scenario, _failed) {
  return {
    name: 'scenario', title: t('show_slideScenario', { name: scenario.name }),
    show: async (body, now) => {
      const { city, standard, mode, index } = now;
      const by = now.by === 'people' ? 'people' : null;
      const difference = /** @type {import('../types.js').Difference & {dataVersion: number}} */ (
        await get(`scenarios/${scenario.id}/difference`, { standard, by }));
      ofVersion(difference, index?.dataVersion);
      const most = [...difference.kinds].sort((a, b) => b.changed.length - a.changed.length)[0];
      if (!most) {
        fill(body, h('p', { class: 'slide-lead' }, t('noDifference')));
        return;
      }
      const name = local(kindOf(now, most.kind).name);
      const ask = (/** @type {number | null} */ id) => Promise.all([
        get('coverage', { city, standard, kind: most.kind, by, mode, scenario: id }),
        get('facilities', { city, standard, kind: most.kind, scenario: id }),
      ]);
      const views = (await Promise.all([ask(null), ask(scenario.id)])).map(([coverage, { facilities }]) =>
        ({ ...asSlides(now), kind: most.kind, radius: null, coverage, facilities }));
      const canvases = ['show_before', 'show_after'].map((key) => /** @type {HTMLCanvasElement} */ (
        h('canvas', { role: 'img', 'aria-label': `${name}: ${t(/** @type {any} */ (key))}` })));
      fill(body,
        h('div', { class: 'slide-pair' }, ...canvases.map((canvas, i) => h('figure', {}, h('figcaption', {}, `${name}: ${t(i === 0 ? 'show_before' : 'show_after')}`), canvas,
          legendLine(legendRows(views[i]))))),
        h('ul', { class: 'slide-changes' }, ...difference.kinds.map((kind) => h('li', {}, h('b', {}, local(kindOf(now, kind.kind).name)), ' ',
          [kind.gained === null ? t('gainUnknown', { group: t(/** @type {any} */ (`group_${kind.group}`)) }) : t('gained', { group: t(/** @type {any} */ (`group_${kind.group}`)), n: kind.gained }),
            t('becomeMet', { n: kind.becomeMet }), kind.becomeGap > 0 && t('becomeGap', { n: kind.becomeGap })].filter(Boolean).join(' · ')))));
      await Promise.all(views.map((view, i) => drawOn(canvases[i], view, { paints: paintsNow(view) ?? [] })));
      body.dataset.drawn = 'true';
    },
  };
}

/** @param {State} state @returns {Slide} */
export function limits(state) {
  return {
    name: 'limits', title: t('show_slideLimits'),
    show: (body, now) => {
      const rules = currentStandard(now)?.rules.filter((rule) => rule.radiusMetres !== null) ?? [];
      const unverified = rules.filter((rule) => rule.verification !== 'verified').length;
      fill(body,
        h('section', {}, h('h3', {}, t('show_sourcesTitle')), h('ul', {}, ...layersUsed(now, 'all').map((line) => h('li', {}, line)))),
        h('section', {}, h('h3', {}, t('show_limitsTitle')), h('ul', {},
          isSynthetic(now) && h('li', {}, h('b', {}, t('syntheticLong'))),
          h('li', {}, local(currentStandard(now)?.thresholdNote)),
          unverified > 0 && h('li', {}, t('show_unverified', { n: unverified, all: rules.length })),
          ...notesOf(now).filter((note) => note.words !== t('syntheticLong')).slice(0, NOTES).map((note) => h('li', {}, note.words)))));
    },
  };
}
