import type { AttributeValue, Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { featureSources, sourcesKey } from '../model/feature-sources.ts'
import type { Layer, LayerClass } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'

/** The classes of a layer and the class of each of its features, -1 for a feature that takes no part. */
export type Classification = {
  readonly names: readonly ClassName[]
  readonly classOfFeature: Int32Array
  readonly notes: readonly Note[]
}

/**
 * Sorts the features of a layer into classes. Without a class field the layer is one class named after itself; an
 * empty class value is the class `null`; a value that the layer's mapping does not know is a class of its own name.
 * Of several classes of one value a feature is in that of the sources it names.
 * The order is that of the mapping, then by name, so that the order of features does not matter.
 * Refuses a class field that the layer does not have.
 */
export function classify(layer: Layer, features: Features): Outcome<Classification> {
  const count = features.attributes.length
  const field = layer.classField
  if (field === undefined && layer.classes.length === 0) {
    return done({ names: [layer.name], classOfFeature: new Int32Array(count), notes: [] })
  }
  if (field !== undefined && count > 0 && !features.attributes.some((attributes) => Object.hasOwn(attributes, field))) {
    const fields = [...new Set(features.attributes.slice(0, 100).flatMap((attributes) => Object.keys(attributes)))]
    return refused(problem('class-field-absent', { layer: layer.name, field, fields: fields.join(', ') }, { fields }))
  }
  const classesOfValue = new Map<string, LayerClass[]>()
  for (const mapped of layer.classes) {
    for (const value of mapped.values) classesOfValue.set(value, [...(classesOfValue.get(value) ?? []), mapped])
  }
  const found = features.attributes.map((attributes): ClassName => {
    const value = field === undefined ? '' : classText(attributes[field])
    const mapped = classesOfValue.get(value ?? '')
    if (mapped === undefined) return value
    return sourcedClass(mapped, layer.sourcesField === undefined ? [] : featureSources(attributes[layer.sourcesField]))
      .class
  })
  const mappedNames = [...new Set(layer.classes.map((mapped) => mapped.class))]
  const ownNames = [...new Set(found)].filter((name) => !mappedNames.includes(name)).sort(byName)
  const names = [...mappedNames, ...ownNames]
  const place = new Map(names.map((name, i) => [name, i]))
  const unmapped = layer.classes.length > 0 ? ownNames.filter((name) => name !== null) : []
  return done({
    names,
    classOfFeature: Int32Array.from(found, (name) => place.get(name)!),
    notes: unmapped.map((value) => note('class-unmapped', { layer: layer.name, value }, { layer: layer.name })),
  })
}

/**
 * Of the classes of one value, that of the sources which a feature names: a study has one for each set of them that its
 * features name. A feature that names none is in the inferred one where there is such a class, else in the first.
 */
function sourcedClass(classes: readonly LayerClass[], named: readonly string[]): LayerClass {
  const own =
    named.length === 0
      ? classes.find(({ confidence }) => confidence === 'inferred')
      : classes.find(({ sources }) => sources && sourcesKey(sources) === sourcesKey(named))
  return own ?? classes[0]!
}

/** An attribute value as the text that class mappings and `where` compare with; `null` where it is empty. */
export function classText(value: AttributeValue | undefined): string | null {
  if (value === null || value === undefined) return null
  const text = String(value).trim()
  return text === '' ? null : text
}

/** By code unit, so the same everywhere; the class without a name last. */
export function byName(a: ClassName, b: ClassName): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
