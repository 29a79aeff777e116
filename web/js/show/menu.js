// @ts-check
import { fill, h, icon } from '../dom.js';
import { t } from '../i18n.js';
import { copyLink } from './link.js';
import { SavePicture } from './save.js';

/** What the view can be made into, under the button in the top bar. */
export class ShareMenu {
  /** @param {import('../main.js').Page} page */
  constructor(page) {
    this.page = page;
    this.picture = new SavePicture(page);
    this.element = h('div', { class: 'share-menu', role: 'menu', hidden: true });
    document.body.append(this.element);
    // The top bar is drawn anew with every answer: the button is found when it is pressed.
    document.addEventListener('click', (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target.closest('[data-key="share"]')) this.isOpen ? this.close() : this.open();
      else if (this.isOpen && !this.element.contains(target)) this.close(false);
    });
    this.element.addEventListener('keydown', (event) => this.#keys(event));
    page.store.on(['lang', 'community'], () => this.isOpen && this.#render());
  }

  get isOpen() {
    return !this.element.hidden;
  }

  open() {
    const button = this.#button();
    if (!button) return;
    const { right, bottom } = button.getBoundingClientRect();
    this.element.hidden = false;
    this.element.style.top = `${bottom + 6}px`;
    this.element.style.right = `${document.documentElement.clientWidth - right}px`;
    button.setAttribute('aria-expanded', 'true');
    this.#render();
    this.#items()[0]?.focus();
  }

  /** @param {boolean} [back] gives the focus back to the button */
  close(back = true) {
    this.element.hidden = true;
    this.#button()?.setAttribute('aria-expanded', 'false');
    if (back) this.#button()?.focus();
  }

  #button() {
    return /** @type {HTMLElement | null} */ (document.querySelector('[data-key="share"]'));
  }

  #items() {
    return /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll('[role="menuitem"]:not([aria-disabled="true"])')]);
  }

  #render() {
    const { store } = this.page;
    this.element.setAttribute('aria-label', t('show_share'));
    fill(this.element,
      this.#item('print', 'print', t('show_print'), t('show_printWhat'), () => store.set({ showing: 'print' })),
      this.#item('picture', 'picture', t('show_picture'), t('show_pictureWhat'), () => this.picture.open()),
      this.#item('leaflet', 'leaflet', t('show_leaflet'), t(store.state.community === null ? 'show_chooseCommunity' : 'show_leafletWhat'),
        store.state.community === null ? null : () => store.set({ showing: 'leaflet' })),
      this.#item('slides', 'slides', t('show_slides'), t('show_slidesWhat'), () => store.set({ showing: 'slides' })),
      this.#item('link', 'link', t('show_link'), t('show_linkWhat'), () => copyLink(this.page)));
  }

  /**
   * @param {string} key
   * @param {string} sign
   * @param {string} name
   * @param {string} what
   * @param {(() => void) | null} run null where it cannot be done now; `what` says why
   */
  #item(key, sign, name, what, run) {
    return h('button', {
      type: 'button', role: 'menuitem', tabindex: '-1', 'data-key': `share-${key}`, 'aria-disabled': String(run === null),
      onclick: () => {
        if (!run) return;
        this.close();
        run();
      },
    }, icon(sign), h('span', {}, h('b', {}, name), h('span', { class: 'quiet' }, what)));
  }

  /** @param {KeyboardEvent} event */
  #keys(event) {
    const items = this.#items();
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? -1 : null;
    if (event.key === 'Tab') this.close();
    if (to === null) return;
    items[(to + items.length) % items.length]?.focus();
    event.preventDefault();
  }
}
