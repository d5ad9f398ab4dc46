import { defaultSharedFrom } from './chosen-events.ts'
import { recogniseEvents } from './event-columns.ts'
import { placedEvents } from './placed-events.ts'
import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, type Outcome } from '../result/outcome.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import { bufferFeatures } from './buffer.ts'
import { classify, type Classification } from '../classify/classes.ts'
import { prepareEvents, type EventSource } from './event-layer.ts'
import { featureSources, sourcesKey } from '../model/feature-sources.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import type { HoldEnd } from '../model/hold-end.ts'
import { stillHeld } from './hold-ends.ts'
import { validOn } from './validity.ts'

/** A layer ready to be measured: its zones, or its points where no radius makes zones of them. */
export type MeasuredLayer = {
  readonly layer: Layer
  readonly names: readonly ClassName[]
  /** Class of each feature; -1 where it takes no part on the date. */
  readonly classOfFeature: Int32Array
  readonly features: Features
  readonly notes: readonly Note[]
  /** Whose hold had ended by the day: its ground is in no class. */
  readonly ended: readonly HoldEnd[]
  /** Of each feature its place in `ended`, or -1. */
  readonly endOfFeature: Int32Array
  /** Of zones that were made of events: the list and the rule, to see what another rule would give. */
  readonly madeOf?: EventSource
}

/**
 * Classifies the features of `layer` that hold on `at`, and makes zones of points and lines that have a radius. `ends` are
 * those of the study's events.
 */
export function prepareLayer(
  said: Layer,
  features: Features,
  at: string | null,
  ends: readonly HoldEnd[],
): Outcome<MeasuredLayer> {
  const classified = classify(said, features)
  if (!classified.ok) return classified
  const { names, classOfFeature, notes: classNotes } = classified.value
  const layer = withClassSources(said, features, classified.value)
  if (layer.events && features.shapes.kind !== 'polygon') {
    const events = prepareEvents(layer, features, classified.value, at)
    return events.ok
      ? done({
          layer,
          names,
          ended: [],
          endOfFeature: new Int32Array(events.value.classOfFeature.length).fill(-1),
          ...events.value,
          notes: [...classNotes, ...events.value.notes],
        })
      : events
  }
  const { valid, notes: dateNotes } = validOn(layer, features, at)
  const buffered = layer.bufferM !== undefined && features.shapes.kind !== 'polygon'
  const notes = [...classNotes, ...dateNotes, ...absentSources(layer, features)]
  if (buffered) {
    notes.push(
      note('zones-by-radius', { layer: layer.name, radiusM: layer.bufferM! }, { layer: layer.name }),
      ...unsaidEvents(layer, features),
    )
  } else if (features.shapes.kind === 'line') {
    notes.push(note('lines-not-measured', { layer: layer.name }, { layer: layer.name }))
  }
  const taking = classOfFeature.map((place, feature) => (valid[feature] === 1 ? place : -1))
  return done({
    layer,
    ...stillHeld(layer, features, { names, classOfFeature: taking }, at, ends),
    features: buffered ? bufferFeatures(features, layer.bufferM!) : features,
    notes,
  })
}

/** The classes with the sources that all of their features name, where they do not list any themselves. */
function withClassSources(layer: Layer, { attributes }: Features, { names, classOfFeature }: Classification): Layer {
  const { sourcesField } = layer
  if (sourcesField === undefined) return layer
  const sets = new Map<ClassName, Map<string, string[]>>()
  for (const [i, own] of attributes.entries()) {
    const name = names[classOfFeature[i]!]!
    const named = featureSources(own[sourcesField])
    sets.set(name, (sets.get(name) ?? new Map<string, string[]>()).set(sourcesKey(named), named))
  }
  return {
    ...layer,
    classes: layer.classes.map((own) => {
      const [sources, ...others] = own.sources === undefined ? [...(sets.get(own.class)?.values() ?? [])] : []
      return sources === undefined || others.length > 0 ? own : { ...own, sources }
    }),
  }
}

/** A field of sources that no feature has makes all ground inferred, as a misspelt one does. */
function absentSources({ name, sourcesField }: Layer, { attributes }: Features): Note[] {
  if (sourcesField === undefined || attributes.length === 0) return []
  return attributes.some((own) => Object.hasOwn(own, sourcesField))
    ? []
    : [note('sources-field-absent', { layer: name, field: sourcesField }, { layer: name })]
}

/** The zones of a layer as the overlay takes them: a class for each polygon. */
export function overlayLayerOf({ features, names, classOfFeature }: MeasuredLayer): OverlayLayer {
  const { shapes } = features
  return {
    shapes,
    polygonClass: Int32Array.from(shapes.polygonFeature, (feature) => classOfFeature[feature]!),
    classCount: names.length,
  }
}

/** Every feature as a class of its own, for rows of parcels, sectors or neighbourhoods. */
export function overlayLayerByFeature({ shapes, attributes }: Features): OverlayLayer {
  return { shapes, polygonClass: Int32Array.from(shapes.polygonFeature), classCount: attributes.length }
}

/** Zones round every point of what looks like a list of events stand on the middles of towns too: that must be said. */
function unsaidEvents({ name }: Layer, features: Features): Note[] {
  const columns = recogniseEvents([...new Set(features.attributes.slice(0, 100).flatMap((own) => Object.keys(own)))])
  const placed = columns === null ? null : placedEvents(features, null)
  const count = placed?.ok ? placed.value.events.filter(({ sharing }) => sharing >= defaultSharedFrom).length : 0
  return count === 0
    ? []
    : [note('events-not-said', { layer: name, count, sharedFrom: defaultSharedFrom }, { layer: name })]
}
