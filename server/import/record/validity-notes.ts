import type { Note, NoteCode } from '../../../core/result/note.ts'
import { formatNumber } from '../../../core/format/format.ts'
import { repeatedFeatures } from '../../../core/geometry-check/repeated-features.ts'
import { ringFaults, type PolygonFault } from '../../../core/geometry-check/ring-faults.ts'
import { addPlace, noPlaces, noteOfPlaces } from './places.ts'
import type { RawLayer } from './raw-layer.ts'

const crossing: ReadonlySet<string> = new Set(['ring-crosses-itself', 'rings-cross'])

/** Notes on what of the geometry of a placed layer changes areas or counts; the validity report tells each fault. */
export function validityNotes({ file, features, evenOdd, featureNumbers }: RawLayer): readonly Note[] {
  const { polygonFeature } = features.shapes
  const faults = ringFaults(features.shapes, evenOdd)
  const tell = (code: NoteCode, told: readonly PolygonFault[]): Note[] => {
    if (told.length === 0) return []
    const places = noPlaces()
    const areas = new Map(told.map(({ polygon, areaM2, otherwiseM2 }) => [polygon, [areaM2, otherwiseM2] as const]))
    for (const feature of new Set([...areas.keys()].map((polygon) => polygonFeature[polygon]!)))
      addPlace(places, featureNumbers[feature]!)
    const [counted, otherwise] = [0, 1].map((i) => [...areas.values()].reduce((sum, each) => sum + each[i]!, 0))
    const values = { areaHa: formatNumber(counted! / 10_000, 2), changeM2: formatNumber(otherwise! - counted!, 1) }
    return [noteOfPlaces(code, file, places, values)]
  }
  const [repeated, ofTwo] = [noPlaces(), noPlaces()]
  const told = (feature: number): string => JSON.stringify(features.attributes[feature])
  for (const [earlier, feature] of repeatedFeatures(features)) {
    addPlace(told(earlier) === told(feature) ? repeated : ofTwo, featureNumbers[feature]!)
  }
  return [
    ...tell(
      'rings-crossing',
      faults.filter(({ kind }) => crossing.has(kind)),
    ),
    ...tell(
      'rings-misplaced',
      faults.filter(({ kind }) => !crossing.has(kind)),
    ),
    ...(ofTwo.count > 0 ? [noteOfPlaces('outlines-of-two', file, ofTwo)] : []),
    ...(repeated.count > 0 ? [noteOfPlaces('features-repeated', file, repeated)] : []),
  ]
}
