import type { Plugin } from 'vite'

/** Modules that declare schemas, or make values of them. */
const declaring = /\bfrom\s*['"]zod['"]|Schema\b/

type Positioned = { readonly start: number; readonly end: number }
type Statement = Positioned & {
  readonly type: string
  readonly kind?: string
  readonly declaration?: Statement | null
  readonly declarations?: readonly { readonly init: (Positioned & { readonly type: string }) | null }[]
}

/**
 * Lets the page go without the schemas that it does not use, and so mostly without the library they are made with: bundlers keep
 * every call at the top of a module, as it might do something beside giving a value. Those of schemas never do.
 */
export function droppableValues(): Plugin {
  return {
    name: 'droppable-values',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      if (id.includes('node_modules') || !declaring.test(code)) return null
      const body = this.parse(code).body as unknown as readonly Statement[]
      const made = body
        .map((statement) => statement.declaration ?? statement)
        .filter(({ type, kind }) => type === 'VariableDeclaration' && kind === 'const')
        .flatMap(({ declarations = [] }) => declarations.flatMap(({ init }) => init ?? []))
        .filter(({ type }) => type === 'CallExpression' || type === 'MemberExpression')
      let changed = code
      for (const { start, end } of made.toReversed())
        changed = `${changed.slice(0, start)}/*#__PURE__*/ (() => ${changed.slice(start, end)})()${changed.slice(end)}`
      return { code: changed, map: null }
    },
  }
}
