import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paperProjection, type Point } from '../../../core/sheet/projection.ts'
import { sheetPdf } from '../../../server/export/typst/sheet-pdf.ts'
import { sheetFont } from '../../../server/export/fonts/fonts.ts'
import { exampleInput, layoutOf, middle } from '../../core/sheet/example-study.ts'
import { firstSheet } from './first-sheet.ts'
import { hasGdal } from './made-exports.ts'

const about = {
  title: 'A',
  description: 'B',
  author: 'C',
  keywords: ['D'],
  language: 'en',
  date: '2018-04-21',
} as const
const numbersIn = (text: string): number[] => text.trim().split(/\s+/).map(Number)

describe('the PDF of a sheet', () => {
  const svg = firstSheet(exampleInput({ font: sheetFont().font, layout: layoutOf({ scale: 50_000 }) }))
  const pdf = sheetPdf([svg, svg], about, 'a-2b')
  const said = /<g id="map" data-frame="([^"]*)" data-centre="([^"]*)" data-scale="([^"]*)"/.exec(svg)!
  const [x, y, width, height] = numbersIn(said[1]!) as [number, number, number, number]
  const projection = paperProjection(numbersIn(said[2]!) as unknown as Point, Number(said[3]), { x, y, width, height })
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basilia-placed-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('says on every page where the corners of its map lie, and leaves the file before that as it was', () => {
    const text = pdf.toString('latin1')
    const views = [...text.matchAll(/\/BBox \[([^\]]*)\] \/Measure << .*?\/GPTS \[([^\]]*)\]/g)]
    expect(views).toHaveLength(2)
    expect(views[0]![0]).toBe(views[1]![0])
    const [left, bottom, right, top] = numbersIn(views[0]![1]!)
    expect((right! - left!) * (25.4 / 72)).toBeCloseTo(width, 3)
    expect((top! - bottom!) * (25.4 / 72)).toBeCloseTo(height, 3)
    const ground = numbersIn(views[0]![2]!)
    const [lon, lat] = projection.toGround(x, y + height)
    expect(ground[0]).toBeCloseTo(lat, 9)
    expect(ground[1]).toBeCloseTo(lon, 9)
    expect(text.indexOf('%%EOF')).toBeLessThan(text.indexOf('/VP ['))
  })

  test.skipIf(!hasGdal)('lies within a metre on the ground as GDAL reads it', async () => {
    const path = join(folder, 'sheet.pdf')
    await writeFile(path, pdf)
    const dpi = 600
    const read = JSON.parse(
      execFileSync('gdalinfo', ['-json', '--config', 'GDAL_PDF_DPI', String(dpi), path], { encoding: 'utf8' }),
    ) as { geoTransform: number[]; coordinateSystem: { wkt: string }; size: number[] }
    const [originX, stepX, , originY, , stepY] = read.geoTransform as [number, number, number, number, number, number]
    await writeFile(join(folder, 'system.wkt'), read.coordinateSystem.wkt)
    const points: Point[] = [
      [middle[0], middle[1]],
      [middle[0] - 0.02, middle[1] + 0.015],
      [middle[0] + 0.025, middle[1] - 0.02],
    ]
    const paperHeightMm = Number(/height="([\d.]+)mm"/.exec(svg)![1])
    const paperWidthMm = Number(/width="([\d.]+)mm"/.exec(svg)![1])
    for (const [lon, lat] of points) {
      const [xMm, yMm] = projection.toPaper(lon, lat)
      const east = originX + (xMm / paperWidthMm) * read.size[0]! * stepX
      const north = originY + (yMm / paperHeightMm) * read.size[1]! * stepY
      const [foundLon, foundLat] = numbersIn(
        execFileSync('gdaltransform', ['-s_srs', join(folder, 'system.wkt'), '-t_srs', 'EPSG:4326'], {
          input: `${east} ${north}\n`,
          encoding: 'utf8',
        }),
      )
      expect(Math.abs(foundLon! - lon) * 92_800).toBeLessThan(1)
      expect(Math.abs(foundLat! - lat) * 110_900).toBeLessThan(1)
    }
  })

  test('comes out the same twice', () => {
    const again = sheetPdf([svg, svg], about, 'a-2b')
    expect(again.equals(pdf)).toBe(true)
  })
})

describe('the SVG of a sheet', () => {
  const svg = firstSheet(exampleInput())

  test('has a group for each layer and class, and each shape of a class bears the id of its feature', () => {
    const groups = [...svg.matchAll(/<g [^>]*\bid="(layer|class)-[^"]*"[^>]*inkscape:label="([^"]*)"[^>]*>/g)]
    expect(groups.filter(([, kind]) => kind === 'layer').length).toBeGreaterThan(1)
    expect(groups.filter(([, kind]) => kind === 'class').length).toBeGreaterThan(1)
    for (const [, , label] of groups) expect(label).not.toBe('')
    for (const [, ground] of svg.matchAll(/<g id="ground-(?!plan)[^"]*" fill-rule="evenodd">(.*?)<\/g>/gs))
      for (const [path] of ground!.matchAll(/<path [^>]*>/g)) expect(path).toMatch(/ data-feature="[^"]+"/)
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
