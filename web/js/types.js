// @ts-check
// The shapes of docs/api.md as the page sees them. Types only: nothing runs here.

/** @typedef {{zh: string, en: string}} Text */
/** @typedef {'met'|'partial'|'gap'|'unknown'} Status */
/** @typedef {'verified'|'single_source'|'unverified'} Verification */
/** @typedef {'straight'|'walked'|'estimated'} Measured how distance was: walked is along streets, estimated a straight line and a factor */

/**
 * @typedef {object} Warning
 * @property {string} code
 * @property {number} count
 * @property {string} messageZh
 * @property {string} messageEn
 * @property {string[]} examples
 */

/**
 * @typedef {object} Layer
 * @property {'communities'|'facilities'|'streets'|'areas'|'sites'} type
 * @property {string} kind
 * @property {string} source
 * @property {number} version
 * @property {number} rows
 * @property {string} file
 * @property {string} importedAt
 * @property {string} crs
 * @property {string} completeFor
 * @property {boolean} completenessAsserted
 * @property {Warning[]} warnings
 */

/**
 * @typedef {object} City
 * @property {string} city
 * @property {string} name
 * @property {boolean} demonstration
 * @property {number} dataVersion
 * @property {[number, number, number, number] | null} bbox west, south, east, north
 * @property {Layer[]} layers
 */

/**
 * @typedef {object} Kind
 * @property {string} id
 * @property {Text} name
 * @property {string} icon one character
 * @property {string} targetGroup
 * @property {Text} capacityUnit
 * @property {string[]} members
 */

/**
 * @typedef {object} Rule
 * @property {string} kind
 * @property {string[]} satisfiedBy
 * @property {number | null} radiusMetres
 * @property {{fromLandSqm: number, radiusMetres: number}[]} [bySize] the largest first
 * @property {number | null} [leastFloorSqm]
 * @property {number | null} [leastLandSqm]
 * @property {{measure: string} | null} [norm]
 * @property {number} [detourFactor]
 * @property {string} mode
 * @property {number} metFrom
 * @property {number} gapBelow
 * @property {Text} clause
 * @property {Text} source
 * @property {number} year
 * @property {Verification} verification
 * @property {boolean} localChoice
 * @property {Text} note
 */

/**
 * @typedef {object} StandardProblem
 * @property {string} file
 * @property {boolean} keptEarlier what the file held before is used instead
 * @property {{what: string, where: string, remedy: string}[]} faults
 */

/**
 * @typedef {object} Standard
 * @property {string} id
 * @property {Text} name
 * @property {number} metFrom
 * @property {number} gapBelow
 * @property {Text} thresholdNote
 * @property {Rule[]} rules
 */

/**
 * @typedef {object} Index
 * @property {string} city
 * @property {number} dataVersion
 * @property {[number, number, number, number] | null} bbox
 * @property {number[]} id
 * @property {import('./types.js').Area[]} areas districts and sub-districts
 * @property {number[]} district numbers into the areas by community index, -1 for none
 * @property {number[]} subdistrict the same
 * @property {string[]} initials of the name in pinyin, all readings, with blanks between
 * @property {(string | null)[]} renovation renovated, under_way, planned, not_renovated; null is unknown
 * @property {string[]} name
 * @property {number[]} centre lon, lat, lon, lat ...
 * @property {number[]} areaSqm
 * @property {(number | null)[]} residents
 * @property {(number | null)[]} households
 * @property {(number | null)[]} elderly
 * @property {(number | null)[]} children
 * @property {(number | null)[]} buildYear
 */

/** @typedef {{statusUnknown: number, accessUnknown: number, accessSuspect: number}} Flags */

/**
 * @typedef {object} KindSummary
 * @property {string} kind
 * @property {number} radiusMetres
 * @property {number} met
 * @property {number} partial
 * @property {number} gap
 * @property {number} unknown
 * @property {number | null} residentsOutOfReach
 * @property {number} communitiesWithoutResidents
 * @property {number} facilitiesServing
 * @property {number} facilitiesListed
 * @property {Flags} flags
 * @property {boolean} hasLayer
 */

/** @typedef {{city: string, dataVersion: number, standard: string, kinds: KindSummary[]}} Summary */

/**
 * One kind's coverage (share, status), or that of all kinds (short, unknown, judged).
 * @typedef {object} Coverage
 * @property {string} city
 * @property {number} dataVersion
 * @property {string} standard
 * @property {string} kind
 * @property {number} [radiusMetres]
 * @property {(number | null)[]} [share]
 * @property {(number | null)[]} [shareOfPeople] where by is people
 * @property {string} [status]
 * @property {number[]} [short]
 * @property {number[]} [unknown]
 * @property {number} [judged]
 * @property {Measured} [measured]
 * @property {boolean} [estimated] a walk was taken for a straight line
 */

/**
 * @typedef {object} Facility
 * @property {string|number} id
 * @property {string} name
 * @property {string} kind
 * @property {string} subtype
 * @property {number} lon
 * @property {number} lat
 * @property {string} status
 * @property {string} access
 * @property {boolean} serves
 * @property {string} why
 * @property {boolean} suspect
 * @property {number[][]} outline rings of lon, lat, lon, lat; empty for a point
 * @property {number | null} reachMetres by the standard's row
 * @property {number | null} capacity
 * @property {string} source
 * @property {number} row
 */

/**
 * @typedef {object} Nearest
 * @property {string|number} id
 * @property {string} name
 * @property {number} metres
 * @property {number} lon
 * @property {number} lat
 * @property {[number, number]} from
 * @property {string} source
 * @property {number} row
 * @property {boolean} suspect
 * @property {[number, number][]} [path] along streets, where it was walked
 * @property {number | null} [straightMetres]
 * @property {number | null} [minutes]
 * @property {number | null} [detour]
 * @property {import('./walk/types.js').Gate | null} [gate] that the walk goes through
 */

/**
 * @typedef {object} SheetPeople
 * @property {string} group
 * @property {number | null} people
 * @property {string} basis
 * @property {string} spread
 * @property {boolean} estimated
 * @property {{guess: string, value?: number | null}[]} guesses
 * @property {number | null} shareOfPeople
 * @property {number | null} outOfReach
 * @property {null | {need: number | null, served: number | null, withoutCapacity: number | null,
 *     quantityGap: number | null, unit: Text, capacityUnknown: boolean, sharedWithUncounted: boolean,
 *     accessPer1000: number | null, norm: Norm}} capacity
 */

/**
 * @typedef {object} Norm
 * @property {number} amount
 * @property {string} measure
 * @property {string} basis
 * @property {Text} clause
 * @property {Text} source
 * @property {Verification} verification
 * @property {boolean} localChoice
 * @property {Text} note
 */

/**
 * @typedef {object} SheetKind
 * @property {string} kind
 * @property {number} radiusMetres
 * @property {string} mode
 * @property {Measured} [measured]
 * @property {boolean} [estimated] a walk was taken for a straight line
 * @property {string | null} [walkReason] why the community cannot be judged on foot
 * @property {number | null} share
 * @property {Status} status
 * @property {number | null} residentsOutOfReach
 * @property {SheetPeople} people
 * @property {Nearest | null} nearest
 * @property {number} within
 * @property {''|'no_layer'|'outside_completeness'} unknownBecause
 * @property {Text} clause
 * @property {Text} standardSource
 * @property {number} year
 * @property {Verification} verification
 * @property {boolean} localChoice
 * @property {Text} note
 * @property {Flags} flags
 * @property {number | null} [districtMedianShare] of the communities of the district that are judged
 * @property {number} [districtCommunities] how many these are
 */

/**
 * @typedef {object} Sheet
 * @property {number} id
 * @property {number} index
 * @property {string} name
 * @property {number} dataVersion
 * @property {[number, number]} centre
 * @property {number} areaSqm
 * @property {number | null} households
 * @property {number | null} residents
 * @property {number | null} elderly
 * @property {number | null} children
 * @property {number | null} buildYear
 * @property {string | null} [renovation] renovated, under_way, planned, not_renovated; null is unknown
 * @property {{district: string | null, subdistrict: string | null}} [area] the administrative ones that it lies in
 * @property {{source: string, file: string, row: number}} source
 * @property {SheetKind[]} kinds
 * @property {{kind: string, clause: Text}[]} notJudged
 */

/**
 * @typedef {object} Served a community that a facility reaches
 * @property {number} id
 * @property {number} index
 * @property {string} name
 * @property {number | null} share of the community's area that this facility alone reaches
 * @property {number | null} metres
 * @property {number | null} people of the group in its reach
 * @property {number | null} need of these people, in the norm's unit
 * @property {number | null} assigned how much of the facility goes to them, likewise
 * @property {number | null} assignedPeople who find that room
 * @property {boolean | null} only whether no other facility of the row reaches it; null is unknown
 */

/**
 * A facility with whom it serves; all of it null where no row of the standard judges its kind by distance.
 *
 * @typedef {Facility & {dataVersion: number, floorSqm: number | null, landSqm: number | null, file: FileRow,
 *     judgedAs: string | null, rule: Why['rule'] | null, group: string | null, communities: Served[] | null,
 *     load: null | {capacity: number | null, unit: Text, need: number | null, assigned: number | null,
 *       assignedPeople: number | null, peopleInReach: number | null, peopleUnknown: number, norm: Norm | null},
 *     withoutOther: null | {communities: number, people: number | null, unknown: number}}} FacilitySheet
 */

/**
 * @typedef {object} SiteNote what somebody on site says is wrong
 * @property {number} id
 * @property {number | null} community id
 * @property {string | null} communityName
 * @property {{id: string | null, name: string, kind: string} | null} facility its id is null where the data no longer have it
 * @property {string | null} kind
 * @property {string} text
 * @property {number} lon
 * @property {number} lat
 * @property {string} by
 * @property {string} at
 * @property {'open' | 'settled'} state
 * @property {string | null} settledAt
 */

/**
 * @typedef {object} NoteDraft a note that is not kept yet
 * @property {number | null} community id
 * @property {string | null} facility id
 * @property {string} about the name of what it is about; '' for a place on the map
 * @property {string | null} kind
 * @property {number} lon
 * @property {number} lat
 */

/**
 * @typedef {object} Gap
 * @property {number} id
 * @property {number} index
 * @property {string} name
 * @property {string} kind
 * @property {number} share
 * @property {Status} status
 * @property {number | null} residents
 * @property {number | null} residentsOutOfReach
 * @property {number} areaOutOfReachSqm
 * @property {string | null} nearestFacility
 * @property {number | null} nearestMetres
 */

/**
 * @typedef {object} Ranking columns by community index
 * @property {number} dataVersion
 * @property {string} kind
 * @property {(number | null)[]} residentsOutOfReach
 * @property {(number | null)[]} peopleOutOfReach of the kind's group
 * @property {(number | null)[]} elderlyOutOfReach
 * @property {(number | null)[]} childrenOutOfReach
 * @property {number[]} short kinds that are a gap
 * @property {number[]} unknown kinds
 * @property {string} question what was asked, to tell whether it is of the view that is shown
 * @property {number | null} radius that was asked for; null is the standard's
 */

/**
 * @typedef {object} Area an administrative one
 * @property {string} key
 * @property {'district' | 'subdistrict'} level
 * @property {string} name
 * @property {string | null} within key of the district
 * @property {[number, number, number, number]} bbox
 */

/** @typedef {{raster: null | {url: string, attribution: Text, maxZoom: number}}} Settings the administrator's */

/** @typedef {{dataVersion: number, kind: string, rankedBy: 'residents'|'area', gaps: Gap[]}} Gaps */

/** @typedef {{source: string, file: string, row: number, key: string, importedAt: string | null}} FileRow */

/**
 * A facility looked at for a community.
 * @typedef {object} Considered
 * @property {string} id
 * @property {string} name
 * @property {string} kind
 * @property {number} metres
 * @property {number} lon
 * @property {number} lat
 * @property {[number, number]} from
 * @property {[number, number][]} [path] along streets, where it was walked
 * @property {boolean} counted
 * @property {string} why
 * @property {number} reachMetres
 * @property {number | null} share
 * @property {string} status
 * @property {string} access
 * @property {number | null} capacity
 * @property {number | null} floorSqm
 * @property {number | null} landSqm
 * @property {string[]} flags
 * @property {FileRow} source
 */

/**
 * @typedef {object} ListUsed
 * @property {string} source
 * @property {string} file
 * @property {number} version
 * @property {number} rows
 * @property {string} importedAt
 * @property {string} completeFor
 * @property {boolean} completenessAsserted
 * @property {boolean} completeHere
 */

/**
 * @typedef {object} Why
 * @property {number} dataVersion
 * @property {string} kind
 * @property {Text} kindName
 * @property {{id: number, name: string, source: FileRow}} community
 * @property {Rule & {radiusMetres: number, ownRadiusMetres: number | null, detourFactor: number,
 *     estimated: boolean, metFrom: number, gapBelow: number, leastFloorSqm: number | null,
 *     leastLandSqm: number | null, obligation: string, sizes: {verification: Verification} | null}} rule
 * @property {{status: Status, share: number | null, counted: number, unknownBecause: string, sentence: Text}} verdict
 * @property {Considered[]} facilities
 * @property {ListUsed[]} lists
 * @property {{id: number, createdAt: string} | null} run
 */

/** @typedef {{met: number, partial: number, gap: number, unknown: number}} Counts */
/** @typedef {{file: string, row: number, source: string}} ChangeState */

/** @typedef {{name: string, kind: string, lon: number, lat: number}} FacilityPlace */

/**
 * An edit of a scenario. `uid` tells the edits of a draft apart and `about` says which facility an
 * id means: both are the page's own.
 *
 * @typedef {{do: 'add', kind: string, name: string, lon: number, lat: number, capacity?: number | null,
 *       floorSqm?: number | null, landSqm?: number | null, uid?: number}
 *   | {do: 'close', facility: string | FacilityPlace, about?: FacilityPlace | null, uid?: number}
 *   | {do: 'move', facility: string | FacilityPlace, about?: FacilityPlace | null, lon: number, lat: number, uid?: number}
 *   | {do: 'path', line: [number, number][], name: string, bridge?: boolean, uid?: number}
 *   | {do: 'street', lon: number, lat: number, name: string, uid?: number}
 *   | {do: 'rule', kind: string, radiusMetres?: number | null, metFrom?: number | null, gapBelow?: number | null, uid?: number}} ScenarioEdit
 */

/** @typedef {{edit: number, why: Text}} LostEdit */

/** @typedef {{group: string, gained: number | null, lost: number | null}} GroupGain people */

/**
 * @typedef {object} DraftAnswer what a draft changes of the coverage of the same question
 * @property {number} dataVersion
 * @property {string} standard
 * @property {string} kind
 * @property {'area' | 'people'} by
 * @property {number[]} lost numbers of edits that find nothing to change
 * @property {LostEdit[]} [lostWhy]
 * @property {Text | null} [note] that supposed streets change nothing where distances are straight
 * @property {{kind: string, radiusBefore: number, radiusAfter: number, group: string, lifted: number, lowered: number,
 *     areaGainedSqm: number | null, areaLostSqm: number | null, groups: GroupGain[]}[]} kinds
 * @property {{index: number[], share?: (number | null)[], shareOfPeople?: (number | null)[], status?: string,
 *     gained?: (number | null)[], short?: number[], unknown?: number[]}} changed columns over the communities that differ
 */

/**
 * @typedef {object} Other what the map is laid beside
 * @property {string} key which it is, and for which question
 * @property {Index} index of its own data version
 * @property {Coverage} coverage
 * @property {Facility[]} facilities
 */

/**
 * @typedef {object} Scenario
 * @property {number} id
 * @property {string} name
 * @property {ScenarioEdit[]} edits
 * @property {string} updatedAt
 * @property {number[]} lost numbers of edits that no longer find their facility
 * @property {LostEdit[]} [lostWhy]
 */

/**
 * @typedef {object} Difference a scenario against the city as it is
 * @property {{kind: string, radiusBefore: number, radiusAfter: number, group: string, gained: number | null,
 *     lost: number | null, becomeMet: number, becomeGap: number, changed: {id: number, name: string,
 *     before: Status, after: Status, shareBefore: number | null, shareAfter: number | null}[]}[]} kinds
 */

export {};
