import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { readMapping } from '../../core/classify/read-mapping.ts'
import type { FieldClasses } from '../../core/classify/classes-from.ts'
import { styleClasses } from '../../core/classify/style-classes.ts'
import type { XmlElement } from '../../core/classify/xml-element.ts'

/** The classes in a file that was saved as classes, or in a style of QGIS or OGC. */
export function classesIn(file: string, text: string): Outcome<FieldClasses> {
  if (!/^\s*</.test(text)) return readMapping(file, text)
  const style = styleClasses(rootOf(text))
  if (style.kind === 'classes') return done({ field: style.field, classes: style.classes })
  return refused(problem('classes-style-unusable', { file, reason: style.reason }))
}

const deepest = 200

/** The root of a document; `null` where the text is no XML. */
function rootOf(text: string): XmlElement | null {
  const { documentElement: root } = new DOMParser().parseFromString(text, 'application/xml')
  return root.querySelector('parsererror') || root.localName === 'parsererror' ? null : elementOf(root, 0)
}

function elementOf(element: Element, depth: number): XmlElement {
  const own = [...element.childNodes].filter(
    (node) => node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE,
  )
  return {
    name: element.localName,
    attributes: Object.fromEntries([...element.attributes].map(({ localName, value }) => [localName, value])),
    children: depth < deepest ? [...element.children].map((child) => elementOf(child, depth + 1)) : [],
    text: own.map(({ nodeValue }) => nodeValue ?? '').join(''),
  }
}
