// @ts-check
import { L } from './vendor.js';

/** A canvas over the view and a margin around it, drawn anew when the view rests. */
export class Overlay extends L.Layer {
  #canvas = document.createElement('canvas');
  #origin = L.point(0, 0);
  #zoom = 0;
  #queued = false;

  /**
   * @param {string} pane
   * @param {(pen: CanvasRenderingContext2D, place: (lon: number, lat: number) => any, size: any, margin: any) => void} draw
   *     `place` turns lon, lat into pixels of the canvas, whose view begins at `margin`
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
    this.#canvas.remove();
    return this;
  }

  getEvents() {
    return {
      moveend: () => this.#place(),
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

  #margin() {
    return this._map.getSize().multiplyBy(0.2).round();
  }

  #place() {
    const size = this._map.getSize().add(this.#margin().multiplyBy(2));
    const scale = window.devicePixelRatio || 1;
    this.#canvas.width = size.x * scale;
    this.#canvas.height = size.y * scale;
    this.#canvas.style.width = `${size.x}px`;
    this.#canvas.style.height = `${size.y}px`;
    const corner = this._map.containerPointToLayerPoint([0, 0]).subtract(this.#margin());
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
    this.drawOn(pen, place, size, this.#margin());
  }
}
