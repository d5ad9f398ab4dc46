import type { Study } from '../../core/study/study.ts'
import type { Text } from '../../core/study/text.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'

export type StudySummary = { readonly id: string; readonly title: Text; readonly asOf: string | null }

export async function listStudies(): Promise<Answer<readonly StudySummary[]>> {
  const answer = await request<{ studies: readonly StudySummary[] }>('/api/studies')
  return answer.ok ? { ok: true, value: answer.value.studies } : answer
}

export const getStudy = (id: string, signal?: AbortSignal): Promise<Answer<Study>> =>
  request<Study>(studyPath(id), signal ? { signal } : {})

export const createStudy = (title: string): Promise<Answer<Study>> =>
  request<Study>('/api/studies', { method: 'POST', body: { title } })

export const studyPath = (id: string): string => `/api/studies/${encodeURIComponent(id)}`
