// @ts-check
import { fill, h, icon } from '../dom.js';
import { t } from '../i18n.js';

/** @typedef {import('./columns.js').Column} Column */

const ROW = 28;
const HEAD = 46;
/** Rows that are ready above and below what is seen, so that scrolling does not run into blank. */
const AHEAD = 6;

/**
 * A table of any length in a window: only the rows that are seen are on the page, and they are
 * filled anew as they pass by. One row is the active one: the keyboard moves it, and readers are
 * told of it by `aria-activedescendant`.
 */
export class Grid {
  #columns = /** @type {Column[]} */ ([]);
  /** @type {Int32Array} */
  #rows = new Int32Array();
  #heading = /** @type {(group: number) => string} */ (() => '');
  #bar = /** @type {{column: Column, keys: Float64Array, most: number} | null} */ (null);
  /** @type {Map<number, HTMLElement>} rows on the page by their place in the order */
  #drawn = new Map();
  /** @type {HTMLElement[]} */
  #spare = [];
  #active = -1;
  #selected = -1;
  #hover = -1;
  #queued = false;

  /** @param {{sort: (column: Column) => void, hover: (i: number | null) => void, open: (i: number) => void}} choose */
  constructor(choose) {
    this.choose = choose;
    this.head = h('div', { class: 'rank-head', role: 'row', 'aria-rowindex': 1 });
    this.body = h('div', { class: 'rank-rows', role: 'rowgroup' });
    this.element = h('div', {
      class: 'rank-grid', role: 'grid', tabindex: 0, 'data-key': 'rank-grid', 'aria-readonly': 'true',
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
      onscroll: () => this.#later(),
      onfocus: () => this.#takeFocus(),
      onblur: () => { this.#draw(); choose.hover(null); },
    }, h('div', { role: 'rowgroup', class: 'rank-heads' }, this.head), this.body);
    this.body.addEventListener('mouseover', (event) => choose.hover(this.#communityUnder(event)));
    this.body.addEventListener('mouseleave', () => choose.hover(null));
    this.body.addEventListener('click', (event) => {
      const i = this.#communityUnder(event);
      if (i === null) return;
      this.#active = this.#rows.indexOf(i);
      choose.open(i);
    });
    new ResizeObserver(() => this.#later()).observe(this.element);
  }

  /**
   * @param {Column[]} columns those shown, in their order
   * @param {{column: Column, descending: boolean} | null} sort
   */
  setColumns(columns, sort) {
    const sameCells = columns.map((one) => one.key).join() === this.#columns.map((one) => one.key).join();
    this.#columns = columns;
    if (!sameCells) {
      this.body.replaceChildren();
      this.#drawn.clear();
      this.#spare = [];
    }
    const widths = columns.map((one, n) => n === 0 ? `minmax(${one.width}px, 2.4fr)` : `minmax(${one.width}px, 1fr)`);
    this.element.style.setProperty('--rank-columns', widths.join(' '));
    this.element.style.setProperty('--rank-width', `${columns.reduce((sum, one) => sum + one.width, 24)}px`);
    this.element.setAttribute('aria-colcount', String(columns.length));
    fill(this.head, ...columns.map((column) => {
      const sorted = sort?.column.key === column.key;
      return h('div', {
        role: 'columnheader', class: `rank-cell is-${column.type}`,
        'aria-sort': sorted ? (sort.descending ? 'descending' : 'ascending') : 'none',
      }, h('button', { type: 'button', 'data-key': `rank-sort-${column.key}`, title: column.note, onclick: () => this.choose.sort(column) },
        h('span', {}, column.label), sorted && icon('up')));
    }));
    const numbers = sort && sort.column.type === 'number' && sort.column.key !== 'year' ? sort.column : null;
    const keys = numbers?.keys() ?? new Float64Array();
    this.#bar = numbers ? { column: numbers, keys, most: keys.reduce((most, key) => key > most ? key : most, 0) } : null;
  }

  /**
   * @param {Int32Array} rows community indexes, and headings as -1 less the group's number
   * @param {(group: number) => string} heading
   */
  setRows(rows, heading) {
    const active = this.#active >= 0 ? this.#rows[this.#active] : -1;
    this.#rows = rows;
    this.#heading = heading;
    this.#active = active >= 0 ? rows.indexOf(active) : -1;
    this.element.setAttribute('aria-rowcount', String(rows.length + 1));
    this.body.style.height = `${rows.length * ROW}px`;
    for (const row of this.#drawn.values()) delete row.dataset.shows;
    this.#draw();
  }

  /** @param {number | null} hover @param {number | null} selected community indexes */
  mark(hover, selected) {
    this.#hover = hover ?? -1;
    this.#selected = selected ?? -1;
    for (const [place, row] of this.#drawn) this.#dress(row, place);
  }

  /** Scrolls as little as is needed to see a community, where it has a row. @param {number} i */
  reveal(i) {
    const place = this.#rows.indexOf(i);
    if (place >= 0) this.#scrollTo(place);
  }

  toTop() {
    this.element.scrollTop = 0;
  }

  #later() {
    if (this.#queued) return;
    this.#queued = true;
    requestAnimationFrame(() => {
      this.#queued = false;
      this.#draw();
    });
  }

  #draw() {
    const { scrollTop, clientHeight } = this.element;
    if (clientHeight === 0) return;
    const first = Math.max(0, Math.floor(scrollTop / ROW) - AHEAD);
    const last = Math.min(this.#rows.length, Math.ceil((scrollTop + clientHeight - HEAD) / ROW) + AHEAD);
    for (const [place, row] of this.#drawn) {
      if (place >= first && place < last) continue;
      this.#drawn.delete(place);
      this.#spare.push(row);
    }
    for (let place = first; place < last; place++) {
      let row = this.#drawn.get(place);
      if (!row) {
        row = this.#spare.pop() ?? this.body.appendChild(this.#newRow());
        this.#drawn.set(place, row);
        row.hidden = false;
        row.id = `rank-row-${place}`;
        row.style.transform = `translateY(${place * ROW}px)`;
        row.setAttribute('aria-rowindex', String(place + 2));
        delete row.dataset.shows;
      }
      this.#write(row, place);
      this.#dress(row, place);
    }
    for (const row of this.#spare) if (!row.hidden) row.hidden = true;
    this.#nameActive();
  }

  #newRow() {
    return h('div', { role: 'row', class: 'rank-row' },
      ...this.#columns.map((column) => h('div', { role: 'gridcell', class: `rank-cell is-${column.type}` })));
  }

  /** @param {HTMLElement} row @param {number} place */
  #write(row, place) {
    const i = this.#rows[place];
    const shows = String(i);
    if (row.dataset.shows === shows) return;
    row.dataset.shows = shows;
    row.classList.toggle('rank-group', i < 0);
    const cells = /** @type {HTMLCollectionOf<HTMLElement>} */ (row.children);
    if (i < 0) {
      for (let n = 0; n < cells.length; n++) {
        cells[n].textContent = n === 0 ? this.#heading(-1 - i) : '';
        delete cells[n].dataset.fill;
        cells[n].style.setProperty('--part', '0');
      }
      return;
    }
    this.#columns.forEach((column, n) => {
      const cell = cells[n];
      cell.textContent = column.text(i);
      const value = column.value(i);
      cell.classList.toggle('is-missing', value === null);
      if (column.fill) cell.dataset.fill = column.waiting ? '' : column.fill(i);
      if (column.type === 'text') cell.title = cell.textContent;
      const barred = this.#bar?.column.key === column.key;
      if (column.type === 'share' || barred || cell.style.length > 0) {
        const part = column.type === 'share' ? Number(value ?? 0) : barred && this.#bar ? (this.#bar.keys[i] || 0) / (this.#bar.most || 1) : 0;
        cell.style.setProperty('--part', part.toFixed(4));
      }
    });
  }

  /** @param {HTMLElement} row @param {number} place */
  #dress(row, place) {
    const i = this.#rows[place];
    row.classList.toggle('hovered', i >= 0 && i === this.#hover);
    row.classList.toggle('active', place === this.#active);
    row.setAttribute('aria-selected', String(i >= 0 && i === this.#selected));
  }

  #nameActive() {
    if (this.#drawn.has(this.#active)) this.element.setAttribute('aria-activedescendant', `rank-row-${this.#active}`);
    else this.element.removeAttribute('aria-activedescendant');
  }

  /** @param {Event} event @returns {number | null} */
  #communityUnder(event) {
    const row = /** @type {HTMLElement} */ (event.target).closest('.rank-row');
    const i = Number(/** @type {HTMLElement | null} */ (row)?.dataset.shows ?? -1);
    return i >= 0 ? i : null;
  }

  #takeFocus() {
    if (this.#active < 0) {
      const selected = this.#selected < 0 ? -1 : this.#rows.indexOf(this.#selected);
      this.#active = selected >= 0 ? selected : this.#step(Math.floor(this.element.scrollTop / ROW) - 1, 1);
    }
    this.#moveTo(this.#active);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.target !== this.element || event.altKey) return;
    const page = Math.max(1, Math.floor((this.element.clientHeight - HEAD) / ROW) - 1);
    const last = this.#rows.length - 1;
    switch (event.key) {
      case 'ArrowDown': this.#moveTo(this.#step(this.#active, 1)); break;
      case 'ArrowUp': this.#moveTo(this.#step(this.#active, -1)); break;
      case 'PageDown': this.#moveTo(this.#step(Math.min(this.#active + page, last) - 1, 1)); break;
      case 'PageUp': this.#moveTo(this.#step(Math.max(this.#active - page, 0) - 1, 1)); break;
      case 'Home': this.#moveTo(this.#step(-1, 1)); break;
      case 'End': this.#moveTo(this.#step(last + 1, -1)); break;
      case 'ArrowLeft': this.element.scrollLeft -= 80; break;
      case 'ArrowRight': this.element.scrollLeft += 80; break;
      case 'Enter':
      case ' ':
        if (this.#rows[this.#active] >= 0) this.choose.open(this.#rows[this.#active]);
        break;
      default: return;
    }
    event.preventDefault();
  }

  /** The next row of a community, past the headings; the one before where there is none. @param {number} from @param {1 | -1} by */
  #step(from, by) {
    for (let place = from + by; place >= 0 && place < this.#rows.length; place += by) {
      if (this.#rows[place] >= 0) return place;
    }
    return this.#active;
  }

  /** @param {number} place */
  #moveTo(place) {
    if (place < 0 || place >= this.#rows.length) return;
    this.#active = place;
    this.#scrollTo(this.#rows[place - 1] < 0 ? place - 1 : place, place);
    this.#draw();
    this.choose.hover(this.#rows[place]);
  }

  /** @param {number} first @param {number} [last] */
  #scrollTo(first, last = first) {
    const room = this.element.clientHeight - HEAD;
    if (first * ROW < this.element.scrollTop) this.element.scrollTop = first * ROW;
    else if ((last + 1) * ROW > this.element.scrollTop + room) this.element.scrollTop = (last + 1) * ROW - room;
  }
}
