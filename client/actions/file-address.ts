import { usualDraws } from '../../core/model/usual-draws.ts'
import { studyPath } from '../api/studies.ts'
import type { PageState } from '../state/page-state.ts'

const comparing = /^report\.|^export\.(xlsx|package\.zip)$/

/** Where a file of the study on the day shown is made as the options say; what is the server's own choice is left out. */
export function fileAddress(
  { studyId, at, language, print: { options } }: PageState,
  file: string,
  waitSeconds: number,
): string {
  if (studyId === null) return ''
  const query = new URLSearchParams({ lang: options.language ?? language })
  if (at !== null) query.set('at', at)
  if (options.draws !== usualDraws.draws) query.set('draws', String(options.draws))
  if (file.endsWith('.pdf') && options.standard !== 'ua-1') query.set('standard', options.standard)
  if (comparing.test(file) && !options.isCompared) query.set('with', 'none')
  query.set('wait', String(waitSeconds))
  return `${studyPath(studyId)}/${file}?${query}`
}
