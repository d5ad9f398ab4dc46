import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withAccuracies } from '../../../core/layers/state-accuracy.ts'
import {
  comparesOthers,
  describedEnding,
  exportFormats,
  type ExportFormat,
} from '../../../core/options/export-options.ts'
import { exportQuery } from '../../../core/options/queries.ts'
import { done } from '../../../core/result/outcome.ts'
import { studyToZip } from '../../usecases/zip-study.ts'
import { readToPrint } from '../loading/read-to-print.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob, contentDisposition, fileReply } from '../exchange/answer-or-job.ts'
import type { Reply } from '../exchange/reply.ts'
import { questionOf, searchOf } from '../exchange/question-of.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'
import { comparisonStudies } from './comparison-studies.ts'

const summaries: Readonly<Record<ExportFormat, string>> = {
  csv: 'The table of the measurement',
  xlsx: 'All tables as an Excel workbook',
  geojson: 'The overlap as polygons, RFC 7946',
  gpkg: 'Overlap, plan and layers as measured, with tables and looks, as a GeoPackage',
  'shp.zip': 'Overlap, plan and layers as measured, as shapefiles with a codebook',
  'package.zip': 'All of these as a Frictionless data package with the record of the run',
}

/** A table that stands alone comes with a description at an address of its own. */
const described = { 'csv.datapackage.json': 'csv', 'xlsx.datapackage.json': 'xlsx' } as const
type Described = keyof typeof described

const formats = {
  ...(Object.fromEntries(
    Object.entries(exportFormats).map(([format, type]) => [
      format,
      { type, summary: summaries[format as ExportFormat] },
    ]),
  ) as Record<ExportFormat, { readonly type: string; readonly summary: string }>),
  zip: { type: 'application/zip', summary: 'The whole study as a folder of open files' },
  ...(Object.fromEntries(
    Object.entries(described).map(([ending, format]) => [
      ending,
      {
        type: 'application/json',
        summary: `The Frictionless data package of export.${format}: columns, units, sources, checksum`,
      },
    ]),
  ) as Record<Described, { readonly type: string; readonly summary: string }>),
}

/** Tables, geometry, and the whole study. */
export const exportEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/export.{format}',
    summary: 'An export',
    query: exportQuery,
    formats,
    answers: { 202: json(jobSchema) },
  },
  async ({ services: { store, runner, jobs, measuring }, req, res, part, format: requested, query }) => {
    const id = part('id')
    const found = requested === 'zip' ? await store.read(id) : await readToPrint(store, id)
    if (!found.ok) return found
    const { with: named, wait, accuracy, at, draws, seed, lang: language, history, sensitive, ...how } = query
    const question = { at, draws, seed }
    const assumed = withAccuracies(found.value, accuracy)
    if (!assumed.ok) return assumed
    const study = assumed.value
    const key = `export ${requested} ${history} ${sensitive} ${language} ${JSON.stringify([how, study.publication])} ${named?.join()} ${measuring.keyOf(study, question)}`
    if (requested !== 'zip') {
      const format = isDescribed(requested) ? described[requested] : requested
      return answerOrJob(jobs, res, {
        kind: 'export',
        key,
        waitSeconds: wait,
        run: async (work) => {
          const others = comparesOthers(format) ? await comparisonStudies(store, study, named) : done([])
          if (!others.ok) return others
          const measured = await measuring.measure(study, question, work)
          if (!measured.ok) return measured
          const paths = await layerPaths(store, study)
          const request = { format, language, ...how }
          return runner.run(
            'make-export',
            { study, paths, others: others.value, measurement: measured.value, request },
            work,
          )
        },
        reply: ({ bytes, type, name, described: description }) =>
          description && requested !== format
            ? fileReply(description, 'application/json', `${name}${describedEnding}`)
            : withDescription(
                fileReply(bytes, type, name),
                description
                  ? `/api/studies/${study.id}/export.${format}${describedEnding}${searchOf(questionOf(req.originalUrl))}`
                  : null,
              ),
      })
    }
    // Swept with the uploads after an hour, like the job that made it.
    const to = join(store.incomingFolder, `${randomUUID()}.zip`)
    return answerOrJob(jobs, res, {
      kind: 'export',
      key,
      waitSeconds: wait,
      run: async (work) => {
        const content = await studyToZip(found.value, { history, sensitive }, (part, withHistory) =>
          store.files(part, withHistory),
        )
        if (!content.ok) return content
        const zipped = await runner.run('zip-study', { ...content.value, to }, work)
        if (!zipped.ok) await rm(to, { force: true })
        return zipped.ok ? done(to) : zipped
      },
      reply: (path) => ({
        path,
        type: 'application/zip',
        headers: { 'content-disposition': contentDisposition(`${study.id}.zip`) },
      }),
    })
  },
)

const isDescribed = (format: ExportFormat | Described): format is Described => Object.hasOwn(described, format)

const withDescription = (reply: Reply, address: string | null): Reply =>
  address === null
    ? reply
    : { ...reply, headers: { ...reply.headers, link: `<${address}>; rel="describedby"; type="application/json"` } }
