import type { Note, NoteCode } from '../../../core/result/note.ts'
import { formatNumber } from '../../../core/format/format.ts'
import { featureAreasM2 } from '../../../core/geometry-check/feature-areas.ts'
import { repeatedFeatures } from '../../../core/geometry-check/repeated-features.ts'
import { ringFaults, type PolygonFault } from '../../../core/geometry-check/ring-faults.ts'
import { addPlace, noPlaces, noteOfPlaces } from './places.ts'
import type { RawLayer } from './raw-layer.ts'

const crossing: ReadonlySet<string> = new Set(['ring-crosses-itself', 'rings-cross'])

/** Notes on what of the geometry of a placed layer changes areas or counts; the validity report tells each fault. */
export function validityNotes({ file, features, evenOdd, featureNumbers }: RawLayer): readonly Note[] {
  const { polygonFeature } = features.shapes
  const { areasM2, wholeM2, polygonM2 } = featureAreasM2(features.shapes, features.attributes.length)
  const faults = ringFaults(features.shapes, evenOdd, polygonM2)
  const tell = (code: NoteCode, reported: readonly PolygonFault[]): Note[] => {
    if (reported.length === 0) return []
    const places = noPlaces()
    const areas = new Map(reported.map(({ polygon, areaM2, otherwiseM2 }) => [polygon, [areaM2, otherwiseM2] as const]))
    for (const feature of new Set([...areas.keys()].map((polygon) => polygonFeature[polygon]!)))
      addPlace(places, featureNumbers[feature]!)
    const [counted, otherwise] = [0, 1].map((i) => [...areas.values()].reduce((sum, each) => sum + each[i]!, 0))
    const values = {
      areaHa: inHa(counted!),
      changeM2: formatNumber(otherwise! - counted!, 1),
      repairedHa: inHa(otherwise!),
    }
    return [noteOfPlaces(code, file, places, values)]
  }
  const [repeated, ofTwo] = [noPlaces(), noPlaces()]
  const reported = (feature: number): string => JSON.stringify(features.attributes[feature])
  for (const [earlier, feature] of repeatedFeatures(features)) {
    addPlace(reported(earlier) === reported(feature) ? repeated : ofTwo, featureNumbers[feature]!)
  }
  return [
    ...tell(
      'rings-crossing',
      faults.filter(({ kind }) => crossing.has(kind)),
    ),
    ...tell(
      'rings-misplaced',
      faults.filter(({ kind }) => !crossing.has(kind) && kind !== 'lines-repeated'),
    ),
    ...tell(
      'lines-repeated',
      faults.filter(({ kind }) => kind === 'lines-repeated'),
    ),
    ...overlappingMembers(),
    ...withoutGround(),
    ...(ofTwo.count > 0 ? [noteOfPlaces('outlines-of-two', file, ofTwo)] : []),
    ...(repeated.count > 0 ? [noteOfPlaces('features-repeated', file, repeated)] : []),
  ]

  /** Features that are drawn as ground and have none, where no fault above tells why. */
  function withoutGround(): Note[] {
    const places = noPlaces()
    const isOfFault = new Set(faults.map(({ polygon }) => polygonFeature[polygon]!))
    for (const feature of features.shapes.kind === 'polygon' ? new Set(polygonFeature) : [])
      if (wholeM2[feature] === 0 && !isOfFault.has(feature)) addPlace(places, featureNumbers[feature]!)
    return places.count === 0 ? [] : [noteOfPlaces('polygons-without-ground', file, places)]
  }

  function overlappingMembers(): Note[] {
    const places = noPlaces()
    let [sumM2, sumWholeM2] = [0, 0]
    for (const [feature, areaM2] of areasM2.entries()) {
      // What neighbours share by the rounding of their coordinates is no overlap.
      if (wholeM2[feature]! - areaM2 < leastOverlapM2) continue
      addPlace(places, featureNumbers[feature]!)
      sumM2 += areaM2
      sumWholeM2 += wholeM2[feature]!
    }
    const values = { areaHa: inHa(sumM2), otherwiseHa: inHa(sumWholeM2) }
    return places.count === 0 ? [] : [noteOfPlaces('members-overlap', file, places, values)]
  }
}

const leastOverlapM2 = 0.5
const inHa = (areaM2: number): string => formatNumber(areaM2 / 10_000, 2)
