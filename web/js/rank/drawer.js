// @ts-check
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { kept, keep } from './kept.js';

const LEAST = 170;
/** Of the map above it. */
const LEFT = 140;
const STEP = 24;

/** How high the table stands under the map: by its upper edge, with the mouse or the keyboard; remembered. */
export class Drawer {
  #height = Number(kept('height')) || 0;
  #whole = false;

  /**
   * @param {HTMLElement} element the room under the map
   * @param {HTMLElement} frame the map's
   */
  constructor(element, frame) {
    this.element = element;
    this.frame = frame;
    this.handle = h('div', {
      class: 'rank-handle', role: 'separator', tabindex: 0, 'aria-orientation': 'horizontal', 'data-key': 'rank-handle',
      onpointerdown: (/** @type {PointerEvent} */ event) => this.#drag(event),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
      ondblclick: () => this.setWhole(!this.#whole),
    });
    new ResizeObserver(() => this.place()).observe(/** @type {HTMLElement} */ (element.parentElement));
  }

  get whole() {
    return this.#whole;
  }

  /** Over all of the map, or back under it. @param {boolean} on */
  setWhole(on) {
    this.#whole = on;
    this.place();
    this.element.dispatchEvent(new CustomEvent('whole'));
  }

  /** As high as it was left, where the window has room for it. */
  place() {
    if (this.element.hidden) return;
    const most = this.#most();
    const height = Math.min(Math.max(this.#height || Math.round((most + LEFT) * 0.48), LEAST), Math.max(most, LEAST));
    this.element.style.height = `${height}px`;
    this.element.classList.toggle('whole', this.#whole);
    this.element.style.setProperty('--rank-over', this.#whole ? `${this.frame.offsetHeight}px` : '0px');
    this.handle.setAttribute('aria-label', t('rank_height'));
    this.handle.setAttribute('aria-valuemin', String(LEAST));
    this.handle.setAttribute('aria-valuemax', String(Math.max(most, LEAST)));
    this.handle.setAttribute('aria-valuenow', String(height));
  }

  #most() {
    return this.frame.offsetHeight + this.element.offsetHeight - LEFT;
  }

  /** @param {number} height */
  #set(height) {
    this.#whole = false;
    this.#height = Math.min(Math.max(Math.round(height), LEAST), Math.max(this.#most(), LEAST));
    keep('height', String(this.#height));
    this.place();
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (event.button !== 0) return;
    const from = event.clientY + this.element.offsetHeight;
    this.handle.setPointerCapture(event.pointerId);
    const move = (/** @type {PointerEvent} */ moved) => this.#set(from - moved.clientY);
    this.handle.addEventListener('pointermove', move);
    this.handle.addEventListener('lostpointercapture', () => this.handle.removeEventListener('pointermove', move), { once: true });
    event.preventDefault();
    this.handle.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const height = this.element.offsetHeight;
    switch (event.key) {
      case 'ArrowUp': this.#set(height + STEP); break;
      case 'ArrowDown': this.#set(height - STEP); break;
      case 'PageUp': this.#set(height + 5 * STEP); break;
      case 'PageDown': this.#set(height - 5 * STEP); break;
      case 'Home': this.#set(LEAST); break;
      case 'End': this.#set(this.#most()); break;
      case 'Enter': this.setWhole(!this.#whole); break;
      default: return;
    }
    event.preventDefault();
  }
}
