import { createHash } from 'node:crypto'
import { unattributedGround } from '../../core/uncertainty/unattributed-ground.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { quietly } from '../../core/result/progress.ts'
import type { ResolvedLogo } from '../../core/sheet/logos.ts'
import type { Scene, SheetInput } from '../../core/sheet/sheet-input.ts'
import { paperOfLayout, shows } from '../../core/sheet/sheet-layout.ts'
import { unitSheets } from '../../core/sheet/unit-sheets.ts'
import { shownFeatures, shownMeasurement, shownStudy } from '../../core/export/withheld.ts'
import { requestedDay } from '../../core/model/requested-day.ts'
import { formatDate } from '../../core/format/format.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import { withAccuracies } from '../../core/layers/state-accuracy.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import { isReported } from '../../core/model/outline.ts'
import type { Study } from '../../core/model/study.ts'
import { textIn } from '../../core/model/text.ts'
import { timelineDates } from '../../core/timeline/timeline-dates.ts'
import { sheetFont } from '../export/fonts/fonts.ts'
import { inputHash } from '../store/input-hash.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { StoredStudy } from './measure-study.ts'
import type { SheetRequest } from './sheet-request.ts'

const mostMaps = 60
const mostUnits = 200
/** A map and its answer take at least so much of the paper. */
const leastGroundMm2 = 9_000

/** The sheets that a request asks for, measured and ready to be drawn. */
export async function sheetInputs(
  studies: readonly StoredStudy[],
  sheet: SheetRequest,
  logos: readonly ResolvedLogo[],
  work: TaskContext,
): Promise<Outcome<SheetInput[]>> {
  const { multiples, pages } = sheet
  const [first] = studies as [StoredStudy]
  const wanted = multiples ?? pages ?? (studies.length > 1 ? 'studies' : null)
  if (studies.length > 1 && wanted !== 'studies') return refused(problem('sheet-of-studies', { count: studies.length }))
  const dates = datesOf(first.study, wanted)
  if (!dates.ok) return dates
  const requested =
    wanted === 'studies'
      ? studies.map((own) => ({ ...own, at: sheet.measuring.at }))
      : dates.value.map((at) => ({ ...first, at }))
  if (requested.length > mostMaps)
    return refused(problem('sheet-too-many', { count: requested.length, most: mostMaps }))
  const scenes: Scene[] = []
  const hashes: string[] = []
  for (const [i, own] of requested.entries()) {
    const scene = await sceneOf(own, own.at, sheet, wanted === 'studies', work)
    if (!scene.ok) return scene
    scenes.push(scene.value.scene)
    hashes.push(scene.value.hash)
    work.progress?.((i + 1) / requested.length, 'sheet.drawing')
  }
  const hash = hashOf(hashes)
  const inputOf = (scene: Scene): SheetInput => {
    const { language, layout } = sheet
    return { ...scene, language, layout, logos, font: sheetFont().font, hash }
  }
  if (pages === 'units') {
    const units = unitSheets(inputOf(scenes[0]!))
    if (units.length > mostUnits)
      return refused(problem('sheet-too-many-units', { count: units.length, most: mostUnits }))
    return units.length === 0 ? refused(problem('sheet-without-units', { id: first.study.id })) : done(units)
  }
  if (pages !== undefined || scenes.length === 1) return done(scenes.map(inputOf))
  const { widthMm, heightMm } = paperOfLayout(sheet.layout)
  const perSheet = Math.max(2, Math.floor((widthMm * heightMm) / leastGroundMm2))
  const sheets = Math.ceil(scenes.length / perSheet)
  const share = Math.ceil(scenes.length / sheets)
  return done(
    Array.from({ length: sheets }, (_, i) => {
      const [one, ...beside] = scenes.slice(i * share, (i + 1) * share)
      return { ...inputOf(one!), beside }
    }),
  )
}

/** The days that are drawn; `undefined` is the study's own. */
function datesOf(
  study: Study,
  wanted: SheetRequest['multiples'] | SheetRequest['pages'] | null,
): Outcome<readonly (string | undefined)[]> {
  if (Array.isArray(wanted)) return done(wanted as readonly string[])
  if (wanted !== 'dates') return done([undefined])
  const found = timelineDates(study, new Map())
  if (!found.ok) return found
  const dates = found.value.dates
    .filter(({ marks }) => marks.includes('snapshot') || marks.includes('as-of'))
    .map(({ date }) => date)
  return dates.length > 0 ? done(dates) : refused(problem('sheet-without-dates', { id: study.id }))
}

async function sceneOf(
  { study: stored, paths }: StoredStudy,
  at: string | undefined,
  { language, layout, measuring }: SheetRequest,
  isNamedByStudy: boolean,
  work: TaskContext,
): Promise<Outcome<{ scene: Scene; hash: string }>> {
  const request = { ...measuring, at: at ?? measuring.at }
  const assumed = withAccuracies(stored, measuring.accuracy)
  if (!assumed.ok) return assumed
  const study = assumed.value
  const requested = requestedDay(study, request.at)
  if (!requested.ok) return requested
  const drawn = new Set(layersAt(study, requested.value))
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  if (plan) drawn.add(plan)
  const features = await readLayerFeatures(study, [...drawn], paths)
  if (!features.ok) return features
  const measured = measureStudy(study, features.value, { ...request, unitIntervals: false }, quietly(work))
  if (!measured.ok) return measured
  const day = measured.value.at === null ? '' : formatDate(measured.value.at, language)
  const caption = isNamedByStudy ? [textIn(language, study.title), day].filter((part) => part !== '').join(' · ') : day
  const uncertain =
    shows(layout, 'uncertainGround') && !isReported(measured.value)
      ? unattributedGround(study, features.value, { at: request.at }, work)
      : done([])
  if (!uncertain.ok) return uncertain
  const roles = new Map(study.layers.map(({ id, role }) => [id, role]))
  const shown = shownFeatures(study, features.value)
  const ofControl = uncertain.value.filter(({ layer }) => roles.get(layer) === 'control' && shown.has(layer))
  const measurement = shownMeasurement(study, measured.value)
  return done({
    scene: { study: shownStudy(study), features: shown, measurement, uncertain: ofControl, caption },
    hash: inputHash(study, measured.value),
  })
}

/** The input hash of one map, and of several one over theirs in order. */
function hashOf(hashes: readonly string[]): string {
  return hashes.length === 1 ? hashes[0]! : createHash('sha256').update(hashes.join('\n')).digest('hex')
}
