import { translateInEach } from '../i18n/translate.ts'
import type { MeasuredLayer } from '../measure/measured-layer.ts'
import { type Field } from './field.ts'
import { leavingFields, type ChosenFields } from './leaving-fields.ts'
import { uniqueNames } from './unique-names.ts'

/**
 * The attributes of all features that cover a piece of ground, layer by layer: the numbers of the features, and each
 * field of theirs that leaves as `layer.field`. They are text: where several features differ, their values stand one after the other.
 */
export function attributesOfContributors(
  zones: readonly MeasuredLayer[],
  taken: readonly string[],
  chosen: ChosenFields,
): {
  readonly fields: readonly Field[]
  readonly valuesOf: (contributors: readonly (readonly number[])[]) => Readonly<Record<string, string | null>>
} {
  const columns = zones.flatMap(({ layer, features: { attributes } }, zone) => {
    const names = leavingFields(layer, attributes, chosen)
    const title = translateInEach('export.field.features', { layer: layer.name })
    const numbers = {
      field: { name: `${layer.name}.features`, title, description: translateInEach('export.about.features') },
      textOf: (feature: number): string | null => String(feature + 1),
      zone,
    }
    const own = names.map((name) => ({
      field: { name: `${layer.name}.${name}`, title: { en: `${layer.name}.${name}`, ar: `${layer.name}.${name}` } },
      textOf: (feature: number): string | null =>
        (attributes[feature]![name] ?? null) === null ? null : String(attributes[feature]![name]),
      zone,
    }))
    return [numbers, ...own]
  })
  const names = uniqueNames(
    columns.map(({ field }) => field.name),
    taken,
  )
  return {
    fields: columns.map(({ field }, i): Field => ({ ...field, name: names[i]!, type: 'text' })),
    valuesOf: (contributors) =>
      Object.fromEntries(columns.map(({ textOf, zone }, i) => [names[i]!, joined(contributors[zone]!.map(textOf))])),
  }
}

function joined(values: readonly (string | null)[]): string | null {
  const distinct = [...new Set(values.filter((value) => value !== null))]
  return distinct.length === 0 ? null : distinct.join('; ')
}
