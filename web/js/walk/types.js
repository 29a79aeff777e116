// @ts-check
// The shapes of walking's answers in docs/api.md as the page sees them. Types only: nothing runs here.

/**
 * @typedef {object} Gate
 * @property {number} lon
 * @property {number} lat
 * @property {'known' | 'inferred' | 'assumed'} source
 * @property {string} [name]
 * @property {number[]} [communities] indices
 */

/** @typedef {{type: 'water' | 'road' | 'own_wall' | 'compound' | 'no_way', name: string}} Barrier */

/**
 * @typedef {object} Fail a community whose kind is met by radius and not by walk
 * @property {number} id
 * @property {number} index
 * @property {string} name
 * @property {string} kind
 * @property {number | null} straightMetres
 * @property {number | null} walkMetres null where it cannot be walked at all
 * @property {number | null} detour
 * @property {number | null} [minutes]
 * @property {Barrier | null} barrier
 * @property {{id: string | number, name: string, lon: number, lat: number} | null} facility
 * @property {number | null} [people] of the kind's group, in reach on paper only
 * @property {[number, number][]} path along streets; empty where there is no way, and beyond the first of a long list
 * @property {[number, number][]} line the straight one, two places
 */

/** @typedef {{dataVersion: number, question: string, disagreements: Fail[], communities: number}} Fails */

/**
 * @typedef {object} Opening where one more gate would be
 * @property {number} lon
 * @property {number} lat
 * @property {{lon: number, lat: number}} joins the street that it would lead to
 * @property {[number, number][]} path from inside the compound to that street
 * @property {{kind: string, savedPeopleMetres: number | null, savedMetres: number | null, peopleInReach: number | null,
 *     peopleConnected?: number | null}[]} kinds what it saves
 */

/** @typedef {{dataVersion: number, community: number, kind: string, gates: Opening[]}} GateOffer */

/** @typedef {{id: number | string, index?: number, name: string, kind?: string, lon: number, lat: number, reason: string}} Unreached */
/** @typedef {{dataVersion: number, question: string, communities: Unreached[], facilities: Unreached[]}} CutOff */

/**
 * @typedef {object} NetworkReport
 * @property {boolean} streets whether any are known
 * @property {number} walkableMetres
 * @property {number} edges
 * @property {{group: string, metresPerSecond: number}[]} [speeds]
 * @property {{name: import('../types.js').Text, walkable: boolean, ways: number, metres: number}[]} rules
 * @property {{known: number, inferred: number, assumed: number}} gates
 * @property {{edges: number}} [cut] where streets cross a wall away from its gates
 * @property {{ends: number, farthestMetres: number}} [snapping] of an office's lines
 * @property {{count: number, metresOfSmall: number}} islands pieces of the network, the largest one included
 */

export {};
