import { accuracy } from './accuracy.ts'
import { charts } from './charts.ts'
import { claimed } from './claimed.ts'
import { classes } from './classes.ts'
import { colours } from './colours.ts'
import { columns } from './columns.ts'
import { compared } from './compared.ts'
import { database } from './database.ts'
import { discussion } from './discussion.ts'
import { exported } from './export.ts'
import { history } from './history.ts'
import { later } from './later.ts'
import { limits } from './limits.ts'
import { lists } from './lists.ts'
import { loading } from './loading.ts'
import { look } from './look.ts'
import { notes } from './notes.ts'
import { sheetView } from './sheet-view.ts'
import { page } from './page.ts'
import { pair } from './pair.ts'
import { pictureRecord } from './picture-record.ts'
import { picture } from './picture.ts'
import { fileProblems } from './file-problems.ts'
import { problems } from './problems.ts'
import { raster } from './raster.ts'
import { reasons } from './reasons.ts'
import { record } from './record.ts'
import { report } from './report.ts'
import { sheet } from './sheet.ts'
import { study } from './study.ts'
import { sure } from './sure.ts'
import { table } from './table.ts'
import { time } from './time.ts'
import { validity } from './validity.ts'

/** Every string that a user reads. */
export const en = {
  ...accuracy,
  ...charts,
  ...claimed,
  ...classes,
  ...colours,
  ...columns,
  ...compared,
  ...database,
  ...discussion,
  ...exported,
  ...history,
  ...later,
  ...limits,
  ...lists,
  ...loading,
  ...look,
  ...notes,
  ...pair,
  ...picture,
  ...pictureRecord,
  ...fileProblems,
  ...problems,
  ...sheetView,
  ...page,
  ...raster,
  ...reasons,
  ...record,
  ...report,
  ...sheet,
  ...study,
  ...sure,
  ...table,
  ...time,
  ...validity,
} as const
