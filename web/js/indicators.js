// @ts-check
import { get } from './api.js';
import { fill, h } from './dom.js';
import { area, language, local, t, whole } from './i18n.js';
import { Answer } from './report.js';

/** @typedef {import('./reporttypes.js').Indicators} Indicators */
/** @typedef {import('./reporttypes.js').Indicator} Indicator */
/** @typedef {import('./reporttypes.js').Figure} Figure */

const EDITIONS = ['2025', '2024'];

/** The city check-up's indicators by their official names, for the city and its areas. */
export class IndicatorPage {
  name = 'indicators';
  #edition = EDITIONS[0];
  /** @type {string | null} the largest that there is until the reader chooses */
  #level = null;
  /** @type {string | null} */
  #chosen = null;
  /** @type {Answer<Indicators>} */
  #city = new Answer((question) => get('indicators', question, 'indicators-city'));
  /** @type {Answer<Indicators>} */
  #areas = new Answer((question) => get('indicators', question, 'indicators'));

  /** @param {(error: unknown) => void} failed */
  constructor(failed) {
    this.failed = failed;
  }

  /**
   * @param {HTMLElement} element
   * @param {import('./state.js').State} state
   */
  render(element, state) {
    const again = () => { if (element.isConnected) this.render(element, state); };
    const question = {
      city: state.city, standard: state.standard, edition: this.#edition, scenario: state.scenario,
      version: state.index?.dataVersion ?? null,
    };
    const whole = this.#city.for({ ...question, level: 'city' }, again, this.failed);
    const levels = whole?.levels ?? ['city'];
    const level = this.#level !== null && levels.includes(this.#level) ? this.#level : levels[Math.min(1, levels.length - 1)];
    const parts = level === 'city' ? whole : this.#areas.for({ ...question, level }, again, this.failed);
    const chosen = whole?.indicators.find((one) => one.id === this.#chosen)
      ?? whole?.indicators.find((one) => one.kind !== '') ?? null;
    fill(element,
      h('div', { class: 'report-tools' },
        choice('edition', t('edition'), EDITIONS.map((year) => [year, t('editionYear', { year })]), this.#edition, (value) => {
          this.#edition = value;
          again();
        }),
        choice('level', t('byArea'), levels.map((one) => [one, t(/** @type {any} */ (`level_${one}`))]), level, (value) => {
          this.#level = value;
          again();
        }),
        h('p', { class: 'quiet' }, t('indicatorsNote'))),
      !whole && h('p', { class: 'quiet pad', role: 'status' }, t('working')),
      whole && h('div', { class: 'report-columns' },
        this.#list(whole, chosen, again),
        h('div', { class: 'report-detail', tabindex: '0', role: 'region', 'aria-label': chosen ? local(chosen.name) : t('report') },
          chosen && parts && detail(chosen, parts))));
  }

  /** @param {Indicators} whole @param {Indicator | null} chosen @param {() => void} again */
  #list(whole, chosen, again) {
    const shown = whole.indicators.filter((one) => one.type !== 'not_computed');
    const others = whole.indicators.filter((one) => one.type === 'not_computed');
    const figure = (/** @type {Indicator} */ one) => whole.areas[0]?.figures[whole.indicators.indexOf(one)] ?? null;
    return h('div', { class: 'report-list' },
      h('ul', {}, ...shown.map((one) => h('li', {}, h('button', {
        type: 'button', class: 'indicator', 'data-key': `indicator-${one.id}`, 'aria-pressed': String(one === chosen),
        onclick: () => { this.#chosen = one.id; again(); },
      },
      h('span', { class: 'indicator-name' }, local(one.name)),
      h('b', { class: 'indicator-value' }, value(one, figure(one))),
      h('span', { class: 'quiet indicator-of' }, outOf(one, figure(one))))))),
      others.length > 0 && h('details', {},
        h('summary', { 'data-key': 'not-computed' }, t('notComputed', { n: others.length })),
        h('ul', {}, ...others.map((one) => h('li', { class: 'not-computed' }, local(one.name),
          h('span', { class: 'quiet' }, local(one.notComputed)))))));
  }
}

/**
 * @param {string} key
 * @param {string} label
 * @param {string[][]} options value, name
 * @param {string} chosen
 * @param {(value: string) => void} choose
 */
export function choice(key, label, options, chosen, choose) {
  return h('label', { class: 'chooser' }, h('span', { class: 'chooser-label' }, label),
    h('select', {
      'data-key': key,
      onchange: (/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.currentTarget).value),
    }, ...options.map(([id, name]) => h('option', { value: id, selected: id === chosen }, name))));
}

/** @param {Indicator} indicator @param {Indicators} answer */
function detail(indicator, answer) {
  const at = answer.indicators.findIndex((one) => one.id === indicator.id);
  const ratio = indicator.type === 'coverage_ratio';
  const quantity = indicator.type === 'quantity_gap';
  const columns = ratio
    ? [t('indicatorValue'), t('landReached'), t('landAll'), t('leftOut')]
    : quantity ? [t('indicatorValue'), t('quantityNeeded'), t('quantityThere'), t('leftOut')]
    : [t('indicatorValue'), t('met'), t('partial'), t('gap'), t('unknownStatus')];
  return h('div', {},
    h('h3', {}, local(indicator.name)),
    h('p', { class: 'quiet' }, [
      indicator.countedOver !== '' && t(/** @type {any} */ (`counted_${indicator.countedOver}`)),
      indicator.radiusMetres !== null && t('radiusValue', { radius: whole(indicator.radiusMetres) }),
      local(indicator.source.source), local(indicator.source.clause),
    ].filter(Boolean).join(' · '), ' ', h('span', { class: `mark-chip ${indicator.source.verification}`, title: t(/** @type {any} */ (`${indicator.source.verification}Note`)) },
      t(indicator.source.verification))),
    h('table', { class: 'figures' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('areaName')), ...columns.map((name) => h('th', { scope: 'col', class: 'number' }, name)))),
      h('tbody', {}, ...answer.areas.map((one) => {
        const figure = one.figures[at];
        return h('tr', {}, h('th', { scope: 'row' }, one.name ?? (answer.level === 'city' ? t('wholeCity') : t('noArea'))),
          h('td', { class: 'number' }, h('b', {}, value(indicator, figure))),
          ...(ratio
            ? [hectares(figure.numerator), hectares(figure.denominator), hectares(figure.leftOut)]
            : quantity ? [figure.denominator, figure.numerator, figure.leftOut].map(count)
            : [figure.met, figure.partial, figure.gap, figure.unknown].map(count))
            .map((text) => h('td', { class: 'number' }, text)));
      }))));
}

/** @param {Indicator} indicator @param {Figure | null} figure @returns {string} */
function value(indicator, figure) {
  if (indicator.kind === '') return '–';
  if (!figure || figure.value === null) return t('unknown');
  const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: indicator.type === 'coverage_ratio' ? 1 : 0 }).format(figure.value);
  // "118 count" is no English.
  return indicator.unit.en === 'count' && language() === 'en' ? number : `${number} ${local(indicator.unit)}`;
}

/** @param {Indicator} indicator @param {Figure | null} figure @returns {string} */
function outOf(indicator, figure) {
  if (indicator.kind === '') return indicator.notComputed ? local(indicator.notComputed) : t('noRow');
  if (!figure) return '';
  if (indicator.type === 'quantity_gap') {
    return figure.leftOut ? t('quantityUnknown', { n: figure.leftOut })
      : t('quantityOf', { need: count(figure.denominator), there: count(figure.numerator) });
  }
  if (indicator.type === 'coverage_ratio') return figure.denominator === null ? '' : t('ofLand', { area: hectares(figure.denominator) });
  const unknown = figure.unknown ? ` · ${t('unitsUnknown', { n: figure.unknown })}` : '';
  return figure.denominator === null ? unknown : t('ofJudged', { n: figure.denominator }) + unknown;
}

/** @param {number | null} value */
function count(value) {
  return value === null ? '' : whole(value);
}

/** @param {number | null} squareMetres */
function hectares(squareMetres) {
  return squareMetres === null ? t('unknown') : area(squareMetres);
}
