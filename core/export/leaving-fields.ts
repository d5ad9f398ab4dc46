import type { Attributes } from '../geometry/shapes.ts'
import { recogniseEvents } from '../measure/event-columns.ts'
import type { Measurable } from '../measure/measurable.ts'
import { isSensitive, type Layer } from '../model/layer.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'

/** Fields that somebody lets leave with a layer, beside those that leave unasked; the layer by its name or its id. */
export type ChosenFields = readonly { readonly layer: string; readonly fields: readonly string[] }[]

/**
 * The fields of a layer's features that leave with an export: those that say class, id, label and dates, and the chosen
 * ones. Any other may name owners or informants.
 */
export function leavingFields(layer: Layer, attributes: readonly Attributes[], chosen: ChosenFields): string[] {
  const names = fieldNames(attributes)
  const { classField, idField, labelField, dateFields, events } = layer
  const columns = events ? recogniseEvents(names) : null
  const leaving = new Set([
    classField,
    idField,
    labelField?.en,
    labelField?.ar,
    dateFields?.from,
    dateFields?.to,
    columns?.from,
    columns?.to,
    ...chosen.filter((own) => isOf(own, layer)).flatMap(({ fields }) => fields),
  ])
  return names.filter((name) => leaving.has(name))
}

/** Refuses chosen fields of a layer that does not leave, and fields that a layer does not have. */
export function checkFields(ground: Measurable | null, chosen: ChosenFields): Outcome<null> {
  const all = ground ? [ground.plan, ...ground.measured, ...(ground.units ? [ground.units] : [])] : []
  const leaving = all.filter(({ layer }) => !isSensitive(layer))
  for (const own of chosen) {
    const meant = leaving.filter(({ layer }) => isOf(own, layer))
    if (meant.length === 0) {
      const layers = leaving.map(({ layer }) => layer.name).join(', ')
      return refused(problem('fields-of-no-layer', { layer: own.layer, layers: layers || '–' }))
    }
    const fields = [...new Set(meant.flatMap(({ features }) => fieldNames(features.attributes)))]
    const absent = own.fields.find((field) => !fields.includes(field))
    if (absent !== undefined)
      return refused(problem('field-absent', { file: own.layer, field: absent, fields: fields.join(', ') }))
  }
  return done(null)
}

const isOf = (chosen: ChosenFields[number], { id, name }: Layer): boolean =>
  chosen.layer === name || chosen.layer === id

const fieldNames = (attributes: readonly Attributes[]): string[] => [
  ...new Set(attributes.flatMap((values) => Object.keys(values))),
]
