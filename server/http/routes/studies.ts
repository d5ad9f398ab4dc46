import { Router, type Request } from 'express'
import { done, type Outcome } from '../../../core/result/outcome.ts'
import { settleStudy } from '../../../core/model/given-study.ts'
import { newStudy } from '../../../core/model/new-study.ts'
import { freeId, slug } from '../../../core/model/slug.ts'
import { studyVersion, type Study } from '../../../core/model/study.ts'
import { converted } from '../../../core/model/converters.ts'
import { writeBack } from '../../../core/layers/write-back.ts'
import type { ListedStudy, Store } from '../../store/store.ts'
import { problemDocument } from '../exchange/problem-document.ts'
import { pathPart, readBody, readQuery, readRevision } from '../exchange/read-request.ts'
import { route, type Reply } from '../exchange/reply.ts'
import { requestIdOf } from '../exchange/request-id.ts'
import type { Services } from './services.ts'
import { changedStudySchema, newStudySchema } from '../schemas/study-bodies.ts'
import { noQuery } from '../../../core/options/queries.ts'

/** `/api/studies`: the studies there are, new ones, and each whole. */
export function studyRoutes({ store }: Services): Router {
  const router = Router()

  router.get(
    '/',
    route(async (req) => {
      const query = readQuery(req, noQuery)
      if (!query.ok) return query
      const { studies, unreadable } = await store.list()
      return done({
        json: {
          studies: studies.map(summary),
          unreadable: unreadable.map(({ id, problem }) => ({
            id,
            problem: problemDocument(problem, requestIdOf(req)),
          })),
        },
      })
    }),
  )

  router.post(
    '/',
    route(async (req) => {
      const body = readBody(req, newStudySchema)
      if (!body.ok) return body
      const { id, title, summary, asOf, headline, precedents, plan: { areaM2, ...plan } = {}, ...records } = body.value
      const taken = new Set((await store.list()).studies.map(({ study }) => study.id))
      const wanted = id ?? freeId(slug(title.en, 'study'), taken)
      const bare = newStudy(wanted, title, plan, { summary, asOf, headline, precedents })
      const study = settleStudy({ ...bare, ...records, plan: { ...bare.plan, areaM2 } })
      if (!study.ok) return study
      const created = await store.create(study.value)
      if (!created.ok) return created
      const reply = studyReply(created.value)
      return done({
        ...reply,
        status: 201,
        headers: { ...reply.headers, location: `/api/studies/${created.value.id}` },
      })
    }),
  )

  router.get(
    '/:id',
    route(async (req) => {
      const query = readQuery(req, noQuery)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      return study.ok ? done(studyReply(study.value)) : study
    }),
  )

  router.put(
    '/:id',
    route(async (req) => {
      const asked = await askedStudy(store, req)
      if (!asked.ok) return asked
      const { id, revision } = asked.value
      const body = readBody(req, changedStudySchema, (content) => converted(content, studyVersion) ?? content)
      if (!body.ok) return body
      const changed = await store.change(id, revision, (stands) => {
        const settled = settleStudy(body.value)
        const written = settled.ok ? writeBack(stands, settled.value) : settled
        return written.ok ? done({ study: written.value }) : written
      })
      return changed.ok ? done(studyReply(changed.value)) : changed
    }),
  )

  router.delete(
    '/:id',
    route(async (req) => {
      const asked = await askedStudy(store, req)
      if (!asked.ok) return asked
      const { id, revision } = asked.value
      const removed = await store.remove(id, revision)
      return removed.ok ? done({ empty: true }) : removed
    }),
  )

  return router
}

/** The study that a request is to change, which must be there, and the revision that the request knows. */
async function askedStudy(
  store: Store,
  req: Request,
): Promise<Outcome<{ readonly id: string; readonly revision: number | null }>> {
  const id = pathPart(req, 'id')
  const present = await store.read(id)
  if (!present.ok) return present
  const revision = readRevision(req, true)
  return revision.ok ? done({ id, revision: revision.value }) : revision
}

export const revisionTag = (study: Study): string => `"${study.revision}"`

const studyReply = (study: Study): Reply => ({ json: study, headers: { etag: revisionTag(study) } })

const summary = ({ study, origin }: ListedStudy): Record<string, unknown> => ({
  id: study.id,
  title: study.title,
  ...(study.summary ? { summary: study.summary } : {}),
  asOf: study.asOf,
  revision: study.revision,
  layers: study.layers.length,
  origin,
})
