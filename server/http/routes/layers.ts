import { Router } from 'express'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { layerOptionsSchema, type LayerOptions } from '../../../core/model/layer-options.ts'
import { removeLayer, type LayerChange } from '../../../core/layers/layer-set.ts'
import type { Work } from '../../../core/parallel/crew.ts'
import { snapshotsSchema, type Snapshots } from '../../../core/model/series-options.ts'
import { changeLoadedLayer, findLayer, loadLayer } from '../loading/load-layer.ts'
import { changeLoadedSeries, loadSeries, spreadLoadedLayer, type SeriesChange } from '../loading/load-series.ts'
import { loadWaiting } from '../loading/load-waiting.ts'
import type { Upload } from '../loading/uploads.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { problemDocument } from '../exchange/problem-document.ts'
import { changeQuery, noQuery, waitingQuery } from '../../../core/options/queries.ts'
import { pathPart, readBody, readJson, readQuery, readRevision } from '../exchange/read-request.ts'
import { receiveUpload } from '../loading/receive-upload.ts'
import { route, type Reply } from '../exchange/reply.ts'
import { requestIdOf } from '../exchange/request-id.ts'
import type { Services } from './services.ts'
import { revisionTag } from './studies.ts'

/** The options of an upload: those of a layer, or an earlier upload with what it lacked. */
export const uploadOptionsSchema = layerOptionsSchema.extend({
  uploadId: z.string().optional(),
  snapshots: snapshotsSchema.optional(),
})

/** The options of a change; `snapshots` takes the layer's dated columns as a series. */
export const changeOptionsSchema = layerOptionsSchema.extend({ snapshots: snapshotsSchema.optional() })

/** Uploads that wait, and what is said of all of them at once, such as their coordinate system. */
export const waitingSchema = z.strictObject({
  uploadIds: z.array(z.uuid()).min(1).max(64),
  options: layerOptionsSchema,
})

/** `/api/studies/:id/layers`: loads, gives, changes and removes layers. */
export function layerRoutes(services: Services): Router {
  const { store, jobs } = services
  const router = Router({ mergeParams: true })

  router.post(
    '/',
    route(async (req, res) => {
      const id = pathPart(req, 'id')
      const query = readQuery(req, waitingQuery)
      const study = query.ok ? await store.read(id) : query
      if (!study.ok) return study
      const revision = readRevision(req, false)
      if (!revision.ok) return revision
      if (!query.ok) return query
      const received = await receiveUpload(req, services.uploads, services.config.uploadLimitMB)
      if (!received.ok) return received
      const { uploadId, options: text } = received.value
      const asked = await settleUpload(services, uploadId, text)
      if (!asked.ok) {
        if (uploadId) await services.uploads.remove(uploadId)
        return asked
      }
      const { upload, options, snapshots } = asked.value
      const asking = { kind: 'import', key: `import ${upload.id}`, waitSeconds: query.value.wait }
      if (snapshots !== undefined) {
        return answerOrJob(jobs, res, {
          ...asking,
          run: (work) => loadSeries(services, id, upload, snapshots, options, revision.value, work),
          reply: (change) => ({ ...seriesReply(change), status: 201 }),
        })
      }
      return answerOrJob(jobs, res, {
        ...asking,
        run: (work) => loadLayer(services, id, upload, options, revision.value, work),
        reply: newLayerReply,
      })
    }),
  )

  router.post(
    '/waiting',
    route(async (req, res) => {
      const id = pathPart(req, 'id')
      const query = readQuery(req, waitingQuery)
      const study = query.ok ? await store.read(id) : query
      if (!study.ok) return study
      if (!query.ok) return query
      const body = readBody(req, waitingSchema)
      if (!body.ok) return body
      const { uploadIds, options } = body.value
      return answerOrJob(jobs, res, {
        kind: 'import',
        key: `import ${uploadIds.join()} ${JSON.stringify(options)}`,
        waitSeconds: query.value.wait,
        run: (work) => loadWaiting(services, id, uploadIds, options, work),
        reply: (loaded) => ({
          json: {
            results: loaded.map(({ uploadId, outcome }) =>
              outcome.ok
                ? { uploadId, layer: outcome.value }
                : { uploadId, problem: problemDocument(outcome.problem, requestIdOf(req)) },
            ),
          },
        }),
      })
    }),
  )

  router.get(
    '/:layer',
    route(async (req) => {
      const query = readQuery(req, noQuery)
      if (!query.ok) return query
      const found = await findLayer(store, pathPart(req, 'id'), pathPart(req, 'layer'))
      if (!found.ok) return found
      const { study, layer } = found.value
      if (req.accepts(['application/json', 'application/geo+json']) !== 'application/geo+json') {
        return done(layerReply(found.value))
      }
      return done({ path: await store.layerPath(study, layer.file), type: 'application/geo+json' })
    }),
  )

  router.get(
    '/:layer/validity',
    route(async (req, res) => {
      const query = readQuery(req, waitingQuery)
      if (!query.ok) return query
      const found = await findLayer(store, pathPart(req, 'id'), pathPart(req, 'layer'))
      if (!found.ok) return found
      const { study, layer } = found.value
      const path = await store.layerPath(study, layer.file)
      const originals = await store.originals(study, layer.sha256)
      return answerOrJob(jobs, res, {
        kind: 'check',
        key: `check ${study.id} ${layer.id} ${study.revision}`,
        waitSeconds: query.value.wait,
        run: (work) => services.engine.run('check-layer', { study, layer, path, originals }, work),
        reply: (report) => ({ json: report }),
      })
    }),
  )

  router.patch(
    '/:layer',
    route(async (req, res) => {
      const id = pathPart(req, 'id')
      const layerId = pathPart(req, 'layer')
      const query = readQuery(req, changeQuery)
      if (!query.ok) return query
      const found = await findLayer(store, id, layerId)
      if (!found.ok) return found
      const revision = readRevision(req, true)
      if (!revision.ok) return revision
      const body = readBody(req, changeOptionsSchema)
      if (!body.ok) return body
      const { snapshots, ...options } = body.value
      const { wait: waitSeconds, series } = query.value
      const key = `change ${id} ${layerId} ${series} ${found.value.study.revision} ${JSON.stringify(body.value)}`
      const asking = { kind: 'import', key, waitSeconds }
      if (snapshots !== undefined) {
        const run = (work: Work) => spreadLoadedLayer(services, id, layerId, snapshots, options, revision.value, work)
        return answerOrJob(jobs, res, { ...asking, run, reply: seriesReply })
      }
      if (series) {
        const run = (work: Work) => changeLoadedSeries(services, id, layerId, options, revision.value, work)
        return answerOrJob(jobs, res, { ...asking, run, reply: seriesReply })
      }
      const run = (work: Work) => changeLoadedLayer(services, id, layerId, options, revision.value, work)
      return answerOrJob(jobs, res, { ...asking, run, reply: layerReply })
    }),
  )

  router.delete(
    '/:layer',
    route(async (req) => {
      const id = pathPart(req, 'id')
      const layerId = pathPart(req, 'layer')
      const found = await findLayer(store, id, layerId)
      if (!found.ok) return found
      const revision = readRevision(req, true)
      if (!revision.ok) return revision
      const changed = await store.change(id, revision.value, (study) => {
        const without = removeLayer(study, layerId)
        return without.ok ? done({ study: without.value }) : without
      })
      return changed.ok ? done({ empty: true, headers: { etag: revisionTag(changed.value) } }) : changed
    }),
  )

  return router
}

const layerReply = ({ study, layer }: LayerChange): Reply => ({ json: layer, headers: { etag: revisionTag(study) } })

const newLayerReply = ({ study, layer }: LayerChange): Reply => ({
  status: 201,
  json: layer,
  headers: { etag: revisionTag(study), location: `/api/studies/${study.id}/layers/${layer.id}` },
})

/** The last snapshot, and the ids of all by day. */
const seriesReply = ({ study, series }: SeriesChange): Reply => {
  const last = series.at(-1)!
  const headers = { etag: revisionTag(study), location: `/api/studies/${study.id}/layers/${last.id}` }
  return { json: { ...last, series: series.map(({ id }) => id) }, headers }
}

/** The files and options that a request means: its own, or those that waited with what it adds to them. */
async function settleUpload(
  { uploads }: Services,
  sent: string | null,
  text: string,
): Promise<Outcome<{ upload: Upload; options: LayerOptions; snapshots: Snapshots | undefined }>> {
  const content = parseJson(text)
  if (!content.ok) return content
  const read = readJson(content.value, uploadOptionsSchema)
  if (!read.ok) return read
  const { uploadId = null, snapshots, ...given } = read.value
  const id = sent ?? uploadId
  if (id === null) return refused(problem('upload-without-file'))
  const upload = await uploads.find(id)
  if (!upload.ok) return upload
  const options = { ...upload.value.options, ...given }
  await uploads.remember(id, options)
  return done({ upload: upload.value, options, snapshots })
}

function parseJson(text: string): Outcome<unknown> {
  try {
    return done(text.trim() === '' ? {} : JSON.parse(text))
  } catch (error) {
    return refused(problem('body-not-json', { reason: (error as Error).message }))
  }
}
