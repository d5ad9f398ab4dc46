import { z } from 'zod'
import { exportEndings } from './export-options.ts'
import { partyOption } from './measuring-options.ts'
import { baseMapMeaning, baseMapOptions } from './base-map-options.ts'
import { insteadOf, option, wholeNumber, wordsBetweenCommas } from './option.ts'
import { reportFormats } from './report-options.ts'
import { sheetFormats } from './sheet-options.ts'

/** Options of the command line alone: where results go, and in what form. */

const file = z.string().optional()
const fileOf = (endings: readonly string[]): { readonly value: string } => ({ value: `FILE.(${endings.join('|')})` })

export const formatOption = {
  format: option(z.enum(['json', 'csv', 'table']).default('table'), 'the form of the result on stdout'),
} as const
export type OutputFormat = z.output<(typeof formatOption)['format']['schema']>

export const threadsOption = {
  threads: option(wholeNumber(1, 256).default(1), 'at most so many threads; the numbers are the same for any', {
    value: 'N',
  }),
} as const

export const saveOption = {
  save: option(file, 'writes the study as a folder that other commands take', { value: 'DIR' }),
} as const

export const crossOptions = {
  cross: option(
    wordsBetweenCommas.optional(),
    'these layers against each other instead, with totals that add up to the plan',
    { value: 'LAYER,LAYER[,LAYER]' },
  ),
  by: insteadOf(partyOption, {
    schema: z.enum(['class', 'party']).optional(),
    describe: `${partyOption.describe}; default class`,
  }),
} as const

export const sheetFileOptions = {
  out: option(file, 'where the sheet goes; its ending says which kind it is', fileOf(Object.keys(sheetFormats))),
  layout: option(
    file,
    'the layout as JSON (basilia-layout/1): page, boxes, what stands, titles, logos …; --paper, --orientation, --size, --show, --hide and --scale go before it',
    { value: 'FILE' },
  ),
  baseMap: option(file, baseMapMeaning, { value: 'FILE|ADDRESS' }),
  baseMapCredit: baseMapOptions.baseMapCredit,
} as const

export const reportFileOption = {
  out: option(file, 'where the report goes; its ending says which kind it is', fileOf(Object.keys(reportFormats))),
} as const

export const exportFileOption = {
  out: option(file, 'where it goes; its ending says what it is', fileOf(exportEndings)),
} as const
