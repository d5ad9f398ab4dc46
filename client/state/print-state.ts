import { usualDraws } from '../../core/model/usual-draws.ts'
import type { Language } from '../../core/i18n/translate.ts'
import type { PageProblem } from '../api/page-problem.ts'

export const drawChoices = [0, 200, usualDraws.draws] as const
export const standardChoices = ['ua-1', 'a-2a', 'a-2b'] as const

/** How files are to be made. */
export type PrintOptions = {
  /** `null` is the page's own. */
  readonly language: Language | null
  /** Draws of the intervals, as many as the page's unless chosen otherwise; 0 is none. */
  readonly draws: number
  readonly standard: (typeof standardChoices)[number]
  /** Whether report, workbook and package set the plan beside the bundled studies. */
  readonly isCompared: boolean
}

/** A file that is being made: its name in the address, how far it is (0 to 1, `null` where unknown), and how to stop it. */
type Making = {
  readonly file: string
  readonly fraction: number | null
  /** About how many seconds its draws take, where that is long. */
  readonly expectedS: number | null
  readonly cancel: () => void
}

/** The pages of the report as a picture, and what they are of: the address and the study as it stood. */
type Preview = { readonly key: string; readonly url: string }

export type PrintState = {
  readonly options: PrintOptions
  readonly making: Making | null
  readonly problem: PageProblem | null
  readonly preview: Preview | null
}

export const nothingPrinted: PrintState = {
  options: { language: null, draws: usualDraws.draws, standard: 'ua-1', isCompared: true },
  making: null,
  problem: null,
  preview: null,
}
