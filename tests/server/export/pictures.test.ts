import { describe, test } from 'vitest'
import { classStyle, severalStyle, swatch, uncertainStyle, type ClassStyle } from '../../../core/sheet/class-style.ts'
import { classSymbol } from '../../../core/symbology/class-symbol.ts'
import type { Column } from '../../../core/sheet/column.ts'
import { flow, type Block } from '../../../core/sheet/flow.ts'
import { legend } from '../../../core/sheet/legend.ts'
import { locator } from '../../../core/sheet/locator.ts'
import { mapFrame } from '../../../core/sheet/map-frame.ts'
import { mapView } from '../../../core/sheet/map-view.ts'
import { northArrow } from '../../../core/sheet/north-arrow.ts'
import { patternDefinition, patternId } from '../../../core/sheet/patterns.ts'
import { paperProjection } from '../../../core/sheet/projection.ts'
import { scaleBar } from '../../../core/sheet/scale-bar.ts'
import { segmentsOf, shareBar } from '../../../core/sheet/share-bar.ts'
import { sheetLayers } from '../../../core/sheet/sheet-layers.ts'
import { sheetFont } from '../../../server/export/fonts/fonts.ts'
import { exampleFeatures, exampleMeasurement, exampleStudy } from '../../core/sheet/example-study.ts'
import { expectPicture } from './expect-picture.ts'

const definitionsOf = (styles: readonly ClassStyle[]): string => {
  const patterns = new Map(styles.flatMap(({ pattern }) => (pattern ? [[patternId(pattern), pattern] as const] : [])))
  return `<defs>${[...patterns.values()].map(patternDefinition).join('')}</defs>`
}

const study = exampleStudy()
const features = exampleFeatures()
const measurement = exampleMeasurement()
const layersIn = (language: 'en' | 'ar') =>
  sheetLayers(study, features, measurement.at, language).filter(({ layer }) => layer.role !== 'plan')
const stylesIn = (language: 'en' | 'ar') => [
  ...layersIn(language).flatMap(({ classes }) => classes.map(({ style }) => style)),
  severalStyle,
]

describe.each(['en', 'ar'] as const)('in %s', (language) => {
  const column: Column = { widthMm: 62, language, font: sheetFont().font }
  const set = (blocks: readonly Block[]): string =>
    flow(blocks, [{ x: 3, y: 3, width: 62, height: 200 }]).drawn.join('')

  test('the scale bar', () => {
    expectPicture(`scale-bar-${language}`, 60, 16, scaleBar(40_000, { x: 4, y: 3, width: 52, height: 12 }, language))
  })

  test('the north arrow', () => {
    expectPicture(
      `north-arrow-${language}`,
      14,
      18,
      `<rect width="14" height="18" fill="#e8b5ad"/>${northArrow(3, 3, language)}`,
    )
  })

  test('the bar of 100 %', () => {
    const [control] = layersIn(language)
    expectPicture(
      `share-bar-${language}`,
      68,
      12,
      definitionsOf(stylesIn(language)) + set([shareBar(column, segmentsOf(control!, measurement))]),
    )
  })

  test('the legend with its table', () => {
    const svg = set(legend(study, layersIn(language), measurement, column))
    expectPicture(`legend-${language}`, 68, 52, definitionsOf(stylesIn(language)) + svg)
  })

  test('the locator in a country, and among the degrees where none is drawn', () => {
    const locatorOf = (centre: readonly [number, number]): string => {
      const mapBox = { x: 0, y: 0, width: 120, height: 90 }
      const view = { centre, scale: 40_000, projection: paperProjection(centre, 40_000, mapBox), frame: mapBox }
      return locator({ x: 3, y: 3, width: 40, height: 33 }, view, mapBox, [], language, sheetFont().font)
    }
    expectPicture(`locator-${language}`, 46, 39, locatorOf([36.28, 33.48]))
    expectPicture(`locator-elsewhere-${language}`, 46, 39, locatorOf([34.42, 31.45]))
  })

  test('the map with veil, plan, names, graticule and arrow', () => {
    const frame = { x: 6, y: 5, width: 100, height: 70 }
    const layers = layersIn(language)
    const plan = { shapes: features.get('plan')!.shapes, isSchematic: true }
    const { projection } = mapView(plan.shapes, layers, frame, undefined)!
    const map = mapFrame(layers, { frame, projection, plan, language, font: sheetFont().font })
    expectPicture(
      `map-${language}`,
      112,
      80,
      `<defs>${map.definitions}</defs>${definitionsOf(stylesIn(language))}${map.svg}`,
    )
  })
})

test('the patterns of control, shelling and damage, in colour and over each other', () => {
  const kinds = ['solid', 'diagonal', 'dots', 'cross', 'horizontal', 'stripes', 'none'] as const
  const colors = ['#282727', '#C92610', '#5ED575', '#F6C822', '#386889'] as const
  const rows = [
    ...colors.map((color) =>
      kinds.map((pattern) => classStyle(classSymbol('control', { color, pattern }, true), false)),
    ),
    kinds.map((pattern) =>
      classStyle(classSymbol('control', { color: '#282727', pattern, confidence: 'some-sources' }, true), true),
    ),
    kinds.map((pattern) => classStyle(classSymbol('shelling', { color: '#8C2D04', pattern }, true), true)),
    kinds.map((pattern) => classStyle(classSymbol('damage', { color: '#BD0026', pattern }, true), false)),
    kinds.map((pattern) => classStyle(classSymbol('damage', { color: '#FD8D3C', pattern }, false), false)),
  ]
  const swatches = rows.flatMap((row, y) => row.map((style, x) => swatch(style, 2 + x * 12, 2 + y * 8, 10, 6)))
  expectPicture('patterns', 86, 74, definitionsOf(rows.flat()) + swatches.join(''))
})

test('the dotted band of ground that cannot be attributed, over every control', () => {
  const grounds = (['#282727', '#C92610', '#5ED575', '#F6C822', '#386889'] as const).map((color, i) =>
    classStyle(
      classSymbol(
        'control',
        { color, pattern: (['dots', 'solid', 'horizontal', 'diagonal', 'cross'] as const)[i]! },
        true,
      ),
      true,
    ),
  )
  const swatches = grounds.map(
    (style, x) => swatch(style, 2 + x * 14, 2, 12, 16) + swatch(uncertainStyle, 2 + x * 14, 7, 12, 6),
  )
  expectPicture('uncertain-ground', 72, 20, definitionsOf([...grounds, uncertainStyle]) + swatches.join(''))
})
