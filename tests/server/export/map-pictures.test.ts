import { Resvg } from '@resvg/resvg-js'
import { describe, test } from 'vitest'
import { drawnScene, layersOfScenes } from '../../../core/sheet/drawn-scene.ts'
import { logoRow } from '../../../core/sheet/logos.ts'
import { mapGrid } from '../../../core/sheet/map-grid.ts'
import { patternsOf } from '../../../core/sheet/sheet-frame.ts'
import { formatDate } from '../../../core/format/format.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { sheetFont } from '../../../server/export/fonts/fonts.ts'
import { resolveLogos } from '../../../server/export/pictures/resolve-logos.ts'
import { exampleFeatures, exampleStudy, polygons, rectangle } from '../../core/sheet/example-study.ts'
import { expectPicture } from './expect-picture.ts'

/** The example measured on a day on which the government held the ground west of so many thousandths of a degree. */
function dayOf(date: string, borderLon: number, caption: string) {
  const study = exampleStudy({
    asOf: date,
    layers: exampleStudy().layers.map((layer) => (layer.id === 'control' ? { ...layer, date } : layer)),
  })
  const control = polygons([
    { rings: [rectangle(-40, -40, borderLon, 40)], properties: { held: 'Government' } },
    { rings: [rectangle(borderLon, -40, 40, 40)], properties: { held: 'ISIS' } },
  ])
  const features = new Map([...exampleFeatures(), ['control', control] as const])
  const measurement = measureStudy(study, features, { at: date })
  if (!measurement.ok) throw new Error(measurement.problem.code)
  return { study, features, measurement: measurement.value, caption }
}

const days = ['2018-03-03', '2018-03-26', '2018-04-08', '2018-04-21']

describe.each(['en', 'ar'] as const)('in %s', (language) => {
  const gridPicture = (name: string, widthMm: number, heightMm: number, dates: readonly string[]): void => {
    const borderOf = (date: string): number => -8 + (16 * days.indexOf(date)) / (days.length - 1)
    const scenes = dates.map((date) => drawnScene(dayOf(date, borderOf(date), formatDate(date, language)), language))
    const setting = { language, font: sheetFont().font, scale: undefined, hasAnswers: true, hasNumbers: true }
    const grid = mapGrid(scenes, { x: 8, y: 4, width: widthMm - 16, height: heightMm - 8 }, setting)!
    expectPicture(
      `${name}-${language}`,
      widthMm,
      heightMm,
      `<defs>${grid.definitions}${patternsOf(layersOfScenes(scenes), false).join('')}</defs>${grid.svg}`,
    )
  }

  test('before and after side by side, of one scale, each with its day and answer', () => {
    gridPicture('pair', 150, 80, [days[0]!, days[3]!])
  })

  test('four days in a grid in reading order', () => {
    gridPicture('multiples', 130, 130, days)
  })

  test('logos in a row at the end of the head', () => {
    const svg = (content: string): string =>
      `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">${content}</svg>`).toString('base64')}`
    const png = new Resvg(
      '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><circle cx="40" cy="40" r="36" fill="#BD0026"/></svg>',
    )
      .render()
      .asPng()
    const resolved = resolveLogos([
      {
        image: svg(
          '<rect width="20" height="20" fill="#1F5FA8"/><rect x="26" y="6" width="34" height="8" fill="#1F5FA8"/>',
        ),
        alt: 'One',
        heightMm: 10,
        widthMm: 40,
      },
      { image: `data:image/png;base64,${png.toString('base64')}`, alt: 'Two', heightMm: 8, widthMm: 40 },
    ])
    if (!resolved.ok) throw new Error(resolved.problem.code)
    const box = { x: 4, y: 3, width: 72, height: 12 }
    expectPicture(
      `logos-${language}`,
      80,
      16,
      `<rect x="4" y="3" width="72" height="10" fill="#eee"/>${logoRow(resolved.value, box, language === 'ar')}`,
    )
  })
})
