import type { Study } from '../study/study.ts'
import type { PaperName } from './paper.ts'

/**
 * The sheet's own name, from study and options only, after OCHA's naming of files: BAS_control_overlap_a4_2018-04-21.
 */
export function sheetName(study: Study, at: string | null, paper: PaperName): string {
  const place = study.id.replace(/[^a-z0-9]/g, '').slice(0, 3).toUpperCase()
  const about = study.layers.find(({ name }) => name === study.headline?.layer)
  const subject = about ?? study.layers.find(({ role }) => role === 'control' || role === 'shelling' || role === 'damage')
  return [place, subject?.role ?? 'plan', 'overlap', paper, at ?? 'undated'].join('_')
}
