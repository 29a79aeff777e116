// @ts-check
import { inPageWords } from './options.js';
import enAreas from '../i18n/en-areas.js';
import enAsk from '../i18n/en-ask.js';
import enChoose from '../i18n/en-choose.js';
import enData from '../i18n/en-data.js';
import enRank from '../i18n/en-rank.js';
import enSee from '../i18n/en-see.js';
import enShow from '../i18n/en-show.js';
import enSuppose from '../i18n/en-suppose.js';
import enWelcome from '../i18n/en-welcome.js';
import enMap from '../i18n/en.js';
import zhAreas from '../i18n/zh-areas.js';
import zhAsk from '../i18n/zh-ask.js';
import zhChoose from '../i18n/zh-choose.js';
import zhData from '../i18n/zh-data.js';
import zhRank from '../i18n/zh-rank.js';
import zhSee from '../i18n/zh-see.js';
import zhShow from '../i18n/zh-show.js';
import zhSuppose from '../i18n/zh-suppose.js';
import zhWelcome from '../i18n/zh-welcome.js';
import zhMap from '../i18n/zh.js';

/** @typedef {keyof typeof dictionaries.en | keyof typeof import('../i18n/en-walk.js').default} Key */
/** @typedef {import('./types.js').Text} Text */

export const dictionaries = {
  zh: { ...zhMap, ...zhData, ...zhAreas, ...zhAsk, ...zhChoose, ...zhRank, ...zhSee, ...zhShow, ...zhSuppose, ...zhWelcome },
  en: { ...enMap, ...enData, ...enAreas, ...enAsk, ...enChoose, ...enRank, ...enSee, ...enShow, ...enSuppose, ...enWelcome },
};

/**
 * The words of a part of the page that comes after the first map.
 *
 * @param {{zh: Record<string, string>, en: Record<string, string>}} words
 */
export function addWords({ zh, en }) {
  Object.assign(dictionaries.zh, zh);
  Object.assign(dictionaries.en, en);
}

let lang = /** @type {'zh' | 'en'} */ ('zh');

/** @param {'zh' | 'en'} wanted */
export function setLanguage(wanted) {
  lang = wanted;
  document.documentElement.lang = wanted === 'zh' ? 'zh-CN' : 'en';
  document.title = t('title');
}

export function language() {
  return lang;
}

/**
 * The string of a key; `{name}` in it is replaced by values.name. Where English needs a plural the
 * entry is `one | other`, chosen by values.n.
 *
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  // Some keys end in a code of the server's: a code that is new is shown as it is, and breaks nothing.
  const entry = /** @type {Record<string, string>} */ (dictionaries[lang])[key] ?? key;
  const [one, other] = entry.split(' | ');
  const text = other !== undefined && values.n !== 1 ? other : one;
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? whole(value) : String(value ?? '');
  });
}

/** @param {Text | null | undefined} text @returns {string} in the page's language, else in the other */
export function local(text) {
  return text ? inPageWords(text[lang] || text.zh || text.en, lang) : '';
}

/** What the server says in one language only, with the page's words for its options. @param {string} text @returns {string} */
export function said(text) {
  return inPageWords(text, lang);
}

/** @param {{messageZh: string, messageEn: string}} issue @returns {string} */
export function messageOf({ messageZh, messageEn }) {
  return local({ zh: messageZh, en: messageEn });
}

/** @param {number} value @returns {string} */
export function whole(value) {
  return new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en').format(Math.round(value));
}

/** @param {number | null | undefined} value @returns {string} unknown is a word, never zero */
export function wholeOrUnknown(value) {
  return value === null || value === undefined ? t('unknown') : whole(value);
}

/**
 * @param {number | null | undefined} share in [0, 1]
 * @returns {string} a percentage that says 0 and 100 only where it is exactly so
 */
export function percent(share) {
  if (share === null || share === undefined) return t('unknown');
  const value = share * 100;
  if (value > 0 && value < 1) return '<1 %';
  if (value > 99 && value < 100) return '>99 %';
  return `${Math.round(value)} %`;
}

/** @param {string | null | undefined} instant ISO 8601 @returns {string} the day */
export function date(instant) {
  if (!instant) return t('unknown');
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium' }).format(new Date(instant));
}

/** @param {number | null | undefined} metres @returns {string} */
export function distance(metres) {
  if (metres === null || metres === undefined) return t('unknown');
  return metres < 1000 ? `${whole(metres)} m` : `${(metres / 1000).toFixed(2)} km`;
}

/** @param {number} squareMetres @returns {string} */
export function area(squareMetres) {
  return squareMetres < 10000
    ? `${whole(squareMetres)} m²`
    : `${(squareMetres / 10000).toFixed(1)} ${t('hectares')}`;
}
