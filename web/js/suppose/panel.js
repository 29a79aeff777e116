// @ts-check
import { fill, h, icon } from '../dom.js';
import { local, t, whole } from '../i18n.js';
import { badge } from '../kinds.js';
import { currentRadius, currentStandard, kindOf } from '../state.js';
import { about, whyLost } from './edits.js';
import { gainOf, signed } from './gain.js';
import { sizeFields } from './size.js';
import { renderTools } from './tools.js';

const ANNOUNCED_AFTER_MS = 700;

/** @typedef {import('../types.js').ScenarioEdit} ScenarioEdit */

/** What is tried, what it buys, and what can be done with it. */
export class Panel {
  #head = h('div', { class: 'trial-head' });
  #gain = h('div', { class: 'trial-gain' });
  #edits = h('ol', { class: 'trial-edits' });
  #tools = h('div', { class: 'trial-tools' });
  #drawn = '';
  #said = 0;

  /**
   * @param {HTMLElement} card
   * @param {HTMLElement} hint
   * @param {import('./trial.js').Trial} trial
   * @param {import('../state.js').Store} store
   * @param {import('../ask/side.js').Side} side
   * @param {(error: unknown) => void} failed
   */
  constructor(card, hint, trial, store, side, failed) {
    this.card = card;
    this.hint = hint;
    this.trial = trial;
    this.store = store;
    this.side = side;
    this.failed = failed;
    card.append(this.#head, this.#gain, this.#edits, this.#tools);
    store.on(['draft', 'lang', 'kind', 'radius', 'kinds', 'standard', 'standards', 'facilities', 'against', 'how', 'walkHere', 'laying', 'mode'], (state) => this.#render(state));
    store.on(['draft', 'effect', 'lang', 'kind', 'kinds', 'index', 'supposed'], (state) => this.#renderGain(state));
    store.on(['effect'], (state) => this.#announce(state));
    // With nothing else opened beside it, what is tried has the whole side.
    store.on(['draft', 'community', 'facility', 'notesShown'], ({ draft, community, facility, notesShown }) =>
      card.parentElement?.classList.toggle('supposing', draft !== null && community === null && facility === null && !notesShown));
  }

  /** @param {import('../state.js').State} state */
  #render(state) {
    const { draft } = state;
    const kind = local(kindOf(state, state.kind).name);
    this.card.hidden = draft === null;
    this.card.setAttribute('aria-label', t('suppose_title'));
    this.hint.hidden = draft === null || draft.length > 0 || state.laying !== null;
    if (!this.hint.hidden) fill(this.hint, icon('pin'), h('span', {}, state.kind === 'all' ? t('suppose_hintAll') : t('suppose_hint', { kind })));
    if (draft === null) return;
    this.#renderHead(state);
    this.#renderEdits(state, draft);
    // What is being typed or chosen there must not be drawn anew while a facility is dragged.
    const drawn = [state.lang, state.kind, state.standard, state.kinds.length, draft.length, this.trial.from?.id, state.radius,
      state.facilities.length, state.against, state.how, state.walkHere, state.laying, state.mode, JSON.stringify(draft.filter((edit) => edit.do === 'rule'))].join();
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    renderTools(this.#tools, state, this.trial, this.failed, this.store);
  }

  /** @param {import('../state.js').State} state */
  #renderHead(state) {
    const { back, forth } = this.trial.history;
    const radius = currentRadius(state);
    const button = (/** @type {string} */ name, /** @type {string} */ words, /** @type {boolean} */ possible, /** @type {() => void} */ run) =>
      h('button', { type: 'button', class: 'icon-button', 'data-key': `suppose-${name}`, title: words, 'aria-label': words, disabled: !possible, onclick: run }, icon(name));
    fill(this.#head,
      h('h3', {}, this.trial.from ? this.trial.from.name : t('suppose_title')),
      radius !== null && h('span', { class: 'quiet' }, t('radiusValue', { radius: whole(radius) })),
      h('span', { class: 'spring' }),
      button('undo', t('suppose_undo'), back, () => this.trial.undo()),
      button('redo', t('suppose_redo'), forth, () => this.trial.redo()),
      button('close', t('tryStop'), true, () => {
        this.trial.mode(false);
        /** @type {HTMLElement | null} */ (document.querySelector('[data-key="try"]'))?.focus();
      }));
  }

  /** @param {import('../state.js').State} state @param {ScenarioEdit[]} draft */
  #renderEdits(state, draft) {
    fill(this.#edits, ...draft.map((edit, n) => {
      const uid = edit.uid ?? 0;
      const words = inWords(state, edit);
      const place = edit.do === 'add' || edit.do === 'move';
      return h('li', { class: `edit edit-${edit.do}` },
        edit.do === 'path' || edit.do === 'street' ? h('span', { class: 'kind-badge', 'aria-hidden': 'true' }, icon(edit.do === 'path' ? 'path' : 'close'))
          : edit.do === 'rule' ? badge(state, edit.kind) : badge(state, edit.do === 'add' ? edit.kind : about(edit)?.kind ?? state.kind),
        place ? h('button', { type: 'button', class: 'text-button edit-words', 'data-key': `edit-show-${uid}`, onclick: () => this.trial.handles.focus(uid) }, words)
          : h('span', { class: 'edit-words' }, words),
        state.effect?.lost.includes(n) && h('span', { class: 'caution' }, whyLost(state.effect, n)),
        h('button', {
          type: 'button', class: 'icon-button', 'data-key': `edit-remove-${uid}`, title: t('suppose_remove', { words }), 'aria-label': t('suppose_remove', { words }),
          onclick: () => this.trial.remove(uid),
        }, icon('trash')),
        edit.do === 'add' && sizeFields(state, edit, (size) => this.trial.size(uid, size)),
        edit.do === 'path' && bridgeField(edit, (bridge) => this.trial.bridge(uid, bridge)));
    }));
  }

  /** @param {import('../state.js').State} state */
  #renderGain(state) {
    if (state.draft === null) return;
    fill(this.#gain, ...gainOf(state, (id) => this.side.show(id), (hover) => this.store.set({ hover })));
  }

  /** Says what the draft buys once it rests. @param {import('../state.js').State} state */
  #announce(state) {
    clearTimeout(this.#said);
    if (!state.effect) return;
    this.#said = setTimeout(() => {
      const { effect, draft } = this.store.state;
      const all = effect?.kinds[0]?.groups.find((group) => group.group === 'all');
      if (!effect || !draft || !all) return;
      const { lifted, lowered } = effect.kinds[0];
      const gained = all.gained === null ? t('suppose_unknown') : signed(all.gained - (all.lost ?? 0));
      this.store.set({ announcement: t('suppose_announce', { gained, lifted, lowered }) });
    }, ANNOUNCED_AFTER_MS);
  }
}

/** Whether a path passes over what it crosses. @param {ScenarioEdit & {do: 'path'}} edit @param {(bridge: boolean) => void} change */
function bridgeField(edit, change) {
  const box = /** @type {HTMLInputElement} */ (h('input', {
    type: 'checkbox', checked: edit.bridge === true, 'data-key': `edit-bridge-${edit.uid ?? 0}`, onchange: () => change(box.checked),
  }));
  return h('div', { class: 'edit-size' }, h('label', {}, box, t('suppose_bridge')));
}

/** @param {import('../state.js').State} state @param {ScenarioEdit} edit @returns {string} */
export function inWords(state, edit) {
  const name = about(edit)?.name || t('unnamed');
  if (edit.do === 'add') return edit.name || local(kindOf(state, edit.kind).name);
  if (edit.do === 'close') return t('edit_close', { name });
  if (edit.do === 'move') return t('edit_move', { name });
  if (edit.do === 'path') return edit.name || t('edit_path');
  if (edit.do === 'street') return t('edit_street', { name: edit.name || t('unnamed') });
  const own = currentStandard(state)?.rules.find((rule) => rule.kind === edit.kind);
  const given = (/** @type {number | null | undefined} */ value) => value !== null && value !== undefined;
  return t('edit_rule', {
    kind: local(kindOf(state, edit.kind).name),
    change: [
      given(edit.radiusMetres) && `${t('radiusValue', { radius: whole(own?.radiusMetres ?? 0) })} → ${t('radiusValue', { radius: whole(edit.radiusMetres ?? 0) })}`,
      given(edit.metFrom) && `${t('met')} ≥ ${whole((edit.metFrom ?? 0) * 100)} %`,
      given(edit.gapBelow) && `${t('gap')} < ${whole((edit.gapBelow ?? 0) * 100)} %`,
    ].filter(Boolean).join(', '),
  });
}
