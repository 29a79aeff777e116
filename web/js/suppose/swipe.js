// @ts-check
import { CommunityTiles } from '../communities.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { Overlay } from '../overlay.js';
import { paintsOf } from '../palette.js';
import { drawReach } from '../reach.js';

const STEP = 0.02;
const LARGE_STEP = 0.1;
const HERE = ['communities', 'dots', 'reach'];
const THERE = { beside: 221, besidereach: 251 };

/** Two states of the city under one divider: left what the map is laid beside, right what it shows. */
export class Swipe {
  #part = 0.5;
  /** @type {CommunityTiles | null} */
  #tiles = null;
  #shown = '';
  #words = ['', ''];

  /**
   * @param {import('../mapview.js').MapView} view
   * @param {import('../state.js').Store} store
   * @param {(state: import('../state.js').State) => [string, string]} name the words for left and right
   */
  constructor(view, store, name) {
    this.view = view;
    this.store = store;
    this.name = name;
    for (const [pane, order] of Object.entries(THERE)) {
      const element = view.map.createPane(pane);
      element.style.zIndex = String(order);
      element.style.pointerEvents = 'none';
    }
    this.reach = new Overlay('besidereach', (pen, place, size) => {
      const { state } = store;
      if (!state.other) return;
      drawReach(pen, place, size, {
        ...state, facilities: state.other.facilities, draft: null, sheet: null, why: null, facility: null,
      }, null, view.map.getZoom());
    });
    this.left = h('span', { class: 'side-name side-left' });
    this.right = h('span', { class: 'side-name side-right' });
    this.divider = h('div', {
      id: 'divider', role: 'slider', tabindex: '0', 'data-key': 'divider', 'aria-valuemin': '0', 'aria-valuemax': '100', hidden: true,
    }, this.left, h('span', { class: 'divider-grip', 'aria-hidden': 'true' }), this.right);
    view.map.getContainer().after(this.divider);
    this.divider.addEventListener('keydown', (event) => this.#key(event));
    this.divider.addEventListener('pointerdown', (event) => this.#grab(event));
    view.map.on('move zoomend viewreset resize', () => this.#clip());
    store.on(['other', 'against', 'how', 'index', 'lang', 'scenario', 'draft'], () => this.#render());
    store.on(['hover', 'community'], () => this.#mark());
    store.on(['extras', 'kind', 'radius', 'standard', 'theme'], () => this.reach.redraw());
    store.on(['theme'], () => this.#tiles?.repaint());
  }

  #on() {
    const { against, how, other, index } = this.store.state;
    return against !== null && how === 'swipe' && other !== null && index !== null;
  }

  #render() {
    const on = this.#on();
    this.divider.hidden = !on;
    if (!on) this.#leave();
    else this.#show();
    this.#clip();
  }

  #leave() {
    this.#tiles?.remove();
    this.#tiles = null;
    this.#shown = '';
    this.reach.remove();
  }

  #show() {
    const { state } = this.store;
    const { index, coverage } = /** @type {import('../types.js').Other} */ (state.other);
    const shown = `${index.city}/${index.dataVersion}`;
    if (shown !== this.#shown) {
      this.#leave();
      this.#shown = shown;
      this.#tiles = this.view.layerOf('communities', 'beside', (options) => new CommunityTiles({
        ...options, url: `tiles/${encodeURIComponent(index.city)}/${index.dataVersion}/communities`, onGone: () => this.store.set({ against: null }),
      }));
      this.#tiles.addTo(this.view.map);
      this.reach.addTo(this.view.map);
    }
    this.#tiles?.setPaints(paintsOf(coverage));
    this.reach.redraw();
    this.#words = this.name(state);
    fill(this.left, this.#words[0]);
    fill(this.right, this.#words[1]);
    this.#mark();
    this.#tell();
  }

  /** What is pointed at is marked on its own side too. */
  #mark() {
    const { other, index, hover, community } = this.store.state;
    if (!this.#tiles || !other || !index) return;
    const there = (/** @type {number | null | undefined} */ id) => {
      const i = id === null || id === undefined ? -1 : other.index.id.indexOf(id);
      return i < 0 ? null : i;
    };
    this.#tiles.setMarks(there(hover === null ? null : index.id[hover]), there(community));
  }

  /** Each side's panes end at the divider; they move with the map, and what they show does not. */
  #clip() {
    const { map } = this.view;
    const on = this.#on();
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const [left, top] = [corner.x, corner.y];
    const middle = left + size.x * this.#part;
    const box = (/** @type {number} */ from, /** @type {number} */ to) =>
      `polygon(${from}px ${top}px, ${to}px ${top}px, ${to}px ${top + size.y}px, ${from}px ${top + size.y}px)`;
    for (const pane of HERE) map.getPane(pane).style.clipPath = on ? box(middle, left + size.x) : '';
    for (const pane of Object.keys(THERE)) map.getPane(pane).style.clipPath = on ? box(left, middle) : '';
    this.divider.style.left = `${this.#part * 100}%`;
  }

  /** @param {number} part of the map's width that lies left of the divider */
  #move(part) {
    this.#part = Math.min(1, Math.max(0, part));
    this.#clip();
    this.#tell();
  }

  #tell() {
    const [left, right] = this.#words;
    const part = Math.round(this.#part * 100);
    this.divider.setAttribute('aria-label', t('beside_divider'));
    this.divider.setAttribute('aria-valuenow', String(part));
    this.divider.setAttribute('aria-valuetext', t('beside_position', { left, right, part }));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const to = {
      ArrowLeft: this.#part - step, ArrowDown: this.#part - step, ArrowRight: this.#part + step, ArrowUp: this.#part + step,
      PageDown: this.#part - LARGE_STEP, PageUp: this.#part + LARGE_STEP, Home: 0, End: 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#move(to);
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    this.divider.focus({ preventScroll: true });
    this.divider.setPointerCapture(event.pointerId);
    const follow = (/** @type {PointerEvent} */ { clientX }) => {
      const { left, width } = this.view.map.getContainer().getBoundingClientRect();
      this.#move((clientX - left) / width);
    };
    const drop = () => {
      this.divider.removeEventListener('pointermove', follow);
      this.divider.removeEventListener('pointerup', drop);
      this.divider.removeEventListener('pointercancel', drop);
    };
    this.divider.addEventListener('pointermove', follow);
    this.divider.addEventListener('pointerup', drop);
    this.divider.addEventListener('pointercancel', drop);
  }
}
