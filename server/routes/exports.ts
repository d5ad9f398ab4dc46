import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Router } from 'express'
import { done, refused } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import { exportEndings } from '../engine/export-formats.ts'
import { layerPaths } from '../measuring.ts'
import { answerOrJob, contentDisposition, fileReply } from './answer-or-job.ts'
import { exportQuerySchema } from './queries.ts'
import { pathPart, readQuery } from './read-request.ts'
import { route } from './reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/export.csv|xlsx|geojson|gpkg|shp.zip|package.zip|zip`: tables, geometry, and the whole study. */
export function exportRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/export.:format',
    route(async (req, res) => {
      const format = exportEndings.find((each) => each === pathPart(req, 'format'))
      if (!format) {
        const known = exportEndings.join(', ')
        return refused(problem('format-unknown', { format: pathPart(req, 'format'), what: 'an export', known }))
      }
      const query = readQuery(req, exportQuerySchema)
      if (!query.ok) return query
      const found = await store.read(pathPart(req, 'id'))
      if (!found.ok) return found
      const study = found.value
      const { lang: language, pieces, wait, ...asked } = query.value
      const key = `${format} ${language} ${pieces} ${measuring.keyOf(study, asked)}`
      if (format !== 'zip') {
        return answerOrJob(jobs, res, {
          kind: 'export',
          key,
          waitSeconds: wait,
          run: async (work) => {
            const measured = await measuring.measure(study, asked, work)
            if (!measured.ok) return measured
            const paths = await layerPaths(store, study)
            const request = { format, language, pieces }
            return engine.run('make-export', { study, paths, measurement: measured.value, request }, work)
          },
          reply: ({ bytes, type, name }) => fileReply(bytes, type, name),
        })
      }
      // Swept with the uploads after an hour, like the job that made it.
      const to = join(store.incomingFolder, `${randomUUID()}.zip`)
      return answerOrJob(jobs, res, {
        kind: 'export',
        key,
        waitSeconds: wait,
        run: async (work) => {
          const zipped = await engine.run('zip-study', { study, files: await store.files(study), to }, work)
          return zipped.ok ? done(to) : zipped
        },
        reply: (path) => ({
          path,
          type: 'application/zip',
          headers: { 'content-disposition': contentDisposition(`${study.id}.zip`) },
        }),
      })
    }),
  )
  return router
}
