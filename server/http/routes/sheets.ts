import type { Outcome } from '../../../core/result/outcome.ts'
import { done } from '../../../core/result/outcome.ts'
import { sheetQuery } from '../../../core/options/queries.ts'
import { requestedSheet, sheetFormats, type SheetFormat } from '../../../core/options/sheet-options.ts'
import {
  defaultLayout,
  readSheetLayout,
  sheetLayoutSchema,
  type SheetLayout,
} from '../../../core/sheet/sheet-layout.ts'
import type { StoredStudy } from '../../usecases/measure-study.ts'
import { readToPrint } from '../loading/read-to-print.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob, fileReply } from '../exchange/answer-or-job.ts'
import { readBody } from '../exchange/read-request.ts'
import type { Reply } from '../exchange/reply.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { z } from 'zod'
import { endpoint, filesOf, json, type Requested } from './endpoint.ts'

const shared = {
  path: '/api/studies/{id}/sheet.{format}',
  query: sheetQuery,
  formats: filesOf<SheetFormat>(sheetFormats),
  answers: { 202: json(jobSchema) },
} as const

/** The map sheet; `POST` brings its layout. */
export const sheetEndpoints = [
  endpoint({ ...shared, method: 'get', summary: 'The map sheet' }, async (requested) =>
    sheetOf(requested, done(defaultLayout)),
  ),
  endpoint(
    {
      ...shared,
      method: 'post',
      summary: 'The map sheet, laid out as the body says',
      body: json(sheetLayoutSchema),
    },
    async (requested) => {
      const body = readBody(requested.req, z.unknown())
      return sheetOf(requested, body.ok ? readSheetLayout(body.value) : body)
    },
  ),
]

async function sheetOf(
  requested: Omit<Requested<typeof sheetQuery, z.ZodType, SheetFormat>, 'body'>,
  layout: Outcome<SheetLayout>,
): Promise<Outcome<Reply> | null> {
  const { services, res, part, format, query } = requested
  const { baseMaps, store, runner, jobs, measuring } = services
  if (!layout.ok) return layout
  const study = await readToPrint(store, part('id'))
  if (!study.ok) return study
  const beside: StoredStudy[] = []
  for (const id of query.with ?? []) {
    const other = await store.read(id)
    if (!other.ok) return other
    beside.push({ study: other.value, paths: await layerPaths(store, other.value) })
  }
  const { at, draws, seed, accuracy, page = 1, wait, with: _named, baseMap, baseMapCredit, ...options } = query
  const measured = { at, draws, seed, accuracy }
  const sheet = {
    format,
    ...requestedSheet({ ...options, page: isForAll(format) ? undefined : page }, layout.value),
    baseMap: baseMaps.wanted(baseMap, baseMapCredit),
    measuring: measured,
  }
  const paths = await layerPaths(store, study.value)
  const studies = [study.value, ...beside.map((own) => own.study)]
  return answerOrJob(jobs, res, {
    kind: 'sheet',
    key: `sheet ${JSON.stringify([sheet, study.value.publication])} ${studies.map((own) => measuring.keyOf(own, measured)).join(' ')}`,
    waitSeconds: wait,
    run: (work) => runner.run('make-sheet', { study: study.value, paths, beside, sheet }, work),
    reply: ({ files, count }) => {
      const { bytes, type, name } = files[0]!
      const { headers, ...reply } = fileReply(bytes, type, name)
      return { ...reply, headers: { ...headers, 'sheet-count': String(count) } }
    },
  })
}

/** A PDF and a zip hold all sheets; an SVG or PNG is one of them. */
const isForAll = (format: SheetFormat): boolean => format === 'pdf' || format.endsWith('.zip')
