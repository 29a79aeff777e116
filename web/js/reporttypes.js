// @ts-check
// What the pages of the report are answered.

/**
 * @typedef {object} Indicator
 * @property {string} id
 * @property {string} dimension
 * @property {import('./types.js').Text} name
 * @property {import('./types.js').Text} unit
 * @property {'gap_count'|'coverage_ratio'|'quantity_gap'|'not_computed'} type
 * @property {string} countedOver
 * @property {string} kind empty where the standard has no row for it
 * @property {number | null} radiusMetres
 * @property {import('./types.js').Text | null} notComputed
 * @property {{clause: import('./types.js').Text, source: import('./types.js').Text, verification: import('./types.js').Verification}} source
 */

/**
 * @typedef {object} Figure
 * @property {number | null} value
 * @property {number | null} numerator
 * @property {number | null} denominator
 * @property {number | null} leftOut
 * @property {number | null} met
 * @property {number | null} partial
 * @property {number | null} gap
 * @property {number | null} unknown
 */

/**
 * @typedef {object} Indicators
 * @property {number} dataVersion
 * @property {string} edition
 * @property {string} level
 * @property {string[]} levels that the city has areas of, the whole city first
 * @property {Indicator[]} indicators
 * @property {{name: string | null, figures: Figure[]}[]} areas
 */

/**
 * @typedef {object} Comparison two data versions
 * @property {number} from
 * @property {number} to
 * @property {{change: string, kind: string, name: string, metres: number | null, fields: string[],
 *     before: import('./types.js').ChangeState | null, after: import('./types.js').ChangeState | null}[]} facilities
 * @property {{added: {id: number, name: string}[], removed: {id: number, name: string}[]}} communities
 * @property {{kind: string, radiusMetres: number, before: import('./types.js').Counts, after: import('./types.js').Counts, changed: {id: number, name: string,
 *     before: import('./types.js').Status, after: import('./types.js').Status, shareBefore: number | null, shareAfter: number | null, facilities: number[],
 *     because: string[]}[]}[]} kinds
 */

/**
 * @typedef {object} StandardComparison
 * @property {{kind: string, judgedIn: string, differences: import('./types.js').Text[], transitions: Record<string, number>,
 *     changed: number, changes: {id: number, name: string, verdicts: {was: import('./types.js').Status, becomes: import('./types.js').Status,
 *     shareBefore: number | null, shareAfter: number | null}, because: import('./types.js').Text[], together: boolean,
 *     excluded: {name: string}[], included: {name: string}[]}[]}[]} kinds
 */

export {};
