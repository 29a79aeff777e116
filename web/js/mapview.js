// @ts-check
import { AreaTiles, Background, BACKGROUND_PANES } from './background.js';
import { boundsOf, CommunityTiles } from './communities.js';
import { t } from './i18n.js';
import { drawLabels } from './labels.js';
import { Overlay } from './overlay.js';
import { setPatterns, setTheme } from './palette.js';
import { badgeRadius, drawReach } from './reach.js';
import { paintsNow } from './see/classes.js';
import { dotsOverlay } from './see/dots.js';
import { FarView } from './see/farview.js';
import { drawnAt } from './see/scale.js';
import { currentCity } from './state.js';
import { differencePaints } from './suppose/difference.js';
import { facilitiesNow } from './suppose/edits.js';
import { L } from './vendor.js';

const RESTED_AFTER_MS = 120;
const LEGEND_HEIGHT = 80;
const LEGEND_WIDTH = 270;
const PANES = { ...BACKGROUND_PANES, communities: 220, areas: 230, dots: 236, labels: 240, reach: 250 };

/** The map: tiles of one data version of one city, painted from the state. */
export class MapView {
  /** @type {CommunityTiles | null} */
  #communities = null;
  /** @type {AreaTiles | null} */
  #areas = null;
  /** @type {any[]} */
  #tiles = [];
  #shown = '';
  /** @type {string | number | null} */
  #hovered = null;
  #rest = 0;

  /**
   * @param {HTMLElement} element
   * @param {import('./state.js').Store} store
   * @param {() => void} onGone called when the server no longer has the data version on the map
   */
  constructor(element, store, onGone) {
    this.store = store;
    this.onGone = onGone;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map = L.map(element, {
      zoomControl: false, attributionControl: false, minZoom: 8, maxZoom: 19,
      fadeAnimation: false, zoomAnimation: !still, inertia: !still,
      keyboardPanDelta: 120,
    });
    for (const [name, order] of Object.entries(PANES)) {
      const pane = this.map.createPane(name);
      pane.style.zIndex = String(order);
      if (name !== 'communities') pane.style.pointerEvents = 'none';
    }
    L.control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(this.map);
    this.background = new Background(this.map, store);
    this.reach = new Overlay('reach', (pen, place, size) =>
      drawReach(pen, place, size, store.state, this.#hovered, this.map.getZoom()));
    this.labels = new Overlay('labels', (pen, place, size) =>
      drawLabels(pen, place, size, this.#namesOfAreas(), store.state.index, this.map.getZoom()));
    this.far = new FarView(this, store);
    this.dots = dotsOverlay(store);
    new ResizeObserver(() => this.map.invalidateSize({ animate: false })).observe(element);
    this.map.on('moveend', () => this.#rememberView());
    this.map.on('zoomend', () => this.#arrange());
    store.on(['index', 'city'], () => this.#showCity());
    store.on(['theme'], ({ theme }) => this.#changeInk(() => setTheme(theme)));
    store.on(['coverage', 'supposed', 'index', 'shade', 'filter', 'renovation', 'area', 'standard', 'other', 'against', 'how'], () => this.#paint());
    store.on(['against'], () => this.#arrange());
    store.on(['against', 'how', 'other'], () => this.#communities?.repaint());
    store.on(['hover', 'community', 'index'], () => this.#mark());
    store.on(['facilities', 'radius', 'sheet', 'line', 'draft', 'kind', 'standard', 'why', 'pointed', 'extras', 'facility', 'coverage', 'walkHere', 'fails', 'onfoot', 'offer', 'gates', 'cutOff', 'laid', 'facilitySheet'], () => this.reach.redraw());
    store.on(['lang'], () => element.setAttribute('aria-label', t('map')));
    element.setAttribute('aria-label', t('map'));
  }

  #showCity() {
    const { index } = this.store.state;
    if (!index || !index.bbox) return;
    const key = `${index.city}/${index.dataVersion}`;
    if (key === this.#shown) return;
    const otherCity = !this.#shown.startsWith(`${index.city}/`);
    this.#shown = key;
    const bounds = boundsOf(index.bbox);
    const at = this.store.state.at;
    if (at && bounds.pad(1).contains([at.lat, at.lon])) this.map.setView([at.lat, at.lon], at.zoom, { animate: false });
    else if (otherCity) this.showCity(false);
    for (const layer of this.#tiles) layer.remove();
    const make = (/** @type {any} */ Layer, /** @type {string} */ name) =>
      this.layerOf(name, name, (options) => new Layer(options));
    this.#communities = /** @type {CommunityTiles} */ (make(CommunityTiles, 'communities'));
    this.#areas = /** @type {AreaTiles} */ (make(AreaTiles, 'areas'));
    this.#tiles = [this.#communities, this.#areas];
    this.#areas.on('load', () => this.labels.redraw());
    this.#arrange();
    for (const layer of this.#tiles) if (layer !== this.#communities) layer.addTo(this.map);
    // What is judged is asked for first, what lies under it afterwards.
    this.background.show(make);
    this.reach.addTo(this.map);
    this.labels.addTo(this.map);
    this.labels.redraw();
  }

  /**
   * A layer of the tiles of the city on the map.
   *
   * @template T
   * @param {string} name of the tiles
   * @param {string} pane
   * @param {(options: ConstructorParameters<typeof import('./tiles.js').VectorTiles>[0]) => T} make
   * @returns {T}
   */
  layerOf(name, pane, make) {
    const index = /** @type {import('./types.js').Index} */ (this.store.state.index);
    return make({
      url: `tiles/${encodeURIComponent(index.city)}/${index.dataVersion}/${name}`,
      stamp: importedLast(currentCity(this.store.state)),
      pane, bounds: boundsOf(/** @type {NonNullable<typeof index.bbox>} */ (index.bbox)).pad(0.15), onGone: this.onGone,
    });
  }

  /** Communities where they are large enough to be seen, else what stands for them. */
  #arrange() {
    const { index, against } = this.store.state;
    if (!index || this.#shown !== `${index.city}/${index.dataVersion}`) return;
    // Two states of the city are compared community by community, however far away.
    const drawn = against === null ? drawnAt(index, this.map.getZoom()) : 'communities';
    this.store.set({ drawn });
    if (drawn === 'communities') this.#communities?.addTo(this.map);
    else this.#communities?.remove();
    this.far.arrange();
    this.labels.redraw();
  }

  /** From afar the areas bear their names with their numbers. */
  #namesOfAreas() {
    const { drawn } = this.store.state;
    return drawn === 'communities' || drawn === 'specks' ? this.#areas?.names() ?? [] : [];
  }

  #paint() {
    const paints = differencePaints(this.store.state) ?? paintsNow(this.store.state);
    if (!paints) return;
    this.#communities?.setPaints(paints);
    this.far.paint();
  }

  /** With patterns on them statuses can be told apart in a black-and-white copy. @param {boolean} on */
  patterned(on) {
    this.#changeInk(() => setPatterns(on));
  }

  /** @param {() => void} change */
  #changeInk(change) {
    change();
    this.#communities?.repaint();
    this.far.repaint();
    for (const overlay of [this.reach, this.labels, this.dots]) overlay.redraw();
    this.#areas?.redraw();
    this.background.redraw();
  }

  /** @returns {CommunityTiles | null} those of the city on the map */
  get communities() {
    return this.#communities;
  }

  #mark() {
    const { index, community, hover } = this.store.state;
    const selected = community === null ? -1 : (index?.id.indexOf(community) ?? -1);
    this.#communities?.setMarks(hover, selected < 0 ? null : selected);
  }

  /** Not at every step of a move: whoever hears of it writes the address and draws. */
  #rememberView() {
    clearTimeout(this.#rest);
    const remember = () => {
      const { lng, lat } = this.map.getCenter();
      this.store.set({ at: { lon: lng, lat, zoom: this.map.getZoom() } });
    };
    if (this.store.state.at?.zoom !== this.map.getZoom()) remember();
    else this.#rest = setTimeout(remember, RESTED_AFTER_MS);
  }

  /** @param {boolean} [animate] */
  showCity(animate = true) {
    const bbox = this.store.state.index?.bbox;
    if (!bbox) return;
    const bounds = boundsOf(bbox);
    const zoom = Math.min(this.map.getBoundsZoom(bounds, false, L.point(16, 16)), 17);
    const [low, high] = [this.map.project(bounds.getSouthWest(), zoom), this.map.project(bounds.getNorthEast(), zoom)];
    // Whatever height is left over goes under the city, where the legend stands.
    const spare = (this.map.getSize().y - (low.y - high.y)) / 2;
    const centre = low.add(high).divideBy(2).add([0, Math.max(0, Math.min(spare - 8, LEGEND_HEIGHT / 2))]);
    this.map.setView(this.map.unproject(centre, zoom), zoom, { animate });
  }

  /** @param {number} lon @param {number} lat */
  fly(lon, lat) {
    const zoom = Math.max(this.map.getZoom(), 16);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.map.setView([lat, lon], zoom, { animate: false });
    else this.map.flyTo([lat, lon], zoom, { duration: 0.7 });
  }

  /** @param {any} bounds */
  flyTo(bounds) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
// What is flown to should not come to lie behind the legend.
    const left = Math.min(LEGEND_WIDTH, this.map.getSize().x * 0.36);
    this.map.flyToBounds(bounds, { animate: !still, duration: 0.7, paddingTopLeft: [left, 24], paddingBottomRight: [24, 24], maxZoom: 17 });
  }

  /** @param {any} latlng @returns {number | null} */
  communityAt(latlng) {
    return this.#communities?.at(latlng) ?? this.far.speckAt(this.map.latLngToContainerPoint(latlng));
  }

  /** @param {any} point in the container @returns {import('./types.js').Facility | null} */
  facilityAt(point) {
    const { drawn } = this.store.state;
    if (drawn === 'district' || drawn === 'subdistrict') return null;
    const reach = badgeRadius(this.map.getZoom()) + 2;
    let best = null;
    let nearest = reach;
    for (const facility of facilitiesNow(this.store.state)) {
      const away = this.map.latLngToContainerPoint([facility.lat, facility.lon]).distanceTo(point);
      if (away <= nearest) [best, nearest] = [facility, away];
    }
    return best;
  }

  /** @param {string | number | null} id */
  hoverFacility(id) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.reach.redraw();
  }

  /** Whether everything that the map shows of the city's data is on it. @returns {boolean} */
  settled() {
    const { coverage, index, drawn } = this.store.state;
    if (!coverage || !index || this.#areas?.isLoading()) return false;
    return drawn === 'district' || drawn === 'subdistrict' || this.#communities?.isLoading() === false;
  }

  /** @returns {Record<string, number>} communities on the screen, or the areas that stand for them, by what they are painted with */
  paintedNow() {
    return this.store.state.drawn === 'communities' ? this.#communities?.paintedNow() ?? {} : this.far.paintedNow();
  }
}

/**
 * The browser keeps a version's tiles for good. Another database behind the same address counts its
 * versions from 1 too: the time of the last import tells the two apart.
 *
 * @param {import('./types.js').City | null} city
 * @returns {string}
 */
export function importedLast(city) {
  return city?.layers.map((layer) => layer.importedAt).sort().at(-1) ?? '';
}
