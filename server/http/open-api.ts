import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { Router } from 'express'
import { z } from 'zod'
import { done } from '../../core/result/outcome.ts'
import { sheetLayoutSchema } from '../../core/sheet/sheet-layout.ts'
import { idSchema, layerSchema } from '../../core/model/layer.ts'
import { studySchema } from '../../core/model/study.ts'
import { validityReportSchema } from '../../core/geometry-check/fault.ts'
import { version } from '../../core/result/version.ts'
import { describedEnding, exportFormats, type ExportFormat } from '../../core/options/export-options.ts'
import { sheetFormats } from '../../core/options/sheet-options.ts'
import { reportFormats } from '../../core/options/report-options.ts'
import * as answers from './schemas/answer-schemas.ts'
import { changeOptionsSchema, uploadOptionsSchema, waitingSchema } from './routes/layers.ts'
import { damageSchema, eventsSchema } from './schemas/list-schemas.ts'
import * as queries from '../../core/options/queries.ts'
import { route } from './exchange/reply.ts'
import { areaEstimateSchema, correctedCountsSchema } from './schemas/correction-schemas.ts'
import { changedStudySchema, newStudySchema } from './schemas/study-bodies.ts'
import { uncertaintySchema } from './schemas/uncertainty-schemas.ts'

type Address = {
  readonly method: RouteConfig['method']
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodObject
  readonly body?: { readonly type: string; readonly schema: z.ZodType }
  readonly ifMatch?: true
  /** The answer by status: its media type and, for JSON, its schema. */
  readonly answers: Readonly<Record<number, { readonly type: string; readonly schema?: z.ZodType } | null>>
}

const json = (schema: z.ZodType) => ({ type: 'application/json', schema })
const file = (type: string) => ({ type })
const job = json(answers.jobSchema)
const uploadSchema = z.strictObject({
  files: z.array(z.string().meta({ format: 'binary' })).optional(),
  options: uploadOptionsSchema.optional(),
})

const exportSummaries: Readonly<Record<ExportFormat, string>> = {
  csv: 'The table of the measurement',
  xlsx: 'All tables as an Excel workbook',
  geojson: 'The overlap as polygons, RFC 7946',
  gpkg: 'Overlap, plan and layers as measured, with tables and looks, as a GeoPackage',
  'shp.zip': 'Overlap, plan and layers as measured, as shapefiles with a codebook',
  'package.zip': 'All of these as a Frictionless data package with the record of the run',
}

const addresses: readonly Address[] = [
  {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the server is up',
    answers: { 200: json(answers.healthSchema) },
  },
  {
    method: 'get',
    path: '/api/base-map',
    summary: 'The base map that can be chosen, and whose it is',
    answers: { 200: json(answers.baseMapAnswerSchema) },
  },
  { method: 'get', path: '/api/studies', summary: 'All studies', answers: { 200: json(answers.studyListSchema) } },
  {
    method: 'post',
    path: '/api/studies',
    summary: 'A new study; only its title is needed',
    body: json(newStudySchema),
    answers: { 201: json(studySchema) },
  },
  { method: 'get', path: '/api/studies/{id}', summary: 'A study', answers: { 200: json(studySchema) } },
  {
    method: 'put',
    path: '/api/studies/{id}',
    summary: 'Writes a study back',
    ifMatch: true,
    body: json(changedStudySchema),
    answers: { 200: json(studySchema) },
  },
  { method: 'delete', path: '/api/studies/{id}', summary: 'Removes a study', ifMatch: true, answers: { 204: null } },
  {
    method: 'post',
    path: '/api/studies/{id}/layers',
    summary: 'Loads files as a layer, or as the snapshots of a series; an earlier upload is completed by its uploadId',
    query: queries.waitingQuery,
    body: { type: 'multipart/form-data', schema: uploadSchema },
    answers: { 201: json(answers.loadedLayerSchema), 202: job },
  },
  {
    method: 'post',
    path: '/api/studies/{id}/layers/waiting',
    summary: 'Says the same of several uploads that wait, such as their coordinate system',
    query: queries.waitingQuery,
    body: json(waitingSchema),
    answers: { 200: json(answers.waitingAnswerSchema), 202: job },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/layers/{layer}',
    summary: 'A layer, or its features with Accept: application/geo+json',
    answers: { 200: json(layerSchema) },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/layers/{layer}/validity',
    summary: 'What is wrong with the geometry of a layer, where, and the area with and without',
    query: queries.waitingQuery,
    answers: { 200: json(validityReportSchema), 202: job },
  },
  {
    method: 'patch',
    path: '/api/studies/{id}/layers/{layer}',
    summary: 'Changes what is said of a layer, or of its whole series; null takes a statement back',
    query: queries.changeQuery,
    ifMatch: true,
    body: json(changeOptionsSchema),
    answers: { 200: json(answers.loadedLayerSchema), 202: job },
  },
  {
    method: 'delete',
    path: '/api/studies/{id}/layers/{layer}',
    summary: 'Removes a layer',
    ifMatch: true,
    answers: { 204: null },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/measurement',
    summary: 'The areas of every class and combination inside the plan',
    query: queries.measurementQuery,
    answers: { 200: json(answers.measurementSchema), 202: job },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/cross-table',
    summary: 'One to three measured layers against each other: every cell, and totals that add up to the plan',
    query: queries.crossTableQuery,
    answers: { 200: json(answers.crossTableSchema), 202: job },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/published',
    summary: 'Every figure that a source prints, set against what the layers give',
    query: queries.publishedQuery,
    answers: { 200: json(answers.publishedAnswerSchema), 202: job },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/timeline',
    summary: 'The measurement of every date, and what changed between the snapshots',
    query: queries.timelineQuery,
    answers: { 200: json(answers.timelineSchema), 202: job },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/uncertainty',
    summary: 'How sure the areas are: estimate, draws, bounds, contributions, sensitivity',
    query: queries.uncertaintyQuery,
    answers: { 200: json(uncertaintySchema), 202: job },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/unattributed',
    summary: 'The ground that each layer cannot attribute at its accuracy, as polygons',
    query: queries.unattributedQuery,
    answers: { 200: file('application/geo+json'), 202: job },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/damage',
    summary: 'Damaged sites by grade, image and unit, what is new, what was not assessed, and clusters',
    query: queries.damageQuery,
    answers: { 200: json(damageSchema), 202: job },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/events',
    summary: 'Lists of events: which are used or left out and why, their rule, and what other rules would give',
    query: queries.eventsQuery,
    answers: { 200: json(eventsSchema), 202: job },
  },
  {
    method: 'post',
    path: '/api/studies/{id}/error-matrix',
    summary: 'The areas of a layer corrected by an error matrix in CSV, with 95 % intervals',
    query: queries.areaCorrectionQuery,
    body: { type: 'text/csv', schema: z.string() },
    answers: { 200: json(areaEstimateSchema) },
  },
  {
    method: 'get',
    path: '/api/studies/{id}/corrected-counts',
    summary: 'The counts of a layer of points corrected by detection rates, with binomial 95 % intervals',
    query: queries.countCorrectionQuery,
    answers: { 200: json(correctedCountsSchema) },
  },
  {
    method: 'get',
    path: '/api/compare',
    summary: 'The same measures of several studies',
    query: queries.compareQuery,
    answers: { 200: json(answers.comparisonSchema), 202: job },
  },
  ...Object.entries(sheetFormats).flatMap(([format, type]) =>
    (['get', 'post'] as const).map((method): Address => ({
      method,
      path: `/api/studies/{id}/sheet.${format}`,
      summary: method === 'get' ? 'The map sheet' : 'The map sheet, laid out as the body says',
      query: queries.sheetQuery,
      ...(method === 'post' ? { body: json(sheetLayoutSchema) } : {}),
      answers: { 200: file(type), 202: job },
    })),
  ),
  ...Object.entries(reportFormats).map(([format, type]): Address => ({
    method: 'get',
    path: `/api/studies/{id}/report.${format}`,
    summary: 'The report',
    query: queries.reportQuery,
    answers: { 200: file(type), 202: job },
  })),
  ...(Object.keys(exportFormats) as ExportFormat[]).map((format): Address => ({
    method: 'get',
    path: `/api/studies/{id}/export.${format}`,
    summary: exportSummaries[format],
    query: queries.exportQuery,
    answers: { 200: file(exportFormats[format]), 202: job },
  })),
  ...(['csv', 'xlsx'] as const).map((format): Address => ({
    method: 'get',
    path: `/api/studies/{id}/export.${format}${describedEnding}`,
    summary: `The Frictionless data package of export.${format}: columns, units, sources, checksum`,
    query: queries.exportQuery,
    answers: { 200: file('application/json'), 202: job },
  })),
  {
    method: 'get',
    path: '/api/studies/{id}/export.zip',
    summary: 'The whole study as a folder of open files',
    query: queries.exportQuery,
    answers: { 200: file('application/zip'), 202: job },
  },
  { method: 'get', path: '/api/jobs/{id}', summary: 'How far a job is', answers: { 200: job } },
  { method: 'delete', path: '/api/jobs/{id}', summary: 'Cancels a job', answers: { 200: job } },
  {
    method: 'get',
    path: '/api/jobs/{id}/result',
    summary: 'The file or JSON a job made',
    answers: { 200: file('*/*') },
  },
  {
    method: 'get',
    path: '/api/jobs/{id}/events',
    summary: 'The states of a job as they come, as server-sent events',
    answers: { 200: file('text/event-stream') },
  },
]

/** `/api/openapi.json`: OpenAPI 3.1 of the interface, from the schemas that validate it. */
export function openApiRoutes(): Router {
  const router = Router()
  let description: unknown
  router.get(
    '/',
    route(async () => {
      description ??= describe()
      return done({ json: description })
    }),
  )
  return router
}

function describe(): unknown {
  const registry = new OpenAPIRegistry()
  for (const address of addresses) registry.registerPath(asRoute(address))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Basilia Overlay', version },
    servers: [{ url: '/' }],
  })
}

function asRoute({ method, path, summary, query, body, ifMatch, answers: given }: Address): RouteConfig {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const params = z.object(
    Object.fromEntries(names.map((name) => [name, path.includes('/jobs/') ? z.uuid() : idSchema])),
  )
  const responses: RouteConfig['responses'] = {
    default: {
      description: 'What is wrong, as RFC 9457 problem details',
      content: { 'application/problem+json': { schema: answers.problemSchema } },
    },
  }
  for (const [status, answer] of Object.entries(given)) {
    const content = answer && { [answer.type]: { schema: answer.schema ?? z.string().meta({ format: 'binary' }) } }
    responses[status] = {
      description: status === '202' ? 'Not ready yet: the job' : 'Done',
      ...(content ? { content } : {}),
    }
  }
  return {
    method,
    path,
    summary,
    request: {
      ...(names.length > 0 ? { params } : {}),
      ...(query ? { query } : {}),
      ...(ifMatch ? { headers: z.object({ 'if-match': z.string() }) } : {}),
      ...(body ? { body: { required: true, content: { [body.type]: { schema: body.schema } } } } : {}),
    },
    responses,
  }
}
