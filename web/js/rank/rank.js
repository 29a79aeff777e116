// @ts-check
import { fill, h, icon } from '../dom.js';
import { local, t, whole } from '../i18n.js';
import { currentCity, kindOf } from '../state.js';
import { columnsOf, sortOf } from './columns.js';
import { Drawer } from './drawer.js';
import { Grid } from './grid.js';
import { keep, kept } from './kept.js';
import { Names } from './names.js';
import { rowsOf, totalsOf } from './rows.js';
import { csvOf, saveAs, tableOf } from './tofile.js';
import { Toolbar } from './toolbar.js';
import { xlsxOf } from './xlsx.js';

/** @typedef {import('./columns.js').Column} Column */

/** Communities that are sorted within a frame. */
const AT_ONCE = 50_000;

/** The table of communities. @param {import('../main.js').Page} page */
export function installRank(page) {
  new Rank(page);
}

/** The drawer under the map with the table in it, and what it shows of the state. */
class Rank {
  #sieve = /** @type {import('./rows.js').Sieve} */ ({ words: '', names: null, initials: null, box: null });
  #inView = false;
  /** @type {Record<string, boolean>} what the user shows or hides against the default */
  #wish = wishes();
  #columns = /** @type {Column[]} */ ([]);
  #shown = /** @type {Column[]} */ ([]);
  #rows = /** @type {import('./rows.js').Rows} */ ({ rows: new Int32Array(), groups: [], communities: new Uint32Array() });
  #queued = false;
  #chosen = /** @type {number | null} */ (null);
  /** The order is not final while the numbers that it is by are still on their way. */
  #awaiting = false;

  /** @param {import('../main.js').Page} page */
  constructor({ store, view, element, open }) {
    this.store = store;
    this.view = view;
    this.element = element('rank');
    this.drawer = new Drawer(this.element, element('frame'));
    this.grid = new Grid({
      sort: (column) => this.#sort(column),
      hover: (i) => store.set({ hover: i }),
      open: (i) => {
        const id = store.state.index?.id[i];
        this.#chosen = i;
        if (id !== undefined) open(id);
      },
    });
    const tools = h('div', { class: 'rank-tools' });
    const below = h('span', { class: 'rank-right' });
    this.toolbar = new Toolbar(tools, below, {
      find: (named) => store.set({ named }),
      inView: (on) => { this.#inView = on; this.#later(); },
      oldUntil: (oldUntil) => store.set({ oldUntil }),
      filter: (filter) => store.set({ filter }),
      renovation: (renovation) => store.set({ renovation }),
      wholeCity: () => store.set({ area: null }),
      column: (key, shown) => this.#show(key, shown),
      save: (format) => this.#save(format),
      whole: () => this.drawer.setWhole(!this.drawer.whole),
      close: () => this.close(),
    });
    this.foot = h('div', { class: 'rank-sums' });
    this.empty = h('p', { class: 'rank-empty quiet', role: 'status', hidden: true });
    fill(this.element, h('div', { class: 'rank-drawer' }, this.drawer.handle, tools, this.grid.element, this.empty, h('div', { class: 'rank-foot' }, this.foot, below)));
    this.button = h('button', {
      type: 'button', class: 'table-button', 'data-key': 'table', 'aria-controls': 'rank',
      onclick: () => (store.state.rank === null ? openRank(store) : this.close()),
    }, icon('table'));
    element('search-box').append(this.button);
    this.element.addEventListener('whole', () => this.#renderTools());
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.drawer.whole) return;
      event.stopPropagation();
      this.drawer.setWhole(false);
    });
    store.on(['index'], () => { this.#sieve = { ...this.#sieve, names: null, initials: null }; });
    store.on(['lang', 'index', 'coverage', 'ranking', 'kind', 'kinds', 'rank', 'named', 'oldUntil', 'filter', 'renovation', 'shade', 'supposed', 'area', 'by', 'report', 'data'], () => this.#later());
    store.on(['at'], () => { if (this.#inView) this.#later(); });
    store.on(['hover', 'community'], () => this.#mark());
    store.on(['community'], () => this.#follow());
    this.#later();
  }

  close() {
    this.store.set({ rank: null });
    this.button.focus();
  }

  /** Once a frame, however much has changed: while the radius moves the order does at every step. */
  #later() {
    if (this.#queued) return;
    this.#queued = true;
    const render = () => {
      this.#queued = false;
      this.#render();
    };
    // Of a whole country the map goes first while the radius moves.
    if ((this.store.state.index?.id.length ?? 0) > AT_ONCE) setTimeout(render, 120);
    else requestAnimationFrame(render);
  }

  #render() {
    const { state } = this.store;
    const hidden = state.rank === null || state.report !== null || state.data !== null || !state.index;
    const opened = this.element.hidden && !hidden;
    this.button.title = t('rank_open');
    this.button.setAttribute('aria-label', t('rank_open'));
    this.button.setAttribute('aria-expanded', String(!hidden));
    this.element.hidden = hidden;
    if (hidden || !state.index) return;
    if (opened) this.drawer.place();
    this.element.setAttribute('aria-label', t('rank_title'));
    this.grid.element.setAttribute('aria-label', t('rank_gridOf', { kind: local(kindOf(state, state.kind).name) }));
    this.#sieve.words = state.named;
    if (this.#sieve.words !== '') {
      this.#sieve.names ??= new Names(state.index.name);
      this.#sieve.initials ??= state.index.initials ? new Names(state.index.initials) : null;
    }
    this.#sieve.box = this.#inView ? this.#box() : null;
    this.#columns = columnsOf(state);
    this.#shown = this.#columns.filter((column) => column.key === 'name' || (this.#wish[column.key] ?? column.byDefault));
    const sort = sortOf(state.rank, this.#columns);
    this.#rows = rowsOf(state, this.#columns, this.#sieve);
    this.grid.setColumns(this.#shown, sort);
    this.grid.setRows(this.#rows.rows, (n) => this.#heading(n));
    const none = this.#rows.communities.length === 0;
    this.empty.hidden = !none;
    if (none) fill(this.empty, t('rank_none'), ' ', h('button', { type: 'button', class: 'rank-link', 'data-key': 'rank-clear', onclick: () => this.#clear() }, t('rank_clear')));
    this.#renderTools();
    this.#renderFoot();
    this.#mark();
    const arrived = this.#awaiting && state.ranking !== null;
    if (opened || arrived) this.#follow();
    this.#awaiting = (opened || this.#awaiting) && state.ranking === null;
  }

  #renderTools() {
    this.toolbar.render(this.store.state, {
      columns: this.#columns, shown: new Set(this.#shown.map((column) => column.key)),
      count: this.#rows.communities.length, whole: this.drawer.whole,
    });
  }

  #renderFoot() {
    const totals = totalsOf(this.#shown, this.#rows.communities);
    fill(this.foot,
      this.store.state.supposed && h('span', { class: 'rank-tried' }, t('rank_tried')),
      h('span', {}, h('b', {}, t('rank_communities', { n: this.#rows.communities.length }))),
      ...totals.map(({ column, sum, unknown }) => h('span', { 'data-total': column.key },
        `${column.label} `, h('b', {}, unknown === this.#rows.communities.length ? t('unknown') : whole(sum)),
        unknown > 0 && unknown < this.#rows.communities.length && h('span', { class: 'quiet' }, ` ${t('rank_unknownLeftOut', { n: unknown })}`))));
  }

  /** @param {number} n */
  #heading(n) {
    const { age, count } = this.#rows.groups[n];
    return t(/** @type {any} */ (`rank_group_${age}`), { year: String(this.store.state.oldUntil), n: count });
  }

  #mark() {
    const { hover, community, index } = this.store.state;
    const selected = community === null ? -1 : index?.id.indexOf(community) ?? -1;
    this.grid.mark(hover, selected < 0 ? null : selected);
  }

  /** The row of the community that was opened elsewhere comes into sight. */
  #follow() {
    const { community, index } = this.store.state;
    const i = community === null ? -1 : index?.id.indexOf(community) ?? -1;
    if (i >= 0 && i !== this.#chosen) this.grid.reveal(i);
    this.#chosen = null;
  }

  /** @param {Column} column */
  #sort(column) {
    const sort = sortOf(this.store.state.rank, this.#columns);
    const descending = sort?.column.key === column.key ? !sort.descending : column.downFirst;
    this.store.set({
      rank: (descending ? '-' : '') + column.key,
      announcement: t(descending ? 'rank_sortedDown' : 'rank_sortedUp', { column: column.label }),
    });
    this.grid.toTop();
  }

  /** @param {string} key @param {boolean} shown */
  #show(key, shown) {
    this.#wish = { ...this.#wish, [key]: shown };
    keep('columns', JSON.stringify(this.#wish));
    this.#later();
  }

  #clear() {
    this.#inView = false;
    this.toolbar.clear();
    this.store.set({ named: '', filter: '', renovation: '', area: null });
    this.#later();
  }

  /** @returns {[number, number, number, number]} what the map shows */
  #box() {
    const bounds = this.view.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** @param {'csv' | 'xlsx'} format */
  #save(format) {
    const { state } = this.store;
    const sort = sortOf(state.rank, this.#columns);
    const table = tableOf(state, this.#shown, this.#rows.communities, {
      words: this.#sieve.words, inView: this.#inView,
      sort: sort ? t(sort.descending ? 'rank_sortedDown' : 'rank_sortedUp', { column: sort.column.label }) : '',
    });
    const file = format === 'csv' ? csvOf(table) : xlsxOf(table, [t('rank_title'), t('rank_about')]);
    saveAs(file, `${currentCity(state)?.name ?? ''}_${local(kindOf(state, state.kind).name)}_${t('rank_title')}.${format}`);
    this.store.set({ announcement: t('rank_saved', { n: table.rows.length }) });
  }
}

/** @returns {Record<string, boolean>} */
function wishes() {
  try {
    const read = JSON.parse(kept('columns') ?? '{}');
    return read && typeof read === 'object' ? read : {};
  } catch {
    return {};
  }
}

/** Opens the table as it is first seen, the most people first, and puts the keyboard into it. @param {import('../state.js').Store} store */
export function openRank(store) {
  const { rank, kind } = store.state;
  if (rank === null) store.set({ rank: kind === 'all' ? '-residents' : '-people' });
  requestAnimationFrame(() => requestAnimationFrame(() => /** @type {HTMLElement | null} */ (document.querySelector('.rank-grid'))?.focus()));
}
