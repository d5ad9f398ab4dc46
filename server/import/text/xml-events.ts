/** What a reader of XML is told; names come without their prefix, and an attribute without one goes before its namesakes. */
export type XmlHandler = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

const deepest = 200
const namedEntities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
}

/** The text with its references to characters put as the characters. Others, which a document may define, stay. */
function plain(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(namedEntities, name) ? namedEntities[name]! : whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML from its beginning to its end and tells of every element. Definitions in a document type are passed over, so
 * none can blow up. Gives the line at which the text is no XML, or `null`.
 */
export function readXml(text: string, handler: XmlHandler): number | null {
  const open: string[] = []
  let at = 0
  const wrong = (): number => text.slice(0, at).split('\n').length
  const pass = (end: string): boolean => {
    const found = text.indexOf(end, at)
    at = found < 0 ? at : found + end.length
    return found >= 0
  }
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const between = text.slice(at, next < 0 ? text.length : next)
    if (open.length > 0) handler.text(plain(between))
    else if (between.trim() !== '') return wrong()
    if (next < 0) break
    at = next
    if (text.startsWith('<!--', at)) {
      if (!pass('-->')) return wrong()
    } else if (text.startsWith('<![CDATA[', at)) {
      const start = at + 9
      if (!pass(']]>')) return wrong()
      handler.text(text.slice(start, at - 3))
    } else if (text.startsWith('<?', at)) {
      if (!pass('?>')) return wrong()
    } else if (text.startsWith('<!', at)) {
      const isOpen = /^<![^>[]*\[/.test(text.slice(at, at + 1_000))
      if (!pass(isOpen ? ']>' : '>')) return wrong()
    } else if (!element()) return wrong()
  }
  return open.length === 0 ? null : wrong()

  function element(): boolean {
    tag.lastIndex = at
    const found = tag.exec(text)
    if (!found) return false
    const [whole, slash, name, attributes, ends] = found as unknown as readonly [string, string, string, string, string]
    at += whole.length
    if (slash === '/') {
      if (open.pop() !== name) return false
      handler.close(localName(name))
      return true
    }
    if (open.length >= deepest) return false
    handler.open(localName(name), attributesOf(attributes))
    if (ends === '/') handler.close(localName(name))
    else open.push(name)
    return true
  }
}

const tag = /<(\/?)([^\s/>=<"']+)((?:\s+[^\s=>/"'<]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributesOf(text: string): Readonly<Record<string, string>> {
  if (text === '') return {}
  const pairs = [...text.matchAll(attribute)].map(([, name, double, single]): [string, string] => [
    name!,
    plain(double ?? single ?? ''),
  ])
  // `xsi:type` must not hide an attribute that is called `type` itself.
  const prefixedFirst = pairs.toSorted(([a], [b]) => Number(b.includes(':')) - Number(a.includes(':')))
  return Object.fromEntries(prefixedFirst.map(([name, value]) => [localName(name), value]))
}
