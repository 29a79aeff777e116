// @ts-check
import { h } from '../dom.js';
import { language, local, t } from '../i18n.js';
import { badge } from '../kinds.js';
import { kindOf } from '../state.js';

/** @type {Record<import('../types.js').Status, number>} */
const ORDER = { gap: 0, partial: 1, unknown: 2, met: 3 };

/**
 * What is missing comes first, and of that what most people miss.
 *
 * @param {import('../types.js').SheetKind[]} kinds
 */
export function worstFirst(kinds) {
  const out = (/** @type {import('../types.js').SheetKind} */ row) => row.people.outOfReach ?? -1;
  return [...kinds].sort((a, b) => ORDER[a.status] - ORDER[b.status] || (a.status === 'gap' ? out(b) - out(a) : 0));
}

/**
 * "Short of 2 of 7: a, b. Partly met: c. Unknown for 1."
 *
 * @param {import('../state.js').State} state
 * @param {import('../types.js').SheetKind[]} kinds
 * @returns {string}
 */
export function missingSentence(state, kinds) {
  const names = (/** @type {import('../types.js').Status} */ status) =>
    worstFirst(kinds).filter((row) => row.status === status).map((row) => local(kindOf(state, row.kind).name));
  const [gaps, partial, met, unknown] = [names('gap'), names('partial'), names('met'), names('unknown')];
  const total = kinds.length;
  const list = (/** @type {string[]} */ words) => words.join(t('ask_comma'));
  if (total === 0) return t('ask_nothingJudged');
  if (unknown.length === total) return t('ask_allUnknown', { n: total });
  const first = gaps.length > 0 ? t('ask_shortOf', { n: gaps.length, total, names: list(gaps) })
    : met.length === total ? t('ask_allMet', { n: total })
      : t('ask_noGap', { n: total - unknown.length });
  return [
    first,
    partial.length > 0 && t('ask_partly', { names: list(partial) }),
    unknown.length > 0 && t('ask_unknownFor', { n: unknown.length }),
  ].filter(Boolean).join(language() === 'zh' ? '' : ' ');
}

/**
 * The sentence at the head of a sheet, and what would make up each gap.
 *
 * @param {import('../state.js').State} state
 * @param {import('../types.js').SheetKind[]} kinds
 * @param {(kind: string) => void} tryOne
 */
export function missing(state, kinds, tryOne) {
  const gaps = worstFirst(kinds).filter((row) => row.status === 'gap');
  return h('div', { class: `missing${gaps.length > 0 ? ' short' : ''}` },
    h('h3', {}, t('ask_missing')),
    h('p', { class: 'missing-sentence' }, missingSentence(state, kinds)),
    gaps.length > 0 && h('ul', { class: 'make-up', 'aria-label': t('ask_makeUp') }, ...gaps.map((row) => h('li', {},
      badge(state, row.kind),
      h('span', {}, lack(state, row)),
      h('button', { type: 'button', class: 'ask-try', 'data-key': `try-${row.kind}`, onclick: () => tryOne(row.kind) },
        t('try'), h('span', { class: 'unseen' }, ` ${local(kindOf(state, row.kind).name)}`))))));
}

/** Whom a gap leaves out, and how much is missing. @param {import('../state.js').State} state @param {import('../types.js').SheetKind} row */
function lack(state, { kind, people }) {
  const group = t(/** @type {any} */ (`group_${people.group}`));
  const out = people.outOfReach === null ? t('groupUnknown', { group }) : t('ask_outOfReach', { group, n: Math.round(people.outOfReach) });
  const quantity = people.capacity?.quantityGap;
  if (!quantity || quantity < 0.5) return out;
  return `${out}${t('ask_comma')}${t('ask_lacks', { n: Math.round(quantity), unit: local(kindOf(state, kind).capacityUnit) })}`;
}
