// @ts-check
import { fill, h } from './dom.js';
import { percent, t, whole } from './i18n.js';
import { colourOf, DEEPEST, edgeOf, SHARE_BINS } from './palette.js';
import { renovationPicked } from './renovation.js';
import { countsByClass, scheme } from './see/classes.js';
import { areasLegend, dotsLegend } from './see/legendparts.js';
import { currentStandard } from './state.js';
import { isWalked, onFoot } from './walk/seam.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./palette.js').Paint} Paint */

/** @type {Record<Paint, {name: string, words: import('./i18n.js').Key}>} */
const STATUSES = {
  g: { name: 'gap', words: 'gap' },
  p: { name: 'partial', words: 'partial' },
  m: { name: 'met', words: 'met' },
  u: { name: 'unknown', words: 'unknownStatus' },
};

/**
 * What the colours mean and how many communities wear each, of the chosen area and unknown ones
 * included; each class a button that leaves the others pale.
 *
 * @param {HTMLElement} element
 * @param {State} state
 * @param {(patch: Partial<State>) => void} change
 */
export function renderLegend(element, state, change) {
  const { coverage, kind } = state;
  const standard = currentStandard(state);
  const counts = countsByClass(state);
  element.hidden = !coverage || coverage.kind !== kind;
  if (!coverage || !standard || !counts || element.hidden) return;
  const classes = scheme(state).filter((paint) => kind !== 'all' || counts.has(paint));
  const pick = (/** @type {Paint} */ paint) => change({ filter: toggled(state.filter, paint, classes.filter((one) => counts.has(one))) });
  const renovations = renovationPicked(state);
  const byShare = kind !== 'all' && state.shade === 'share';
  fill(element,
    areasLegend(state),
    h('div', { class: 'legend-head' },
      h('h3', {}, t(kind === 'all' ? 'allKindsNote' : byShare ? titleOfShare(state) : 'see_byStatus')),
      (state.filter !== '' || renovations !== '') && h('button', {
        type: 'button', class: 'legend-all', 'data-key': 'legend-all', onclick: () => change({ filter: '', renovation: '' }),
      }, t('see_showAll'))),
    renovations !== '' && h('p', { class: 'legend-only' }, t('rank_onlyRenovation', { states: renovations })),
    h('div', { class: 'legend-classes', role: 'group', 'aria-label': t('see_classes') },
      byShare && histogram(state, counts, standard, pick),
      ...classes.filter((paint) => !byShare || paint === 'u').map((paint) => row(state, paint, counts, pick))),
    dotsLegend(state),
    kind !== 'all' && !state.drawn.includes('district') && h('div', { class: 'legend-facilities' },
      h('span', {}, h('span', { class: 'dot serving' }), t('serving')),
      state.facilities.some((facility) => !facility.serves)
        && h('span', {}, h('span', { class: 'dot' }), t('notServing')),
      !isWalked(state) && h('span', {}, h('span', { class: 'ring' }), t('reach')),
      shows(state, 'hatch') && !isWalked(state) && h('span', {}, h('span', { class: 'uncovered-mark' }), t('see_uncovered'))),
    ...onFoot.legend(state),
    kind !== 'all' && h('p', { class: 'quiet' }, t(state.by === 'people' ? 'thresholdsPeople' : 'thresholds', {
      met: percent(standard.metFrom), gap: percent(standard.gapBelow),
    })));
}

/** @param {State} state @param {string} extra */
function shows(state, extra) {
  return state.extras.split(',').includes(extra);
}

/** @param {State} state @returns {import('./i18n.js').Key} */
function titleOfShare({ by }) {
  return by === 'people' ? 'byPeopleNote' : 'byAreaNote';
}

/**
 * The classes shown once one more is picked, or one fewer. None and all are the same: no filter.
 *
 * @param {string} filter
 * @param {Paint} paint
 * @param {Paint[]} classes those that occur
 */
function toggled(filter, paint, classes) {
  const chosen = classes.filter((one) => (one === paint) !== filter.includes(one));
  return chosen.length === classes.length ? '' : chosen.join('');
}

/**
 * @param {State} state
 * @param {Paint} paint
 * @param {Map<Paint, number>} counts
 * @param {(paint: Paint) => void} pick
 */
function row(state, paint, counts, pick) {
  const count = counts.get(paint) ?? 0;
  const most = Math.max(1, ...counts.values());
  const { name, words } = naming(state, paint);
  return h('button', {
    type: 'button', class: 'legend-row', 'data-legend': name, 'data-key': `legend-${name}`,
    'aria-pressed': String(state.filter.includes(paint)), disabled: count === 0,
    onclick: () => pick(paint),
  },
  h('span', { class: `swatch fill-${name}` }),
  h('span', { class: 'legend-words' }, words),
  h('span', { class: 'legend-count' }, whole(count)),
  h('span', { class: 'legend-bar', 'aria-hidden': 'true' },
    h('span', { class: `fill-${name}`, style: { width: `${(100 * count) / most}%` } })));
}

/** @param {State} state @param {Paint} paint @returns {{name: string, words: string}} */
function naming({ kind }, paint) {
  if (kind === 'all') {
    if (paint === 'u') return { name: 'unknown', words: t('noneShortUnknown') };
    const short = Number(paint);
    return {
      name: `ramp-${paint}`,
      words: short === 0 ? t('noneShort') : t(short === DEEPEST ? 'shortKindsOrMore' : 'shortKinds', { n: short }),
    };
  }
  return { name: STATUSES[paint].name, words: t(STATUSES[paint].words) };
}

/**
 * How many communities have which share, in steps of 5 %. The arrow keys go from bar to bar.
 *
 * @param {State} state
 * @param {Map<Paint, number>} counts
 * @param {import('./types.js').Standard} standard
 * @param {(paint: Paint) => void} pick
 */
function histogram(state, counts, standard, pick) {
  const bins = scheme(state).slice(0, SHARE_BINS);
  const most = Math.max(1, ...bins.map((paint) => counts.get(paint) ?? 0));
  const first = Math.max(0, bins.findIndex((paint) => counts.has(paint)));
  const bars = bins.map((paint, bin) => {
    const count = counts.get(paint) ?? 0;
    const words = t('see_bin', { from: bin * 100 / SHARE_BINS, to: (bin + 1) * 100 / SHARE_BINS, n: count });
    return h('button', {
      type: 'button', class: 'bin', 'data-bin': bin, 'data-key': `bin-${bin}`, title: words, 'aria-label': words,
      'aria-pressed': String(state.filter.includes(paint)), tabindex: bin === first ? 0 : -1,
      'aria-disabled': String(count === 0), onclick: () => count > 0 && pick(paint),
    }, h('span', { style: {
      // Where there are few the bar is still seen: no class that occurs looks empty.
      height: count === 0 ? '0' : `max(2px, ${(100 * count) / most}%)`, background: colourOf(paint), borderColor: edgeOf(paint),
    } }));
  });
  const mark = (/** @type {number} */ share, /** @type {import('./i18n.js').Key} */ words) =>
    h('span', { class: 'threshold', style: { left: `${100 * share}%` }, title: `${t(words)} ${percent(share)}` });
  return h('div', { class: `histogram${state.filter === '' ? '' : ' filtered'}` },
    h('div', { class: 'bins', onkeydown: walk }, ...bars),
    h('div', { class: 'bin-axis', 'aria-hidden': 'true' },
      mark(standard.gapBelow, 'gap'), mark(standard.metFrom, 'met'),
      h('span', { class: 'bin-colours', style: { background: `linear-gradient(to right, ${bins.map(colourOf).join(',')})` } }),
      h('span', { class: 'from' }, '0'), h('span', { class: 'half' }, '50'), h('span', { class: 'to' }, '100 %')));
}

/** @param {KeyboardEvent} event */
function walk(event) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -SHARE_BINS, End: SHARE_BINS };
  const step = steps[/** @type {keyof typeof steps} */ (event.key)];
  const bars = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('button')];
  const at = bars.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  if (step === undefined || at < 0) return;
  event.preventDefault();
  const next = bars[Math.min(Math.max(at + step, 0), bars.length - 1)];
  bars[at].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
