// @ts-check
import { choice } from '../indicators.js';
import { fill, h, icon } from '../dom.js';
import { local, percent, t, whole, wholeOrUnknown } from '../i18n.js';
import { csvOf, saveAs } from '../rank/tofile.js';
import { kindOf } from '../state.js';
import { areaTotals } from './areatotals.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('./areatotals.js').AreaTotals} AreaTotals */
/** @typedef {'name' | 'communities' | 'short' | 'people' | 'residents' | 'elderly' | 'children'} Column */

/** Districts and sub-districts in one table: where most people are out of reach. */
export class AreaPage {
  name = 'areas';
  /** What it is drawn anew for besides what every page is. @type {(keyof State)[]} */
  keys = ['kind', 'radius', 'by', 'mode', 'coverage', 'ranking', 'area'];
  /** @type {'district' | 'subdistrict'} */
  #level = 'subdistrict';
  /** @type {Column | null} null is the first column of people */
  #sort = null;
  #down = true;

  /** @param {(key: string) => void} choose an area */
  constructor(choose) {
    this.choose = choose;
  }

  /** @param {HTMLElement} element @param {State} state */
  render(element, state) {
    const again = () => { if (element.isConnected) this.render(element, state); };
    const levels = /** @type {const} */ (['subdistrict', 'district'])
      .filter((level) => state.index?.areas?.some((one) => one.level === level));
    if (levels.length === 0) {
      fill(element, h('p', { class: 'pad quiet' }, t('areas_none')));
      return;
    }
    const level = levels.includes(this.#level) ? this.#level : levels[0];
    const totals = areaTotals(state, level);
    const columns = columnsOf(state);
    const sort = columns.includes(/** @type {Column} */ (this.#sort)) ? /** @type {Column} */ (this.#sort) : columns[3];
    const rows = totals && this.#sorted(state, totals, sort);
    fill(element,
      h('div', { class: 'report-tools' },
        choice('areas-level', t('areas_by'), levels.map((one) => [one, t(`areas_${one}`)]), level, (value) => {
          this.#level = /** @type {'district' | 'subdistrict'} */ (value);
          again();
        }),
        h('span', {}, local(kindOf(state, state.kind).name) && state.kind !== 'all' ? local(kindOf(state, state.kind).name) : t('allKinds')),
        h('span', { class: 'spring' }),
        rows && h('button', { type: 'button', class: 'text-button', 'data-key': 'areas-save', onclick: () => save(state, rows, columns) }, icon('table'), t('areas_save'))),
      h('p', { class: 'quiet pad-x' }, t(state.kind === 'all' ? 'areas_noteAll' : 'areas_note')),
      h('div', { class: 'report-detail', tabindex: '0', role: 'region', 'aria-label': t('report_areas') },
        rows ? this.#table(state, rows, columns, sort, again) : h('p', { class: 'quiet', role: 'status' }, t('working'))));
  }

  /** @param {State} state @param {AreaTotals[]} totals @param {Column} sort */
  #sorted(state, totals, sort) {
    const turn = this.#down ? -1 : 1;
    return [...totals].sort((a, b) => {
      if (sort === 'name') return turn * nameOf(state, a).localeCompare(nameOf(state, b), 'zh-CN');
      const [x, y] = [a[sort], b[sort]];
      // Unknown comes last whichever way.
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return turn * (x - y) || b.communities - a.communities;
    });
  }

  /** @param {State} state @param {AreaTotals[]} rows @param {Column[]} columns @param {Column} sort @param {() => void} again */
  #table(state, rows, columns, sort, again) {
    const most = Math.max(1, ...rows.map((row) => (sort === 'name' ? 0 : row[sort] ?? 0)));
    const head = (/** @type {Column} */ column) => h('th', {
      scope: 'col', 'aria-sort': column === sort ? (this.#down ? 'descending' : 'ascending') : 'none',
    }, h('button', {
      type: 'button', class: 'sort-button', 'data-key': `areas-sort-${column}`, onclick: () => {
        this.#down = column === sort ? !this.#down : column !== 'name';
        this.#sort = column;
        again();
      },
    }, columnWords(state, column), column === sort && (this.#down ? ' ↓' : ' ↑')));
    const bar = (/** @type {number | null} */ value) => {
      const mark = h('span', { class: 'area-bar', 'aria-hidden': 'true' });
      mark.style.width = `${(100 * (value ?? 0)) / most}%`;
      return mark;
    };
    return h('table', { class: 'figures area-table' },
      h('thead', {}, h('tr', {}, ...columns.map(head))),
      h('tbody', {}, ...rows.map((row) => h('tr', { 'data-area': state.index?.areas[row.area]?.key ?? '', class: state.index?.areas[row.area]?.key === state.area ? 'chosen' : null },
        ...columns.map((column) => column === 'name'
          ? h('th', { scope: 'row' }, row.area < 0 ? t('areas_outside') : h('button', {
            type: 'button', class: 'text-button', 'data-key': `area-${row.area}`, onclick: () => this.choose(state.index?.areas[row.area].key ?? ''),
          }, nameOf(state, row)))
          : h('td', { class: column === sort ? 'sorted' : null }, ...cell(row, column), column === sort && bar(row[column])))))));
  }
}

/** @param {AreaTotals} row @param {Exclude<Column, 'name'>} column */
function cell(row, column) {
  if (column === 'short') {
    return [whole(row.short), h('span', { class: 'quiet' }, row.judged > 0 ? ` · ${percent(row.short / row.judged)}` : ` · ${t('unknown')}`)];
  }
  if (column === 'communities') return [whole(row.communities)];
  return [wholeOrUnknown(row[column]), row.unknown > 0 && row[column] !== null
    && h('span', { class: 'quiet', title: t('areas_unknown', { n: row.unknown }) }, ' +?')];
}

/** @param {State} state @returns {Column[]} with one kind its own group first; all kinds have none of their own */
function columnsOf({ kind }) {
  return kind === 'all' ? ['name', 'communities', 'short', 'residents', 'elderly', 'children']
    : ['name', 'communities', 'short', 'people', 'residents', 'elderly', 'children'];
}

/** @param {State} state @param {Column} column */
function columnWords(state, column) {
  if (column === 'short') return t(state.kind === 'all' ? 'areas_shortAny' : 'areas_short');
  if (column === 'people') return t('areas_people', { group: t(/** @type {any} */ (`group_${kindOf(state, state.kind).targetGroup}`)) });
  return t(`areas_${column}`);
}

/** @param {State} state @param {AreaTotals} row */
function nameOf({ index }, row) {
  const area = index?.areas[row.area];
  const district = area?.within && index?.areas.find(({ key }) => key === area.within)?.name;
  return area ? [area.name, district].filter(Boolean).join(' · ') : t('areas_outside');
}

/** @param {State} state @param {AreaTotals[]} rows @param {Column[]} columns */
function save(state, rows, columns) {
  const { index, kind, radius } = state;
  saveAs(csvOf({
    heads: columns.flatMap((column) => column === 'short' ? [columnWords(state, column), t('areas_judged')] : [columnWords(state, column)]).concat(t('areas_unknownHead')),
    rows: rows.map((row) => [...columns.flatMap((column) => column === 'name' ? [nameOf(state, row)]
      : column === 'short' ? [row.short, row.judged] : [row[column] === null ? null : Math.round(/** @type {number} */ (row[column]))]), row.unknown]),
    about: [[t('city'), index?.city ?? ''], [t('kinds'), kind], [t('radius'), radius === null ? '' : String(radius)], [t('source'), t('versionShort', { version: String(index?.dataVersion) })]],
  }), `${index?.city}-${kind}-${t('report_areas')}.csv`);
}
