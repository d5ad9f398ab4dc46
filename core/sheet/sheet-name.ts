import { documentDay } from '../model/requested-day.ts'
import { isMeasured } from '../model/layer.ts'
import type { Study } from '../model/study.ts'
import type { Paper } from './paper.ts'

/**
 * The sheet's own name, from study and options only, after OCHA's naming of files: BAS_control_overlap_a4_2018-04-21.
 */
export const sheetName = (study: Study, at: string | null, { name }: Pick<Paper, 'name'>, unit?: string): string =>
  documentName(study, at, `overlap_${name}${unit === undefined ? '' : `_${unit.replace(/[^A-Za-z0-9-]/g, '')}`}`)

/** The name of anything printed about a study on a day: BAS_control_report_2018-04-21. */
export function documentName(study: Study, at: string | null, kind: string): string {
  const place = study.id
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 3)
    .toUpperCase()
  const about = study.layers.find(({ name }) => name === study.headline?.layer)
  const subject = about ?? study.layers.find(isMeasured)
  return [place, subject?.role ?? 'plan', kind, documentDay(study, at)].join('_')
}
