// @ts-check
import { Pbf } from './pbf.js';

/**
 * @typedef {object} TileFeature
 * @property {1 | 2 | 3} type point, line or polygon
 * @property {Record<string, string | number | boolean>} properties
 * @property {Float32Array[]} parts x, y, x, y ... in tile pixels; the rings of polygons unclosed
 */

/**
 * Reads the first layer of a Mapbox vector tile (version 2 of the specification).
 *
 * @param {ArrayBuffer} buffer
 * @param {number} size width of the tile in pixels
 * @returns {TileFeature[]}
 */
export function readTile(buffer, size) {
  if (buffer.byteLength === 0) return [];
  const pbf = new Pbf(new Uint8Array(buffer));
  /** @type {TileFeature[] | null} */
  let features = null;
  pbf.readFields((tag) => {
    if (tag === 3 && features === null) features = readLayer(pbf, pbf.readVarint() + pbf.pos, size);
  }, null);
  return features ?? [];
}

/** @param {InstanceType<typeof Pbf>} pbf @param {number} end @param {number} size */
function readLayer(pbf, end, size) {
  /** @type {string[]} */
  const keys = [];
  /** @type {(string | number | boolean)[]} */
  const values = [];
  /** @type {{type: 1 | 2 | 3, tags: number[], geometry: [number, number]}[]} */
  const raw = [];
  let extent = 4096;
  pbf.readFields((tag) => {
    if (tag === 2) raw.push(readFeature(pbf, pbf.readVarint() + pbf.pos));
    else if (tag === 3) keys.push(pbf.readString());
    else if (tag === 4) values.push(readValue(pbf, pbf.readVarint() + pbf.pos));
    else if (tag === 5) extent = pbf.readVarint();
  }, null, end);
  return raw.map(({ type, tags, geometry }) => {
    /** @type {Record<string, string | number | boolean>} */
    const properties = {};
    for (let i = 0; i + 1 < tags.length; i += 2) properties[keys[tags[i]]] = values[tags[i + 1]];
    return { type, properties, parts: readGeometry(pbf, geometry, size / extent) };
  });
}

/** @param {InstanceType<typeof Pbf>} pbf @param {number} end */
function readFeature(pbf, end) {
  /** @type {{type: 1 | 2 | 3, tags: number[], geometry: [number, number]}} */
  const feature = { type: 1, tags: [], geometry: [0, 0] };
  pbf.readFields((tag) => {
    if (tag === 2) pbf.readPackedVarint(feature.tags);
    else if (tag === 3) feature.type = /** @type {1 | 2 | 3} */ (pbf.readVarint());
    else if (tag === 4) {
      const length = pbf.readVarint();
      feature.geometry = [pbf.pos, pbf.pos + length];
      pbf.pos += length;
    }
  }, null, end);
  return feature;
}

/** @param {InstanceType<typeof Pbf>} pbf @param {number} end @returns {string | number | boolean} */
function readValue(pbf, end) {
  /** @type {string | number | boolean} */
  let value = '';
  pbf.readFields((tag) => {
    if (tag === 1) value = pbf.readString();
    else if (tag === 2) value = pbf.readFloat();
    else if (tag === 3) value = pbf.readDouble();
    else if (tag === 4 || tag === 5) value = pbf.readVarint(true);
    else if (tag === 6) value = pbf.readSVarint();
    else if (tag === 7) value = pbf.readBoolean();
  }, null, end);
  return value;
}

/**
 * @param {InstanceType<typeof Pbf>} pbf
 * @param {[number, number]} range
 * @param {number} scale
 */
function readGeometry(pbf, [start, end], scale) {
  pbf.pos = start;
  let x = 0;
  let y = 0;
  /** @type {number[][]} */
  const parts = [];
  while (pbf.pos < end) {
    const command = pbf.readVarint();
    if ((command & 7) === 7) continue;
    for (let left = command >> 3; left > 0; left--) {
      x += pbf.readSVarint();
      y += pbf.readSVarint();
      if ((command & 7) === 1) parts.push([]);
      parts[parts.length - 1].push(x * scale, y * scale);
    }
  }
  return parts.map((part) => Float32Array.from(part));
}
