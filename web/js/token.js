// @ts-check
// A server that others can reach asks for a token with whatever writes; the reader types it once.
import { fill, h } from './dom.js';
import { t } from './i18n.js';

const KEPT = 'gapmap.token';
let token = '';
/** @type {Promise<boolean> | null} one question at a time, however many requests wait for it */
let asking = null;

try {
  token = sessionStorage.getItem(KEPT) ?? '';
} catch {
  // Where storage is forbidden the token holds until the page is closed.
}

/** @returns {Record<string, string>} headers of a request that writes */
export function credentials() {
  return token === '' ? {} : { authorization: `Bearer ${token}` };
}

/**
 * Asks for the token, since the server refused the one there was, or none.
 *
 * @returns {Promise<boolean>} whether there is another one to try
 */
export function askForToken() {
  asking ??= ask(token !== '').finally(() => { asking = null; });
  return asking;
}

/** @param {boolean} again @returns {Promise<boolean>} */
function ask(again) {
  return new Promise((resolve) => {
    const field = /** @type {HTMLInputElement} */ (h('input', {
      type: 'password', id: 'token', autocomplete: 'off', 'data-key': 'token', required: true,
    }));
    const dialog = /** @type {HTMLDialogElement} */ (h('dialog', { class: 'token-dialog', 'aria-labelledby': 'token-title' }));
    fill(dialog, h('form', {
      method: 'dialog', onsubmit: () => {
        token = field.value.trim();
        try {
          sessionStorage.setItem(KEPT, token);
        } catch {
          // As above.
        }
      },
    },
    h('h2', { id: 'token-title' }, t('choose_token')),
    h('p', {}, t(again ? 'choose_tokenAgain' : 'choose_tokenWhy')),
    h('label', { for: 'token' }, t('choose_tokenLabel')), field,
    h('div', { class: 'welcome-foot' }, h('span', { class: 'spring' }),
      h('button', { type: 'button', class: 'text-button', onclick: () => dialog.close('') }, t('choose_tokenCancel')),
      h('button', { type: 'submit', class: 'primary', value: 'given' }, t('choose_tokenGo')))));
    // Leaving the question is not leaving what asked it.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'given' && token !== '');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
