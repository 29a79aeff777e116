// @ts-check
import { get, send } from './api.js';
import { fill, h, icon } from './dom.js';
import { date, distance, local, percent, t, whole } from './i18n.js';
import { badge } from './kinds.js';
import { Answer } from './report.js';
import { statusChip } from './ask/sheet.js';
import { kindOf } from './state.js';
import { whyLost } from './suppose/edits.js';

/** @typedef {import('./types.js').Scenario} Scenario */
/** @typedef {import('./types.js').ScenarioEdit} ScenarioEdit */
/** @typedef {import('./types.js').Difference} Difference */

const SHOWN = 100;

/** What-ifs that are kept: which there are, which one is looked at, and what it changes. */
export class Scenarios {
  name = 'scenarios';
  /** Counts what was changed from here, so that answers are asked for anew. */
  #edition = 0;
  /** @type {Answer<{scenarios: Scenario[]}>} */
  #list = new Answer((question) => get('scenarios', question, 'scenarios'));
  /** @type {Answer<Difference>} */
  #difference = new Answer(({ id, ...question }) => get(`scenarios/${id}/difference`, question, 'difference'));

  /**
   * @param {HTMLElement} strip over the map, while a scenario is looked at
   * @param {import('./state.js').Store} store
   * @param {(id: number) => void} open a community's sheet
   * @param {(error: unknown) => void} failed
   */
  constructor(strip, store, open, failed) {
    this.strip = strip;
    this.store = store;
    this.open = open;
    this.failed = failed;
    store.on(['scenario', 'lang', 'city', 'standard', 'by', 'index', 'kinds'], (state) => this.#renderStrip(state));
  }

  /**
   * Keeps edits: in the scenario that is looked at, else in a new one.
   *
   * @param {ScenarioEdit[]} edits
   * @param {string} name of a new one
   */
  async keep(edits, name) {
    const { state } = this.store;
    try {
      if (state.scenario === null) {
        const made = /** @type {Scenario} */ (await send('POST', 'scenarios', { city: state.city, name, edits }));
        this.store.set({ scenario: made.id });
      } else {
        const now = /** @type {Scenario} */ (await get(`scenarios/${state.scenario}`));
        await this.#put({ ...now, edits: [...now.edits, ...edits] });
      }
      this.#edition++;
      this.store.set({ trying: false, draft: null, radius: null, announcement: t('scenarioKept') });
      this.#renderStrip(this.store.state);
    } catch (error) {
      this.failed(error);
    }
  }

  /** @param {Scenario} scenario with other edits than it had */
  async #put({ id, edits }) {
    await send('PUT', `scenarios/${id}`, { edits });
    // The same id, another city: whoever shows it asks again.
    this.store.set({ scenario: null });
    await Promise.resolve();
    this.store.set({ scenario: id });
  }

  /** @param {import('./state.js').State} state @param {() => void} again */
  #answers(state, again) {
    const list = this.#list.for({ city: state.city, edition: this.#edition }, again, this.failed);
    const scenario = list?.scenarios.find((one) => one.id === state.scenario) ?? null;
    const difference = scenario && this.#difference.for({
      id: scenario.id, standard: state.standard, by: state.by, edition: this.#edition, v: state.index?.dataVersion ?? 0,
    }, again, this.failed);
    return { list, scenario, difference };
  }

  /** @param {import('./state.js').State} state */
  #renderStrip(state) {
    this.strip.hidden = state.scenario === null || !state.index;
    if (this.strip.hidden) return;
    const { list, scenario, difference } = this.#answers(state, () => this.#renderStrip(this.store.state));
    fill(this.strip,
      h('span', { class: 'strip-mark' }, t('scenario')),
      h('b', {}, scenario?.name ?? (list ? t('scenarioGone') : t('loading'))),
      h('span', { class: 'strip-words' }, difference ? summary(difference) : ''),
      h('button', { type: 'button', class: 'text-button', 'data-key': 'scenario-difference', onclick: () => this.store.set({ report: 'scenarios' }) }, t('scenarioDifference')),
      h('button', { type: 'button', class: 'text-button', 'data-key': 'scenario-leave', onclick: () => this.store.set({ scenario: null }) }, t('scenarioLeave')));
  }

  /**
   * @param {HTMLElement} element
   * @param {import('./state.js').State} state
   */
  render(element, state) {
    const again = () => { if (element.isConnected) this.render(element, this.store.state); };
    const { list, scenario, difference } = this.#answers(state, again);
    fill(element, h('div', { class: 'report-columns' },
      h('div', { class: 'report-list' },
        !list && h('p', { class: 'quiet pad', role: 'status' }, t('working')),
        list && list.scenarios.length === 0 && h('p', { class: 'quiet pad' }, t('noScenarios')),
        list && h('ul', {}, ...list.scenarios.map((one) => h('li', { class: 'scenario-row' },
          h('button', {
            type: 'button', class: 'indicator', 'data-key': `scenario-${one.id}`, 'aria-pressed': String(one.id === state.scenario),
            onclick: () => this.store.set({ scenario: one.id === state.scenario ? null : one.id }),
          }, h('span', { class: 'indicator-name' }, one.name),
          h('span', { class: 'quiet indicator-of' }, t('editCount', { n: one.edits.length }), ' · ', date(one.updatedAt),
            one.lost.length > 0 && ` · ${t('editsLost', { n: one.lost.length })}`)),
          h('button', {
            type: 'button', class: 'icon-button', 'data-key': `scenario-delete-${one.id}`, title: t('scenarioDelete', { name: one.name }),
            'aria-label': t('scenarioDelete', { name: one.name }), onclick: () => this.#remove(one, again),
          }, icon('trash')))))),
      h('div', { class: 'report-detail', tabindex: '0', role: 'region', 'aria-label': t('report_scenarios') },
        scenario ? this.#detail(state, scenario, difference, again) : h('p', { class: 'quiet' }, t('chooseScenario')))));
  }

  /** @param {Scenario} scenario @param {() => void} again */
  async #remove(scenario, again) {
    if (!window.confirm(t('scenarioDelete', { name: scenario.name }))) return;
    try {
      await send('DELETE', `scenarios/${scenario.id}`);
      this.#edition++;
      if (this.store.state.scenario === scenario.id) this.store.set({ scenario: null });
      again();
    } catch (error) {
      this.failed(error);
    }
  }

  /**
   * @param {import('./state.js').State} state
   * @param {Scenario} scenario
   * @param {Difference | null} difference
   * @param {() => void} again
   */
  #detail(state, scenario, difference, again) {
    return h('div', {},
      h('h3', {}, scenario.name),
      h('ol', { class: 'edits' }, ...scenario.edits.map((edit, i) => h('li', {},
        h('span', {}, inWords(state, edit)),
        scenario.lost.includes(i) && h('span', { class: 'caution' }, whyLost(scenario, i)),
        scenario.edits.length > 1 && h('button', {
          type: 'button', class: 'text-button', 'data-key': `edit-${i}`, onclick: () => {
            this.#edition++;
            this.#put({ ...scenario, edits: scenario.edits.filter((_, at) => at !== i) }).then(again, this.failed);
          },
        }, t('editRemove'))))),
      !difference && h('p', { class: 'quiet', role: 'status' }, t('working')),
      difference && difference.kinds.length === 0 && h('p', { class: 'quiet' }, t('noDifference')),
      ...(difference?.kinds ?? []).map((kind) => h('section', {},
        h('h4', {}, badge(state, kind.kind), local(kindOf(state, kind.kind).name),
          kind.radiusBefore !== kind.radiusAfter && h('span', { class: 'quiet' }, `${distance(kind.radiusBefore)} → ${distance(kind.radiusAfter)}`)),
        h('p', {}, gains(kind)),
        h('ul', { class: 'changes' }, ...kind.changed.slice(0, SHOWN).map((one) => h('li', {},
          h('button', { type: 'button', class: 'text-button', onclick: () => this.open(one.id) }, one.name || t('unnamed')),
          ' ', statusChip(one.before), one.before !== one.after && ' → ', one.before !== one.after && statusChip(one.after),
          h('span', { class: 'quiet' }, ` ${percent(one.shareBefore)} → ${percent(one.shareAfter)}`)))),
        kind.changed.length > SHOWN && h('p', { class: 'quiet' }, t('tryMore', { n: kind.changed.length - SHOWN })))));
  }
}

/** @param {Difference['kinds'][0]} kind @returns {string} people gained and lost, and verdicts */
function gains(kind) {
  const group = t(/** @type {any} */ (`group_${kind.group}`));
  return [
    kind.gained === null ? t('gainUnknown', { group }) : kind.gained > 0 && t('gained', { group, n: kind.gained }),
    kind.lost !== null && kind.lost > 0 && t('lost', { group, n: kind.lost }),
    kind.becomeMet > 0 && t('becomeMet', { n: kind.becomeMet }),
    kind.becomeGap > 0 && t('becomeGap', { n: kind.becomeGap }),
  ].filter(Boolean).join(' · ');
}

/** @param {Difference} difference @returns {string} */
function summary(difference) {
  if (difference.kinds.length === 0) return t('noDifference');
  return difference.kinds.map(gains).filter(Boolean).join(' · ');
}

/** @param {import('./state.js').State} state @param {ScenarioEdit} edit @returns {string} */
function inWords(state, edit) {
  const kind = 'kind' in edit ? local(kindOf(state, edit.kind).name) : '';
  const facility = 'facility' in edit && typeof edit.facility === 'object' ? edit.facility.name || t('unnamed') : '';
  switch (edit.do) {
    case 'add': return t('edit_add', { kind, name: edit.name || t('unnamed') });
    case 'close': return t('edit_close', { name: facility });
    case 'move': return t('edit_move', { name: facility });
    case 'path': return edit.name || t('edit_path');
    case 'street': return t('edit_street', { name: edit.name || t('unnamed') });
    default: return t('edit_rule', {
      kind, change: [
        edit.radiusMetres !== undefined && edit.radiusMetres !== null && t('radiusValue', { radius: whole(edit.radiusMetres) }),
        edit.metFrom !== undefined && edit.metFrom !== null && `${t('met')} ≥ ${percent(edit.metFrom)}`,
        edit.gapBelow !== undefined && edit.gapBelow !== null && `${t('gap')} < ${percent(edit.gapBelow)}`,
      ].filter(Boolean).join(', '),
    });
  }
}
