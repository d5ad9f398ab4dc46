import type { Request } from 'express'
import type { z } from 'zod'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'

/** The query of a request by its schema; a parameter nobody knows is refused rather than ignored. */
export function readQuery<Schema extends z.ZodObject>(req: Request, schema: Schema): Outcome<z.infer<Schema>> {
  const query: Record<string, unknown> = { ...req.query }
  const known = Object.keys(schema.shape)
  for (const name of Object.keys(query)) {
    if (!known.includes(name)) return refused(problem('query-unknown', { name, known: known.join(', ') || '—' }))
  }
  const read = schema.safeParse(query)
  if (read.success) return done(read.data)
  const { path, message } = read.error.issues[0]!
  const name = String(path[0])
  return refused(problem('query-invalid', { name, value: String(query[name]), reason: message }))
}

export type Content = Record<string, unknown>

/** The JSON body of a request by its schema; `convert` brings an object of an older form to it. */
export function readBody<Schema extends z.ZodType>(
  req: Request,
  schema: Schema,
  convert: (content: Content) => Content = (content) => content,
): Outcome<z.infer<Schema>> {
  if (req.body === undefined) {
    const type = req.headers['content-type'] ?? '—'
    return refused(problem('media-type-unknown', { expected: 'application/json', type }))
  }
  const content: unknown = req.body
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content)
  return readJson(isObject ? convert(content as Content) : content, schema)
}

/** Parsed JSON by a schema; the problem names the place and the reason. */
export function readJson<Schema extends z.ZodType>(content: unknown, schema: Schema): Outcome<z.infer<Schema>> {
  const read = schema.safeParse(content)
  if (read.success) return done(read.data)
  const { path, message } = read.error.issues[0]!
  return refused(problem('body-invalid', { where: path.join('.') || 'body', reason: message }))
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
  return refused(problem('query-invalid', { name: 'If-Match', value: header, reason: 'it is no revision' }))
}

/** A part of the address as it was matched. */
export function pathPart(req: Request, name: string): string {
  const part = req.params[name]
  return typeof part === 'string' ? part : ''
}
