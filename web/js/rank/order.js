// @ts-check

/**
 * The order of a column: a stable sort of the bits of its numbers, sixteen at a time. A column of
 * 220,000 takes some ten milliseconds; sorting with a comparison takes twenty times that.
 *
 * @param {Float64Array} keys NaN where unknown
 * @param {boolean} descending
 * @returns {Uint32Array} indexes of the keys; the unknown ones last either way
 */
export function orderBy(keys, descending) {
  const bits = new Uint32Array(keys.length * 2);
  new Float64Array(bits.buffer).set(keys);
  const low = LITTLE_ENDIAN ? 0 : 1;
  const flip = descending ? 0xffffffff : 0;
  let known = 0;
  let unknown = keys.length;
  const indexes = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const value = keys[i];
    if (value !== value) continue;
    // -0 and 0 are the same number with different bits.
    if (value === 0) bits[2 * i] = bits[2 * i + 1] = 0;
    const high = bits[2 * i + 1 - low];
    // As unsigned numbers the bits ascend like what they stand for once the sign is turned about.
    const negative = high >>> 31 === 1;
    bits[2 * i + 1 - low] = (negative ? ~high : high | 0x80000000) ^ flip;
    bits[2 * i + low] = (negative ? ~bits[2 * i + low] : bits[2 * i + low]) ^ flip;
    indexes[known++] = i;
  }
  for (let i = keys.length - 1; i >= 0; i--) if (keys[i] !== keys[i]) indexes[--unknown] = i;
  return sortedByBits(indexes, known, bits, low);
}

/**
 * @param {Uint32Array} indexes
 * @param {number} known how many of them are sorted, from the first on
 * @param {Uint32Array} bits
 * @param {number} low where the lower half of a number stands
 */
function sortedByBits(indexes, known, bits, low) {
  /** @type {Uint32Array} */
  let from = indexes;
  /** @type {Uint32Array} */
  let to = Uint32Array.from(indexes);
  const counts = new Uint32Array(65536);
  for (let pass = 0; pass < 4; pass++) {
    const word = pass < 2 ? low : 1 - low;
    const shift = pass % 2 === 0 ? 0 : 16;
    counts.fill(0);
    for (let n = 0; n < known; n++) counts[(bits[2 * from[n] + word] >>> shift) & 0xffff]++;
    if (known === 0 || counts[(bits[2 * from[0] + word] >>> shift) & 0xffff] === known) continue;
    let start = 0;
    for (let digit = 0; digit < counts.length; digit++) {
      const count = counts[digit];
      counts[digit] = start;
      start += count;
    }
    for (let n = 0; n < known; n++) to[counts[(bits[2 * from[n] + word] >>> shift) & 0xffff]++] = from[n];
    [from, to] = [to, from];
  }
  return from;
}

const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** @type {WeakMap<readonly string[], Float64Array>} */
const placesOf = new WeakMap();

/**
 * Where each text comes in a dictionary: Chinese by pinyin, numbers in texts by their value. Only
 * the characters are collated, a few thousand, not the texts; the texts are then sorted by their
 * characters' places, the first time that they are asked for.
 *
 * @param {readonly string[]} texts '' is unknown
 * @returns {Float64Array} NaN where unknown; equal texts have equal places
 */
export function placesByName(texts) {
  const kept = placesOf.get(texts);
  if (kept) return kept;
  const lines = foldedAll(texts);
  const words = encoded(lines, rankOfCharacters(lines));
  const order = sortedByUnits(words, texts.length);
  const places = new Float64Array(texts.length).fill(NaN);
  let place = 0;
  for (let n = 0; n < order.length; n++) {
    if (n > 0 && lines[order[n]] !== lines[order[n - 1]]) place++;
    if (lines[order[n]] !== '') places[order[n]] = place;
  }
  placesOf.set(texts, places);
  return places;
}

/** @param {string[]} lines @returns {Uint16Array} by code unit, from 1 on */
function rankOfCharacters(lines) {
  const ranks = new Uint16Array(65536);
  for (const line of lines) for (let n = 0; n < line.length; n++) ranks[line.charCodeAt(n)] = 1;
  const characters = [];
  for (let unit = 0; unit < ranks.length; unit++) if (ranks[unit] === 1) characters.push(String.fromCharCode(unit));
  characters.sort(new Intl.Collator(['zh-Hans-CN-u-co-pinyin', 'zh', 'en']).compare);
  characters.forEach((character, n) => { ranks[character.charCodeAt(0)] = n + 1; });
  return ranks;
}

/**
 * The texts as numbers that compare like them. A number in a text is the first digit's rank, then
 * how many digits it has, then these.
 *
 * @param {string[]} lines
 * @param {Uint16Array} ranks
 */
function encoded(lines, ranks) {
  const digitRanks = [...'0123456789'].map((digit) => ranks[digit.charCodeAt(0)]).filter((rank) => rank > 0);
  const number = digitRanks.length > 0 ? Math.min(...digitRanks) : 0;
  const starts = new Uint32Array(lines.length + 1);
  const units = new Uint16Array(lines.reduce((sum, line) => sum + 3 * line.length, 0));
  let end = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    starts[i] = end;
    for (let n = 0; n < line.length;) {
      if (!isDigit(line.charCodeAt(n))) {
        units[end++] = ranks[line.charCodeAt(n++)];
        continue;
      }
      while (line[n] === '0' && isDigit(line.charCodeAt(n + 1))) n++;
      let after = n;
      while (isDigit(line.charCodeAt(after))) after++;
      units[end++] = number;
      units[end++] = after - n;
      for (; n < after; n++) units[end++] = line.charCodeAt(n) - ZERO + 1;
    }
  }
  starts[lines.length] = end;
  return { starts, units };
}

/**
 * Sorted from the last unit to the first, each pass keeping the order of the one before.
 *
 * @param {{starts: Uint32Array, units: Uint16Array}} words
 * @param {number} n
 */
function sortedByUnits({ starts, units }, n) {
  let longest = 0;
  let most = 60;
  for (let i = 0; i < n; i++) longest = Math.max(longest, starts[i + 1] - starts[i]);
  for (const unit of units) if (unit > most) most = unit;
  let from = Uint32Array.from({ length: n }, (_, i) => i);
  let to = new Uint32Array(n);
  for (let at = Math.min(longest, LONGEST_COMPARED) - 1; at >= 0; at--) {
    const unitOf = (/** @type {number} */ i) => starts[i] + at < starts[i + 1] ? units[starts[i] + at] : 0;
    const ends = new Uint32Array(most + 2);
    for (let i = 0; i < n; i++) ends[unitOf(i) + 1]++;
    for (let unit = 1; unit < ends.length; unit++) ends[unit] += ends[unit - 1];
    for (let k = 0; k < n; k++) to[ends[unitOf(from[k])]++] = from[k];
    [from, to] = [to, from];
  }
  return from;
}

const LONGEST_COMPARED = 80;
const ZERO = 48;

/** @param {number} unit */
function isDigit(unit) {
  return unit >= ZERO && unit < ZERO + 10;
}

/** @param {string} text @returns {string} without the widths and cases of letters */
export function folded(text) {
  return text.normalize('NFKC').toLowerCase();
}

/** @param {readonly string[]} texts @returns {string[]} folded, in one go where that is the same */
export function foldedAll(texts) {
  const lines = folded(texts.join('\n')).split('\n');
  return lines.length === texts.length ? lines : texts.map((text) => folded(text).replaceAll('\n', ' '));
}
