import { text, type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import { noQuery } from '../../../core/options/queries.ts'
import { refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { pathPart, readBody, readQuery, readRevision, type Content } from '../exchange/read-request.ts'
import { route, type Reply } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** What is sent: its media type and, for JSON, its schema; `or` is another form of it, which Accept chooses. */
export type Media<Schema extends z.ZodType = z.ZodType> = {
  readonly type: string
  readonly schema?: Schema
  readonly or?: { readonly type: string }
}

type Body<Schema extends z.ZodType> = Media<Schema> & {
  /** Brings an object of an older form to the schema, or refuses its form. */
  readonly convert?: (content: Content) => Outcome<Content>
}

/** What an address takes and answers, said once: the app and OpenAPI read the same. */
export type Declaration<
  Query extends z.ZodObject = z.ZodObject,
  Sent extends z.ZodType = z.ZodType,
  Format extends string = string,
> = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With its parts in braces, such as `/api/studies/{id}`. */
  readonly path: string
  readonly summary: string
  /** What its parts are, where they are no ids. */
  readonly params?: Readonly<Record<string, z.ZodType>>
  /** Without it the address takes no options. */
  readonly query?: Query
  readonly body?: Body<Sent>
  /** Whether the revision must be told that a change is based on, or may be. */
  readonly ifMatch?: 'required' | 'optional'
  /** The files that `{format}` in its path stands for. */
  readonly formats?: Readonly<Record<Format, { readonly type: string; readonly summary?: string }>>
  /** The answers by status; of files that `formats` tells, the others. */
  readonly answers: Readonly<Record<number, Media | null>>
}

export type Requested<Query extends z.ZodObject, Sent extends z.ZodType, Format extends string> = {
  readonly req: Request
  readonly res: Response
  readonly services: Services
  readonly query: z.output<Query>
  readonly format: Format
  /** A part of the path as it was matched. */
  readonly part: (name: string) => string
  readonly body: () => Outcome<z.output<Sent>>
  /** The revision that a change is based on; `null` where any will do. */
  readonly revision: () => Outcome<number | null>
}

export type Endpoint = Declaration & { readonly handlers: (services: Services) => RequestHandler[] }

/** An address with what answers it. Its format and its options are read first; body and revision when they are asked for. */
export function endpoint<
  Query extends z.ZodObject = typeof noQuery,
  Sent extends z.ZodType = z.ZodUnknown,
  Format extends string = never,
>(
  declared: Declaration<Query, Sent, Format>,
  answer: (requested: Requested<Query, Sent, Format>) => Promise<Outcome<Reply> | null>,
): Endpoint {
  const { query: schema = noQuery, body, formats, ifMatch } = declared
  const handlers = (services: Services): RequestHandler[] => [
    ...(body?.type === 'text/csv' ? [text({ type: ['text/csv', 'text/plain'], limit: '1mb' })] : []),
    route(async (req, res) => {
      const part = (name: string): string => pathPart(req, name)
      const format = part('format')
      if (formats && !Object.hasOwn(formats, format))
        return refused(problem('format-unknown', { format, known: Object.keys(formats).join(', ') }))
      const query = readQuery(req, schema)
      if (!query.ok) return query
      return answer({
        req,
        res,
        services,
        query: query.value as z.output<Query>,
        format: format as Format,
        part,
        body: () => readBody(req, body!.schema!, body!.convert),
        revision: () => readRevision(req, ifMatch === 'required'),
      })
    }),
  ]
  return { ...declared, handlers }
}

export const json = <Schema extends z.ZodType>(schema: Schema) => ({ type: 'application/json', schema })

export const file = (type: string): Media => ({ type })

/** Formats that all have the summary of their address. */
export const filesOf = <Format extends string>(types: Readonly<Record<Format, string>>) =>
  Object.fromEntries(Object.entries(types).map(([format, type]) => [format, { type }])) as Record<
    Format,
    { readonly type: string }
  >
