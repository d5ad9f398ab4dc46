import { ringAreaM2 } from '../geometry/ring-area.ts'
import type { Features } from '../geometry/shapes.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { translate } from '../i18n/translate.ts'
import { featureAreasM2 } from './feature-areas.ts'
import { courseFaults } from './course-faults.ts'
import { faultKinds, type Fault, type ValidityReport } from './fault.ts'
import { overlapsOf } from './overlaps.ts'
import { repeatedFeatures } from './repeated-features.ts'
import { ringFaults } from './ring-faults.ts'
import type { Place } from './ring-meetings.ts'

/** Features in WGS 84 as they came from their file. */
export type CheckedFeatures = {
  readonly features: Features
  readonly evenOdd: 'polygon' | 'feature'
  /** Number of each feature in its file, from 1; in their order where it is missing. */
  readonly featureNumbers?: Uint32Array
  /** Parts of the shapes that do not return to their first point. */
  readonly openParts?: readonly number[]
}

const mostListed = 1_000
/** Smaller than a square metre, a ring is a slip of the hand. */
const tinyM2 = 1

/**
 * What is wrong with the geometry of a layer: per fault its place, what the engine does with it, and the area with and
 * without. `classOf` says which features unite: two of one class that overlap are told; -1 takes no part.
 */
export function validityReport(
  checked: CheckedFeatures,
  classOf: (feature: number) => number,
  work: TaskContext = {},
): ValidityReport {
  const { features, evenOdd, openParts = [] } = checked
  const { shapes, attributes } = features
  const isGround = shapes.kind === 'polygon'
  const { areasM2: featureM2, wholeM2, polygonM2 } = featureAreasM2(shapes, attributes.length, work)
  const faults: Fault[] = []
  const firstPartOf = new Map<number, number>()
  shapes.partPolygon.forEach((polygon, part) => {
    const feature = shapes.polygonFeature[polygon]!
    if (!firstPartOf.has(feature)) firstPartOf.set(feature, part)
  })
  const featureOf = (part: number): number => shapes.polygonFeature[shapes.partPolygon[part]!]!
  const numberOf = (feature: number): number => checked.featureNumbers?.[feature] ?? feature + 1
  const cornerOf = (part: number): Place => {
    const at = 2 * shapes.partStart[part]!
    return [shapes.coordinates[at]!, shapes.coordinates[at + 1]!]
  }
  const addPart = (kind: Fault['kind'], part: number, place: Place, count: number, changeM2 = 0): void => {
    const feature = featureOf(part)
    const areaM2 = featureM2[feature]!
    const ring = isGround ? { ring: part - firstPartOf.get(feature)! + 1 } : {}
    faults.push({ kind, feature: numberOf(feature), ...ring, count, place, areaM2, otherwiseM2: areaM2 + changeM2 })
  }

  work.signal?.throwIfAborted()
  for (const { kind, part, count, place, areaM2, otherwiseM2 } of ringFaults(shapes, evenOdd, polygonM2)) {
    addPart(kind, part, place, count, otherwiseM2 - areaM2)
  }
  for (const part of openParts) addPart('ring-open', part, cornerOf(part), 1)
  for (const { kind, part, count, place } of courseFaults(shapes)) addPart(kind, part, place, count)
  for (const part of isGround ? shapes.partPolygon.keys() : []) {
    const areaM2 = Math.abs(ringAreaM2(shapes.coordinates, shapes.partStart[part]!, shapes.partStart[part + 1]!))
    if (areaM2 > 0 && areaM2 < tinyM2) addPart('ring-tiny', part, cornerOf(part), 1, -areaM2)
  }
  const addPair = (
    kind: Fault['kind'],
    [a, b]: readonly [number, number],
    place: Place | null,
    sharedM2: number,
  ): void => {
    const otherwiseM2 = a === b ? wholeM2[a]! : featureM2[a]! + featureM2[b]!
    const other = a === b ? {} : { other: numberOf(a) }
    faults.push({ kind, feature: numberOf(b), ...other, count: 1, place, areaM2: otherwiseM2 - sharedM2, otherwiseM2 })
  }
  const repeated = repeatedFeatures(features)
  for (const [a, b] of repeated) {
    const isOfTwo = isGround && classOf(a) !== classOf(b)
    addPair(
      isOfTwo ? 'outline-of-two' : 'feature-repeated',
      [a, b],
      cornerOf(firstPartOf.get(b)!),
      isOfTwo ? 0 : featureM2[b]!,
    )
  }
  const reported = new Set(repeated.map(([a, b]) => `${a} ${b}`))
  const { overlaps, uncompared } = overlapsOf(shapes, classOf, work)
  for (const { features: pair, areaM2, place } of overlaps) {
    if (reported.has(pair.join(' '))) continue
    addPair(pair[0] === pair[1] ? 'members-overlap' : 'features-overlap', pair, place, areaM2)
  }
  for (let feature = 0; feature < attributes.length; feature++) {
    if (firstPartOf.has(feature)) continue
    faults.push({ kind: 'no-geometry', feature: numberOf(feature), count: 1, place: null, areaM2: 0, otherwiseM2: 0 })
  }
  const groundM2 = isGround ? featureM2.reduce((sum, areaM2) => sum + areaM2, 0) : null
  return { ...reportOf(faults, attributes.length, groundM2), uncompared }
}

function reportOf(faults: readonly Fault[], features: number, areaM2: number | null) {
  const kinds = faultKinds.flatMap((kind): ValidityReport['kinds'] => {
    const own = faults.filter((fault) => fault.kind === kind)
    if (own.length === 0) return []
    const words = {
      message: translate('en', `validity.${kind}`),
      engine: translate('en', `validity.${kind}.engine`),
      otherwise: translate('en', `validity.${kind}.otherwise`),
    }
    const sum = (member: 'areaM2' | 'otherwiseM2'): number => own.reduce((total, fault) => total + fault[member], 0)
    return [{ kind, count: own.length, ...words, areaM2: sum('areaM2'), otherwiseM2: sum('otherwiseM2') }]
  })
  const rank = (kind: Fault['kind']): number => faultKinds.indexOf(kind)
  const change = ({ areaM2: withM2, otherwiseM2 }: Fault): number => Math.abs(withM2 - otherwiseM2)
  const sorted = faults.toSorted(
    (a, b) => change(b) - change(a) || rank(a.kind) - rank(b.kind) || a.feature - b.feature,
  )
  return {
    features,
    areaM2,
    kinds,
    faults: sorted.slice(0, mostListed),
    unlisted: Math.max(0, faults.length - mostListed),
  }
}
