// @ts-check
// The server's words name the command line's options; whoever reads them here has the page's controls.

/** @type {[RegExp, {zh: string, en: string}][]} the longer ones first */
const CONTROLS = [
  [/--field (\w+)=(?:字段名|FIELD)/g, { zh: '“字段”一步里的 $1', en: '“Fields” ($1)' }],
  [/--kind-word (?:词=类别|WORD=KIND)/g, { zh: '“字段”一步里的类别', en: 'the kinds of the step “Fields”' }],
  [/--kind-field(?: FIELD| 字段名)?/g, { zh: '“类别字段”', en: '“Kind field”' }],
  [/--complete-for all/g, { zh: '“名单在哪里是完整的”里的全市', en: '“Where is the list complete?”: the whole city' }],
  [/--complete-for/g, { zh: '“名单在哪里是完整的”', en: '“Where is the list complete?”' }],
  [/--crs ([\w:]+)/g, { zh: '“坐标系”里的 $1', en: '“Coordinates”: $1' }],
  [/--crs/g, { zh: '“坐标系”', en: '“Coordinates”' }],
  [/--encoding ([A-Z][\w-]+)/g, { zh: '“文字编码”里的 $1', en: '“Text encoding”: $1' }],
  [/--encoding/g, { zh: '“文字编码”', en: '“Text encoding”' }],
  [/--mode upsert/g, { zh: '“按编码更新”', en: '“Update by key”' }],
  [/--mode/g, { zh: '“如何存入”', en: '“How it is stored”' }],
  [/--kind(?: KIND)?/g, { zh: '“设施类别”', en: '“Kind”' }],
  [/--layer/g, { zh: '“图层”', en: '“Layer in it”' }],
  [/--city/g, { zh: '“城市”', en: '“City”' }],
  [/--source/g, { zh: '“数据来源”', en: '“Source”' }],
];

/**
 * @param {string} text of the server's
 * @param {'zh' | 'en'} lang
 * @returns {string} with the names of the page's controls instead of the command line's options
 */
export function inPageWords(text, lang) {
  if (!text.includes('--')) return text;
  return CONTROLS.reduce((words, [option, control]) => words.replace(option, control[lang]), text);
}
