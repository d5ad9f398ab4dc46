/** `KEYWORD["name", 1.5, OTHER[...]]`: texts, numbers and bare words stand in `values`, what is nested in `children`. */
export type WktNode = {
  readonly keyword: string
  readonly values: readonly (string | number)[]
  readonly children: readonly WktNode[]
}

const longestText = 20_000
const deepest = 12

/** Reads OGC or ESRI well-known text; `null` where the text is none. */
export function parseWkt(text: string): WktNode | null {
  if (text.length > longestText) return null
  let at = 0
  const skip = () => {
    while (at < text.length && /\s/.test(text[at]!)) at++
  }
  const quoted = (): string | null => {
    let value = ''
    for (at++; at < text.length; at++) {
      if (text[at] !== '"') value += text[at]
      else if (text[at + 1] === '"') value += text[at++]
      else {
        at++
        return value
      }
    }
    return null
  }
  const node = (depth: number): WktNode | null => {
    skip()
    const keyword = /^[A-Za-z_][A-Za-z0-9_]*/.exec(text.slice(at, at + 40))?.[0]
    if (keyword === undefined || depth > deepest) return null
    at += keyword.length
    skip()
    const open = text[at]
    if (open !== '[' && open !== '(') return { keyword: '', values: [keyword], children: [] }
    at++
    const values: (string | number)[] = []
    const children: WktNode[] = []
    for (;;) {
      skip()
      if (text[at] === '"') {
        const value = quoted()
        if (value === null) return null
        values.push(value)
      } else {
        const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(text.slice(at, at + 40))?.[0]
        if (number !== undefined) {
          values.push(Number(number))
          at += number.length
        } else {
          const child = node(depth + 1)
          if (child === null) return null
          if (child.keyword === '') values.push(child.values[0]!)
          else children.push(child)
        }
      }
      skip()
      const next = text[at++]
      if (next === ']' || next === ')') return { keyword: keyword.toUpperCase(), values, children }
      if (next !== ',') return null
    }
  }
  const root = node(0)
  skip()
  return root !== null && root.keyword !== '' && at >= text.length ? root : null
}

export const childOf = (node: WktNode, keyword: string): WktNode | undefined =>
  node.children.find((child) => child.keyword === keyword)

export const nameOf = (node: WktNode | undefined): string => String(node?.values[0] ?? '')

/** "EPSG:22770" of an `AUTHORITY` or `ID` of the node itself; ESRI's own numbers are no EPSG codes. */
export function authorityOf(node: WktNode): string | null {
  const authority = childOf(node, 'AUTHORITY') ?? childOf(node, 'ID')
  const [name, code] = authority?.values ?? []
  return name === undefined || code === undefined ? null : `${String(name).toUpperCase()}:${code}`
}
