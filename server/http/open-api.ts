import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { idSchema } from '../../core/model/layer.ts'
import { version } from '../../core/result/version.ts'
import { file, type Declaration, type Media } from './routes/endpoint.ts'
import { problemSchema } from './schemas/answer-schemas.ts'

/** OpenAPI 3.1 of the addresses, from the schemas that validate what they take. */
export function describeEndpoints(endpoints: readonly Declaration[]): unknown {
  const registry = new OpenAPIRegistry()
  for (const declared of endpoints.flatMap(forEachFormat)) registry.registerPath(asRoute(declared))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Basilia Overlay', version },
    servers: [{ url: '/' }],
  })
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

const contentOf = ({ type, schema }: Media) => ({ [type]: { schema: schema ?? z.string().meta({ format: 'binary' }) } })
