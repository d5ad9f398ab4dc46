import { sheetOptions } from '../engine/sheet-options.ts'

/** The options of a report as text gives them: in an address, or on the command line. */
export const reportOptions = { lang: sheetOptions.lang, standard: sheetOptions.standard } as const
