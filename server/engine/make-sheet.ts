import { documentAbout, type DocumentAbout } from '../../core/export/document-about.ts'
import { done, type Outcome } from '../../core/outcome.ts'
import type { Work } from '../../core/progress.ts'
import type { Orientation, PaperName } from '../../core/sheet/paper.ts'
import { sheetName } from '../../core/sheet/sheet-name.ts'
import { measureStudy } from '../../core/study/measure.ts'
import { layersAt } from '../../core/study/snapshot.ts'
import type { Language } from '../../core/words/say.ts'
import { inputHash } from '../export/input-hash.ts'
import type { PdfStandard } from '../export/pdf-standards.ts'
import { readLayerFeatures } from './layer-features.ts'
import type { MeasureRequest, StoredStudy } from './measure-study.ts'

export const sheetFormats = { svg: 'image/svg+xml', png: 'image/png', pdf: 'application/pdf' } as const
export type SheetFormat = keyof typeof sheetFormats

/** Everything that shapes a sheet; page, command line and HTTP ask with the same and so get the same bytes. */
export type SheetRequest = {
  readonly format: SheetFormat
  readonly language: Language
  readonly paper: PaperName
  readonly orientation: Orientation
  readonly scale?: number | undefined
  readonly dpi: number
  /** What a PDF is made to. */
  readonly standard: PdfStandard
  readonly measuring: MeasureRequest
}

export type MadeFile = {
  readonly bytes: Uint8Array
  readonly type: string
  readonly name: string
  /** The `datapackage.json` of a table that stands alone, to lie beside it. */
  readonly described?: Uint8Array
}

/** Measures the study and draws its sheet. */
export async function makeSheet(
  { study, paths, sheet }: StoredStudy & { readonly sheet: SheetRequest },
  work: Work,
): Promise<Outcome<MadeFile>> {
  const { format, language, paper, orientation, scale, measuring } = sheet
  const at = measuring.at ?? study.asOf
  const drawn = new Set(layersAt(study, at))
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  if (plan) drawn.add(plan)
  const features = await readLayerFeatures(study, [...drawn], paths)
  if (!features.ok) return features
  const measurement = measureStudy(study, features.value, measuring, work)
  if (!measurement.ok) return measurement
  const { sheetSvg } = await import('../export/sheet-svg.ts')
  const svg = sheetSvg({
    study,
    features: features.value,
    measurement: measurement.value,
    language,
    paper,
    orientation,
    scale,
  })
  const name = `${sheetName(study, measurement.value.at, paper)}.${format}`
  const about = documentAbout(study, measurement.value, language, inputHash(study, measurement.value))
  const bytes = await renderSheet(svg, sheet, about, work)
  return done({ bytes, type: sheetFormats[format], name })
}

async function renderSheet(
  svg: string, { format, dpi, standard }: SheetRequest, about: DocumentAbout, { signal }: Work,
): Promise<Uint8Array> {
  if (format === 'svg') return Buffer.from(svg)
  if (format === 'png') return (await import('../export/sheet-png.ts')).sheetPng(svg, dpi, signal)
  return (await import('../export/sheet-pdf.ts')).sheetPdf(svg, about, standard)
}
