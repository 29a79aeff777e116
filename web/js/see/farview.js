// @ts-check
import { percent } from '../i18n.js';
import { Overlay } from '../overlay.js';
import { colourOf, INK } from '../palette.js';
import { AreaFills } from './areafills.js';
import { areaPaints, areaShares } from './areashares.js';
import { paintsNow } from './classes.js';

const SPECK_REACH = 5;

/** The city from afar: areas with a number each, or where it has none a small square for each community. */
export class FarView {
  /** @type {AreaFills | null} */
  #fills = null;
  /** @type {(import('./areashares.js').AreaShare | null)[]} */
  #shares = [];
  /** @type {string[]} */
  #paints = [];
  #made = '';

  /** @param {import('../mapview.js').MapView} view @param {import('../state.js').Store} store */
  constructor(view, store) {
    this.view = view;
    this.store = store;
    this.numbers = new Overlay('labels', (pen, place, size) => this.#write(pen, place, size));
    this.specks = new Overlay('communities', (pen, place, size) => this.#strew(pen, place, size));
  }

  /** Puts up what the zoom level asks for, and takes down the rest. */
  arrange() {
    const { drawn, index } = this.store.state;
    const { map } = this.view;
    const level = drawn === 'district' || drawn === 'subdistrict' ? drawn : null;
    const wanted = level && index ? `${index.city}/${index.dataVersion}/${level}` : '';
    if (wanted !== this.#made) {
      this.#fills?.remove();
      this.#fills = level && index
        ? /** @type {AreaFills} */ (this.view.layerOf('areas', 'communities', (options) => new AreaFills(options, index.areas, level))) : null;
      this.#fills?.addTo(map);
      this.#made = wanted;
    }
    if (level) this.numbers.addTo(map);
    else this.numbers.remove();
    if (drawn === 'specks' && index) this.specks.addTo(map);
    else this.specks.remove();
    this.paint();
  }

  paint() {
    const { state } = this.store;
    const { drawn } = state;
    if (drawn === 'specks') {
      this.#paints = paintsNow(state) ?? [];
      this.specks.redraw();
    }
    if (drawn !== 'district' && drawn !== 'subdistrict') return;
    this.#shares = areaShares(state, drawn);
    this.#fills?.setPaints(areaPaints(state, this.#shares));
    this.numbers.redraw();
  }

  repaint() {
    this.#fills?.repaint();
    this.numbers.redraw();
    this.specks.redraw();
  }

  /** @param {any} latlng @returns {number | null} number of the area there, where areas are drawn */
  areaAt(latlng) {
    return this.#fills?.at(latlng) ?? null;
  }

  /** @param {number} area @returns {import('./areashares.js').AreaShare | null} */
  shareOf(area) {
    return this.#shares[area] ?? null;
  }

  /** @param {any} point in the container @returns {number | null} index of the community whose square is nearest */
  speckAt(point) {
    const { index, drawn } = this.store.state;
    if (drawn !== 'specks' || !index) return null;
    const reach = SPECK_REACH;
    const [west, east] = [-reach, reach].map((by) => this.view.map.containerPointToLatLng([point.x + by, point.y]).lng);
    const [south, north] = [reach, -reach].map((by) => this.view.map.containerPointToLatLng([point.x, point.y + by]).lat);
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    let [best, nearest] = [/** @type {number | null} */ (null), 1];
    for (let i = 0; i < index.id.length; i++) {
      const away = Math.hypot((index.centre[2 * i] - x) / (east - x), (index.centre[2 * i + 1] - y) / (north - y));
      if (away < nearest) [best, nearest] = [i, away];
    }
    return best;
  }

  /** @returns {Record<string, number>} */
  paintedNow() {
    if (this.#fills) return this.#fills.paintedNow();
    /** @type {Record<string, number>} */
    const counts = {};
    if (this.store.state.drawn === 'specks') for (const paint of this.#paints) counts[paint] = (counts[paint] ?? 0) + 1;
    return counts;
  }

  /** Names and numbers where there is room: the number rather than the name. @param {CanvasRenderingContext2D} pen @param {(lon: number, lat: number) => any} place @param {any} size */
  #write(pen, place, size) {
    const { index } = this.store.state;
    const family = getComputedStyle(document.body).fontFamily;
    const inWords = this.#shares.flatMap((one, n) => one ? [{ one, name: index?.areas[n].name ?? '', number: percent(one.share) }] : []);
    inWords.sort((a, b) => b.one.communities - a.one.communities);
    /** @type {number[][]} */
    const taken = [];
    const fonts = { number: `700 13px ${family}`, name: `500 12px ${family}` };
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
    const put = (/** @type {string} */ text, /** @type {string} */ font, /** @type {number} */ x, /** @type {number} */ y) => {
      pen.font = font;
      const half = pen.measureText(text).width / 2 + 2;
      const box = [x - half, y - 8, x + half, y + 8];
      if (x < 0 || y < 0 || x > size.x || y > size.y) return false;
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return false;
      taken.push(box);
      pen.strokeStyle = INK.halo;
      pen.lineWidth = 3.5;
      pen.strokeText(text, x, y);
      pen.fillStyle = INK.text;
      pen.fillText(text, x, y);
      return true;
    };
    const numbered = inWords.filter(({ one, number }) => {
      const { x, y } = place(one.lon, one.lat);
      return put(number, fonts.number, x, y);
    });
    for (const { one, name } of numbered) {
      const { x, y } = place(one.lon, one.lat);
      put(name, fonts.name, x, y - 16);
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {(lon: number, lat: number) => any} place @param {any} size */
  #strew(pen, place, size) {
    const { index } = this.store.state;
    if (!index) return;
    const side = Math.max(1.5, Math.min(3, this.view.map.getZoom() - 7.5));
    /** @type {Map<string, Path2D>} one fill for a colour, however many wear it */
    const paths = new Map();
    for (let i = 0; i < this.#paints.length; i++) {
      const { x, y } = place(index.centre[2 * i], index.centre[2 * i + 1]);
      if (x < 0 || y < 0 || x > size.x || y > size.y) continue;
      let path = paths.get(this.#paints[i]);
      if (!path) paths.set(this.#paints[i], (path = new Path2D()));
      path.rect(x - side / 2, y - side / 2, side, side);
    }
    for (const [paint, path] of paths) {
      pen.fillStyle = colourOf(paint);
      pen.fill(path);
    }
  }
}
