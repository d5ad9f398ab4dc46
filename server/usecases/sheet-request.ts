import type { Problem } from '../../core/result/problem.ts'
import type { SheetLayout } from '../../core/sheet/sheet-layout.ts'
import type { Language } from '../../core/i18n/translate.ts'
import type { PdfStandard, SheetFormat } from '../../core/options/sheet-options.ts'
import type { WantedBaseMap } from '../base-map/base-map.ts'
import type { MeasureRequest } from './measure-study.ts'

/** Everything that shapes a sheet; page, command line and HTTP ask with the same and so get the same bytes. */
export type SheetRequest = {
  readonly format: SheetFormat
  readonly language: Language
  readonly layout: SheetLayout
  readonly dpi: number
  /** What a PDF is made to. */
  readonly standard: PdfStandard
  /** The day of publication; else the study's own. */
  readonly published?: string | undefined
  /** The one to make of several sheets as SVG or PNG; without it all. */
  readonly page?: number | undefined
  /** Several maps on a sheet: of these days, of every snapshot's day, or of the studies. */
  readonly multiples?: readonly string[] | 'dates' | 'studies' | undefined
  /** A sheet for each snapshot's day, unit or study. */
  readonly pages?: 'dates' | 'units' | 'studies' | undefined
  readonly baseMap: WantedBaseMap
  readonly measuring: MeasureRequest
}

export type MadeFile = {
  readonly bytes: Uint8Array
  readonly type: string
  readonly name: string
  /** The `datapackage.json` of a table that stands alone, to lie beside it. */
  readonly described?: Uint8Array
}

/** A file, or one for each of several sheets as SVG or PNG. */
export type MadeSheets = {
  readonly files: readonly MadeFile[]
  readonly count: number
  /** Why the sheet comes without the base map that it was asked to have. */
  readonly baseMapMissing?: Problem | null
}
