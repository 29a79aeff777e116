// @ts-check

/** @typedef {import('./tofile.js').Table} Table */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook (ECMA-376) of two sheets: the table, and what it is of. Texts are texts: no cell can be
 * taken for a formula. Unknown is an empty cell.
 *
 * @param {Table} table
 * @param {[string, string]} names of the sheets
 * @returns {Blob}
 */
export function xlsxOf({ heads, rows, about }, names) {
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`
      + names.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('') + '</Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>`
      + names.map((name, n) => `<sheet name="${sheetName(name)}" sheetId="${n + 1}" r:id="r${n + 1}"/>`).join('') + '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">`
      + names.map((_, n) => `<Relationship Id="r${n + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('') + '</Relationships>',
    'xl/worksheets/sheet1.xml': sheet([heads, ...rows], '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'),
    'xl/worksheets/sheet2.xml': sheet(about, ''),
  };
  const encoder = new TextEncoder();
  return new Blob(zipped(Object.entries(files).map(([name, text]) => ({ name: encoder.encode(name), bytes: encoder.encode(HEAD + text) }))), { type: `${TYPE}.sheet` });
}

/** @param {(string | number | null)[][]} rows @param {string} view */
function sheet(rows, view) {
  const data = rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, `${letters(c)}${r + 1}`)).join('')}</row>`);
  return `<worksheet xmlns="${MAIN}">${view}<sheetData>${data.join('')}</sheetData></worksheet>`;
}

/** @param {string | number | null} value @param {string} place */
function cell(value, place) {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** A column's: A, B .. Z, AA. @param {number} n from 0 @returns {string} */
function letters(n) {
  return (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
}

/** @param {string} text without what XML has no place for */
function escaped(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** At most 31 letters, none of those that Excel refuses. @param {string} name */
function sheetName(name) {
  return escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
}

/**
 * A zip archive (PKWARE's APPNOTE, 4.3) whose files are stored as they are.
 *
 * @param {{name: Uint8Array, bytes: Uint8Array}[]} files
 * @returns {BlobPart[]}
 */
function zipped(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const sum = crc32(bytes);
    // Version 2.0, names in UTF-8, stored, the earliest date that there is.
    const common = [[20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [sum, 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
    const local = numbers([[0x04034b50, 4], ...common]);
    directory.push(numbers([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), name);
    parts.push(local, name, bytes);
    at += local.length + name.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = numbers([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [at, 4], [0, 2]]);
  return /** @type {BlobPart[]} */ ([...parts, ...directory, end]);
}

/** Little-endian. @param {number[][]} values each with its number of bytes */
function numbers(values) {
  return Uint8Array.from(values.flatMap(([value, size]) => Array.from({ length: size }, (_, n) => (value >>> (8 * n)) & 0xff)));
}

/** @param {Uint8Array} bytes @returns {number} */
function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ CRC_TABLE[(sum ^ byte) & 0xff];
  return (sum ^ -1) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
