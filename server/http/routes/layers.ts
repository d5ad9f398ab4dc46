import { z } from 'zod'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { validityReportSchema } from '../../../core/geometry-check/fault.ts'
import { layerOptionsSchema, type LayerOptions } from '../../../core/model/layer-options.ts'
import { layerSchema } from '../../../core/model/layer.ts'
import { removeLayer, type LayerChange } from '../../../core/layers/layer-set.ts'
import { changeQuery, waitingQuery } from '../../../core/options/queries.ts'
import type { Work } from '../../../core/parallel/crew.ts'
import { snapshotsSchema, type Snapshots } from '../../../core/model/series-options.ts'
import { changeLoadedLayer, findLayer, loadLayer } from '../loading/load-layer.ts'
import { changeLoadedSeries, loadSeries, spreadLoadedLayer, type SeriesChange } from '../loading/load-series.ts'
import { loadWaiting } from '../loading/load-waiting.ts'
import type { Upload } from '../loading/uploads.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { problemDocument } from '../exchange/problem-document.ts'
import { readJson } from '../exchange/read-request.ts'
import { receiveUpload } from '../loading/receive-upload.ts'
import type { Reply } from '../exchange/reply.ts'
import { requestIdOf } from '../exchange/request-id.ts'
import { jobSchema, loadedLayerSchema, waitingAnswerSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'
import type { Services } from './services.ts'
import { revisionTag } from './studies.ts'

/** The options of a change; `snapshots` takes the layer's dated columns as a series. */
const changeOptionsSchema = layerOptionsSchema.extend({ snapshots: snapshotsSchema.optional() })

/** The options of an upload: those of a layer, or an earlier upload with what it lacked. */
const uploadOptionsSchema = changeOptionsSchema.extend({ uploadId: z.string().optional() })

/** A form of files and options. */
const uploadSchema = z.strictObject({
  files: z.array(z.string().meta({ format: 'binary' })).optional(),
  options: uploadOptionsSchema.optional(),
})

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
        'Loads files as a layer, or as the snapshots of a series; an earlier upload is completed by its uploadId',
      query: waitingQuery,
      ifMatch: 'optional',
      body: { type: 'multipart/form-data', schema: uploadSchema },
      answers: { 201: json(loadedLayerSchema), 202: job },
    },
    async ({ services, req, res, part, query, ...asked }) => {
      const id = part('id')
      const study = await services.store.read(id)
      if (!study.ok) return study
      const revision = asked.revision()
      if (!revision.ok) return revision
      const received = await receiveUpload(req, services.uploads, services.config.uploadLimitMB)
      if (!received.ok) return received
      const { uploadId, options: text } = received.value
      const settled = await removedUnlessSettled(services, uploadId, () => settleUpload(services, uploadId, text))
      if (!settled.ok) return settled
      const { upload, options, snapshots } = settled.value
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
    async ({ services, req, res, part, query, ...asked }) => {
      const id = part('id')
      const study = await services.store.read(id)
      if (!study.ok) return study
      const body = asked.body()
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
      answers: { 200: json(layerSchema) },
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
      method: 'get',
      path: '/api/studies/{id}/layers/{layer}/validity',
      summary: 'What is wrong with the geometry of a layer, where, and the area with and without',
      query: waitingQuery,
      answers: { 200: json(validityReportSchema), 202: job },
    },
    async ({ services: { store, jobs, engine }, res, part, query }) => {
      const found = await findLayer(store, part('id'), part('layer'))
      if (!found.ok) return found
      const { study, layer } = found.value
      const path = await store.layerPath(study, layer.file)
      const originals = await store.originals(study, layer.sha256)
      return answerOrJob(jobs, res, {
        kind: 'check',
        key: `check ${study.id} ${layer.id} ${study.revision}`,
        waitSeconds: query.wait,
        run: (work) => engine.run('check-layer', { study, layer, path, originals }, work),
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
    async ({ services, res, part, query: { wait: waitSeconds, series }, ...asked }) => {
      const id = part('id')
      const layerId = part('layer')
      const found = await findLayer(services.store, id, layerId)
      if (!found.ok) return found
      const revision = asked.revision()
      if (!revision.ok) return revision
      const body = asked.body()
      if (!body.ok) return body
      const { snapshots, ...options } = body.value
      const key = `change ${id} ${layerId} ${series} ${found.value.study.revision} ${JSON.stringify(body.value)}`
      const asking = { kind: 'import', key, waitSeconds }
      if (snapshots !== undefined) {
        const run = (work: Work) => spreadLoadedLayer(services, id, layerId, snapshots, options, revision.value, work)
        return answerOrJob(services.jobs, res, { ...asking, run, reply: seriesReply })
      }
      if (series) {
        const run = (work: Work) => changeLoadedSeries(services, id, layerId, options, revision.value, work)
        return answerOrJob(services.jobs, res, { ...asking, run, reply: seriesReply })
      }
      const run = (work: Work) => changeLoadedLayer(services, id, layerId, options, revision.value, work)
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
    async ({ services: { store }, part, ...asked }) => {
      const id = part('id')
      const layerId = part('layer')
      const found = await findLayer(store, id, layerId)
      if (!found.ok) return found
      const revision = asked.revision()
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

/** Removes the files that came with a request whose options cannot be used, or kept. */
async function removedUnlessSettled<T>(
  { uploads }: Pick<Services, 'uploads'>,
  sent: string | null,
  settle: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let isSettled = false
  try {
    const settled = await settle()
    isSettled = settled.ok
    return settled
  } finally {
    if (!isSettled && sent !== null) await uploads.remove(sent)
  }
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
