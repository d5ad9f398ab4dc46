import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import { containment } from '../geometry/contains.ts'
import type { Features, Shapes } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { overlay } from '../overlay/overlay.ts'
import { asOneClass, unionM2 } from '../overlay/union.ts'
import { classText } from '../classify/classes.ts'
import type { DamageCount, DamageRow } from './damage-answer.ts'
import type { DamageImage } from './damage-image.ts'
import { gradeOf, grades, isAffected, rankOf, type Grade } from '../classify/grades.ts'
import { siteLocator, sitesOf, type Site } from './sites.ts'

const leastVanished = 10
const vanishedShare = 0.05
/** Buildings were counted in the whole unit: only of a unit that lies in the plan whole can a share be given. */
const leastWhole = 0.999

export type DamageCounts = {
  /** Of the plan, or of all sites where no plan is given. */
  readonly whole: DamageRow
  readonly units: readonly DamageRow[]
  readonly notes: readonly Note[]
}

export type DamageGround = {
  /** Only sites inside it count. */
  readonly plan?: Features | undefined
  readonly units?: { readonly features: Features; readonly ids: readonly string[] } | undefined
  /** Buildings counted before the damage, by unit id; `whole` is the plan's own. */
  readonly buildings?:
    | { readonly whole?: number | undefined; readonly units?: ReadonlyMap<string, number> | undefined }
    | undefined
}

/**
 * Counts the sites of a damage assessment per grade and image, in the plan and in each unit. A list of damaged sites has
 * no denominator: a share is given only of buildings that were counted. What an image did not show is not without damage.
 */
export function damageCounts(
  layer: string,
  sites: Features,
  images: readonly DamageImage[],
  ground: DamageGround = {},
): DamageCounts {
  const isInPlan = ground.plan ? containment(ground.plan.shapes) : () => true
  const placed = sitesOf(sites).filter(({ lon, lat }) => isInPlan(lon, lat))
  const grading = sites.attributes.map((own) => images.map(({ field, mapping }) => gradeOf(own[field], mapping)))
  const unknown = grading.flat().filter((grade) => grade === null).length
  const row = (
    id: string | null,
    own: readonly Site[],
    areaM2: number | null,
    buildings: number | undefined,
  ): DamageRow => ({
    id,
    sites: own.length,
    areaM2,
    dates: images.map((_, image) => countAt(sites, own, grading, images, image, areaM2, buildings)),
  })
  const planM2 = ground.plan ? unionM2(ground.plan.shapes) : null
  const whole = row(null, placed, planM2, ground.buildings?.whole)
  return {
    whole,
    units: ground.units ? unitRows(ground.units, ground.plan, placed, ground.buildings?.units, row) : [],
    notes: [
      ...(unknown > 0 ? [note('damage-value-unknown', { layer, count: unknown }, { layer })] : []),
      ...vanishingNotes(layer, whole),
    ],
  }
}

/** Damage seldom goes away: where much of it does, the image is likely to be one that did not show the sites. */
function vanishingNotes(layer: string, { dates }: DamageRow): Note[] {
  return dates.flatMap(({ date, noLongerAffected: count, affected }) => {
    const isMuch = count >= leastVanished && count > vanishedShare * (affected + count)
    return isMuch ? [note('damage-vanishes', { layer, count, date: date ?? '—' }, { layer })] : []
  })
}

function unitRows(
  { features, ids }: NonNullable<DamageGround['units']>,
  plan: Features | undefined,
  placed: readonly Site[],
  buildings: ReadonlyMap<string, number> | undefined,
  row: (id: string | null, own: readonly Site[], areaM2: number | null, buildings: number | undefined) => DamageRow,
): DamageRow[] {
  const { polygonFeature } = features.shapes
  const sitesIn = siteLocator(placed)
  const grounds = unitGrounds(features, plan, ids.length)
  const outside = new Set(placed)
  const rows = ids.flatMap((id, unit) => {
    const shapes = chosenPolygons(features.shapes, (polygon) => polygonFeature[polygon] === unit)
    const { ownM2, inPlanM2 } = grounds[unit]!
    if (inPlanM2 === 0) return []
    const own = sitesIn(shapes)
    for (const site of own) outside.delete(site)
    return [row(id, own, inPlanM2, inPlanM2 > leastWhole * ownM2 ? buildings?.get(id) : undefined)]
  })
  return [...rows, row(null, [...outside], null, undefined)]
}

function countAt(
  { attributes }: Features,
  own: readonly Site[],
  grading: readonly (readonly (Grade | null)[])[],
  images: readonly DamageImage[],
  image: number,
  areaM2: number | null,
  buildings: number | undefined,
): DamageCount {
  const { field, date } = images[image]!
  const counts = Object.fromEntries(grades.map((grade) => [grade, 0])) as Record<Grade, number>
  let [unrecorded, newlyAffected, affectedAgain, firstSeenAffected, worsened, noLongerAffected] = [0, 0, 0, 0, 0, 0]
  for (const { feature } of own) {
    const now = grading[feature]![image]
    if (now === null || now === undefined) continue
    counts[now]++
    if (classText(attributes[feature]![field]) === null) unrecorded++
    const earlier = grading[feature]!.slice(0, image).filter((grade) => grade !== null && grade !== 'not-assessed')
    const before = earlier.at(-1)
    if (now === 'none' && before && isAffected(before)) noLongerAffected++
    if (!isAffected(now)) continue
    if (!before) firstSeenAffected++
    else if (earlier.every((grade) => !isAffected(grade))) newlyAffected++
    else if (!isAffected(before)) affectedAgain++
    else if (rankOf(now)! < rankOf(before)!) worsened++
  }
  const affected = counts.destroyed + counts.severe + counts.moderate
  return {
    date,
    field,
    counts,
    affected,
    assessed: sum(grades.map((grade) => (grade === 'not-assessed' ? 0 : counts[grade]))),
    unrecorded,
    since: images[image - 1]?.date ?? null,
    newlyAffected,
    affectedAgain,
    firstSeenAffected,
    worsened,
    noLongerAffected,
    affectedPerHa: areaM2 ? affected / (areaM2 / 10_000) : null,
    ...(buildings !== undefined && buildings > 0 ? { shareOfBuildings: affected / buildings } : {}),
  }
}

/** The ground of each unit, its own and what of it lies in the plan: densities are of the ground that the sites are on. */
function unitGrounds(
  { shapes }: Features,
  plan: Features | undefined,
  count: number,
): { ownM2: number; inPlanM2: number }[] {
  const grounds = Array.from({ length: count }, () => ({ ownM2: 0, inPlanM2: 0 }))
  const units = { shapes, polygonClass: Int32Array.from(shapes.polygonFeature), classCount: count }
  const add = (base: Shapes, member: 'ownM2' | 'inPlanM2'): void => {
    const one = asOneClass(base)
    for (const { classes, areaM2 } of overlay([one, units]).combinations)
      for (const unit of classes[1]!) grounds[unit]![member] += areaM2
  }
  add(shapes, 'ownM2')
  add(plan?.shapes ?? shapes, 'inPlanM2')
  return grounds
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
