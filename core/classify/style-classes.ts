import type { SuggestedClass } from '../model/layer.ts'
import { qmlClasses } from './qml.ts'
import { sldClasses } from './sld.ts'
import type { StyledValue } from './styled-value.ts'
import type { XmlElement } from './xml-element.ts'

/** Classes that a style sorts the values of a field into, or why it gives none. */
export type StyleClasses =
  | {
      readonly kind: 'classes'
      readonly field: string
      readonly classes: readonly SuggestedClass[]
      readonly others: readonly string[]
    }
  | { readonly kind: 'none'; readonly reason: string }

/** The classes of a style in QML (QGIS) or SLD (OGC); `null` stands for a text that is no XML. */
export function styleClasses(root: XmlElement | null): StyleClasses {
  if (!root) return { kind: 'none', reason: 'XML' }
  const found = root.name === 'StyledLayerDescriptor' ? sldClasses(root) : qmlClasses(root)
  if ('reason' in found) return { kind: 'none', reason: found.reason }
  const classes = mergedByLabel(found.styled)
  return classes.length > 0
    ? { kind: 'classes', field: found.field, classes, others: found.others }
    : { kind: 'none', reason: '0' }
}

/** Values of one label are one class, drawn as the first of them; a value that comes twice is the first one's. */
function mergedByLabel(styled: readonly StyledValue[]): readonly SuggestedClass[] {
  const classes = new Map<string, SuggestedClass>()
  const claimed = new Set<string>()
  for (const { values, label, color, pattern } of styled) {
    const isEmpty = values.every((value) => value === null)
    const name = label.trim() || values.find((value) => value !== null) || ''
    const texts = [...new Set(values.map((value) => value?.trim() ?? ''))]
    const before = classes.get(isEmpty ? '' : name)
    const own = texts.filter((text) => !claimed.has(text))
    if (own.length === 0) continue
    for (const text of own) claimed.add(text)
    classes.set(isEmpty ? '' : name, {
      class: isEmpty ? null : name,
      label: { en: name },
      ...(color === undefined ? {} : { color }),
      ...(pattern === undefined ? {} : { pattern }),
      ...before,
      values: [...(before?.values ?? []), ...own],
    })
  }
  return [...classes.values()]
}
