import type { Attributes } from '../../../core/geometry/shapes.ts'
import { byName, classText } from '../../../core/classify/classes.ts'
import type { SuggestedClassification, SuggestedClass, Pattern } from '../../../core/model/layer.ts'
import type { RawLayer } from './raw-layer.ts'

const mostClasses = 200

/**
 * The layer with what its own drawing tells as offers: a class for each value of the fields that name something, in the
 * colour in which all its features are drawn, and, where there are several, a class for each colour.
 */
export function withValueSuggestions(
  layer: RawLayer,
  colourField: string,
  meaningful: Readonly<Record<string, SuggestedClassification['kind']>>,
  patternOf: (row: Attributes) => Pattern | undefined = () => undefined,
): RawLayer {
  const rows = layer.features.attributes
  const named = Object.entries(meaningful).map(([field, kind]) => ({ kind, field, classes: classesOf(field) }))
  const colours = { kind: 'colours' as const, field: colourField, classes: classesOf(colourField) }
  const worthwhile = [
    ...named.filter(({ classes }) => classes.length > 0),
    ...(colours.classes.length > 1 ? [colours] : []),
  ].filter(({ classes }) => classes.length <= mostClasses)
  if (worthwhile.length === 0) return layer
  const offers = worthwhile.map((each): SuggestedClassification => ({ ...each, id: each.kind, source: layer.file }))
  return { ...layer, offers: [...(layer.offers ?? []), ...offers] }

  function classesOf(field: string): SuggestedClass[] {
    const byValue = new Map<string, Attributes[]>()
    for (const row of rows) {
      const value = classText(row[field])
      if (value === null) continue
      const own = byValue.get(value)
      if (own) own.push(row)
      else byValue.set(value, [row])
    }
    return [...byValue]
      .sort(([a], [b]) => byName(a, b))
      .map(([value, own]) => {
        const color = onlyOne(own.map((row) => classText(row[colourField])))
        const pattern = onlyOne(own.map((row) => patternOf(row) ?? null))
        return {
          class: value,
          values: [value],
          label: { en: value },
          ...(color === null ? {} : { color: color.toUpperCase() }),
          ...(pattern === null ? {} : { pattern }),
        }
      })
  }
}

function onlyOne<T>(values: readonly T[]): T | null {
  const [first, ...others] = new Set(values)
  return first === undefined || others.length > 0 ? null : first
}
