import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Inspection } from '../../../core/layers/inspection.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { basiliaHere } from './running-command.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
/** Four cells by three, in the upper left of the made rasters, in UTM 37. */
const plan = {
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'EPSG:32637' } },
  features: [
    {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [[[500_000, 3_900_000], [500_000, 3_899_970], [500_040, 3_899_970], [500_040, 3_900_000], [500_000, 3_900_000]]], // prettier-ignore
      },
    },
  ],
}
const cellM2 = 100 / 0.9996 ** 2

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-rasters-'))
  await writeFile(at('plan.geojson'), JSON.stringify(plan))
  for (const name of ['classes.tif', 'classes.tif.aux.xml', 'probabilities.tif', 'two-bands.tif'])
    await copyFile(`tests/fixtures/rasters/${name}`, at(name))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const measured = async (...args: string[]): Promise<Measurement> => {
  const { code, out, err } = await basiliaHere('measure', '--plan', at('plan.geojson'), '--format', 'json', ...args)
  expect(err).not.toContain('Error')
  expect(code).toBe(0)
  return JSON.parse(out) as Measurement
}

test('a raster of classes is measured by its cells, and its accuracy is never taken for nothing', async () => {
  const {
    layers,
    plan: whole,
    reconciliation,
    notes,
  } = await measured(
    '--layer',
    `damage=${at('classes.tif')}`,
    '--class',
    'damage=class',
    '--draws',
    '50',
    '--plan-accuracy',
    '0', // prettier-ignore
  )
  const [damage] = layers
  const areas = Object.fromEntries(damage!.classes.map((own) => [own.class, own.areaM2]))
  expect(areas['Intact']! / cellM2).toBeCloseTo(9, 4)
  expect(areas['Damaged']! / cellM2).toBeCloseTo(3, 4)
  expect(damage!.uncoveredM2 / cellM2).toBeCloseTo(0, 4)
  expect(whole.areaM2 / cellM2).toBeCloseTo(12, 4)
  expect(Math.abs(reconciliation.residualM2)).toBeLessThan(1e-6)
  expect(notes.map(({ code }) => code)).toContain('raster-accuracy-unstated')
  const { low, high } = damage!.classes[0]!
  expect(high! - low!).toBeGreaterThan(cellM2 / 10)
})

test('probabilities are measured above their threshold, which study and sheet name', async () => {
  const save = at('study')
  const { layers } = await measured(
    '--layer',
    `damage=${at('probabilities.tif')}`,
    '--threshold',
    'damage=0.5',
    '--class',
    'damage=class',
    '--accuracy',
    'damage=3',
    '--save',
    save, // prettier-ignore
  )
  expect(layers[0]!.classes.map((own) => own.class)).toEqual(['≥ 0.5'])
  const study = JSON.parse(await readFile(join(save, 'study.json'), 'utf8')) as Study
  const layer = study.layers.find(({ name }) => name === 'damage')!
  expect(layer).toMatchObject({ threshold: 0.5, accuracyM: 3, remark: { en: expect.stringContaining('at least 0.5') } })
  expect(layer.notes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['raster-threshold', 'raster-accuracy-finer']),
  )
})

test('a raster without a threshold, and one of several bands, says what to do', async () => {
  const refused = async (file: string) => {
    const { code, err } = await basiliaHere('measure', '--plan', at('plan.geojson'), '--layer', `damage=${at(file)}`)
    expect(code).toBe(1)
    return err
  }
  expect(await refused('probabilities.tif')).toMatch(/from 0\.\d+ to 0\.\d+ .*threshold, such as 0\.5/)
  expect(await refused('two-bands.tif')).toContain('damage, band 2')
})

test('inspect reads a raster with what lies beside it', async () => {
  const { code, out } = await basiliaHere('inspect', at('classes.tif'))
  expect(code).toBe(0)
  const [layer] = (JSON.parse(out) as Inspection).layers
  expect(layer).toMatchObject({ geometryType: 'polygon', features: 3, crs: { code: 'EPSG:32637' } })
  expect(layer!.validity).toMatchObject({ faults: [] })
  expect(layer!.areaM2! / cellM2).toBeCloseTo(102, 3)
})
