import { z } from 'zod'
import { idSchema } from '../../core/model/layer.ts'
import { sheetOptions } from './sheet-options.ts'

/** The options of a report as text gives them: in an address, or on the command line. */
export const reportOptions = { lang: sheetOptions.lang, standard: sheetOptions.standard } as const

/** What stands for a report without a comparison. */
export const withNone = 'none'

/** Ids of the studies to compare with, as an address gives them; where it is missing, the bundled ones. */
export const withOption = z
  .string()
  .transform((ids) => (ids === withNone ? [] : ids.split(',').filter((id) => id !== '')))
  .pipe(z.array(idSchema).max(20))
  .optional()
