import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assessmentsOf } from '../../../core/damage/assessments.ts'
import { columnValues } from '../../../core/classify/column-values.ts'
import type { DamageImage } from '../../../core/damage/damage-image.ts'
import { damageCounts } from '../../../core/damage/damage-counts.ts'
import { gradeReadings } from '../../../core/classify/grades.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import { chosenPolygons } from '../../../core/geometry/chosen-polygons.ts'
import { describeProblem } from '../../../core/result/problem.ts'
import { readPath } from '../../../server/import/read-path.ts'

const realdata = '../shared/realdata'

async function featuresOf(path: string): Promise<Features> {
  const read = await readPath(`${realdata}/${path}`, { crs: 'EPSG:4326' })
  if (!read.ok) throw new Error(describeProblem('en', read.problem))
  return read.value[0]!.features
}

async function neighbourhoodsOf(city: string) {
  const all = await featuresOf('ocha-syr-neighbourhoods-2018/city_neighbourhoods.shp')
  const own = [...all.attributes.keys()].filter((i) => all.attributes[i]!['ADM4_EN'] === city)
  const shapes = chosenPolygons(all.shapes, (polygon) => own.includes(all.shapes.polygonFeature[polygon]!))
  const features = {
    shapes: { ...shapes, polygonFeature: shapes.polygonFeature.map((feature) => own.indexOf(feature)) },
    attributes: own.map((i) => all.attributes[i]!),
  }
  return { features, ids: own.map((i) => String(all.attributes[i]!['PCODE'])) }
}

// The folder of real layers lies beside the project on the machines that have it; it may not be copied into it.
describe.skipIf(!existsSync(realdata))('UNOSAT totals (skipped where ../shared/realdata is missing)', () => {
  /** In these two products 3 is destroyed, as their published totals show. */
  const imagesOf = (features: Features, destroyed = '3'): DamageImage[] => {
    const assessments = assessmentsOf(features.attributes)
    const readings = gradeReadings(
      columnValues(
        features.attributes,
        assessments.map(({ field }) => field),
      ),
    )
    return assessments.map((own) => ({
      ...own,
      mapping: readings.find((each) => each.get(destroyed) === 'destroyed')!,
    }))
  }

  test('Aleppo: 35,722 affected, of which 4,773 destroyed; by neighbourhood as in SOURCES.md', async () => {
    const sites = await featuresOf('unosat-aleppo-2016/aleppo_damage.zip')
    const images = imagesOf(sites)
    expect([images.length, images[0]!.date, images.at(-1)!.date]).toEqual([9, '2011-01-01', '2016-09-18'])
    const { whole, units, notes } = damageCounts('aleppo', sites, images, { units: await neighbourhoodsOf('Aleppo') })
    expect(whole.dates.at(-1)).toMatchObject({
      affected: 35_722,
      counts: { destroyed: 4_773, severe: 14_680, moderate: 16_269, none: 214, 'not-assessed': 0 },
    })
    expect(whole.dates.find(({ date }) => date === '2016-03-29')!.counts['not-assessed']).toBe(35_737)
    // The image of 1 May 2015 shows almost nothing of what was damaged five days before, and does not say so.
    expect(notes).toMatchObject([{ code: 'damage-vanishes', values: { date: '2015-05-01', count: 12_291 } }])
    expect(units.find(({ id }) => id === null)!.sites).toBe(4_895)
    const last = (id: string) => {
      const { destroyed, severe, moderate, none } = units.find((row) => row.id === id)!.dates.at(-1)!.counts
      return [destroyed, severe, moderate, none]
    }
    expect([last('N0187'), last('N0129'), last('N0124')]).toEqual([
      [292, 960, 1038, 3],
      [239, 835, 1021, 48],
      [197, 784, 967, 0],
    ])
    expect(units.reduce((sum, { sites: count }) => sum + count, 0)).toBe(whole.sites)
    // Karm al-Jazmati: an image that showed almost nothing stood between, after which all 2,290 sites would look new.
    const karm = units.find(({ id }) => id === 'N0187')!.dates.at(-1)!
    expect([karm.affected, karm.newlyAffected, karm.affectedAgain]).toEqual([2_290, 1_442, 848])
  })

  test('the other reading of the same codes would call 16,269 sites destroyed', async () => {
    const sites = await featuresOf('unosat-aleppo-2016/aleppo_damage.zip')
    const totals = ['3', '1'].map(
      (destroyed) => damageCounts('aleppo', sites, imagesOf(sites, destroyed).slice(-1)).whole.dates[0]!,
    )
    expect(totals.map(({ counts, affected }) => [counts.destroyed, affected])).toEqual([
      [4_773, 35_722],
      [16_269, 35_722],
    ])
  })

  test('Raqqa: 12,781 affected at the last of five images', async () => {
    const sites = await featuresOf('unosat-raqqa-2017/raqqa_damage.geojson')
    const images = imagesOf(sites)
    expect(images.map(({ date }) => date)).toEqual([
      '2013-10-22',
      '2014-02-12',
      '2015-05-29',
      '2017-02-03',
      '2017-10-21',
    ])
    const { whole, units } = damageCounts('raqqa', sites, images, { units: await neighbourhoodsOf('Ar-Raqqa') })
    expect(whole.dates.at(-1)).toMatchObject({
      affected: 12_781,
      counts: { destroyed: 3_326, severe: 3_962, moderate: 5_493, none: 117, 'not-assessed': 262 },
    })
    expect(units.find(({ id }) => id === null)!.sites).toBe(203)
    const { destroyed, severe, moderate } = units.find(({ id }) => id === 'N0474')!.dates.at(-1)!.counts
    expect([destroyed, severe, moderate]).toEqual([423, 543, 607])
    // 11,342 sites have no record in February 2017: they were undamaged or not shown then, and the file does not say which.
    expect(whole.dates.at(-1)).toMatchObject({
      newlyAffected: 0,
      affectedAgain: 14,
      firstSeenAffected: 11_080,
      worsened: 50,
      since: '2017-02-03',
    })
    expect(whole.dates.find(({ date }) => date === '2017-02-03')).toMatchObject({ unrecorded: 11_342 })
  })
})
