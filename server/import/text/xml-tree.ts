import type { XmlElement } from '../../../core/classify/xml-element.ts'
import { readXml } from './xml-events.ts'

type Growing = { name: string; attributes: Readonly<Record<string, string>>; children: Growing[]; text: string }

const longestText = 20_000_000

/** The root of a document; `null` where the text is no XML, or too long to be held whole. */
export function xmlTree(text: string): XmlElement | null {
  if (text.length > longestText) return null
  const open: Growing[] = []
  let root: Growing | null = null
  const line = readXml(text, {
    open(name, attributes) {
      const element: Growing = { name, attributes, children: [], text: '' }
      open.at(-1)?.children.push(element)
      root ??= element
      open.push(element)
    },
    text(part) {
      const element = open.at(-1)
      if (element) element.text += part
    },
    close: () => void open.pop(),
  })
  return line === null ? root : null
}
