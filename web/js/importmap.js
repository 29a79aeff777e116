// @ts-check
import { AreaTiles, StreetTiles } from './background.js';
import { boundsOf } from './communities.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { CANDIDATE_COLOURS, foremost } from './importcoding.js';
import { canvasOn, VectorTiles } from './tiles.js';
import { L } from './vendor.js';

/** The communities that are there already, in outline. */
class OutlineTiles extends VectorTiles {
  /** @param {HTMLElement} tile @param {import('./mvt.js').TileFeature[]} features */
  draw(tile, features) {
    const pen = canvasOn(tile);
    pen.fillStyle = '#dfe3e8';
    pen.strokeStyle = '#9aa3ad';
    for (const feature of features) {
      const path = pathOf(feature);
      pen.fill(path);
      pen.stroke(path);
    }
  }
}

/** Where a file's rows would lie under each coordinate system, over what is there already. */
export class ImportMap {
  element = h('div', { class: 'import-map' });
  #canvas = h('div', { class: 'import-map-canvas', role: 'application', tabindex: '0' });
  #words = h('p', { class: 'import-map-words', role: 'status' });
  /** @type {any} */
  #map = null;
  /** @type {any[]} */
  #tiles = [];
  #tilesOf = '';
  #shown = '';
  /** @type {Map<string, any>} */
  #groups = new Map();

  /** @param {(lon: number, lat: number) => void} clicked */
  constructor(clicked) {
    this.clicked = clicked;
    this.element.append(this.#canvas, this.#words);
  }

  /** @param {import('./state.js').State} state @param {import('./importer.js').Wizard} wizard */
  show(state, wizard) {
    if (!this.#map) this.#make();
    this.#map.invalidateSize({ animate: false });
    const city = state.cities?.find((one) => one.city === wizard.spec.city) ?? null;
    this.#base(city);
    this.#words.textContent = wizard.placing !== null ? t('import_clickMapRow', { row: String(wizard.placing) })
      : wizard.preview ? t('import_mapHint') : '';
    this.#canvas.setAttribute('aria-label', t('import_map'));
    this.#canvas.classList.toggle('placing', wizard.placing !== null);
    this.#candidates(wizard, city);
  }

  #make() {
    this.#map = L.map(this.#canvas, { zoomControl: true, attributionControl: false, minZoom: 3, maxZoom: 19, preferCanvas: true });
    L.control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(this.#map);
    this.#map.setView([35, 105], 4);
    this.#map.on('click', (/** @type {any} */ event) => this.clicked(event.latlng.lng, event.latlng.lat));
  }

  /** @param {import('./types.js').City | null} city */
  #base(city) {
    const key = city ? `${city.city}/${city.dataVersion}` : '';
    if (key === this.#tilesOf) return;
    this.#tilesOf = key;
    for (const layer of this.#tiles) layer.remove();
    this.#tiles = [];
    if (!city?.bbox) return;
    const bounds = boundsOf(city.bbox).pad(0.5);
    const stamp = city.layers.map((layer) => layer.importedAt).sort().at(-1) ?? '';
    const make = (/** @type {any} */ Layer, /** @type {string} */ name) => new Layer({
      url: `tiles/${encodeURIComponent(city.city)}/${city.dataVersion}/${name}`, stamp, pane: 'tilePane', bounds, minZoom: 8, onGone: () => {},
    });
    this.#tiles = [make(OutlineTiles, 'communities'), make(StreetTiles, 'streets'), make(AreaTiles, 'areas')];
    for (const layer of this.#tiles) layer.addTo(this.#map);
  }

  /** @param {import('./importer.js').Wizard} wizard @param {import('./types.js').City | null} city */
  #candidates({ preview, spec }, city) {
    const candidates = preview?.crs.candidates ?? [];
    const chosen = candidates.find((one) => one.crs === spec.crs) ?? candidates.find((one) => one.name === preview?.crs.value) ?? null;
    const shown = foremost(candidates, chosen);
    const key = JSON.stringify([preview?.file.sha256, chosen?.crs, candidates.map((one) => [one.crs, one.outline[0]])]);
    if (key === this.#shown) return;
    this.#shown = key;
    for (const group of this.#groups.values()) group.remove();
    this.#groups.clear();
    shown.forEach((one) => {
      const i = candidates.indexOf(one);
      const colour = CANDIDATE_COLOURS[i % CANDIDATE_COLOURS.length];
      const group = L.layerGroup(one.outline.map(([lon, lat]) => L.circleMarker([lat, lon], {
        radius: one === chosen ? 4 : 2.5, weight: 1, color: '#fff', fillColor: colour, fillOpacity: one === chosen ? 0.95 : 0.55, interactive: false,
      })));
      this.#groups.set(one.crs, group);
      group.addTo(this.#map);
    });
    const places = (chosen ?? shown[0])?.outline ?? [];
    if (places.length > 0) this.#map.fitBounds(L.latLngBounds(places.map(([lon, lat]) => [lat, lon])).pad(0.15), { animate: false, maxZoom: 16 });
    else if (city?.bbox) this.#map.fitBounds(boundsOf(city.bbox), { animate: false });
  }

  /** Shows one candidate's places alone; null shows all again. @param {string | null} crs */
  highlight(crs) {
    for (const [name, group] of this.#groups) {
      if (crs === null || crs === name) group.addTo(this.#map);
      else group.remove();
    }
  }

  /** @param {number} lon @param {number} lat */
  fly(lon, lat) {
    this.#map?.setView([lat, lon], Math.max(this.#map.getZoom(), 17), { animate: false });
  }
}
