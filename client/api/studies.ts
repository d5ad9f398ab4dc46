import type { Study } from '../../core/model/study.ts'
import type { Text } from '../../core/model/text.ts'
import { problemFrom, type Answer, type PageProblem } from './page-problem.ts'
import { request } from './request.ts'

export type StudySummary = { readonly id: string; readonly title: Text; readonly asOf: string | null }

/** A study that is there and cannot be read. */
export type UnreadableStudy = { readonly id: string; readonly problem: PageProblem }

type StudyList = { readonly studies: readonly StudySummary[]; readonly unreadable: readonly UnreadableStudy[] }

export async function listStudies(): Promise<Answer<StudyList>> {
  const answer = await request<StudyList>('/api/studies')
  if (!answer.ok) return answer
  const { studies, unreadable } = answer.value
  const told = unreadable.map(({ id, problem }) => ({ id, problem: problemFrom(0, problem) }))
  return { ok: true, value: { studies, unreadable: told } }
}

export const getStudy = (id: string, signal?: AbortSignal): Promise<Answer<Study>> =>
  request<Study>(studyPath(id), signal ? { signal } : {})

export const createStudy = (title: string): Promise<Answer<Study>> =>
  request<Study>('/api/studies', { method: 'POST', body: { title } })

export const studyPath = (id: string): string => `/api/studies/${encodeURIComponent(id)}`
