import { isWithoutOutline } from '../../core/model/outline.ts'
import { request } from '../api/request.ts'
import { studyPath } from '../api/studies.ts'
import { page } from '../state/page-state.ts'
import type { PublishedRow } from '../../core/compare/comparison-answer.ts'

/** Sets what sources print against what the layers give, each figure on its own day or else the study's. */
export async function loadPublished(): Promise<void> {
  const { study } = page.get()
  page.update({ against: null })
  if (study === null || (study.plan.layer === null && !isWithoutOutline(study)) || study.published.length === 0) return
  const answer = await request<{ readonly published: readonly PublishedRow[] }>(`${studyPath(study.id)}/published`)
  const now = page.get().study
  if (answer.ok && now?.id === study.id && now.revision === study.revision)
    page.update({ against: answer.value.published })
}
