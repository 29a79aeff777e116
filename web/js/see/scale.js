// @ts-check

/**
 * What the map is made of at a zoom level: communities; where those would be specks, the areas that
 * they lie in; in a city without areas the specks, as squares.
 *
 * @typedef {'communities' | 'subdistrict' | 'district' | 'specks'} Drawn
 */

const SPECK_BELOW = 3;
const AREA_FROM = 36;
const EQUATOR_METRES_PER_PIXEL = 156543.034;

/** @type {WeakMap<import('../types.js').Index, {community: number, subdistrict: number, latitude: number, inAreas: boolean, levels: Set<string>}>} */
const sizes = new WeakMap();

/**
 * @param {import('../types.js').Index} index
 * @param {number} zoom
 * @returns {Drawn}
 */
export function drawnAt(index, zoom) {
  const { community, subdistrict, latitude, inAreas, levels } = sizesOf(index);
  const metresPerPixel = (EQUATOR_METRES_PER_PIXEL * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom;
  if (!(community / metresPerPixel < SPECK_BELOW)) return 'communities';
  if (!inAreas) return 'specks';
  if (!levels.has('district')) return 'subdistrict';
  return levels.has('subdistrict') && subdistrict / metresPerPixel >= AREA_FROM ? 'subdistrict' : 'district';
}

/** @param {import('../types.js').Index} index */
function sizesOf(index) {
  let known = sizes.get(index);
  if (!known) {
    const latitude = index.bbox ? (index.bbox[1] + index.bbox[3]) / 2 : 0;
    const perDegree = 111320 * Math.cos((latitude * Math.PI) / 180);
    const areas = index.areas ?? [];
    const widths = areas.filter(({ level }) => level === 'subdistrict').map(({ bbox }) => (bbox[2] - bbox[0]) * perDegree);
    const inSome = (index.district ?? []).filter((area, i) => area >= 0 || index.subdistrict[i] >= 0).length;
    known = {
      community: Math.sqrt(median(index.areaSqm)), subdistrict: median(widths), latitude,
      inAreas: inSome > index.id.length / 2, levels: new Set(areas.map(({ level }) => level)),
    };
    sizes.set(index, known);
  }
  return known;
}

/** @param {ArrayLike<number>} values @returns {number} NaN where there are none */
function median(values) {
  return Float64Array.from(values).sort()[values.length >> 1] ?? NaN;
}
