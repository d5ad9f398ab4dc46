import { documentAbout } from '../../core/export/document-about.ts'
import type { Outcome } from '../../core/outcome.ts'
import type { Work } from '../../core/progress.ts'
import { paperOfLayout } from '../../core/sheet/sheet-layout.ts'
import { sheetName } from '../../core/sheet/sheet-name.ts'
import { measureStudy } from '../../core/study/measure.ts'
import { withAccuracies } from '../../core/study/state-accuracy.ts'
import { layersAt } from '../../core/study/snapshot.ts'
import { inputHash } from '../export/input-hash.ts'
import { readLayerFeatures } from './layer-features.ts'
import type { StoredStudy } from './measure-study.ts'
import { renderSheets } from './render-sheets.ts'
import type { MadeSheets, SheetRequest } from './sheet-formats.ts'

/** Measures the study and draws its sheets. */
export async function makeSheet(
  { study: stored, paths, sheet }: StoredStudy & { readonly sheet: SheetRequest },
  work: Work,
): Promise<Outcome<MadeSheets>> {
  const { language, layout, measuring } = sheet
  const supposed = withAccuracies(stored, measuring.accuracy)
  if (!supposed.ok) return supposed
  const study = supposed.value
  const at = measuring.at ?? study.asOf
  const drawn = new Set(layersAt(study, at))
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  if (plan) drawn.add(plan)
  const features = await readLayerFeatures(study, [...drawn], paths)
  if (!features.ok) return features
  const measurement = measureStudy(study, features.value, measuring, work)
  if (!measurement.ok) return measurement
  const { settleLogos } = await import('../export/settle-logos.ts')
  const logos = settleLogos(layout.logos)
  if (!logos.ok) return logos
  const { sheetSvgs } = await import('../export/sheet-svg.ts')
  const svgs = sheetSvgs({ study, features: features.value, measurement: measurement.value, language, layout, logos: logos.value })
  if (!svgs.ok) return svgs
  const name = sheetName(study, measurement.value.at, paperOfLayout(layout))
  const about = documentAbout(study, measurement.value, language, inputHash(study, measurement.value))
  return renderSheets(svgs.value, name, sheet, about, work)
}
