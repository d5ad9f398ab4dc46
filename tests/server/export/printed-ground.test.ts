import { PDFiumLibrary } from '@hyzyla/pdfium'
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { mapFigure } from '../../../core/report/map-figure.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import { mapView } from '../../../core/sheet/map-view.ts'
import { drawSheets, type SheetInput } from '../../../core/sheet/sheet.ts'
import { sheetPages } from '../../../core/sheet/sheet-pages.ts'
import { unitSheets } from '../../../core/sheet/unit-sheets.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Study } from '../../../core/model/study.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { evenFont, layerRecord, layoutOf } from '../../core/sheet/example-study.ts'
import { bundledIds, bundledStudy, featuresOf } from '../../data/bundled-study.ts'
import { outlinedSvg } from '../../../server/export/fonts/outlined-svg.ts'
import { sheetPdf } from '../../../server/export/typst/sheet-pdf.ts'
import { seededStudy } from './seeded-ground.ts'
import {
  bareMap,
  fillsAlone,
  mapsIn,
  measuredIn,
  offDots,
  offGround,
  picturedIn,
  printedIn,
  printings,
  type Picture,
  type Printing,
} from './printed-ground.ts'

const usualDotsPerMm = 3

/** More of them with PRINTED_SEEDS=5000. */
const seeds = Number(process.env['PRINTED_SEEDS'] ?? 120)

type Printed = Printing & Pick<SheetInput, 'features' | 'measurement'>

/** What prints the study on a sheet; the map alone may have other maps beside it. */
const inputOf = (
  { study, features, measurement }: Printed,
  layout: Record<string, unknown>,
  change: Partial<SheetInput> = {},
): SheetInput => ({
  study,
  features,
  measurement,
  language: 'en',
  hash: '0'.repeat(64),
  font: evenFont,
  layout: layoutOf({ show: bareMap, ...layout }),
  ...change,
})

const printedOf = (study: Study, features: ReadonlyMap<string, Features>): Printed[] =>
  printings(study, features, study.asOf ?? null).map((printing) => ({
    ...printing,
    features,
    measurement: valueOf(measureStudy(printing.study, features)),
  }))

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
    const what = [
      map.study.id,
      map.layer.id,
      input.unit?.name,
      JSON.stringify(input.layout.page),
      `1:${scale}`,
      `map ${i + 1} of ${maps.length}`,
    ].join(' ')
    return offGround(printedIn(svg!, frames[i]!, dotsPerMm), ground, scale! / 1000 / dotsPerMm, what)
  })
}

/** A figure of the report without what stands on its ground. */
const groundOf = (svg: string): string =>
  fillsAlone(svg).replaceAll(/<g id="(names|graticule|north-arrow)"/g, '<g display="none"')

const record = {
  title: 'Map',
  description: 'A map',
  keywords: [],
  author: 'Basilia Overlay',
  language: 'en',
  date: '2018-04-21',
} as const

const finely = 6

function pictureOf(svg: string): Picture {
  const { pixels, width } = new Resvg(svg, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: (finely * 25.4) / 96 },
  }).render()
  return { pixels, width, dotsPerMm: finely }
}

/** The first page as PDFium shows it. */
async function pdfPicture(pdf: Uint8Array): Promise<Picture> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const { data, width } = await document.getPage(0).render({ scale: (finely * 25.4) / 72, render: 'bitmap' })
    return { pixels: data, width, dotsPerMm: finely }
  } finally {
    library.destroy()
  }
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
    const off = bundled.flatMap(([printed]) =>
      printed ? unitSheets(inputOf(printed, {})).flatMap((input) => falsehoods(input, [printed])) : [],
    )
    expect(off).toEqual([])
  })

  test.each([2, 3, 4])('so has every class on each of %i maps', (count) => {
    const all = bundled.flat()
    const off = Array.from({ length: Math.floor(all.length / count) }, (_, i) =>
      all.slice(i * count, (i + 1) * count),
    ).flatMap((maps) => {
      const [first, ...others] = maps as [Printed, ...Printed[]]
      const beside = others.map((own) => ({ ...inputOf(own, {}), caption: own.study.id }))
      return falsehoods(inputOf(first, count === 2 ? { scale: 20_000 } : {}, { beside }), maps)
    })
    expect(off).toEqual([])
  })
})

describe('in the report', () => {
  test('every class of the map has the dots of its ground', () => {
    const off = bundled.flat().flatMap((map) => {
      const { svg } = mapFigure({ ...map, language: 'en', font: evenFont })
      const [frame] = mapsIn(svg)
      const { projection, scale } = mapView(map.features.get(map.study.plan.layer!)!.shapes, [], frame!, undefined)!
      return offGround(
        printedIn(groundOf(svg), frame!, usualDotsPerMm),
        measuredIn(frame!, projection, map, map.features),
        scale / 1000 / usualDotsPerMm,
        `${map.study.id} ${map.layer.id}`,
      )
    })
    expect(off).toEqual([])
  })

  test('and keeps it in the picture that goes into a Word document', () => {
    const [map] = bundled.flat()
    const { svg } = mapFigure({ ...map!, language: 'en', font: evenFont })
    const [frame] = mapsIn(svg)
    expect(
      offDots(
        picturedIn(pictureOf(outlinedSvg(groundOf(svg))), frame!),
        picturedIn(pictureOf(groundOf(svg)), frame!),
        'outlined',
      ),
    ).toEqual([])
  })
})

describe('of studies with holes, islands, shared edges and ground claimed by two', () => {
  const scales = [60_000, 30_000, 22_000, 15_000, 9_000]

  test(
    'every class has the dots of its ground, wherever the frame cuts it',
    () => {
      const off = Array.from({ length: seeds }, (_, seed) => {
        const { study, features } = seededStudy(seed)
        const page = seed % 2 === 0 ? { widthMm: 110, heightMm: 85 } : { widthMm: 85, heightMm: 120 }
        const maps = printedOf(study, features)
        return maps.flatMap((map) =>
          falsehoods(inputOf(map, { page, scale: scales[seed % scales.length]! }), [map], 6).map(
            (words) => `seed ${seed}: ${words}`,
          ),
        )
      }).flat()
      expect(off).toEqual([])
    },
    60_000 + 500 * seeds,
  )

  const few = Math.ceil(seeds / 10)

  test(
    'so has every class on each of several maps, in either language',
    () => {
      const off = Array.from({ length: few }, (_, seed) => {
        const maps = Array.from({ length: 2 + (seed % 3) }, (_, place) => {
          const { study, features } = seededStudy(1_000 + seed * 7 + place)
          return printedOf({ ...study, id: `seed-${seed}-${place}` }, features)[0]!
        })
        const [first, ...others] = maps as [Printed, ...Printed[]]
        const beside = others.map((own) => ({ ...inputOf(own, {}), caption: own.study.id }))
        const page = { paper: seed % 2 === 0 ? 'a4' : 'a3' }
        const change = { beside, language: seed % 2 === 0 ? 'en' : 'ar' } as const
        return falsehoods(inputOf(first, { page, scale: scales[seed % scales.length]! }, change), maps, 6)
      }).flat()
      expect(off).toEqual([])
    },
    60_000 + 500 * seeds,
  )

  test(
    'so has every class on the sheet of a unit with holes and islands of its own',
    () => {
      const off = Array.from({ length: few }, (_, seed) => {
        const { study, features } = seededStudy(2_000 + seed)
        const units = layerRecord({ id: 'units', role: 'units', classes: [] }) as unknown as Layer
        const all = new Map([...features, ['units', seededStudy(52_000 + seed).features.get('control')!]])
        const [map] = printedOf({ ...study, layers: [...study.layers, units] }, all)
        return unitSheets(inputOf(map!, {}, { language: seed % 2 === 0 ? 'en' : 'ar' }))
          .slice(0, 3)
          .flatMap((input) => falsehoods(input, [map!], 5))
      }).flat()
      expect(off).toEqual([])
    },
    60_000 + 500 * seeds,
  )

  test('a PDF has the dots that the picture has', async () => {
    const off: string[] = []
    for (const seed of [0, 3, 7, 10, 12, 18]) {
      const { study, features } = seededStudy(seed)
      const [map] = printedOf(study, features)
      // A whole number of points, to which PDFium cuts the paper.
      const [svg] = valueOf(
        drawSheets(inputOf(map!, { page: { widthMm: 127, heightMm: 127 }, scale: scales[seed % scales.length]! })),
      )
      const [frame] = mapsIn(svg!)
      const pdf = sheetPdf([fillsAlone(svg!)], record, 'a-2b')
      off.push(
        ...offDots(
          picturedIn(await pdfPicture(pdf), frame!),
          picturedIn(pictureOf(fillsAlone(svg!)), frame!),
          `seed ${seed}`,
        ),
      )
    }
    expect(off).toEqual([])
  })
})
