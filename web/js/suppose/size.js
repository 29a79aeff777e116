// @ts-check
// How large a facility is that is tried: as far as the standard's row asks. What is left empty is unknown.
import { h } from '../dom.js';
import { local, t } from '../i18n.js';
import { currentStandard, kindOf } from '../state.js';

/** @typedef {import('../types.js').ScenarioEdit & {do: 'add'}} Added */
/** @typedef {'capacity' | 'floorSqm' | 'landSqm'} Measure */

/** @type {Record<string, Measure>} */
const OF_NORM = { capacity: 'capacity', floor_sqm: 'floorSqm', land_sqm: 'landSqm' };
const LARGEST = 10_000_000;

/** The standard's rows that one of this kind may satisfy. @param {import('../state.js').State} state @param {string} kind */
function rowsOf(state, kind) {
  return currentStandard(state)?.rules.filter((rule) => rule.kind === kind || rule.satisfiedBy.includes(kind)) ?? [];
}

/** What of its size any row of the standard looks at. @param {import('../state.js').State} state @param {string} kind @returns {Measure[]} */
export function measuresOf(state, kind) {
  const rows = rowsOf(state, kind);
  return /** @type {Measure[]} */ (['capacity', 'floorSqm', 'landSqm']).filter((measure) => rows.some((rule) =>
    (rule.norm && OF_NORM[rule.norm.measure] === measure)
    || (measure === 'floorSqm' && (rule.leastFloorSqm ?? null) !== null)
    || (measure === 'landSqm' && ((rule.leastLandSqm ?? null) !== null || (rule.bySize?.length ?? 0) > 0))));
}

/**
 * A line of fields under what is tried; null where no row asks for any size.
 *
 * @param {import('../state.js').State} state
 * @param {Added} edit
 * @param {(size: Partial<Record<Measure, number | null>>) => void} change
 */
export function sizeFields(state, edit, change) {
  const measures = measuresOf(state, edit.kind);
  if (measures.length === 0) return null;
  const unit = local(kindOf(state, edit.kind).capacityUnit);
  return h('div', { class: 'edit-size', role: 'group', 'aria-label': t('suppose_sizeOf', { name: edit.name }) },
    ...measures.map((measure) => {
      const field = /** @type {HTMLInputElement} */ (h('input', {
        type: 'number', min: measure === 'capacity' ? 0 : 1, max: LARGEST, step: measure === 'capacity' ? 1 : 'any', placeholder: t('unknown'),
        value: edit[measure] ?? '', 'data-key': `edit-${measure}-${edit.uid ?? 0}`,
        onchange: () => {
          if (field.validity.valid) change({ [measure]: field.value === '' ? null : Number(field.value) });
          else field.reportValidity();
        },
      }));
      return h('label', {}, measure === 'capacity' && unit ? t('suppose_capacityIn', { unit }) : t(`suppose_${measure}`), field);
    }));
}

/**
 * Whether one of this size counts for the row: what nobody gave is not below any bound.
 *
 * @param {import('../types.js').Rule | null} rule
 * @param {Added} edit
 * @returns {'' | 'below_least_floor' | 'below_least_land'}
 */
export function tooSmall(rule, edit) {
  if (rule && below(edit.floorSqm, rule.leastFloorSqm)) return 'below_least_floor';
  const least = Math.max(rule?.bySize?.at(-1)?.fromLandSqm ?? 0, rule?.leastLandSqm ?? 0);
  return below(edit.landSqm, least) ? 'below_least_land' : '';
}

/** @param {number | null | undefined} given @param {number | null | undefined} least */
function below(given, least) {
  return given !== null && given !== undefined && given < (least ?? 0);
}

/** How far the row lets one of this size reach; of unknown size as the smallest. @param {import('../types.js').Rule} rule @param {Added} edit */
export function radiusOf(rule, edit) {
  const { landSqm } = edit;
  const given = landSqm === null || landSqm === undefined ? undefined : rule.bySize?.find((one) => landSqm >= one.fromLandSqm);
  return given?.radiusMetres ?? rule.bySize?.at(-1)?.radiusMetres ?? rule.radiusMetres;
}
