// @ts-check
import { Problem } from './api.js';
import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';

/**
 * @typedef {object} Room one tab of the data room
 * @property {string} name
 * @property {(element: HTMLElement, state: import('./state.js').State) => void} render called when
 *     it is opened and whenever city or language change
 * @property {() => void} [leave] called when another one is opened, or none
 */

/**
 * A tab that is fetched when it is first opened: the map needs nothing of it.
 *
 * @implements {Room}
 */
export class LaterRoom {
  /** @type {Room | null} */
  #room = null;

  /**
   * @param {string} name
   * @param {(rooms: typeof import('./rooms.js')) => Room} make
   * @param {(error: unknown) => void} failed
   */
  constructor(name, make, failed) {
    this.name = name;
    this.make = make;
    this.failed = failed;
  }

  /** @param {HTMLElement} element @param {import('./state.js').State} state */
  render(element, state) {
    if (this.#room) {
      this.#room.render(element, state);
      return;
    }
    import('./rooms.js').then((rooms) => {
      this.#room ??= this.make(rooms);
      if (element.isConnected) this.#room.render(element, state);
    }, () => this.failed(new Problem('', '', 0)));
  }

  leave() {
    this.#room?.leave?.();
  }
}

/** Where data come in and go out: laid over the whole page, one tab at a time. */
export class DataRoom {
  /** @type {Room | null} */
  #open = null;

  /**
   * @param {HTMLElement} element
   * @param {import('./state.js').Store} store
   * @param {Room[]} rooms
   */
  constructor(element, store, rooms) {
    this.element = element;
    this.store = store;
    this.rooms = rooms;
    store.on(['data', 'lang', 'city', 'cities', 'kinds'], (state) => this.#render(state));
  }

  close() {
    this.store.set({ data: null });
    /** @type {HTMLElement | null} */ (document.querySelector('[data-key="data"]'))?.focus();
  }

  /** @param {import('./state.js').State} state */
  #render(state) {
    this.element.hidden = state.data === null || state.cities === null;
    const room = this.element.hidden ? null : (this.rooms.find((one) => one.name === state.data) ?? this.rooms[0]);
    if (room !== this.#open) this.#open?.leave?.();
    this.#open = room;
    if (!room) {
      fill(this.element);
      return;
    }
    const body = h('div', { class: 'data-body', role: 'tabpanel', 'aria-labelledby': `data-tab-${room.name}`, id: 'data-body' });
    fill(this.element,
      h('div', { class: 'report-head' },
        h('h2', {}, t('data')),
        h('div', { class: 'tabs', role: 'tablist', onkeydown: (/** @type {KeyboardEvent} */ event) => this.#arrow(event, room) },
          ...this.rooms.map((one) => h('button', {
            type: 'button', role: 'tab', id: `data-tab-${one.name}`, 'data-key': `data-tab-${one.name}`,
            'aria-selected': String(one === room), 'aria-controls': 'data-body', tabindex: one === room ? '0' : '-1',
            onclick: () => this.store.set({ data: one.name }),
          }, t(/** @type {any} */ (`data_${one.name}`))))),
        h('button', {
          type: 'button', class: 'icon-button', 'data-key': 'data-close', title: t('close'), 'aria-label': t('close'),
          onclick: () => this.close(),
        }, icon('close'))),
      body);
    room.render(body, state);
  }

  /** @param {KeyboardEvent} event @param {Room} room */
  #arrow(event, room) {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = this.rooms[(this.rooms.indexOf(room) + by + this.rooms.length) % this.rooms.length];
    this.store.set({ data: next.name });
    queueMicrotask(() => document.getElementById(`data-tab-${next.name}`)?.focus());
    event.preventDefault();
  }
}
