// @ts-check
import { fill, h, icon } from './dom.js';
import { local, t } from './i18n.js';
import { currentCity } from './state.js';

/**
 * @param {HTMLElement} element
 * @param {import('./state.js').State} state
 * @param {{city: (city: string) => void, standard: (id: string) => void, language: (lang: 'zh' | 'en') => void, report: () => void, data: () => void, area: (key: string | null) => void, theme: () => void, help: () => void}} choose
 */
export function renderTopBar(element, state, choose) {
  const city = currentCity(state);
  fill(element,
    h('h1', { class: 'brand' }, h('span', { class: 'mark', 'aria-hidden': 'true' }), 'GapMap',
      h('span', { class: 'product' }, t('product'))),
    state.cities && state.cities.length > 0 && chooser('city', t('city'), state.city,
      state.cities.map((one) => [one.city, one.name]), choose.city),
    state.index && state.index.areas?.length > 0 && areaChooser(state, choose.area),
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
    // The menu that it opens is show's, which listens for it.
    state.index && h('button', {
      type: 'button', class: 'report-button', 'data-key': 'share', 'aria-haspopup': 'menu', 'aria-expanded': 'false',
    }, icon('share'), t('show_share')),
    iconButton('help', 'help', t('choose_help'), choose.help),
    iconButton('theme', state.theme === 'dark' ? 'sun' : 'moon', t(state.theme === 'dark' ? 'choose_light' : 'choose_dark'), choose.theme),
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

/** Districts with their sub-districts. @param {import('./state.js').State} state @param {(key: string | null) => void} choose */
function areaChooser(state, choose) {
  const areas = state.index?.areas ?? [];
  const byName = (/** @type {import('./types.js').Area} */ a, /** @type {import('./types.js').Area} */ b) => a.name.localeCompare(b.name, 'zh-CN');
  const option = (/** @type {import('./types.js').Area} */ one, /** @type {string} */ name) =>
    h('option', { value: one.key, selected: one.key === state.area }, name);
  const districts = areas.filter((one) => one.level === 'district').sort(byName);
  const inside = (/** @type {string | null} */ key) => areas.filter((one) => one.level === 'subdistrict' && one.within === key).sort(byName);
  return h('label', { class: 'chooser chooser-area' },
    h('span', { class: 'chooser-label' }, t('choose_area')),
    h('select', {
      'data-key': 'area',
      onchange: (/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.currentTarget).value || null),
    },
    h('option', { value: '' }, t('choose_wholeCity')),
    ...districts.map((district) => h('optgroup', { label: district.name },
      option(district, t('choose_allOf', { name: district.name })), ...inside(district.key).map((one) => option(one, one.name)))),
    ...inside(null).map((one) => option(one, one.name))));
}

/** @param {string} key @param {string} picture @param {string} words @param {() => void} run */
function iconButton(key, picture, words, run) {
  return h('button', {
    type: 'button', class: 'icon-button bar-icon', 'data-key': key, title: words, 'aria-label': words, onclick: run,
  }, icon(picture));
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
