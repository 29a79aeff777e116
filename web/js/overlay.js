// @ts-check
import { L } from './vendor.js';

const RESTED_AFTER_MS = 120;

/** A canvas over the view and a margin around it, drawn anew when the view rests. */
export class Overlay extends L.Layer {
  #canvas = document.createElement('canvas');
  #origin = L.point(0, 0);
  #zoom = 0;
  #queued = false;
  #rest = 0;

  /**
   * @param {string} pane
   * @param {(pen: CanvasRenderingContext2D, place: (lon: number, lat: number) => any, size: any, margin: any) => boolean | void} draw
   *     `place` turns lon, lat into pixels of the canvas, whose view begins at `margin`; whoever draws
   *     nothing says false: a canvas with nothing on it costs as much to compose as one with something
   */
  constructor(pane, draw) {
    super();
    // Leaflet's own Layer takes no options: without this all would lie in one pane, whatever was asked for.
    L.setOptions(this, { pane });
    this.drawOn = draw;
    this.#canvas.className = 'overlay-canvas leaflet-zoom-animated';
  }

  /** @param {any} _map */
  onAdd(_map) {
    this.getPane()?.append(this.#canvas);
    this.#place();
    return this;
  }

  /** @param {any} _map */
  onRemove(_map) {
    clearTimeout(this.#rest);
    this.#canvas.remove();
    return this;
  }

  getEvents() {
    return {
      moveend: () => this.#follows(),
      resize: () => this.#place(),
      viewreset: () => this.#place(),
      /** @param {any} event */
      zoomanim: (event) => this.#follow(event),
    };
  }

  redraw() {
    if (this.#queued || !this._map) return;
    this.#queued = true;
    requestAnimationFrame(() => {
      this.#queued = false;
      if (this._map) this.#draw();
    });
  }

  /** While the view moves within the canvas, what is on it moves along and need not be drawn. */
  #follows() {
    clearTimeout(this.#rest);
    if (this._map.getZoom() !== this.#zoom || !this.#covers()) this.#place();
    else this.#rest = setTimeout(() => { if (!this.#centred()) this.#place(); }, RESTED_AFTER_MS);
  }

  #covers() {
    const view = this._map.getPixelBounds();
    const size = this._map.getSize().add(this.#margin().multiplyBy(2));
    return L.bounds(this.#origin, this.#origin.add(size)).contains(view);
  }

  #centred() {
    return this.#origin.equals(this._map.getPixelOrigin().add(this.#corner()));
  }

  /** Where the canvas begins when the view lies in its middle, in pixels of the map's pane. */
  #corner() {
    return this._map.containerPointToLayerPoint([0, 0]).subtract(this.#margin());
  }

  #margin() {
    return this._map.getSize().multiplyBy(0.2).round();
  }

  #place() {
    const size = this._map.getSize().add(this.#margin().multiplyBy(2));
    const scale = window.devicePixelRatio || 1;
    const [width, height] = [Math.floor(size.x * scale), Math.floor(size.y * scale)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#canvas.style.width = `${size.x}px`;
      this.#canvas.style.height = `${size.y}px`;
    }
    const corner = this.#corner();
    L.DomUtil.setPosition(this.#canvas, corner);
    this.#origin = this._map.getPixelOrigin().add(corner);
    this.#zoom = this._map.getZoom();
    this.#draw();
  }

  /** Moves the old picture along with the zoom's animation. @param {any} event */
  #follow({ center, zoom }) {
    const map = this._map;
    const scale = map.getZoomScale(zoom, this.#zoom);
    const pane = L.DomUtil.getPosition(map.getPanes().mapPane);
    const newOrigin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    const corner = map.project(map.unproject(this.#origin, this.#zoom), zoom).subtract(newOrigin);
    L.DomUtil.setTransform(this.#canvas, corner, scale);
  }

  #draw() {
    const pen = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext('2d'));
    const scale = window.devicePixelRatio || 1;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    const place = (/** @type {number} */ lon, /** @type {number} */ lat) =>
      this._map.project([lat, lon], this.#zoom).subtract(this.#origin);
    const size = L.point(this.#canvas.width / scale, this.#canvas.height / scale);
    this.#canvas.hidden = this.drawOn(pen, place, size, this.#margin()) === false;
  }
}
