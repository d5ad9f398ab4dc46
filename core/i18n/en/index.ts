import { accuracy } from './accuracy.ts'
import { claimed } from './claimed.ts'
import { classes } from './classes.ts'
import { compared } from './compared.ts'
import { exported } from './export.ts'
import { limits } from './limits.ts'
import { lists } from './lists.ts'
import { loading } from './loading.ts'
import { notes } from './notes.ts'
import { page } from './page.ts'
import { problems } from './problems.ts'
import { record } from './record.ts'
import { report } from './report.ts'
import { sheet } from './sheet.ts'
import { study } from './study.ts'
import { sure } from './sure.ts'
import { time } from './time.ts'
import { validity } from './validity.ts'

/** Every string that a user reads. */
export const en = {
  ...accuracy,
  ...claimed,
  ...classes,
  ...compared,
  ...exported,
  ...limits,
  ...lists,
  ...loading,
  ...notes,
  ...problems,
  ...page,
  ...record,
  ...report,
  ...sheet,
  ...study,
  ...sure,
  ...time,
  ...validity,
} as const
