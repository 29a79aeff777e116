// @ts-check
import { get, ofVersion } from '../api.js';
import { fill, h } from '../dom.js';
import { distance, local, percent, t, whole } from '../i18n.js';
import { topOf } from '../mapbar.js';
import { paintsNow } from '../see/classes.js';
import { currentStandard, kindOf } from '../state.js';
import { clause, legendRows } from './facts.js';
import { asSlides, drawOn, legendLine } from './slidepages.js';
import { bigNumber, orUnknown } from './slides.js';

/** @typedef {import('../state.js').State} State */

const WORST = 5;
const FROM = 50;
const STEP = 10;
const KEPT = 40;

/**
 * A kind of service: its map, three numbers and the worst five; the radius can be moved before the
 * audience's eyes.
 */
export class KindSlide {
  /** @type {Map<string, Promise<any>>} answers by question */
  #answers = new Map();
  #turn = 0;

  /**
   * @param {string} kind
   * @param {number | null} radius null is the standard's own
   * @param {(error: unknown) => void} failed
   */
  constructor(kind, radius, failed) {
    this.kind = kind;
    this.radius = radius;
    this.failed = failed;
  }

  /** @param {State} state @returns {import('./slides.js').Slide} */
  slide(state) {
    return { name: `kind-${this.kind}`, title: t('show_slideKind', { kind: local(kindOf(state, this.kind).name) }), show: (body, now) => this.#show(body, now) };
  }

  /** @param {string} path @param {State} state @param {Record<string, any>} [more] */
  #ask(path, state, more = {}) {
    const { city, standard, by, scenario, mode, index } = state;
    const question = { city, standard, kind: this.kind, radius: this.radius, by: by === 'people' ? by : null, scenario, mode, ...more };
    const key = `${path} ${JSON.stringify(question)}`;
    let answer = this.#answers.get(key);
    if (!answer) {
      if (this.#answers.size >= KEPT) this.#answers.clear();
      answer = get(path, question).then((one) => ofVersion(one, index?.dataVersion));
      answer.catch(() => this.#answers.delete(key));
      this.#answers.set(key, answer);
    }
    return answer;
  }

  /** @param {HTMLElement} body @param {State} state */
  async #show(body, state) {
    const rule = currentStandard(state)?.rules.find((one) => one.kind === this.kind);
    const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', { role: 'img', 'aria-label': t('show_mapOf', { title: local(kindOf(state, this.kind).name) }) }));
    const side = h('div', { class: 'slide-numbers' });
    const legend = h('div', { class: 'slide-legend' });
    const own = rule?.radiusMetres ?? null;
    const output = h('output', {}, t('radiusValue', { radius: whole(this.radius ?? own ?? 0) }));
    const slider = own === null ? null : h('input', {
      type: 'range', min: FROM, max: topOf(own), step: STEP, value: String(this.radius ?? own), 'data-key': 'slide-radius', 'aria-label': t('radius'),
      oninput: (/** @type {Event} */ event) => {
        const metres = Number(/** @type {HTMLInputElement} */ (event.currentTarget).value);
        this.radius = metres === own ? null : metres;
        output.textContent = t('radiusValue', { radius: whole(metres) });
        this.#follow({ canvas, side, legend }, state);
      },
    });
    fill(body,
      h('div', { class: 'slide-map' }, canvas, legend),
      h('div', { class: 'slide-side' }, side,
        slider && h('label', { class: 'slide-radius' }, h('span', {}, t('radius'), ' ', output, h('span', { class: 'small' }, t('standardRadius', { radius: whole(own ?? 0) }))), slider)));
    this.#moved = false;
    await this.#fill({ canvas, side, legend }, state);
    body.dataset.drawn = 'true';
  }

  /**
   * One set of questions at a time while the slider moves; the next asks for wherever it is by then.
   *
   * @param {{canvas: HTMLCanvasElement, side: HTMLElement, legend: HTMLElement}} places
   * @param {State} state
   */
  async #follow(places, state) {
    this.#moved = true;
    if (this.#following) return;
    this.#following = true;
    try {
      while (this.#moved) {
        this.#moved = false;
        await this.#fill(places, state);
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.#following = false;
    }
  }
  #following = false;
  #moved = false;

  /** @param {{canvas: HTMLCanvasElement, side: HTMLElement, legend: HTMLElement}} places @param {State} state */
  async #fill({ canvas, side, legend }, state) {
    const turn = ++this.#turn;
    const [coverage, facilities, summary, gaps] = await Promise.all([
      this.#ask('coverage', state), this.#ask('facilities', state, { radius: null, by: null }), this.#ask('summary', state), this.#ask('gaps', state, { limit: WORST }),
    ]);
    if (turn !== this.#turn) return;
    const view = { ...asSlides(state), kind: this.kind, radius: this.radius, coverage, facilities: facilities.facilities };
    fill(side, ...numbers(view, summary.kinds.find((/** @type {any} */ one) => one.kind === this.kind)), worst(gaps), h('p', { class: 'small' }, clause(view)));
    fill(legend, legendLine(legendRows(view)));
    await drawOn(canvas, view, { paints: paintsNow(view) ?? [] });
  }
}

/** @param {State} state @param {any} kind of the summary */
function numbers(state, kind) {
  const judged = kind.met + kind.partial + kind.gap;
  const group = t(/** @type {any} */ (`group_${kind.group}`));
  const own = kind.group !== 'all' && kind.peopleOutOfReach !== null && kind.peopleOutOfReach !== undefined;
  return [
    bigNumber(whole(kind.gap), t('show_gapOf', { n: judged, share: percent(judged === 0 ? null : kind.gap / judged) }), kind.unknown > 0 && t('unitsUnknown', { n: kind.unknown })),
    own ? bigNumber(whole(kind.peopleOutOfReach), t('show_groupOut', { group, n: kind.people ?? 0 }), kind.peopleUnknown > 0 && t('show_withoutResidents', { n: kind.peopleUnknown }))
      : bigNumber(orUnknown(kind.residentsOutOfReach), t('show_residentsOut'), kind.communitiesWithoutResidents > 0 && t('show_withoutResidents', { n: kind.communitiesWithoutResidents })),
    bigNumber(whole(kind.facilitiesServing), t('show_facilities', { n: kind.facilitiesListed })),
  ];
}

/** @param {import('../types.js').Gaps} gaps */
function worst({ gaps, rankedBy }) {
  if (gaps.length === 0) return h('p', { class: 'slide-none' }, t('noGaps'));
  return h('table', { class: 'slide-table' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('show_worstFive')), h('th', { scope: 'col', class: 'number' }, t('peopleOut')), h('th', { scope: 'col', class: 'number' }, t('nearest')))),
    h('tbody', {}, ...gaps.map((gap) => h('tr', {},
      h('th', { scope: 'row' }, gap.name || t('unnamed')),
      h('td', { class: 'number' }, rankedBy === 'residents' ? orUnknown(gap.residentsOutOfReach) : t('unknown')),
      h('td', { class: 'number' }, gap.nearestMetres === null ? '–' : distance(gap.nearestMetres))))));
}
