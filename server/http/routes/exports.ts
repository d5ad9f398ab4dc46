import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Router, type Request } from 'express'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { withAccuracies } from '../../../core/layers/state-accuracy.ts'
import { comparesOthers, describedEnding, exportEndings } from '../../../core/options/export-options.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob, contentDisposition, fileReply } from '../exchange/answer-or-job.ts'
import { exportQuery } from '../../../core/options/queries.ts'
import { pathPart, readQuery } from '../exchange/read-request.ts'
import { route, type Reply } from '../exchange/reply.ts'
import type { Services } from './services.ts'
import { studiesBeside } from './studies-beside.ts'

/**
 * `/api/studies/:id/export.csv|xlsx|geojson|gpkg|shp.zip|package.zip|zip`: tables, geometry, and the whole study; and
 * `export.csv.datapackage.json`, `export.xlsx.datapackage.json` beside the tables.
 */
export function exportRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/export.:format',
    route(async (req, res) => {
      const asked = pathPart(req, 'format')
      const format = exportEndings.find(
        (each) => each === asked || (isTable(each) && `${each}${describedEnding}` === asked),
      )
      if (!format) {
        const known = exportEndings.join(', ')
        return refused(problem('format-unknown', { format: asked, known }))
      }
      const query = readQuery(req, exportQuery)
      if (!query.ok) return query
      const found = await store.read(pathPart(req, 'id'))
      if (!found.ok) return found
      const { lang: language, pieces, with: named, wait, accuracy, ...question } = query.value
      const supposed = withAccuracies(found.value, accuracy)
      if (!supposed.ok) return supposed
      const study = supposed.value
      const key = `${asked} ${language} ${pieces} ${named?.join()} ${measuring.keyOf(study, question)}`
      if (format !== 'zip') {
        return answerOrJob(jobs, res, {
          kind: 'export',
          key,
          waitSeconds: wait,
          run: async (work) => {
            const others = comparesOthers(format) ? await studiesBeside(store, study, named) : done([])
            if (!others.ok) return others
            const measured = await measuring.measure(study, question, work)
            if (!measured.ok) return measured
            const paths = await layerPaths(store, study)
            const request = { format, language, pieces }
            return engine.run(
              'make-export',
              { study, paths, others: others.value, measurement: measured.value, request },
              work,
            )
          },
          reply: ({ bytes, type, name, described }) =>
            described && asked !== format
              ? fileReply(described, 'application/json', `${name}${describedEnding}`)
              : withDescription(
                  fileReply(bytes, type, name),
                  described ? `${req.baseUrl}/export.${format}${describedEnding}${searchOf(req)}` : null,
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
          const zipped = await engine.run(
            'zip-study',
            { study: found.value, files: await store.files(found.value), to },
            work,
          )
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

/** A table that stands alone comes with a description at an address of its own. */
const isTable = (format: string): boolean => format === 'csv' || format === 'xlsx'

const searchOf = ({ originalUrl }: Request): string => new URL(originalUrl, 'http://localhost').search

const withDescription = (reply: Reply, address: string | null): Reply =>
  address === null
    ? reply
    : { ...reply, headers: { ...reply.headers, link: `<${address}>; rel="describedby"; type="application/json"` } }
