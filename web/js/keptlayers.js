// @ts-check
import { get, isAbort, Problem, send } from './api.js';
import { fill, h, icon } from './dom.js';
import { date, local, said, t, whole } from './i18n.js';
import { download, progressOf, select } from './importparts.js';
import { cancel, follow } from './longwork.js';
import { kindOf } from './state.js';

/** @typedef {import('./importtypes.js').KeptLayer} KeptLayer */
/** @typedef {import('./importtypes.js').Job} Job */

const FORMATS = [['gpkg', 'GeoPackage'], ['shp', 'Shapefile'], ['geojson', 'GeoJSON'], ['csv', 'CSV'], ['xlsx', 'XLSX']];

/** The city's layers: their versions, what was refused, the way back, and out again. */
export class KeptLayers {
  name = 'layers';
  /** @type {{city: string, layers: KeptLayer[]} | null} */
  #kept = null;
  #asked = '';
  /** @type {number | null} */
  #open = null;
  #format = 'gpkg';
  #crs = 'EPSG:4490';
  /** @type {Job | null} */
  #job = null;
  /** @type {string | null} */
  #said = null;
  /** @type {HTMLElement | null} */
  #element = null;

  /**
   * @param {import('./state.js').Store} store
   * @param {() => void} changed told when the city's data changed
   * @param {(error: unknown) => void} failed
   */
  constructor(store, changed, failed) {
    this.store = store;
    this.changed = changed;
    this.failed = failed;
  }

  leave() {
    this.#kept = null;
    this.#asked = '';
  }

  /** @param {HTMLElement} element @param {import('./state.js').State} state */
  render(element, state) {
    this.#element = element;
    // What arrives later is drawn where the room then is: the page may have been drawn anew meanwhile.
    const again = () => { if (this.#element?.isConnected) this.render(this.#element, this.store.state); };
    if (state.city !== null && this.#asked !== state.city) this.#load(state.city, again);
    const kept = this.#kept;
    const open = kept?.layers.find((one) => one.id === this.#open) ?? kept?.layers[0] ?? null;
    element.classList.remove('with-map');
    fill(element, !kept ? h('p', { class: 'quiet pad', role: 'status' }, state.city === null ? t('nothingTitle') : t('working')) : h('div', { class: 'report-columns' },
      h('div', { class: 'report-list' }, h('ul', {}, ...kept.layers.map((layer) => h('li', {}, h('button', {
        type: 'button', class: 'indicator', 'data-key': `layer-${layer.id}`, 'aria-pressed': String(layer === open),
        onclick: () => { this.#open = layer.id; this.#said = null; again(); },
      },
      h('span', { class: 'indicator-name' }, title(state, layer)),
      h('span', { class: 'indicator-value' }, whole(layer.versions.find((one) => one.current)?.rows ?? 0)),
      h('span', { class: 'quiet indicator-of' }, layer.source, ' · ', date(layer.versions[0]?.importedAt))))))),
      h('div', { class: 'report-detail', tabindex: '0', role: 'region', 'aria-label': t('data_layers') }, open && this.#detail(state, open, again))));
  }

  /** @param {string} city @param {() => void} again */
  async #load(city, again) {
    this.#asked = city;
    await this.#guard(async () => {
      this.#kept = await get('layers', { city }, 'layers');
      again();
    });
  }

  /** @param {import('./state.js').State} state @param {KeptLayer} layer @param {() => void} again */
  #detail(state, layer, again) {
    return h('div', { class: 'layer-detail' },
      h('h3', {}, title(state, layer)), h('p', { class: 'quiet' }, layer.source),
      h('section', { class: 'export-form' }, h('h4', {}, t('export')),
        h('div', { class: 'inline-form' },
          select('export-format', this.#format, FORMATS, (format) => { this.#format = format; }, t('export_format')),
          select('export-crs', this.#crs, [['EPSG:4490', 'CGCS2000 (EPSG:4490)'], ['EPSG:4326', 'WGS 84 (EPSG:4326)'], ['local', t('export_zone')]], (crs) => { this.#crs = crs; }, t('import_crs')),
          h('button', { type: 'button', class: 'primary', 'data-key': 'export', disabled: this.#job !== null, onclick: () => this.#export(state, layer, again) }, t('export_make'))),
        this.#job && progressOf(this.#job, () => cancel(/** @type {Job} */ (this.#job).id).catch(this.failed)),
        this.#said && h('p', { class: 'because', role: 'status' }, this.#said)),
      h('h4', {}, t('versions')),
      h('table', { class: 'figures versions' },
        h('thead', {}, h('tr', {}, ...(/** @type {const} */ (['version_number', 'version_file', 'version_rows', 'version_when', 'version_refused', 'version_do'])).map((key) => h('th', {}, key === 'version_do' ? h('span', { class: 'unseen' }, t(key)) : t(key))))),
        h('tbody', {}, ...layer.versions.map((one) => h('tr', { class: one.current ? 'current' : '' },
          h('th', { scope: 'row' }, one.version, one.current && h('span', { class: 'mark-chip verified' }, t('version_current'))),
          h('td', {}, one.file, h('span', { class: 'quiet version-by' }, [one.crs, t(/** @type {any} */ (`mode_${one.mode}`)), one.by, one.sha256 && one.sha256.slice(0, 12)].filter(Boolean).join(' · '))),
          h('td', { class: 'number' }, whole(one.rows)),
          h('td', {}, date(one.importedAt)),
          h('td', { class: 'number' }, one.refused > 0
            ? h('span', {}, whole(one.refused), ' ', download(`api/layers/${layer.id}/versions/${one.version}/refused.csv`, 'CSV'), ' ', download(`api/layers/${layer.id}/versions/${one.version}/refused.gpkg`, 'GPKG'))
            : '0'),
          h('td', {}, one.restorable && !one.current && h('button', {
            type: 'button', class: 'text-button', 'data-key': `restore-${one.version}`, onclick: () => this.#restore(layer, one.version, again),
          }, icon('reset'), t('version_restore'))))))));
  }

  /** @param {KeptLayer} layer @param {number} version @param {() => void} again */
  async #restore(layer, version, again) {
    if (!window.confirm(t('version_restoreAsk', { version: String(version), source: layer.source }))) return;
    await this.#guard(async () => {
      await send('POST', `layers/${layer.id}/restore`, { version });
      this.changed();
      await this.#load(this.#asked, again);
    });
  }

  /** @param {import('./state.js').State} state @param {KeptLayer} layer @param {() => void} again */
  async #export(state, layer, again) {
    this.#said = null;
    await this.#guard(async () => {
      const job = /** @type {Job} */ (await send('POST', 'exports', { city: state.city, layer: layer.id, format: this.#format, crs: this.#crs }));
      const ended = await follow(job.id, (now) => { this.#job = now; again(); }).ended;
      this.#job = null;
      if (ended.state === 'done') {
        const link = h('a', { href: `api/jobs/${ended.id}/file`, download: true });
        document.body.append(link);
        link.click();
        link.remove();
        this.#said = [t('export_done', { n: ended.result?.rows ?? 0 }), ...(ended.result?.cannotHold ?? []).map(local)].join(' ');
      } else this.#said = ended.problem ? said(`${ended.problem.what} ${ended.problem.remedy}`) : t(/** @type {any} */ (`job_${ended.state}`));
      again();
    });
  }

  /** @param {() => Promise<void>} work */
  async #guard(work) {
    try {
      await work();
    } catch (error) {
      this.#job = null;
      if (!isAbort(error)) this.failed(error instanceof Problem ? error : new Problem('', String(error), 0));
    }
  }
}

/** @param {import('./state.js').State} state @param {KeptLayer} layer */
function title(state, layer) {
  const type = t(/** @type {any} */ (`type_${layer.type}`));
  return layer.kind ? `${type}: ${local(kindOf(state, layer.kind).name)}` : type;
}
