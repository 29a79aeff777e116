// @ts-check
import { fill, h, icon } from '../dom.js';
import { t } from '../i18n.js';
import { isWalked, onFoot } from '../walk/seam.js';

/** @typedef {import('../state.js').State} State */

const EXTRAS = /** @type {const} */ (['circles', 'dots', 'hatch']);

/**
 * What is drawn, behind a button under the zoom control.
 *
 * @param {HTMLElement} element
 * @param {import('../state.js').Store} store
 */
export function installLayers(element, store) {
  let open = false;
  const button = h('button', { type: 'button', 'data-key': 'layers', 'aria-controls': 'layers-menu', onclick: () => show(!open) }, icon('layers'));
  const menu = h('div', { id: 'layers-menu', role: 'group', hidden: true });
  element.append(button, menu);

  /** @param {boolean} wanted */
  function show(wanted) {
    open = wanted;
    button.setAttribute('aria-expanded', String(open));
    menu.hidden = !open;
    if (open) render(store.state);
  }

  /** @param {State} state */
  function render(state) {
    button.title = t('see_layers');
    button.setAttribute('aria-label', t('see_layers'));
    menu.setAttribute('aria-label', t('see_layers'));
    if (!open) return;
    fill(menu,
      choice(state, 'shade', t('see_shade'), [['status', t('see_shadeStatus')], ['share', t('see_shadeShare')]], state.kind === 'all'),
      h('fieldset', {}, h('legend', {}, t('see_extras')), ...EXTRAS.map((name) => extra(state, name))),
      ...onFoot.layers(state),
      choice(state, 'background', t('see_background'), [
        ['streets', t('see_backgroundStreets')],
        ...(state.settings?.raster ? [/** @type {[string, string]} */ (['raster', t('see_backgroundRaster')])] : []),
        ['none', t('see_backgroundNone')],
      ], false));
  }

  /**
   * @param {State} state
   * @param {'shade' | 'background'} key
   * @param {string} title
   * @param {[string, string][]} options value and words
   * @param {boolean} disabled
   */
  function choice(state, key, title, options, disabled) {
    return h('fieldset', { disabled }, h('legend', {}, title), ...options.map(([value, words]) => h('label', {},
      h('input', {
        type: 'radio', name: `layers-${key}`, 'data-key': `${key}-${value}`, checked: state[key] === value,
        onchange: () => store.set({ [key]: value }),
      }), words)));
  }

  /** @param {State} state @param {typeof EXTRAS[number]} name */
  function extra(state, name) {
    const chosen = state.extras.split(',').filter(Boolean);
    const needsKind = name !== 'dots' && (state.kind === 'all' || isWalked(state));
    return h('label', { class: needsKind ? 'off' : '' },
      h('input', {
        type: 'checkbox', 'data-key': `extra-${name}`, checked: chosen.includes(name), disabled: needsKind,
        onchange: () => store.set({
          extras: (chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]).sort().join(','),
        }),
      }),
      h('span', { class: `extra-mark extra-${name}`, 'aria-hidden': 'true' }), t(`see_extra_${name}`));
  }

  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    show(false);
    button.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (open && !element.contains(/** @type {Node} */ (event.target))) show(false);
  });
  store.on(['lang', 'shade', 'extras', 'background', 'kind', 'settings', 'walkHere', 'coverage'], render);
  show(false);
  render(store.state);
}
