import { done } from '../../../core/result/outcome.ts'
import { joinedEntries, type Direction } from '../../../core/history/entry.ts'
import { studySchema } from '../../../core/model/study.ts'
import type { StudyHistory } from '../../store/store.ts'
import { historySchema } from '../schemas/history-schema.ts'
import { endpoint, json } from './endpoint.ts'
import { studyReply } from './studies.ts'

const summaries: Readonly<Record<Direction, string>> = {
  undo: 'Takes the last change back, or brings a removed study back',
  redo: 'Does the change again that was taken back last',
}

const stepEndpoint = (direction: Direction) =>
  endpoint(
    {
      method: 'post',
      path: `/api/studies/{id}/${direction}`,
      summary: summaries[direction],
      ifMatch: 'required',
      answers: { 200: json(studySchema) },
    },
    async ({ services: { store }, part, ...requested }) => {
      const revision = requested.revision()
      if (!revision.ok) return revision
      const study = await store.step(part('id'), revision.value, direction)
      return study.ok ? done(studyReply(study.value)) : study
    },
  )

/** What was changed in a study, and the way back and forth through it. */
export const historyEndpoints = [
  endpoint(
    {
      method: 'get',
      path: '/api/studies/{id}/history',
      summary: 'What was changed in a study, oldest first',
      answers: { 200: json(historySchema) },
    },
    async ({ services: { store }, part }) => {
      const history = await store.history(part('id'))
      return history.ok ? done({ json: historyDocument(history.value) }) : history
    },
  ),
  stepEndpoint('undo'),
  stepEndpoint('redo'),
]

/** A history that cannot be read wholly begins with why. */
const historyDocument = ({ entries, fault, next }: StudyHistory): unknown[] => [
  ...(fault ? [{ seq: 0, revision: null, at: null, what: { code: fault.code, values: fault.values } }] : []),
  ...joinedEntries(entries).map((entry) => ({
    seq: entry.seq,
    revision: entry.revisionAfter,
    at: entry.at,
    what: { code: entry.code, values: entry.values },
    ...(entry.seq === next.undo?.seq ? { next: 'undo' } : entry.seq === next.redo?.seq ? { next: 'redo' } : {}),
  })),
]
