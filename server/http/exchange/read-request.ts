import type { Request } from 'express'
import type { z } from 'zod'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem, reasonValues } from '../../../core/result/problem.ts'
import { schemaFault } from '../../../core/result/schema-fault.ts'

/** The query of a request by its schema; a parameter nobody knows is refused rather than ignored. */
export function readQuery<Schema extends z.ZodObject>(req: Request, schema: Schema): Outcome<z.infer<Schema>> {
  // The simple parser of queries gives nothing else.
  const query = { ...req.query } as Record<string, string | string[] | undefined>
  const known = Object.keys(schema.shape)
  for (const name of Object.keys(query)) {
    if (!known.includes(name)) return refused(problem('query-unknown', { name, known: known.join(', ') || '—' }))
  }
  const read = schema.safeParse(query)
  if (read.success) return done(read.data)
  const fault = schemaFault(read.error, query, '?')
  const [name] = fault.where.split('.') as [string]
  const value = query[name]
  const reason = Array.isArray(value) ? reasonValues('why.given-twice') : fault
  const shown = [value ?? '–'].flat().join()
  return refused(problem('query-invalid', { ...fault, ...reason, name, value: shown }))
}

export type Content = Record<string, unknown>

/** The JSON body of a request by its schema; `convert` brings an object of an older form to it, or refuses its form. */
export function readBody<Schema extends z.ZodType>(
  req: Request,
  schema: Schema,
  convert: (content: Content) => Outcome<Content> = done,
): Outcome<z.infer<Schema>> {
  if (req.body === undefined) {
    const type = req.headers['content-type'] ?? '—'
    return refused(problem('media-type-unknown', { expected: 'application/json', type }))
  }
  const content: unknown = req.body
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content)
  if (!isObject) return readJson(content, schema)
  const present = convert(content as Content)
  return present.ok ? readJson(present.value, schema) : present
}

/** Parsed JSON by a schema; the problem names the place, the value and the reason. */
export function readJson<Schema extends z.ZodType>(content: unknown, schema: Schema): Outcome<z.infer<Schema>> {
  const read = schema.safeParse(content)
  if (read.success) return done(read.data)
  return refused(problem('body-invalid', schemaFault(read.error, content, 'body')))
}

/**
 * The revision that a change is based on; `null` for `If-Match: *`, which takes whatever stands.
 * Without the header: refused where it is `required`, else `null`.
 */
export function readRevision(req: Request, required: boolean): Outcome<number | null> {
  const header = req.headers['if-match']
  if (header === undefined) return required ? refused(problem('revision-missing', { revision: 7 })) : done(null)
  if (header.trim() === '*') return done(null)
  const [, revision] = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim()) ?? []
  if (revision !== undefined) return done(Number(revision))
  return refused(problem('query-invalid', { name: 'If-Match', value: header, ...reasonValues('why.not-revision') }))
}

/** A part of the address as it was matched. */
export function pathPart(req: Request, name: string): string {
  const part = req.params[name]
  return typeof part === 'string' ? part : ''
}
