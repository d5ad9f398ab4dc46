import { documentAbout } from '../../core/export/document-about.ts'
import { publishedOn } from '../../core/model/publication.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { picturesFit } from '../../core/sheet/picture-size.ts'
import { drawSeries } from '../../core/sheet/sheet.ts'
import { paperOfLayout, shows } from '../../core/sheet/sheet-layout.ts'
import { sheetName } from '../../core/sheet/sheet-name.ts'
import type { StoredStudy } from './measure-study.ts'
import { renderSheets } from './render-sheets.ts'
import type { MadeSheets, SheetRequest } from './sheet-request.ts'
import { withBaseMap } from './with-base-map.ts'
import { sheetInputs } from './sheet-inputs.ts'

/** Measures the study, or the several set beside it, and draws its sheets. */
export async function makeSheet(
  {
    study: stored,
    paths,
    beside = [],
    sheet,
  }: StoredStudy & { readonly beside?: readonly StoredStudy[]; readonly sheet: SheetRequest },
  work: TaskContext,
): Promise<Outcome<MadeSheets>> {
  const { language, layout } = sheet
  const study = publishedOn(stored, sheet.published)
  const paper = paperOfLayout(layout)
  const fits = isPicture(sheet.format) ? picturesFit(paper, sheet.dpi, 1) : done(null)
  if (!fits.ok) return fits
  const { resolveLogos } = await import('../export/pictures/resolve-logos.ts')
  const logos = resolveLogos(layout.logos)
  if (!logos.ok) return logos
  const inputs = await sheetInputs([{ study, paths }, ...beside], sheet, logos.value, work)
  if (!inputs.ok) return inputs
  const based = shows(layout, 'baseMap')
    ? await withBaseMap(inputs.value, sheet.baseMap, work)
    : done({ inputs: inputs.value, missing: null })
  if (!based.ok) return based
  const svgs = drawSeries(based.value.inputs, sheet.pages !== 'units')
  if (!svgs.ok) return svgs
  const together = isPicture(sheet.format)
    ? picturesFit(paper, sheet.dpi, sheet.page === undefined ? svgs.value.length : 1)
    : done(null)
  if (!together.ok) return together
  const { measurement, hash } = inputs.value[0]!
  const kind = sheet.multiples ? 'maps' : sheet.pages
  const name = [sheetName(study, measurement.at, paper), ...(kind ? [kind] : [])].join('_')
  const made = await renderSheets(svgs.value, name, sheet, documentAbout(study, measurement, language, hash), work)
  return made.ok ? done({ ...made.value, baseMapMissing: based.value.missing }) : made
}

const isPicture = (format: SheetRequest['format']): boolean => format.startsWith('png')
