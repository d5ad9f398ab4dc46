import { isDamageList } from '../model/lists.ts'
import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import { containment } from '../geometry/contains.ts'
import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { featureIds } from '../measure/feature-ids.ts'
import type { Layer } from '../model/layer.ts'
import { snapshotDay, seriesAt } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import { buildingsOf } from './buildings.ts'
import { columnValues } from '../classify/column-values.ts'
import { clusterSum, neighbouringClusterRules, usualClusterRule } from './damage-clusters.ts'
import type { ClusterRule, DamageList, DamageReport } from './damage-answer.ts'
import { damageCounts, type DamageGround } from './damage-counts.ts'
import type { DamageImage } from './damage-image.ts'
import { gradeReadings, isAffected } from '../classify/grades.ts'
import { mappingOf } from '../classify/grade-classes.ts'
import { sitesOf } from './sites.ts'

type OpenReading = DamageList['readings'][number]

/**
 * Counts the damaged sites of a study per grade, image and unit, as far as they were known on `at`. `features` holds the
 * features of the plan, of the lists and of the units by layer id.
 */
export function damageReportOf(
  study: Study,
  features: ReadonlyMap<string, Features>,
  at: string | null,
  rule: ClusterRule = usualClusterRule,
): DamageReport {
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  const series = seriesAt(study, at)
  const units = series.find(({ holding }) => holding?.role === 'units')?.holding ?? null
  const notes: Note[] = []
  const ground = groundOf(plan, units, features, notes)
  const lists = series.flatMap(({ snapshots }) => {
    const images = snapshots.filter((layer) => isDamageList(layer) && (at === null || (snapshotDay(layer) ?? '') <= at))
    const files = [...new Set(images.map(({ file }) => file))]
    if (files.length > 1)
      notes.push(
        note('damage-lists-apart', { layer: images[0]!.name, count: files.length }, { layer: images[0]!.name }),
      )
    return files.map((file) => images.filter((layer) => layer.file === file))
  })
  return {
    schema: 'basilia-damage/1',
    at,
    plan: plan ? study.plan.name.en : null,
    units: units?.name ?? null,
    rule,
    lists: lists.map((images) => listOf(images, features, ground, rule, notes)),
    notes,
  }
}

function groundOf(
  plan: Layer | undefined,
  units: Layer | null,
  features: ReadonlyMap<string, Features>,
  notes: Note[],
): DamageGround {
  const [planFeatures, unitFeatures] = [plan && features.get(plan.id), units && features.get(units.id)]
  const ids = units && unitFeatures ? featureIds(units, unitFeatures).ids : []
  const ofPlan = plan && planFeatures ? buildingsOf(plan, planFeatures, notes) : null
  const ofUnits = units && unitFeatures ? buildingsOf(units, unitFeatures, notes) : null
  const byUnit = new Map(ids.flatMap((id, i) => (typeof ofUnits?.[i] === 'number' ? [[id, ofUnits[i]] as const] : [])))
  const known = ofPlan?.filter((count) => count !== null) ?? []
  return {
    ...(planFeatures ? { plan: planFeatures } : {}),
    ...(unitFeatures ? { units: { features: unitFeatures, ids } } : {}),
    buildings: {
      units: byUnit,
      ...(known.length > 0 && known.length === ofPlan?.length ? { whole: sumOf(known) } : {}),
    },
  }
}

function listOf(
  images: readonly Layer[],
  features: ReadonlyMap<string, Features>,
  ground: DamageGround,
  rule: ClusterRule,
  notes: Note[],
): DamageList {
  const last = images.at(-1)!
  const sites = features.get(last.id)!
  const graded = images.map(imageOf)
  const about = {
    layer: last.name,
    title: last.title,
    images: images.map(({ id, classField, ...layer }) => ({
      layer: id,
      date: snapshotDay(layer) ?? null,
      field: classField ?? null,
    })),
    listed: sitesOf(sites).length,
  }
  if (graded.some((image) => image === null)) {
    notes.push(note('damage-grades-open', { layer: last.name }, { layer: last.name }))
    return { ...about, grading: 'open', readings: openReadings(last, sites), whole: null, units: [], clusters: [] }
  }
  const known = graded.filter((image) => image !== null)
  const { whole, units, notes: own } = damageCounts(last.name, sites, known, ground)
  notes.push(...own)
  const within = ground.plan ? sitesWithin(sites, ground.plan) : sites
  const clusters = neighbouringClusterRules(rule).map((each) =>
    clusterSum(within, known.at(-1)!, each, ground.plan?.shapes ?? null),
  )
  return { ...about, grading: 'stated', readings: [], whole, units, clusters }
}

function imageOf(layer: Layer): DamageImage | null {
  const mapping = mappingOf(layer.classes)
  return layer.classField === undefined || mapping === null
    ? null
    : { field: layer.classField, date: snapshotDay(layer) ?? null, mapping }
}

/** Both ways to read the codes of the last image's column; none where they are no such codes. */
function openReadings({ classField }: Layer, { attributes }: Features): OpenReading[] {
  if (classField === undefined) return []
  const readings = gradeReadings(columnValues(attributes, [classField]))
  return (['3', '1'] as const).flatMap((destroyed) => {
    const reading = readings.find((each) => each.get(destroyed) === 'destroyed')
    if (!reading) return []
    const found = attributes.map((own) => reading.get(String(own[classField] ?? '').trim()))
    const affected = found.filter((grade) => grade !== undefined && isAffected(grade)).length
    return [{ destroyed, destroyedCount: found.filter((grade) => grade === 'destroyed').length, affected }]
  })
}

function sitesWithin({ shapes, attributes }: Features, plan: Features): Features {
  const isInside = containment(plan.shapes)
  const inside = new Set(
    sitesOf({ shapes, attributes }).flatMap(({ lon, lat }, part) =>
      isInside(lon, lat) ? [shapes.partPolygon[part]!] : [],
    ),
  )
  return { shapes: chosenPolygons(shapes, (polygon) => inside.has(polygon)), attributes }
}
