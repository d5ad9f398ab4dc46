import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { buildStudy } from '../../../core/model/given-study.ts'
import { newStudy } from '../../../core/model/new-study.ts'
import { freeId, slug } from '../../../core/model/slug.ts'
import { studySchema, type Study } from '../../../core/model/study.ts'
import { writeBack } from '../../../core/layers/write-back.ts'
import type { ListedStudy } from '../../store/store.ts'
import { problemDocument } from '../exchange/problem-document.ts'
import type { Reply } from '../exchange/reply.ts'
import { requestIdOf } from '../exchange/request-id.ts'
import { studyListSchema } from '../schemas/answer-schemas.ts'
import { changedStudySchema, newStudySchema, presentForm } from '../schemas/study-bodies.ts'
import { endpoint, json } from './endpoint.ts'

/** The studies there are, new ones, and each whole. */
export const studyEndpoints = [
  endpoint(
    { method: 'get', path: '/api/studies', summary: 'All studies', answers: { 200: json(studyListSchema) } },
    async ({ services: { store }, req }) => {
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
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/studies',
      summary: 'A new study; only its title is needed',
      body: { ...json(newStudySchema), convert: presentForm },
      answers: { 201: json(studySchema) },
    },
    async ({ services: { store }, ...requested }) => {
      const body = requested.body()
      if (!body.ok) return body
      const { schema: _schema, revision: _revision, layers = [], plan: given = {}, ...known } = body.value
      const { id, title, summary, asOf, headline, precedents, ...records } = known
      const { areaM2, layer = null, ...plan } = given
      const taken = new Set((await store.list()).studies.map(({ study }) => study.id))
      const wanted = id ?? freeId(slug(title.en, 'study'), taken)
      if (layers.length > 0 || layer !== null) return refused(problem('layer-set-fixed', { id: wanted }))
      const bare = newStudy(wanted, title, plan, { summary, asOf, headline, precedents })
      const study = buildStudy({ ...bare, ...records, plan: { ...bare.plan, areaM2 } })
      if (!study.ok) return study
      const created = await store.create(study.value)
      if (!created.ok) return created
      const reply = studyReply(created.value)
      return done({
        ...reply,
        status: 201,
        headers: { ...reply.headers, location: `/api/studies/${created.value.id}` },
      })
    },
  ),
  endpoint(
    { method: 'get', path: '/api/studies/{id}', summary: 'A study', answers: { 200: json(studySchema) } },
    async ({ services: { store }, part }) => {
      const study = await store.read(part('id'))
      return study.ok ? done(studyReply(study.value)) : study
    },
  ),
  endpoint(
    {
      method: 'put',
      path: '/api/studies/{id}',
      summary: 'Writes a study back',
      ifMatch: 'required',
      body: { ...json(changedStudySchema), convert: presentForm },
      answers: { 200: json(studySchema) },
    },
    async ({ services: { store }, part, ...requested }) => {
      const present = await store.read(part('id'))
      if (!present.ok) return present
      const revision = requested.revision()
      if (!revision.ok) return revision
      const body = requested.body()
      if (!body.ok) return body
      const changed = await store.change(part('id'), revision.value, (stands) => {
        const resolved = buildStudy(body.value)
        const written = resolved.ok ? writeBack(stands, resolved.value) : resolved
        return written.ok ? done({ study: written.value }) : written
      })
      return changed.ok ? done(studyReply(changed.value)) : changed
    },
  ),
  endpoint(
    {
      method: 'delete',
      path: '/api/studies/{id}',
      summary: 'Removes a study',
      ifMatch: 'required',
      answers: { 204: null },
    },
    async ({ services: { store }, part, ...requested }) => {
      const present = await store.read(part('id'))
      if (!present.ok) return present
      const revision = requested.revision()
      if (!revision.ok) return revision
      const removed = await store.remove(part('id'), revision.value)
      return removed.ok ? done({ empty: true }) : removed
    },
  ),
]

export const revisionTag = (study: Study): string => `"${study.revision}"`

export const studyReply = (study: Study): Reply => ({ json: study, headers: { etag: revisionTag(study) } })

const summary = ({ study, origin }: ListedStudy): Record<string, unknown> => ({
  id: study.id,
  title: study.title,
  ...(study.summary ? { summary: study.summary } : {}),
  asOf: study.asOf,
  revision: study.revision,
  layers: study.layers.length,
  origin,
})
