// @ts-check
import { h } from '../dom.js';
import { t } from '../i18n.js';

/**
 * Puts the view's address on the clipboard; where the browser does not let a page do so (plain http
 * from another machine), shows it for the user to copy.
 *
 * @param {import('../main.js').Page} page
 */
export async function copyLink(page) {
  try {
    await navigator.clipboard.writeText(location.href);
    say(page, t('show_copied'));
  } catch {
    const field = /** @type {HTMLInputElement} */ (h('input', { value: location.href, readonly: true, 'aria-label': t('show_link') }));
    const note = toast(h('span', {}, t('show_copyYourself')), field);
    field.select();
    field.addEventListener('blur', () => note.remove());
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      note.remove();
    });
  }
}

const SHOWN_MS = 4000;

/** Says something for a moment, to readers of the screen too. @param {import('../main.js').Page} page @param {string} words */
export function say(page, words) {
  page.store.set({ announcement: words });
  const note = toast(words);
  setTimeout(() => note.remove(), SHOWN_MS);
}

/** @param {...(Node | string)} children */
function toast(...children) {
  document.querySelector('.toast')?.remove();
  const note = h('div', { class: 'toast' }, ...children);
  document.body.append(note);
  return note;
}
