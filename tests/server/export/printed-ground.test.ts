import { describe, expect, test } from 'vitest'
import type { Features } from '../../../core/geometry/shapes.ts'
import { mapView } from '../../../core/sheet/map-view.ts'
import { drawSheets, type SheetInput } from '../../../core/sheet/sheet.ts'
import { sheetPages } from '../../../core/sheet/sheet-pages.ts'
import { unitSheets } from '../../../core/sheet/unit-sheets.ts'
import { measureStudy } from '../../../core/study/measure.ts'
import type { Study } from '../../../core/study/study.ts'
import { evenFont, layoutOf } from '../../core/sheet/example-study.ts'
import { bundledIds, bundledStudy, featuresOf } from '../../data/bundled-study.ts'
import { seededStudy } from './seeded-ground.ts'
import { bareMap, mapsIn, measuredIn, offGround, printedIn, printings, type Printing } from './printed-ground.ts'

const usualDotsPerMm = 3

/** More of them with PRINTED_SEEDS=5000. */
const seeds = Number(process.env['PRINTED_SEEDS'] ?? 120)

type Printed = Printing & Pick<SheetInput, 'features' | 'measurement'>

/** What prints the study on a sheet; the map alone may have other maps beside it. */
const inputOf = ({ study, features, measurement }: Printed, layout: Record<string, unknown>, change: Partial<SheetInput> = {}): SheetInput => ({
  ...{ study, features, measurement, language: 'en', hash: '0'.repeat(64), font: evenFont },
  layout: layoutOf({ show: bareMap, ...layout }),
  ...change,
})

const printedOf = (study: Study, features: ReadonlyMap<string, Features>): Printed[] =>
  printings(study, features, study.asOf ?? null).map((printing) => ({ ...printing, features, measurement: valueOf(measureStudy(printing.study, features)) }))

/** Where a map of the sheet does not print the measured ground within its frame. */
function falsehoods(input: SheetInput, maps: readonly Printed[], dotsPerMm = usualDotsPerMm): string[] {
  const [svg] = valueOf(drawSheets(input))
  const { scale } = valueOf(sheetPages(input))
  const frames = mapsIn(svg!)
  expect(frames).toHaveLength(maps.length)
  return maps.flatMap((map, i) => {
    const shown = input.unit?.shapes ?? map.features.get(map.study.plan.layer!)!.shapes
    const { projection } = mapView(shown, [], frames[i]!, scale!)!
    const ground = measuredIn(frames[i]!, projection, map, map.features)
    const what = [map.study.id, map.layer.id, input.unit?.name, JSON.stringify(input.layout.page), `1:${scale}`, `map ${i + 1} of ${maps.length}`].join(' ')
    return offGround(printedIn(svg!, frames[i]!, dotsPerMm), ground, scale! / 1000 / dotsPerMm, what)
  })
}

function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

const bundled = bundledIds.map((id): readonly Printed[] => {
  const study = bundledStudy(id)
  const features = new Map(study.layers.map((layer) => [layer.id, featuresOf(id, layer)]))
  return study.plan.layer === null ? [] : printedOf(study, features)
})

/** Of paper and scale: N of 1:N as a part of that which shows the whole plan. */
const views: readonly (readonly [page: Record<string, unknown>, part: number])[] = [
  [{ paper: 'a4', orientation: 'landscape' }, 1],
  [{ paper: 'a4', orientation: 'portrait' }, 0.33],
  [{ paper: 'a3', orientation: 'portrait' }, 0.45],
  [{ widthMm: 85, heightMm: 110 }, 0.8],
]

describe('of the bundled studies', () => {
  test('every class has the dots of its ground, on any paper at any scale', () => {
    const off = bundled.flat().flatMap((printed) =>
      views.flatMap(([page, part]) => {
        const whole = valueOf(sheetPages(inputOf(printed, { page }))).scale!
        return falsehoods(inputOf(printed, { page, scale: Math.round(whole * part) }), [printed])
      }),
    )
    expect(off).toEqual([])
  })

  test('so has every class on the sheet of a unit', () => {
    const off = bundled.flatMap(([printed]) => (printed ? unitSheets(inputOf(printed, {})).flatMap((input) => falsehoods(input, [printed])) : []))
    expect(off).toEqual([])
  })

  test.each([2, 3, 4])('so has every class on each of %i maps', (count) => {
    const all = bundled.flat()
    const off = Array.from({ length: Math.floor(all.length / count) }, (_, i) => all.slice(i * count, (i + 1) * count)).flatMap((maps) => {
      const [first, ...others] = maps as [Printed, ...Printed[]]
      const beside = others.map((own) => ({ ...inputOf(own, {}), caption: own.study.id }))
      return falsehoods(inputOf(first, count === 2 ? { scale: 20_000 } : {}, { beside }), maps)
    })
    expect(off).toEqual([])
  })
})

describe('of studies with holes, islands, shared edges and ground claimed by two', () => {
  const scales = [60_000, 30_000, 22_000, 15_000, 9_000]

  test('every class has the dots of its ground, wherever the frame cuts it', () => {
    const off = Array.from({ length: seeds }, (_, seed) => {
      const { study, features } = seededStudy(seed)
      const page = seed % 2 === 0 ? { widthMm: 110, heightMm: 85 } : { widthMm: 85, heightMm: 120 }
      const maps = printedOf(study, features)
      return maps.flatMap((map) => falsehoods(inputOf(map, { page, scale: scales[seed % scales.length]! }), [map], 6).map((words) => `seed ${seed}: ${words}`))
    }).flat()
    expect(off).toEqual([])
  })
})
