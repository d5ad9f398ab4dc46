import type { Shapes } from '../../../core/geometry/shapes.ts'
import { note, type Note, type NoteCode } from '../../../core/result/note.ts'
import { addPlace, noPlaces, noteOfPlaces, type Places } from './places.ts'
import { shapesBuilder } from './shapes-builder.ts'

const kinds = ['polygon', 'line', 'point'] as const satisfies readonly Shapes['kind'][]

export type GeometrySink = ReturnType<typeof geometrySink>

/** Takes the geometry of features of all kinds, part by part, and remembers what a reader must be told of it. */
export function geometrySink(file: string) {
  const builders = { polygon: shapesBuilder('polygon'), line: shapesBuilder('line'), point: shapesBuilder('point') }
  const faults = {
    empty: noPlaces(),
    short: noPlaces(),
    open: noPlaces(),
    collections: noPlaces(),
    together: noPlaces(),
  }
  const kindOfFeature: (Shapes['kind'] | null)[] = []
  let heights = false
  return {
    startPolygon: (kind: Shapes['kind'], feature: number): void => builders[kind].startPolygon(feature),
    startPart: (kind: Shapes['kind']): void => builders[kind].startPart(),
    vertexAdder: (kind: Shapes['kind']) => builders[kind].addVertex,
    endPart(kind: Shapes['kind'], feature: number, ring: number): void {
      const { distinct, closed } = builders[kind].endPart()
      if (kind !== 'polygon') return
      if (distinct < 3) addPlace(faults.short, feature + 1, ring)
      else if (!closed) addPlace(faults.open, feature + 1, ring)
    },
    sawHeights(): void {
      heights = true
    },
    sawCollection: (feature: number): void => addPlace(faults.collections, feature + 1),
    /** That the feature has several rings where its format allows one. */
    sawRingsTogether: (feature: number): void => addPlace(faults.together, feature + 1),
    /** Ends a feature, whose kind is the first that it has brought. */
    endFeature(): void {
      const feature = kindOfFeature.length
      const kind = kinds.find((kind) => builders[kind].lastFeature() === feature) ?? null
      kindOfFeature.push(kind)
      if (kind === null) addPlace(faults.empty, feature + 1)
    },
    kindOfFeature: (): readonly (Shapes['kind'] | null)[] => kindOfFeature,
    /** Polygons, lines and points, each with the features that have some. */
    shapes: (): readonly Shapes[] => kinds.map((kind) => builders[kind].build()),
    openParts: (kind: Shapes['kind']): readonly number[] => builders[kind].openParts(),
    notes(): readonly Note[] {
      const tell = (code: NoteCode, places: Places): Note[] =>
        places.count === 0 ? [] : [noteOfPlaces(code, file, places)]
      return [
        ...tell('null-shapes', faults.empty),
        ...tell('rings-short', faults.short),
        ...tell('rings-open', faults.open),
        ...tell('collections-opened', faults.collections),
        ...tell('rings-together', faults.together),
        ...(heights ? [note('heights-dropped', { file })] : []),
      ]
    },
  }
}
