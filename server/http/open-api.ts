import {
  OpenAPIRegistry,
  OpenApiGeneratorV3,
  OpenApiGeneratorV31,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { idSchema } from '../../core/model/layer-schema.ts'
import { version } from '../../core/result/version.ts'
import { file, type Declaration, type Media } from './routes/endpoint.ts'
import { problemSchema } from './schemas/answer-schemas.ts'

/** OpenAPI 3.1 of the addresses, from the schemas that validate what they take. */
export const describeEndpoints = (endpoints: readonly Declaration[]): unknown =>
  new OpenApiGeneratorV31(definitionsOf(endpoints)).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Basilia Overlay', version },
    servers: [{ url: '/' }],
  })

/** OpenAPI 3.0 of addresses that all lie under one, as clients of OGC API read it. */
export const describeForOgc = (endpoints: readonly Declaration[], under: string, url: string): unknown =>
  new OpenApiGeneratorV3(
    definitionsOf(endpoints.map((own) => ({ ...own, path: own.path.slice(under.length) || '/' }))),
  ).generateDocument({ openapi: '3.0.3', info: { title: 'Basilia Overlay', version }, servers: [{ url }] })

function definitionsOf(endpoints: readonly Declaration[]) {
  const registry = new OpenAPIRegistry()
  for (const declared of endpoints.flatMap(forEachFormat)) registry.registerPath(asRoute(declared))
  return registry.definitions
}

/** An address that stands for several files as one for each. */
function forEachFormat({ formats, ...declared }: Declaration): Declaration[] {
  if (!formats) return [declared]
  return Object.entries(formats).map(([format, { type, summary = declared.summary }]) => ({
    ...declared,
    path: declared.path.replace('{format}', format),
    summary,
    answers: { 200: file(type), ...declared.answers },
  }))
}

function asRoute({ method, path, summary, params, query, body, ifMatch, answers }: Declaration): RouteConfig {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const revision = ifMatch === 'required' ? z.string() : z.string().optional()
  return {
    method,
    path,
    summary,
    request: {
      ...(names.length > 0
        ? { params: z.object(Object.fromEntries(names.map((name) => [name, params?.[name] ?? idSchema]))) }
        : {}),
      ...(query ? { query } : {}),
      ...(ifMatch ? { headers: z.object({ 'if-match': revision }) } : {}),
      ...(body ? { body: { required: true, content: contentOf(body) } } : {}),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          {
            description: status === '202' ? 'Not ready yet: the job' : 'Done',
            ...(answer ? { content: contentOf(answer) } : {}),
          },
        ]),
      ),
      default: {
        description: 'What is wrong, as RFC 9457 problem details',
        content: contentOf({ type: 'application/problem+json', schema: problemSchema }),
      },
    },
  }
}

/** Of JSON without a schema of ours nothing is said; everything else is bytes. */
const contentOf = ({ type, schema, or }: Media): Record<string, { schema: z.ZodType }> => ({
  [type]: {
    schema: schema ?? (type.includes('json') || type === '*/*' ? z.unknown() : z.string().meta({ format: 'binary' })),
  },
  ...(or ? contentOf(or) : {}),
})
