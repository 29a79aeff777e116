// @ts-check
import { get, send } from '../api.js';
import { fill, h } from '../dom.js';
import { local, t } from '../i18n.js';
import { currentRule, currentStandard, kindOf } from '../state.js';
import { onFoot } from '../walk/seam.js';
import { questionOf } from './effect.js';
import { kindTable } from './gain.js';

const LISTED_MOST = 500;

/**
 * What can be done with a draft besides the map: another radius or bounds, a listed facility closed
 * or moved, a kept scenario to begin with, all kinds, and keeping it.
 *
 * @param {HTMLElement} element
 * @param {import('../state.js').State} state
 * @param {import('./trial.js').Trial} trial
 * @param {(error: unknown) => void} failed
 * @param {import('../state.js').Store} store
 */
export function renderTools(element, state, trial, failed, store) {
  const draft = state.draft ?? [];
  const opened = new Set([...element.querySelectorAll('details[open]')].map((one) => /** @type {HTMLElement} */ (one).dataset.tool));
  const tool = (/** @type {string} */ name, /** @type {string} */ words, /** @type {(Node | false | null)[]} */ ...children) =>
    h('details', { 'data-tool': name, open: opened.has(name) }, h('summary', { 'data-key': `tool-${name}` }, words), ...children.filter((child) => child !== false));
  fill(element,
    draft.length === 0 && beginWith(state, trial, failed),
    onFoot.tools(state),
    state.kind !== 'all' && tool('listed', t('suppose_listed'), listed(state, trial)),
    state.kind !== 'all' && tool('rule', t('suppose_rule'), ruleForm(state, trial)),
    draft.length > 0 && state.kind !== 'all' && tool('kinds', t('suppose_allKinds'), allKinds(state, failed)),
    draft.length > 0 && compareButtons(state, store),
    draft.length > 0 && keepForm(state, trial));
}

/** @param {import('../state.js').State} state @param {import('./trial.js').Trial} trial @param {(error: unknown) => void} failed */
function beginWith(state, trial, failed) {
  const box = h('div', { class: 'begin-with' });
  get('scenarios', { city: state.city }).then(({ scenarios }) => {
    if (scenarios.length === 0 && trial.left.length === 0) return;
    const select = /** @type {HTMLSelectElement} */ (h('select', {
      'data-key': 'suppose-begin', 'aria-label': t('suppose_begin'), onchange: () => {
        if (select.value === 'left') trial.takeUpAgain();
        else if (select.value !== '') trial.load(Number(select.value));
      },
    }, h('option', { value: '' }, t('suppose_begin')),
    trial.left.length > 0 && h('option', { value: 'left' }, t('suppose_left', { n: trial.left.length })),
    ...scenarios.map((/** @type {import('../types.js').Scenario} */ one) => h('option', { value: one.id }, one.name))));
    box.append(select);
  }).catch(failed);
  return box;
}

/** For the keyboard: the map's way is a click or a drag. @param {import('../state.js').State} state @param {import('./trial.js').Trial} trial */
function listed(state, trial) {
  const serving = state.facilities.filter((facility) => facility.serves)
    .sort((a, b) => a.name.localeCompare(b.name, state.lang)).slice(0, LISTED_MOST);
  const select = /** @type {HTMLSelectElement} */ (h('select', { 'data-key': 'suppose-listed', 'aria-label': t('suppose_listed') },
    ...serving.map((facility) => h('option', { value: facility.id }, facility.name || t('unnamed')))));
  const button = (/** @type {'close' | 'move'} */ what) => h('button', {
    type: 'button', class: 'plain-button', 'data-key': `listed-${what}`, disabled: serving.length === 0, onclick: () => {
      const uid = trial.suppose({ do: what, facility: select.value });
      if (what === 'move') trial.handles.focus(uid);
    },
  }, t(what === 'close' ? 'suppose_close' : 'suppose_move'));
  return h('div', { class: 'tool-row' }, select, button('close'), button('move'));
}

/** @param {import('../state.js').State} state @param {import('./trial.js').Trial} trial */
function ruleForm(state, trial) {
  const rule = currentRule(state);
  const standard = currentStandard(state);
  const own = { radiusMetres: rule?.radiusMetres ?? 0, metFrom: rule?.metFrom ?? standard?.metFrom ?? 0, gapBelow: rule?.gapBelow ?? standard?.gapBelow ?? 0 };
  const tried = /** @type {any} */ (state.draft?.find((edit) => edit.do === 'rule' && edit.kind === state.kind) ?? {});
  const field = (/** @type {'radiusMetres' | 'metFrom' | 'gapBelow'} */ name, /** @type {string} */ words, /** @type {number} */ scale, /** @type {Record<string, number>} */ limits) => {
    const input = /** @type {HTMLInputElement} */ (h('input', {
      type: 'number', 'data-key': `rule-${name}`, value: String(Math.round((tried[name] ?? own[name]) * scale)), required: true, ...limits,
    }));
    return { input, label: h('label', {}, h('span', {}, words), input) };
  };
  const radius = field('radiusMetres', t('suppose_radius'), 1, { min: 1, max: 5000, step: 1 });
  const met = field('metFrom', t('suppose_metFrom'), 100, { min: 1, max: 100, step: 1 });
  const gap = field('gapBelow', t('suppose_gapBelow'), 100, { min: 0, max: 100, step: 1 });
  const problem = h('p', { class: 'caution', role: 'alert', hidden: true }, t('suppose_boundsWrong'));
  const apply = (/** @type {Event} */ event) => {
    event.preventDefault();
    const [metres, metFrom, gapBelow] = [Number(radius.input.value), Number(met.input.value) / 100, Number(gap.input.value) / 100];
    problem.hidden = gapBelow <= metFrom;
    if (!problem.hidden) return;
    const bounds = Math.abs(metFrom - own.metFrom) > 0.004 || Math.abs(gapBelow - own.gapBelow) > 0.004;
    trial.rule({
      do: 'rule', kind: state.kind, ...(metres !== own.radiusMetres && { radiusMetres: metres }), ...(bounds && { metFrom, gapBelow }),
    });
  };
  return h('form', { class: 'rule-form', onsubmit: apply }, radius.label, met.label, gap.label, problem,
    h('button', { type: 'submit', class: 'plain-button', 'data-key': 'rule-apply' }, t('suppose_apply')));
}

/** Asked for once it is opened. @param {import('../state.js').State} state @param {(error: unknown) => void} failed */
function allKinds(state, failed) {
  const box = h('div', {});
  const button = h('button', {
    type: 'button', class: 'plain-button', 'data-key': 'suppose-all-kinds', onclick: async () => {
      fill(box, h('p', { class: 'quiet', role: 'status' }, t('tryWorking')));
      try {
        const answer = await send('POST', questionOf(state, 'all'), { edits: state.draft });
        fill(box, kindTable(state, answer.kinds));
      } catch (error) {
        failed(error);
      }
    },
  }, t('suppose_workOut'));
  box.append(button);
  return box;
}

/** @param {import('../state.js').State} state @param {import('../state.js').Store} store */
function compareButtons(state, store) {
  const button = (/** @type {'swipe' | 'difference'} */ how) => h('button', {
    type: 'button', 'data-key': `compare-${how}`, 'aria-pressed': String(state.against === 'base' && state.how === how),
    onclick: () => store.set(state.against === 'base' && state.how === how ? { against: null } : { against: 'base', how }),
  }, t(how === 'swipe' ? 'suppose_swipe' : 'suppose_difference'));
  return h('div', { class: 'tool-row' }, h('span', { class: 'quiet' }, t('suppose_withToday')),
    h('div', { class: 'languages', role: 'group', 'aria-label': t('suppose_withToday') }, button('swipe'), button('difference')));
}

/** Where nothing but paths and streets is tried. @param {import('../state.js').State} state @returns {string | null} */
function wayNamed({ draft }) {
  const ways = (draft ?? []).flatMap((edit) => (edit.do === 'path' || edit.do === 'street' ? [edit] : []));
  return ways.length > 0 && ways.length === draft?.length ? ways[0].name : null;
}

/** @param {import('../state.js').State} state @param {import('./trial.js').Trial} trial */
function keepForm(state, trial) {
  const kind = local(kindOf(state, state.kind).name);
  const field = /** @type {HTMLInputElement} */ (h('input', {
    type: 'text', maxlength: '80', 'data-key': 'scenario-name', 'aria-label': t('scenarioName'), required: true,
    value: trial.from?.name ?? wayNamed(state) ?? (state.kind === 'all' ? t('scenario') : t('scenarioNewName', { kind })),
  }));
  const keep = (/** @type {boolean} */ anew) => {
    if (field.value.trim() !== '') trial.keep(field.value.trim(), anew);
    else field.focus();
  };
  return h('form', {
    class: 'keep-form', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      keep(trial.from === null);
    },
  }, field,
  h('button', { type: 'submit', class: 'keep-button', 'data-key': 'scenario-keep' }, t(trial.from ? 'suppose_keepSame' : 'scenarioKeep')),
  trial.from && h('button', { type: 'button', class: 'plain-button', 'data-key': 'scenario-keep-new', onclick: () => keep(true) }, t('suppose_keepNew')));
}
