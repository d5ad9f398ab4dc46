/** A word of a filter: what it is, what it says, and where it begins, in characters from 0. */
export type Token = {
  readonly kind: 'sign' | 'text' | 'name' | 'word' | 'number'
  readonly text: string
  readonly at: number
}

const next =
  /\s*(?:(?<sign><>|<=|>=|[=<>(),])|'(?<text>(?:''|\\'|[^'])*)'|"(?<name>(?:""|[^"])+)"|(?<number>[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)(?![\p{L}\p{N}_])|(?<word>[\p{L}_][\p{L}\p{N}\p{M}_.:]*))/uy

/** The words of a filter in CQL2 text, or the place of the first character that begins none. */
export function tokensOf(filter: string): readonly Token[] | number {
  const tokens: Token[] = []
  const rest = filter.trimEnd()
  next.lastIndex = 0
  while (next.lastIndex < rest.length) {
    const from = next.lastIndex
    const { groups } = next.exec(rest) ?? {}
    if (!groups) return from + (/^\s*/.exec(rest.slice(from))?.[0].length ?? 0)
    const [kind, said] = Object.entries(groups).find(([, text]) => text !== undefined)!
    const text = kind === 'text' ? said.replaceAll(/''|\\'/g, "'") : kind === 'name' ? said.replaceAll('""', '"') : said
    const at = from + (/^\s*/.exec(rest.slice(from))?.[0].length ?? 0)
    tokens.push({ kind: kind as Token['kind'], text, at })
  }
  return tokens
}
