// @ts-check
import { GroundTiles } from './ground.js';
import { local, t } from './i18n.js';
import { INK } from './palette.js';
import { pathOf } from './paths.js';
import { canvasOn, VectorTiles } from './tiles.js';
import { L } from './vendor.js';

/** From below: what lies under the communities. */
export const BACKGROUND_PANES = { raster: 200, land_use: 205, streets: 210 };

/** The ground under the communities: what was imported, the administrator's raster service, or nothing. */
export class Background {
  /** @type {any[]} */
  #layers = [];
  /** @type {(Layer: any, name: string) => any} */
  #make = () => null;
  #drawn = '';

  /** @param {any} map @param {import('./state.js').Store} store */
  constructor(map, store) {
    this.map = map;
    this.store = store;
    store.on(['background', 'settings'], () => this.#draw());
  }

  /** @param {(Layer: any, name: string) => any} make a layer of the city's tiles of that name */
  show(make) {
    this.#make = make;
    this.#drawn = '';
    this.#draw();
  }

  /** After its colours have changed. */
  redraw() {
    for (const layer of this.#layers) if (layer instanceof VectorTiles) layer.redraw();
  }

  #draw() {
    const { background, settings } = this.store.state;
    const raster = background === 'raster' ? settings?.raster ?? null : null;
    const wanted = raster ? raster.url : background === 'streets' ? 'streets' : 'none';
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    for (const layer of this.#layers) layer.remove();
    this.#layers = raster ? [rasterLayer(raster)]
      : wanted === 'streets' ? [this.#make(LandTiles, 'land_use'), this.#make(StreetTiles, 'streets')].filter(Boolean) : [];
    for (const layer of this.#layers) layer.addTo(this.map);
  }
}

/**
 * Paled, so that the communities stay what is read first. The service is told which server's page
 * asks, as most of them demand, and not which view of it.
 *
 * @param {NonNullable<import('./types.js').Settings['raster']>} raster
 */
function rasterLayer({ url, maxZoom }) {
  return L.tileLayer(url, {
    pane: 'raster', maxNativeZoom: maxZoom, maxZoom: 22, className: 'raster-tiles',
    referrerPolicy: 'strict-origin-when-cross-origin',
  });
}

/** Whose work the background is. @param {import('./state.js').State} state @returns {string} */
export function attributionOf({ background, settings }) {
  if (background === 'streets') return t('attribution');
  const raster = background === 'raster' ? settings?.raster : null;
  return raster ? t('attributionRaster', { source: local(raster.attribution) }) : t('attributionNone');
}

/** Water, green and residential land, quieter than anything that is judged. */
export class LandTiles extends GroundTiles {
  what = /** @type {const} */ ('land');
}

/** The imported streets, drawn quietly under the communities. */
export class StreetTiles extends GroundTiles {
  what = /** @type {const} */ ('streets');
}

// A dozen neighbourhoods to a sub-district: from afar their names and lines would hide the communities.
const SMALLEST = /^(neighbou?rhood|社区|居委会?|村|村居|居民委员会|10)$/i;
const SMALLEST_AREAS_FROM_ZOOM = 15;

/** Outlines of administrative areas, over the communities. */
export class AreaTiles extends VectorTiles {
  /** @type {Map<HTMLElement, {name: string, level: string, x: number, y: number, weight: number}[]>} */
  #named = new Map();

  /** @param {HTMLElement} tile @param {import('./mvt.js').TileFeature[]} features */
  draw(tile, features) {
    const pen = canvasOn(tile);
    pen.strokeStyle = INK.area;
    pen.lineWidth = 1.2;
    pen.setLineDash([6, 3, 1.5, 3]);
    const shown = (this._tileZoom ?? 0) >= SMALLEST_AREAS_FROM_ZOOM
      ? features : features.filter((feature) => !SMALLEST.test(String(feature.properties.level ?? '')));
    for (const feature of shown) pen.stroke(pathOf(feature));
    this.#named.set(tile, shown.flatMap(placeOf));
  }

  /** @param {HTMLElement} tile */
  forget(tile) {
    this.#named.delete(tile);
  }

  /**
   * Where an area's name goes: the middle of what is on the screen of it.
   *
   * @returns {{name: string, level: string, latlng: any}[]} the largest areas first
   */
  names() {
    /** @type {Map<string, {name: string, level: string, x: number, y: number, weight: number}>} */
    const middles = new Map();
    const zoom = this._tileZoom;
    for (const { el, coords, current } of Object.values(this._tiles ?? {})) {
      if (!current || coords.z !== zoom) continue;
      for (const { name, level, x, y, weight } of this.#named.get(el) ?? []) {
        const sum = middles.get(`${level} ${name}`) ?? { name, level, x: 0, y: 0, weight: 0 };
        sum.x += (coords.x * 256 + x) * weight;
        sum.y += (coords.y * 256 + y) * weight;
        sum.weight += weight;
        middles.set(`${level} ${name}`, sum);
      }
    }
    return [...middles.values()].sort((a, b) => b.weight - a.weight).map(({ name, level, x, y, weight }) => ({
      name,
      level,
      latlng: this._map.unproject([x / weight, y / weight], zoom),
    }));
  }
}

/** @param {import('./mvt.js').TileFeature} feature */
export function placeOf(feature) {
  const name = String(feature.properties.name ?? '');
  const level = String(feature.properties.level ?? '');
  if (feature.type !== 3 || !name) return [];
  return feature.parts.map((ring) => {
    let [twice, x, y] = [0, 0, 0];
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      const cross = ring[i] * ring[j + 1] - ring[j] * ring[i + 1];
      twice += cross;
      x += (ring[i] + ring[j]) * cross;
      y += (ring[i + 1] + ring[j + 1]) * cross;
    }
    return { name, level, x: x / (3 * twice), y: y / (3 * twice), weight: Math.abs(twice) };
  }).filter(({ weight }) => weight > 1);
}
