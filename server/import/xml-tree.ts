import { readXml } from './xml-events.ts'

/** An element of a small XML document with all that is in it; names come without their prefix. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

type Growing = { name: string; attributes: Readonly<Record<string, string>>; children: Growing[]; text: string }

/** The root of a document; `null` where the text is no XML. */
export function xmlTree(text: string): XmlElement | null {
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

export const childrenNamed = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter((child) => child.name === name)

export const childNamed = ({ children }: XmlElement, name: string): XmlElement | undefined =>
  children.find((child) => child.name === name)

/** All elements of that name inside, in the order of the document; what lies in one of them is not looked into. */
export function allNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : allNamed(child, name)))
}
