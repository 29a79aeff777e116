// @ts-check
import { fill, h } from '../dom.js';
import { offset } from '../geodesy.js';
import { local, t } from '../i18n.js';
import { kindOf } from '../state.js';
import { L } from '../vendor.js';
import { about, isTried } from './edits.js';

const NUDGE_METRES = 20;
const FAR_NUDGE_METRES = 100;
const DRAG_FROM_PIXELS = 4;

/** @typedef {import('../types.js').ScenarioEdit} ScenarioEdit */

/** What of a draft is taken hold of on the map: a handle for each place, and the listed facilities. */
export class Handles {
  /** @type {Map<number, any>} markers by the edit's uid */
  #markers = new Map();
  #gestures = 0;
  #draggedAt = 0;

  /**
   * @param {import('./trial.js').Trial} trial
   * @param {import('../mapview.js').MapView} view
   * @param {import('../state.js').Store} store
   * @param {import('../ask/side.js').Side} side
   */
  constructor(trial, view, store, side) {
    this.trial = trial;
    this.view = view;
    this.store = store;
    this.side = side;
    this.choice = h('div', { id: 'facility-choice', role: 'dialog', hidden: true });
    view.map.getContainer().parentElement?.append(this.choice);
    this.#watchMap();
    store.on(['draft', 'lang', 'kinds', 'index'], (state) => this.#render(state));
    store.on(['trying'], ({ trying }) => {
      view.map.getContainer().classList.toggle('trying', trying);
      this.#closeChoice();
    });
  }

  #watchMap() {
    const { map } = this.view;
    const container = map.getContainer();
    map.on('click', (/** @type {any} */ event) => {
      if (!this.#busy() || Date.now() - this.#draggedAt < 250) return;
      if (!this.choice.hidden) return void this.#closeChoice();
      const facility = this.#listedAt(event.containerPoint);
      if (facility) this.#choose(facility, event.containerPoint);
      else this.trial.put(event.latlng.lng, event.latlng.lat);
    });
    map.on('mousedown', (/** @type {any} */ event) => this.#grab(event));
    map.on('movestart zoomstart', () => this.#closeChoice());
    container.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter' || !this.#busy() || event.target !== container) return;
      const { lng, lat } = map.getCenter();
      this.trial.put(lng, lat);
    });
  }

  /** Whether the map is there for facilities: while a note is placed or a path laid, it is not. */
  #busy() {
    const { trying, writing, laying } = this.store.state;
    return trying && !writing && laying === null;
  }

  /** A facility of the list, not one that is tried. @param {any} point @returns {import('../types.js').Facility | null} */
  #listedAt(point) {
    const facility = this.view.facilityAt(point);
    return facility && !isTried(facility) ? facility : null;
  }

  /** A listed facility is pulled away from where it stands. @param {any} event */
  #grab({ containerPoint: from, originalEvent }) {
    const facility = this.#busy() && originalEvent.button === 0 ? this.#listedAt(from) : null;
    if (!facility || facility.status === 'closed') return;
    const { map } = this.view;
    map.dragging.disable();
    const gesture = `pull-${++this.#gestures}`;
    /** @type {number | null} */
    let uid = null;
    const follow = (/** @type {any} */ { containerPoint, latlng }) => {
      if (uid === null && containerPoint.distanceTo(from) < DRAG_FROM_PIXELS) return;
      uid ??= this.#moving(facility, gesture);
      this.trial.move(uid, latlng.lng, latlng.lat, gesture);
    };
    const drop = () => {
      map.off('mousemove', follow);
      document.removeEventListener('mouseup', drop);
      map.dragging.enable();
      if (uid !== null) this.#draggedAt = Date.now();
    };
    map.on('mousemove', follow);
    document.addEventListener('mouseup', drop);
  }

  /** @param {import('../types.js').Facility} facility @param {string} [gesture] @returns {number} uid of the edit that moves it */
  #moving(facility, gesture) {
    const known = this.store.state.draft?.find((edit) => edit.do === 'move' && String(edit.facility) === String(facility.id));
    return known?.uid ?? this.trial.suppose({ do: 'move', facility: facility.id }, gesture);
  }

  /** @param {import('../types.js').Facility} facility @param {any} point */
  #choose(facility, point) {
    const kind = local(kindOf(this.store.state, facility.kind).name);
    const name = facility.name || kind;
    const act = (/** @type {() => void} */ run) => () => {
      this.#closeChoice();
      run();
    };
    const button = (/** @type {string} */ key, /** @type {string} */ words, /** @type {() => void} */ run) =>
      h('button', { type: 'button', 'data-key': key, onclick: act(run) }, words);
    fill(this.choice,
      h('strong', {}, name),
      h('div', { class: 'choice-buttons' },
        facility.status !== 'closed' && button('choice-close', t('suppose_close'), () => void this.trial.suppose({ do: 'close', facility: facility.id })),
        facility.status !== 'closed' && button('choice-move', t('suppose_move'), () => this.focus(this.#moving(facility))),
        button('choice-sheet', t('suppose_details'), () => this.side.openFacility(facility.id))));
    this.choice.setAttribute('aria-label', name);
    const tip = document.getElementById('tip');
    if (tip) tip.hidden = true;
    this.choice.hidden = false;
    const size = this.view.map.getSize();
    this.choice.style.left = `${Math.min(point.x + 12, size.x - this.choice.offsetWidth - 8)}px`;
    this.choice.style.top = `${Math.min(point.y + 12, size.y - this.choice.offsetHeight - 8)}px`;
    this.choice.onkeydown = (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#closeChoice();
      this.view.map.getContainer().focus({ preventScroll: true });
    };
    this.choice.querySelector('button')?.focus();
  }

  #closeChoice() {
    this.choice.hidden = true;
  }

  /** Gives an edit's handle the keyboard. @param {number} uid */
  focus(uid) {
    queueMicrotask(() => {
      const marker = this.#markers.get(uid);
      if (!marker) return;
      if (!this.view.map.getBounds().contains(marker.getLatLng())) this.view.map.panTo(marker.getLatLng());
      marker.getElement()?.focus({ preventScroll: true });
    });
  }

  /** @param {import('../state.js').State} state */
  #render(state) {
    const placed = (state.draft ?? []).filter((edit) => edit.do === 'add' || edit.do === 'move');
    for (const [uid, marker] of this.#markers) {
      if (placed.some((edit) => edit.uid === uid)) continue;
      marker.remove();
      this.#markers.delete(uid);
    }
    if (!state.index) return;
    for (const edit of placed) this.#place(state, /** @type {any} */ (edit));
  }

  /** @param {import('../state.js').State} state @param {ScenarioEdit & {lon: number, lat: number, uid: number}} edit */
  #place(state, edit) {
    const { uid, lon, lat } = edit;
    let marker = this.#markers.get(uid);
    if (!marker) {
      marker = this.#make(uid, lon, lat);
      this.#markers.set(uid, marker);
    }
    const element = marker.getElement();
    const kind = kindOf(state, edit.do === 'add' ? edit.kind : about(edit)?.kind ?? '');
    const name = (edit.do === 'add' ? edit.name : about(edit)?.name) || t('unnamed');
    element.textContent = kind.icon;
    element.classList.toggle('moved-marker', edit.do === 'move');
    element.setAttribute('aria-label', t('suppose_handle', { name, kind: local(kind.name) }));
    const at = marker.getLatLng();
    if (at.lng !== lon || at.lat !== lat) marker.setLatLng([lat, lon]);
  }

  /** @param {number} uid @param {number} lon @param {number} lat */
  #make(uid, lon, lat) {
    const marker = L.marker([lat, lon], {
      draggable: true, autoPan: true, keyboard: true, icon: L.divIcon({ className: 'trial-marker', iconSize: [30, 30] }),
    }).addTo(this.view.map);
    let gesture = '';
    marker.on('dragstart', () => { gesture = `drag-${++this.#gestures}`; });
    marker.on('drag', () => {
      const at = marker.getLatLng();
      this.trial.move(uid, at.lng, at.lat, gesture);
    });
    marker.on('dragend', () => { this.#draggedAt = Date.now(); });
    marker.getElement().addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#nudge(event, uid));
    return marker;
  }

  /** @param {KeyboardEvent} event @param {number} uid */
  #nudge(event, uid) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    const metres = event.shiftKey ? FAR_NUDGE_METRES : NUDGE_METRES;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      this.trial.remove(uid);
      this.view.map.getContainer().focus({ preventScroll: true });
    } else if (step) {
      const { lng, lat } = this.#markers.get(uid).getLatLng();
      this.trial.move(uid, ...offset(lng, lat, step[0] * metres, step[1] * metres), `nudge-${uid}`);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
