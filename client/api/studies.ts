import type { Study } from '../../core/model/study.ts'
import type { Text } from '../../core/model/text.ts'
import { problemFrom, type Answer, type PageProblem } from './page-problem.ts'
import { request } from './request.ts'

export type StudySummary = {
  readonly id: string
  readonly title: Text
  readonly asOf: string | null
  /** Whether it came with the program, is a changed copy of such a one, or the reader's own. */
  readonly origin: 'bundled' | 'copy' | 'own'
}

/** A study that is there and cannot be read. */
export type UnreadableStudy = { readonly id: string; readonly problem: PageProblem }

type StudyList = { readonly studies: readonly StudySummary[]; readonly unreadable: readonly UnreadableStudy[] }

export async function listStudies(): Promise<Answer<StudyList>> {
  const answer = await request<StudyList>('/api/studies')
  if (!answer.ok) return answer
  const { studies, unreadable } = answer.value
  const reported = unreadable.map(({ id, problem }) => ({ id, problem: problemFrom(0, problem) }))
  return { ok: true, value: { studies, unreadable: reported } }
}

export const getStudy = (id: string, signal?: AbortSignal): Promise<Answer<Study>> =>
  request<Study>(studyPath(id), signal ? { signal } : {})

export const createStudy = (title: string): Promise<Answer<Study>> =>
  request<Study>('/api/studies', { method: 'POST', body: { title } })

/** Writes a study back, as it was read but for what is changed. */
export const putStudy = (study: Study, change: Partial<Study>): Promise<Answer<Study>> =>
  request<Study>(studyPath(study.id), { method: 'PUT', body: { ...study, ...change }, revision: study.revision })

export const copyStudy = (id: string): Promise<Answer<Study>> =>
  request<Study>(`${studyPath(id)}/copy`, { method: 'POST' })

export const removeStudy = ({ id, revision }: Pick<Study, 'id' | 'revision'>): Promise<Answer<null>> =>
  request<null>(studyPath(id), { method: 'DELETE', revision })

export const studyPath = (id: string): string => `/api/studies/${encodeURIComponent(id)}`

/** Whether the study is at another revision by now; nothing is told where the server does not answer. */
export async function hasChanged({ id, revision }: Pick<Study, 'id' | 'revision'>): Promise<boolean> {
  const asking = { headers: { accept: 'application/json', 'if-none-match': `"${revision}"` } }
  const answer = await fetch(studyPath(id), asking).catch(() => null)
  await answer?.body?.cancel()
  return answer?.status === 200
}
