// @ts-check
import { fill, h, icon } from './dom.js';
import { local, t } from './i18n.js';
import { currentCity } from './state.js';

/**
 * @param {HTMLElement} element
 * @param {import('./state.js').State} state
 * @param {{city: (city: string) => void, standard: (id: string) => void, language: (lang: 'zh' | 'en') => void, report: () => void, data: () => void}} choose
 */
export function renderTopBar(element, state, choose) {
  const city = currentCity(state);
  fill(element,
    h('h1', { class: 'brand' }, h('span', { class: 'mark', 'aria-hidden': 'true' }), 'GapMap',
      h('span', { class: 'product' }, t('product'))),
    state.cities && state.cities.length > 0 && chooser('city', t('city'), state.city,
      state.cities.map((one) => [one.city, one.name]), choose.city),
    city?.demonstration && h('span', { class: 'badge-synthetic', title: t('syntheticLong') }, t('synthetic')),
    state.standards.length > 0 && chooser('standard', t('standard'), state.standard,
      state.standards.map((one) => [one.id, local(one.name)]), choose.standard),
    h('span', { class: 'spring' }),
    state.index && h('button', {
      type: 'button', class: 'report-button', 'data-key': 'report', 'aria-pressed': String(state.report !== null), onclick: choose.report,
    }, icon('table'), t('report')),
    state.cities && h('button', {
      type: 'button', class: 'report-button', 'data-key': 'data', 'aria-pressed': String(state.data !== null), onclick: choose.data,
    }, icon('upload'), t('data')),
    h('div', { class: 'languages', role: 'group', 'aria-label': t('languageSwitch') },
      languageButton('zh', '中文', state.lang, choose.language),
      languageButton('en', 'English', state.lang, choose.language)));
}

/**
 * @param {string} key
 * @param {string} label
 * @param {string | null} chosen
 * @param {string[][]} options value, name
 * @param {(value: string) => void} choose
 */
function chooser(key, label, chosen, options, choose) {
  return h('label', { class: `chooser chooser-${key}` },
    h('span', { class: 'chooser-label' }, label),
    h('select', {
      'data-key': key,
      onchange: (/** @type {Event} */ event) =>
        choose(/** @type {HTMLSelectElement} */ (event.currentTarget).value),
    }, ...options.map(([value, name]) =>
      h('option', { value, selected: value === chosen }, name))));
}

/**
 * @param {'zh' | 'en'} lang
 * @param {string} name
 * @param {string} chosen
 * @param {(lang: 'zh' | 'en') => void} choose
 */
function languageButton(lang, name, chosen, choose) {
  return h('button', {
    type: 'button', lang: lang === 'zh' ? 'zh-CN' : 'en', 'data-key': lang,
    'aria-pressed': String(lang === chosen), onclick: () => choose(lang),
  }, name);
}
