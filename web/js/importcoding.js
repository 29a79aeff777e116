// @ts-check
import { h } from './dom.js';
import { distance, local, t } from './i18n.js';
import { section } from './importparts.js';

/** @typedef {import('./importer.js').Wizard} Wizard */
/** @typedef {import('./importtypes.js').Preview} Preview */
/** @typedef {import('./importcheck.js').Choose} Choose */
/** @typedef {import('./importtypes.js').CrsCandidate} CrsCandidate */

const SHOWN = 4;

/** The same on the map: a candidate's places wear the colour of its row. */
export const CANDIDATE_COLOURS = ['#1d4f8f', '#c2571a', '#5d2a8c', '#0d7a6f', '#8a6d00', '#7a7f85'];

/**
 * Which characters the bytes are: the candidates side by side, one click to change.
 *
 * @param {Wizard} wizard
 * @param {Preview} preview
 * @param {Choose} choose
 */
export function encodingSection(wizard, preview, choose) {
  const { encoding } = preview;
  const broken = encoding.candidates.find((one) => one.value === encoding.value)?.broken ?? 0;
  if (encoding.candidates.length === 0) return null;
  return section(t('import_encoding'), broken > 0 ? 'doubt' : 'good',
    h('p', { class: 'quiet' }, encoding.value, ' · ', local(encoding.evidence)),
    h('div', { class: 'encodings', role: 'radiogroup', 'aria-label': t('import_encoding') }, ...encoding.candidates.map((one) => h('label', { class: 'encoding' },
      h('span', { class: 'encoding-head' },
        h('input', { type: 'radio', name: 'encoding', 'data-key': `encoding-${one.value}`, checked: one.value === encoding.value, onchange: () => choose.change({ encoding: one.value }) }),
        h('b', {}, one.value), h('span', { class: 'quiet', title: local(one.evidence) }, `${Math.round(one.score * 100)} %`)),
      h('span', { class: 'encoding-fields' }, one.fieldNames.slice(0, 6).join(' · ')),
      h('span', { class: 'encoding-samples' }, ...one.samples.slice(0, 5).map((sample) => h('span', {}, sample))),
      one.broken > 0 && h('span', { class: 'caution' }, t('import_broken', { n: one.broken }))))));
}

/**
 * Which coordinate system the numbers are in: each candidate with its evidence, and its places on the map.
 *
 * @param {Wizard} wizard
 * @param {Preview} preview
 * @param {Choose} choose
 */
export function crsSection(wizard, preview, choose) {
  const { crs } = preview;
  const now = crs.candidates.find((one) => one.crs === wizard.spec.crs) ?? crs.candidates.find((one) => one.name === crs.value) ?? null;
  const first = foremost(crs.candidates, now);
  const rest = crs.candidates.filter((one) => !first.includes(one));
  const better = crs.candidates.some((one) => one !== now && one.likelihood === 'likely' && now?.likelihood !== 'likely' && now?.likelihood !== 'declared');
  return section(t('import_crs'), !crs.value ? 'bad' : better ? 'doubt' : 'good',
    crs.value && h('p', { class: 'quiet' }, crs.value, crs.epsg !== null && !crs.value.includes(String(crs.epsg)) && ` (EPSG:${crs.epsg})`, ' · ', local(crs.evidence)),
    h('div', { class: 'crs-list', role: 'radiogroup', 'aria-label': t('import_crs') },
      ...first.map((one) => crsRow(one, crs.candidates.indexOf(one), one === now, choose)),
      rest.length > 0 && h('details', {}, h('summary', {}, t('import_moreCrs', { n: rest.length })),
        h('div', { class: 'crs-list' }, ...rest.map((one) => crsRow(one, crs.candidates.indexOf(one), one === now, choose))))),
    h('details', { class: 'other-crs', open: Boolean(wizard.spec.crs?.startsWith('fit:')) }, h('summary', {}, t('import_otherCrs')), otherCrs(wizard, choose), fit(crs.fit)));
}

/**
 * Those worth looking at: what is declared or likely, what was chosen, and where nothing is declared the
 * next best. A number without its meridian may lie in two dozen zones.
 *
 * @param {CrsCandidate[]} candidates the best first
 * @param {CrsCandidate | null} chosen
 */
export function foremost(candidates, chosen) {
  const sure = candidates.filter((one) => one.likelihood === 'declared' || one.likelihood === 'likely');
  const shown = sure.length > 0 ? sure : candidates.slice(0, SHOWN);
  return chosen && !shown.includes(chosen) ? [...shown, chosen] : shown;
}

/** @param {CrsCandidate} one @param {number} i @param {boolean} chosen @param {Choose} choose */
function crsRow(one, i, chosen, choose) {
  return h('label', { class: 'crs-row', onmouseenter: () => choose.candidates(one.crs), onmouseleave: () => choose.candidates(null) },
    h('input', { type: 'radio', name: 'crs', 'data-key': `crs-${one.crs}`, checked: chosen, onchange: () => choose.change({ crs: one.crs }) }),
    h('span', { class: 'crs-dot', style: { background: CANDIDATE_COLOURS[i % CANDIDATE_COLOURS.length] }, 'aria-hidden': 'true' }),
    h('span', {}, h('b', {}, one.name), ' ', h('span', { class: `mark-chip likelihood-${one.likelihood}` }, t(`likelihood_${one.likelihood}`)),
      h('span', { class: 'crs-evidence' }, [
        local(one.evidence),
        one.metresToOthers !== null && t('import_toOthers', { metres: distance(one.metresToOthers) }),
        one.accuracyMetres !== null && t('import_accuracy', { metres: String(one.accuracyMetres) }),
      ].filter(Boolean).join(' · '))));
}

/** @param {Wizard} wizard @param {Choose} choose */
function otherCrs(wizard, choose) {
  const given = wizard.spec.crs ?? '';
  const points = given.startsWith('fit:') ? given.slice(4).replaceAll(';', '\n') : '';
  const epsg = /** @type {HTMLInputElement} */ (h('input', { type: 'text', 'data-key': 'other-crs', placeholder: 'EPSG:4549', value: given.startsWith('fit:') ? '' : given, 'aria-label': t('import_otherCrs') }));
  const area = /** @type {HTMLTextAreaElement} */ (h('textarea', { rows: 5, 'data-key': 'control-points', placeholder: '3456.20,8123.91,121.50213,31.28452', 'aria-label': t('import_controlPoints') }));
  area.value = points;
  return h('div', { class: 'other-crs-forms' },
    h('div', { class: 'inline-form' }, epsg, h('button', { type: 'button', class: 'secondary', 'data-key': 'use-crs', onclick: () => choose.change({ crs: epsg.value.trim() || undefined }) }, t('import_use'))),
    h('p', {}, t('import_controlPoints')), h('p', { class: 'quiet' }, t('import_controlPointsHint')), area,
    h('button', {
      type: 'button', class: 'secondary', 'data-key': 'use-points',
      onclick: () => choose.change({ crs: `fit:${area.value.trim().split(/\s*\n\s*/).map((line) => line.replace(/[\s，;]+/g, ',')).join(';')}` }),
    }, t('import_fit')));
}

/** @param {Preview['crs']['fit']} found */
function fit(found) {
  return found && h('p', { class: 'because' },
    t('import_residuals', { rms: found.rmsMetres.toFixed(3), each: found.residuals.map((metres) => metres.toFixed(3)).join(', ') }));
}
