// @ts-check
// The shapes of docs/api.md, "Files in, layers out", as the page sees them. Types only.

/** @typedef {import('./types.js').Text} Text */

/**
 * @typedef {object} Spec what the user says of an import; what is left out is left to the file
 * @property {{upload?: string, folder?: string}} file
 * @property {string} [layer]
 * @property {string} type
 * @property {string} city
 * @property {string} [cityName]
 * @property {string} source
 * @property {string} [kind]
 * @property {string} [kindField]
 * @property {Record<string, string>} [kindWords]
 * @property {string} [encoding]
 * @property {string} [crs]
 * @property {string} [completeFor]
 * @property {Record<string, string>} [fields]
 * @property {string[]} [keepPersonal]
 * @property {'replace' | 'append' | 'upsert'} [mode]
 * @property {{row: number, with: string}[]} [merge]
 * @property {{row: number, lon: number, lat: number}[]} [places]
 */

/** @typedef {{name: string, geometry: string, rows: number | null}} LayerInFile */
/** @typedef {{format: string, layers: LayerInFile[], suggestedType: string | null}} Contents */

/**
 * @typedef {object} Job
 * @property {string | number} id
 * @property {'import' | 'preview' | 'assessment' | 'export'} what
 * @property {Text} title
 * @property {'queued' | 'running' | 'done' | 'failed' | 'cancelled'} state
 * @property {Text | null} stage
 * @property {number} done
 * @property {number | null} total
 * @property {number | null} rate
 * @property {number | null} secondsLeft
 * @property {string} createdAt
 * @property {string | null} startedAt
 * @property {string | null} finishedAt
 * @property {{title: string, what: string, where: string, remedy: string} | null} problem
 * @property {any} result
 * @property {string | null} file
 */

/**
 * @typedef {object} EncodingCandidate
 * @property {string} value
 * @property {number} score
 * @property {Text} evidence
 * @property {string[]} samples
 * @property {string[]} fieldNames
 * @property {number} broken
 */

/**
 * @typedef {object} CrsCandidate
 * @property {string} crs
 * @property {string} name
 * @property {'declared' | 'likely' | 'possible' | 'unlikely'} likelihood
 * @property {Text} evidence
 * @property {number | null} accuracyMetres
 * @property {number | null} metresToOthers
 * @property {[number, number][]} outline
 */

/**
 * @typedef {object} PreviewField
 * @property {string} field
 * @property {string} role
 * @property {Text} evidence
 * @property {string[]} samples
 * @property {number} filled
 * @property {'' | 'identity_number' | 'telephone' | 'resident_name'} personal
 * @property {boolean} place whether a row's place is read from it
 * @property {boolean} stored
 */

/** @typedef {{code: string, count: number, messageZh: string, messageEn: string, examples?: string[]}} IssueGroup */
/** @typedef {{row: number, field: string, code: string, messageZh: string, messageEn: string, detail: string}} RefusedRow */

/**
 * What there is to walk.
 *
 * @typedef {object} StreetTally
 * @property {{rule: string, passage: 'open' | 'private' | 'closed', ways: number, metres: number, labelZh: string, labelEn: string}[]} rules
 */

/**
 * @typedef {object} Report
 * @property {number} read
 * @property {number} stored
 * @property {number} repaired
 * @property {number} refused
 * @property {number} areaChangedSqm
 * @property {StreetTally} [streets] of a layer of streets only
 * @property {IssueGroup[]} refusedByReason
 * @property {IssueGroup[]} repairedByReason
 * @property {IssueGroup[]} warnings
 * @property {RefusedRow[]} refusedRows
 * @property {{value: string, rows: number, suggested?: string | null}[]} unknownKinds
 * @property {number} [dataVersion]
 * @property {boolean} [unchanged]
 * @property {LayerDifference} [difference]
 */

/**
 * @typedef {object} GeometryFinding
 * @property {string} code
 * @property {number} count
 * @property {Text} message
 * @property {number | null} sqm
 * @property {{row: number, other: number | null, name: string, sqm: number | null, lon: number, lat: number}[]} examples
 */

/** @typedef {{row: number, name: string, other: {id: string, name: string, source: string}, metres: number, likeness: number, lon: number, lat: number}} Duplicate */

/**
 * @typedef {object} LayerDifference
 * @property {string} mode
 * @property {number} added
 * @property {number} changed
 * @property {number} removed
 * @property {number} unchanged
 * @property {number} refused
 * @property {{change: string, row: number | null, key: string, name: string, fields: {field: string, before: string | null, after: string | null}[]}[]} examples
 */

/**
 * @typedef {object} Preview
 * @property {boolean} unchanged
 * @property {{at: string, spec: Spec} | null} remembered
 * @property {{name: string, format: string, geometry: string, bytes: number, sha256: string}} file
 * @property {{value: string, evidence: Text, candidates: EncodingCandidate[]}} encoding
 * @property {{value: string | null, epsg: number | null, evidence: Text | null, candidates: CrsCandidate[], fit: {residuals: number[], rmsMetres: number} | null}} crs
 * @property {{id: string, label: Text}[]} roles
 * @property {PreviewField[]} fields
 * @property {Report | null} report null where the problem stood in the way
 * @property {{what: string, where: string, remedy: string} | null} problem
 * @property {GeometryFinding[]} geometry
 * @property {{question: Text, areas: {name: string, level: string, rows: number}[]} | null} completeness
 * @property {Duplicate[]} duplicates
 * @property {LayerDifference | null} difference
 */

/**
 * @typedef {object} KeptVersion
 * @property {number} version
 * @property {number} id
 * @property {string} file
 * @property {number} bytes
 * @property {string} sha256
 * @property {number} rows
 * @property {string} crs
 * @property {string} importedAt
 * @property {string} by
 * @property {string} mode
 * @property {boolean} current
 * @property {boolean} restorable
 * @property {number} refused
 */

/** @typedef {{id: number, type: string, kind: string, source: string, current: number, versions: KeptVersion[]}} KeptLayer */

export {};
