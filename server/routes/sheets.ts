import { Router } from 'express'
import { refused } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import { sheetFormats, type SheetFormat } from '../engine/make-sheet.ts'
import { layerPaths } from '../measuring.ts'
import { answerOrJob, fileReply } from './answer-or-job.ts'
import { sheetQuerySchema } from './queries.ts'
import { pathPart, readQuery } from './read-request.ts'
import { route } from './reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/sheet.svg|png|pdf`: the map sheet. */
export function sheetRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/sheet.:format',
    route(async (req, res) => {
      const format = pathPart(req, 'format')
      if (!isSheetFormat(format)) {
        const known = Object.keys(sheetFormats).join(', ')
        return refused(problem('format-unknown', { format, what: 'a sheet', known }))
      }
      const query = readQuery(req, sheetQuerySchema)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { lang: language, paper, orientation, scale, dpi, standard, wait, ...asked } = query.value
      const sheet = { format, language, paper, orientation, scale, dpi, standard, measuring: asked }
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'sheet',
        key: `sheet ${JSON.stringify(sheet)} ${measuring.keyOf(study.value, asked)}`,
        waitSeconds: wait,
        run: (work) => engine.run('make-sheet', { study: study.value, paths, sheet }, work),
        reply: ({ bytes, type, name }) => fileReply(bytes, type, name),
      })
    }),
  )
  return router
}

const isSheetFormat = (format: string): format is SheetFormat => Object.hasOwn(sheetFormats, format)
