import type { Publication } from '../../core/model/publication.ts'
import { getPublication, putPublication } from '../api/publication.ts'
import type { Answer } from '../api/page-problem.ts'
import { putStudy } from '../api/studies.ts'
import { page } from '../state/page-state.ts'
import type { Publishing } from '../state/publishing.ts'
import { showPreview } from './make-file.ts'
import { refreshStudy } from './open-study.ts'
import { announceLast, showElsewhere } from './study-steps.ts'

const change = (publishing: Partial<Publishing>): void =>
  page.update({ publishing: { ...page.get().publishing, ...publishing } })

/** Asks what is usual in the workspace, once the form of it is opened. */
export async function loadPublication(): Promise<void> {
  if (page.get().publishing.usual !== null) return
  take(await getPublication())
}

const take = (answer: Answer<Publication>): void =>
  change(answer.ok ? { usual: answer.value, tag: answer.tag ?? '*', problem: null } : { problem: answer.problem })

export const chooseScope = (scope: Publishing['scope']): void => change({ scope })

/** Says one thing of who publishes, or with an empty text that nobody says it. */
export async function sayWhoPublishes(field: keyof Publication, text: string): Promise<void> {
  const { study, publishing } = page.get()
  const value = text.trim()
  const said = ({ [field]: _before, ...others }: Publication = {}): Publication =>
    value === '' ? others : { ...others, [field]: value }
  if (publishing.scope === 'workspace') {
    let answer = await putPublication(said(publishing.usual ?? {}), publishing.tag)
    if (!answer.ok && answer.problem.code === 'publication-stale') {
      // What somebody else changed stays; what was typed here is said beside it, unless both are of one thing.
      const before = publishing.usual?.[field]
      take(await getPublication())
      const { usual, tag, problem } = page.get().publishing
      if (problem === null && usual?.[field] === before) answer = await putPublication(said(usual ?? {}), tag)
    }
    take(answer)
    return showReport()
  }
  if (!study) return
  const written = () => {
    const stands = page.get().study ?? study
    return putStudy(stands, { publication: said(stands.publication) })
  }
  let answer = await written()
  if (!answer.ok && answer.problem.code === 'revision-stale') {
    // What another window changed stays; what was typed here is said of the study as it is now.
    await showElsewhere()
    answer = await written()
  }
  change({ problem: answer.ok ? null : answer.problem })
  await refreshStudy()
  if (answer.ok) announceLast()
  await showReport()
}

const showReport = async (): Promise<void> => (page.get().view === 'report' ? showPreview() : undefined)
