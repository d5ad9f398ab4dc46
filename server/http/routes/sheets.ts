import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { plainLayout, readSheetLayout, type SheetLayout } from '../../../core/sheet/sheet-layout.ts'
import { sheetFormats, type SheetFormat } from '../../../core/options/sheet-options.ts'
import type { StoredStudy } from '../../usecases/measure-study.ts'
import { askedSheet } from '../../../core/options/sheet-options.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob, fileReply } from '../exchange/answer-or-job.ts'
import { sheetQuery } from '../../../core/options/queries.ts'
import { pathPart, readBody, readQuery } from '../exchange/read-request.ts'
import { route, type Reply } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/sheet.svg|png|pdf`: the map sheet; `POST` brings its layout. */
export function sheetRoutes({ config, store, engine, jobs, measuring }: Services): Router {
  const answer = async (
    req: Request,
    res: Response,
    readLayout: () => Outcome<SheetLayout>,
  ): Promise<Outcome<Reply> | null> => {
    const format = pathPart(req, 'format')
    if (!isSheetFormat(format)) {
      const known = Object.keys(sheetFormats).join(', ')
      return refused(problem('format-unknown', { format, known }))
    }
    const query = readQuery(req, sheetQuery)
    if (!query.ok) return query
    const given = readLayout()
    if (!given.ok) return given
    const study = await store.read(pathPart(req, 'id'))
    if (!study.ok) return study
    const beside: StoredStudy[] = []
    for (const id of query.value.with ?? []) {
      const other = await store.read(id)
      if (!other.ok) return other
      beside.push({ study: other.value, paths: await layerPaths(store, other.value) })
    }
    const { at, draws, seed, accuracy, page = 1, wait } = query.value
    const measured = { at, draws, seed, accuracy }
    const sheet = {
      format,
      ...askedSheet({ ...query.value, page: isForAll(format) ? undefined : page }, given.value),
      tiles: config.baseMap,
      measuring: measured,
    }
    const paths = await layerPaths(store, study.value)
    const studies = [study.value, ...beside.map((own) => own.study)]
    return answerOrJob(jobs, res, {
      kind: 'sheet',
      key: `sheet ${JSON.stringify(sheet)} ${studies.map((own) => measuring.keyOf(own, measured)).join(' ')}`,
      waitSeconds: wait,
      run: (work) => engine.run('make-sheet', { study: study.value, paths, beside, sheet }, work),
      reply: ({ files, count }) => {
        const { bytes, type, name } = files[0]!
        const { headers, ...reply } = fileReply(bytes, type, name)
        return { ...reply, headers: { ...headers, 'sheet-count': String(count) } }
      },
    })
  }
  const router = Router({ mergeParams: true })
  router.get(
    '/sheet.:format',
    route((req, res) => answer(req, res, () => done(plainLayout))),
  )
  router.post(
    '/sheet.:format',
    route((req, res) =>
      answer(req, res, () => {
        const body = readBody(req, z.unknown())
        return body.ok ? readSheetLayout(body.value) : body
      }),
    ),
  )
  return router
}

const isSheetFormat = (format: string): format is SheetFormat => Object.hasOwn(sheetFormats, format)

/** A PDF and a zip hold all sheets; an SVG or PNG is one of them. */
const isForAll = (format: SheetFormat): boolean => format === 'pdf' || format.endsWith('.zip')
