// @ts-check
import { fill, h, icon } from '../dom.js';
import { t, whole } from '../i18n.js';
import { choices, choose } from './choices.js';
import { fileStem } from './facts.js';
import { say } from './link.js';
import { png } from './png.js';

/** Asks how large a picture of the map shall be, and saves it as a file. */
export class SavePicture {
  #busy = false;

  /** @param {import('../main.js').Page} page */
  constructor(page) {
    this.page = page;
    this.dialog = /** @type {HTMLDialogElement} */ (h('dialog', { class: 'save-picture', 'aria-labelledby': 'save-title' }));
    document.body.append(this.dialog);
    // The page's own Escape would close what lies under the dialog too.
    this.dialog.addEventListener('keydown', (event) => event.key === 'Escape' && event.stopPropagation());
    this.dialog.addEventListener('close', () => /** @type {HTMLElement | null} */ (document.querySelector('[data-key="share"]'))?.focus());
    page.store.on(['lang'], () => this.dialog.open && this.#render());
  }

  open() {
    this.#render();
    this.dialog.showModal();
  }

  #render() {
    const now = choices();
    const { x, y } = this.page.view.map.getSize();
    const set = (/** @type {Partial<import('./choices.js').Choices>} */ patch) => {
      choose(patch);
      this.#render();
    };
    const option = (/** @type {1 | 2 | 4} */ times) => h('button', {
      type: 'button', 'data-key': `times-${times}`, 'aria-pressed': String(times === now.times), onclick: () => set({ times }),
    }, t('show_times', { times: String(times) }));
    const tick = (/** @type {string} */ key, /** @type {string} */ words, /** @type {boolean} */ on, /** @type {(on: boolean) => void} */ run) =>
      h('label', { class: 'tick' }, h('input', {
        type: 'checkbox', 'data-key': key, checked: on,
        onchange: (/** @type {Event} */ event) => run(/** @type {HTMLInputElement} */ (event.currentTarget).checked),
      }), words);
    fill(this.dialog, h('form', { class: 'show-form', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      h('h2', { id: 'save-title' }, t('show_picture')),
      h('fieldset', {}, h('legend', {}, t('show_size')),
        h('div', { class: 'choice' }, option(1), option(2), option(4)),
        h('p', { class: 'quiet' }, t('show_pixels', { width: whole(x * now.times), height: whole(y * now.times) }))),
      tick('with-legend', t('show_withLegend'), !now.plain, (on) => set({ plain: !on })),
      tick('with-patterns', t('show_patterns'), now.patternsOnScreen, (patternsOnScreen) => set({ patternsOnScreen })),
      tick('with-streets', t('show_streets'), now.streets, (streets) => set({ streets })),
      this.page.store.state.background === 'raster' && h('p', { class: 'caution' }, t('show_noRaster')),
      this.page.store.state.against !== null && h('p', { class: 'caution' }, t('show_noAgainst')),
      h('div', { class: 'show-actions' },
        h('button', { type: 'submit', class: 'primary', 'data-key': 'save-png', onclick: () => this.#save() }, icon('picture'), t('show_save')),
        h('button', { type: 'button', class: 'secondary', 'data-key': 'save-close', onclick: () => this.dialog.close() }, t('close')))));
  }

  async #save() {
    if (this.#busy) return;
    this.#busy = true;
    const { store, view, failed } = this.page;
    const { lng, lat } = view.map.getCenter();
    const { x, y } = view.map.getSize();
    try {
      const canvas = await png(store.state, { centre: [lng, lat], zoom: view.map.getZoom(), width: x, height: y }, { ...choices(), patterns: choices().patternsOnScreen });
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
      this.dialog.close();
      if (blob === null) say(this.page, t('show_tooLarge'));
      else {
        keepAs(`${fileStem(store.state)}.png`, blob);
        say(this.page, t('show_saved', { file: `${fileStem(store.state)}.png` }));
      }
    } catch (error) {
      this.dialog.close();
      failed(error);
    } finally {
      this.#busy = false;
    }
  }
}

/** @param {string} name @param {Blob} blob */
function keepAs(name, blob) {
  const href = URL.createObjectURL(blob);
  h('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
