import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { done } from '../../../core/result/outcome.ts'
import { validityReportSchema } from '../../../core/geometry-check/fault.ts'
import { layerOptionsSchema } from '../../../core/model/layer-options.ts'
import { layerSchema } from '../../../core/model/layer-schema.ts'
import { removeLayer, type LayerChange } from '../../../core/layers/layer-set.ts'
import { changeQuery, waitingQuery } from '../../../core/options/queries.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import { drawingSchema, startDrawnLayer, writeDrawing } from '../loading/draw-layer.ts'
import { changeLoadedLayer, findLayer, loadLayer } from '../loading/load-layer.ts'
import { changeLoadedSeries, loadSeries, spreadLoadedLayer, type SeriesChange } from '../loading/load-series.ts'
import { changeOptionsSchema, finishUpload, uploadSchema } from '../loading/finish-upload.ts'
import { loadWaiting } from '../loading/load-waiting.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { problemDocument } from '../exchange/problem-document.ts'
import { receiveUpload } from '../loading/receive-upload.ts'
import type { Reply } from '../exchange/reply.ts'
import { requestIdOf } from '../exchange/request-id.ts'
import { jobSchema, loadedLayerSchema, waitingAnswerSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'
import { revisionTag } from './studies.ts'

/** Uploads that wait, and what is said of all of them at once, such as their coordinate system. */
const waitingSchema = z.strictObject({
  uploadIds: z.array(z.uuid()).min(1).max(64),
  options: layerOptionsSchema,
})

const job = json(jobSchema)

/** Loads, gives, changes and removes layers. */
export const layerEndpoints = [
  endpoint(
    {
      method: 'post',
      path: '/api/studies/{id}/layers',
      summary:
        'Loads files as a layer, or as the snapshots of a series; an earlier upload is completed by its uploadId. With drawn and no file it starts a layer that is drawn',
      query: waitingQuery,
      ifMatch: 'optional',
      body: { type: 'multipart/form-data', schema: uploadSchema },
      answers: { 201: json(loadedLayerSchema), 202: job },
    },
    async ({ services, req, res, part, query, ...requested }) => {
      const id = part('id')
      const study = await services.store.read(id)
      if (!study.ok) return study
      const revision = requested.revision()
      if (!revision.ok) return revision
      const received = await receiveUpload(req, services.uploads, services.config.uploadLimitMB)
      if (!received.ok) return received
      const resolved = await finishUpload(services.uploads, received.value)
      if (!resolved.ok) return resolved
      if (resolved.value.upload === null) {
        const { options, copyOf } = resolved.value
        return answerOrJob(services.jobs, res, {
          kind: 'import',
          key: `draw ${id} ${randomUUID()}`,
          waitSeconds: query.wait,
          run: (work) => startDrawnLayer(services, id, { options, copyOf }, revision.value, work),
          reply: newLayerReply,
        })
      }
      const { upload, options, snapshots } = resolved.value
      const asking = { kind: 'import', key: `import ${upload.id}`, waitSeconds: query.wait }
      if (snapshots !== undefined) {
        return answerOrJob(services.jobs, res, {
          ...asking,
          run: (work) => loadSeries(services, id, upload, snapshots, options, revision.value, work),
          reply: (change) => ({ ...seriesReply(change), status: 201 }),
        })
      }
      return answerOrJob(services.jobs, res, {
        ...asking,
        run: (work) => loadLayer(services, id, upload, options, revision.value, work),
        reply: newLayerReply,
      })
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/studies/{id}/layers/waiting',
      summary: 'Says the same of several uploads that wait, such as their coordinate system',
      query: waitingQuery,
      body: json(waitingSchema),
      answers: { 200: json(waitingAnswerSchema), 202: job },
    },
    async ({ services, req, res, part, query, ...requested }) => {
      const id = part('id')
      const study = await services.store.read(id)
      if (!study.ok) return study
      const body = requested.body()
      if (!body.ok) return body
      const { uploadIds, options } = body.value
      return answerOrJob(services.jobs, res, {
        kind: 'import',
        key: `import ${uploadIds.join()} ${JSON.stringify(options)}`,
        waitSeconds: query.wait,
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
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/studies/{id}/layers/{layer}',
      summary: 'A layer, or its features with Accept: application/geo+json',
      answers: { 200: { ...json(layerSchema), or: { type: 'application/geo+json' } } },
    },
    async ({ services: { store }, req, part }) => {
      const found = await findLayer(store, part('id'), part('layer'))
      if (!found.ok) return found
      const { study, layer } = found.value
      if (req.accepts(['application/json', 'application/geo+json']) !== 'application/geo+json') {
        return done(layerReply(found.value))
      }
      return done({ path: await store.layerPath(study, layer.file), type: 'application/geo+json' })
    },
  ),
  endpoint(
    {
      method: 'put',
      path: '/api/studies/{id}/layers/{layer}/features',
      summary: 'Writes a drawn layer back: its regions in degrees of WGS 84, checked as those of a file are',
      query: waitingQuery,
      ifMatch: 'required',
      body: { type: 'application/geo+json', schema: drawingSchema },
      answers: { 200: json(loadedLayerSchema), 202: job },
    },
    async ({ services, res, part, query, ...requested }) => {
      const [id, layer] = [part('id'), part('layer')]
      const found = await findLayer(services.store, id, layer)
      if (!found.ok) return found
      const revision = requested.revision()
      if (!revision.ok) return revision
      const body = requested.body()
      if (!body.ok) return body
      return answerOrJob(services.jobs, res, {
        kind: 'import',
        key: `drawing ${id} ${layer} ${randomUUID()}`,
        waitSeconds: query.wait,
        run: (work) => writeDrawing(services, id, layer, body.value, revision.value, work),
        reply: layerReply,
      })
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/studies/{id}/layers/{layer}/validity',
      summary: 'What is wrong with the geometry of a layer, where, and the area with and without',
      query: waitingQuery,
      answers: { 200: json(validityReportSchema), 202: job },
    },
    async ({ services: { store, jobs, runner }, res, part, query }) => {
      const found = await findLayer(store, part('id'), part('layer'))
      if (!found.ok) return found
      const { study, layer } = found.value
      const path = await store.layerPath(study, layer.file)
      const originals = await store.originals(study, layer.sha256)
      if (!originals.ok) return originals
      return answerOrJob(jobs, res, {
        kind: 'check',
        key: `check ${study.id} ${layer.id} ${study.revision}`,
        waitSeconds: query.wait,
        run: (work) =>
          runner.run('check-layer', { study, layer, path, originals: layer.picture ? [] : originals.value }, work),
        reply: (report) => ({ json: report }),
      })
    },
  ),
  endpoint(
    {
      method: 'patch',
      path: '/api/studies/{id}/layers/{layer}',
      summary: 'Changes what is said of a layer, or of its whole series; null takes a statement back',
      query: changeQuery,
      ifMatch: 'required',
      body: json(changeOptionsSchema),
      answers: { 200: json(loadedLayerSchema), 202: job },
    },
    async ({ services, res, part, query: { wait: waitSeconds, series }, ...requested }) => {
      const id = part('id')
      const layerId = part('layer')
      const found = await findLayer(services.store, id, layerId)
      if (!found.ok) return found
      const revision = requested.revision()
      if (!revision.ok) return revision
      const body = requested.body()
      if (!body.ok) return body
      const { snapshots, ...options } = body.value
      const key = `change ${id} ${layerId} ${series} ${found.value.study.revision} ${JSON.stringify(body.value)}`
      const asking = { kind: 'import', key, waitSeconds }
      if (snapshots !== undefined) {
        const run = (work: TaskContext) =>
          spreadLoadedLayer(services, id, layerId, snapshots, options, revision.value, work)
        return answerOrJob(services.jobs, res, { ...asking, run, reply: seriesReply })
      }
      if (series) {
        const run = (work: TaskContext) => changeLoadedSeries(services, id, layerId, options, revision.value, work)
        return answerOrJob(services.jobs, res, { ...asking, run, reply: seriesReply })
      }
      const run = (work: TaskContext) => changeLoadedLayer(services, id, layerId, options, revision.value, work)
      return answerOrJob(services.jobs, res, { ...asking, run, reply: layerReply })
    },
  ),
  endpoint(
    {
      method: 'delete',
      path: '/api/studies/{id}/layers/{layer}',
      summary: 'Removes a layer',
      ifMatch: 'required',
      answers: { 204: null },
    },
    async ({ services: { store }, part, ...requested }) => {
      const id = part('id')
      const layerId = part('layer')
      const found = await findLayer(store, id, layerId)
      if (!found.ok) return found
      const revision = requested.revision()
      if (!revision.ok) return revision
      const changed = await store.change(id, revision.value, (study) => {
        const without = removeLayer(study, layerId)
        return without.ok ? done({ study: without.value }) : without
      })
      return changed.ok ? done({ empty: true, headers: { etag: revisionTag(changed.value) } }) : changed
    },
  ),
]

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
