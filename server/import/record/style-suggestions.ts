import { note, type Note } from '../../../core/result/note.ts'
import { suggestedClassificationSchema } from '../../../core/model/layer-schema.ts'
import type { SuggestedClassification, SuggestedClass } from '../../../core/model/layer.ts'
import { styleClasses } from '../../../core/classify/style-classes.ts'
import { valueCounts } from '../../../core/classify/value-counts.ts'
import type { RawLayer } from './raw-layer.ts'
import { xmlTree } from '../text/xml-tree.ts'

/** A style as a file brought it, and the name that its classes are offered by. */
export type GivenStyle = Pick<SuggestedClassification, 'id' | 'kind' | 'source'> & { readonly text: string }

/** The layer with the classes of styles among its offers; a style that gives it none is told of. */
export function withStyles(layer: RawLayer, styles: readonly GivenStyle[]): RawLayer {
  if (styles.length === 0) return layer
  const offers: SuggestedClassification[] = [...(layer.offers ?? [])]
  const notes: Note[] = []
  for (const { text, ...about } of styles) {
    const found = styleClasses(xmlTree(text))
    if (found.kind === 'none') {
      // One look for all is nothing that was left out.
      if (found.reason !== 'singleSymbol')
        notes.push(note('style-without-classes', { style: about.source, reason: found.reason }))
      continue
    }
    const field = fieldOf(layer, found.field)
    if (field === undefined) {
      notes.push(note('style-field-absent', { style: about.source, field: found.field, layer: layer.name }))
      continue
    }
    if (found.others.length > 0) {
      notes.push(
        note('style-others-left-out', {
          style: about.source,
          labels: found.others.map((label) => label || '–').join(', '),
        }),
      )
    }
    offers.push({
      ...about,
      id: unusedSuggestion(offers, about.id),
      field,
      classes: asInField(layer, field, found.classes),
    })
  }
  return { ...layer, offers, notes: [...layer.notes, ...notes] }
}

/** The layer without offers whose names or number no study can hold, which are told of. */
export function withSoundSuggestions(layer: RawLayer): RawLayer {
  const sound = layer.offers?.filter((offer) => suggestedClassificationSchema.safeParse(offer).success) ?? []
  const others = layer.offers?.filter((offer) => !sound.includes(offer)) ?? []
  const notes = others.map(({ source, field }) =>
    note('offer-left-out', { source: source.slice(0, 200), field: field.slice(0, 100) }),
  )
  return others.length === 0 ? layer : { ...layer, offers: sound, notes: [...layer.notes, ...notes] }
}

function unusedSuggestion(offers: readonly SuggestedClassification[], wanted: string): string {
  const isTaken = (id: string): boolean => offers.some((offer) => offer.id === id)
  let id = wanted
  for (let number = 2; isTaken(id); number++) id = `${wanted} (${number})`
  return id
}

/** The field of the layer that a style means: of that name, else the one that differs from it in case only. */
function fieldOf({ fieldTypes, features }: RawLayer, name: string): string | undefined {
  const fields = new Set([...Object.keys(fieldTypes), ...features.attributes.flatMap((row) => Object.keys(row))])
  if (fields.has(name)) return name
  const alike = [...fields].filter((field) => field.toLowerCase() === name.toLowerCase())
  return alike.length === 1 ? alike[0] : undefined
}

/** Numbers as the field's values are written: a style may have "3.0" for 3. */
function asInField({ features }: RawLayer, field: string, classes: readonly SuggestedClass[]): SuggestedClass[] {
  const present = new Set(valueCounts(features.attributes, field).map(({ value }) => value))
  const asThere = (value: string): string => {
    const number = value === '' || present.has(value) ? value : String(Number(value))
    return present.has(number) ? number : value
  }
  return classes.map((each) => ({ ...each, values: [...new Set(each.values.map(asThere))] }))
}
