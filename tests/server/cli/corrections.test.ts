import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { basilia } from './running-command.ts'

describe('basilia error-matrix and correct-counts', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basilia-matrix-'))
    await writeFile(
      join(folder, 'matrix.csv'),
      '\ufeffmap;Deforestation;Gain;Forest;Non-forest\r\nDeforestation;66;0;5;4\r\nGain;0;55;8;12\r\nForest;1;0;153;11\r\nNon-forest;2;1;9;313\r\n',
    )
    await writeFile(join(folder, 'plan.geojson'), JSON.stringify(box(0, 0, 20)))
    await writeFile(
      join(folder, 'sites.csv'),
      'lon,lat,grade\n36.285,33.475,Destroyed\n36.286,33.476,Destroyed\n36.287,33.475,Moderate damage\n',
    )
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('When areas are named, then the published example comes out, and the unstated sampling is said', async () => {
    const areas = ['Deforestation=18000', 'Gain=13500', 'Forest=288000', 'Non-forest=580500']
    const { code, out, err } = await basilia(
      'error-matrix',
      join(folder, 'matrix.csv'),
      ...areas.flatMap((each) => ['--mapped', each]),
      '--format',
      'csv',
    )
    expect(code).toBe(0)
    expect(out.split('\r\n')[1]).toMatch(/^Deforestation,18000,2115[78]\.\d+,177\d\d\.\d+,334\d\d\.\d+,615[78]\./)
    expect(err).toContain('drawn at random')
  })

  test('When the matrix is of no class of the layer, then the reason names both', async () => {
    const { code, err } = await basilia(
      'error-matrix',
      join(folder, 'matrix.csv'),
      'basilia-city',
      '--layer',
      'control',
    )
    expect(code).toBe(1)
    expect(err).toContain('control has no class “Deforestation”')
  })

  test('When a list of sites was checked, then its counts are corrected, with intervals', async () => {
    const study = join(folder, 'study')
    const saved = await basilia(
      'measure',
      '--plan',
      join(folder, 'plan.geojson'),
      '--layer',
      `damage=${join(folder, 'sites.csv')}`,
      '--class',
      'damage=grade',
      '--save',
      study,
    )
    expect(saved.code).toBe(0)
    const { code, out } = await basilia(
      'correct-counts',
      study,
      '--layer',
      'damage',
      '--confirmed',
      '45/50',
      '--found',
      '60/80',
      '--format',
      'json',
    )
    expect(code).toBe(0)
    const counts = JSON.parse(out) as { class: string; count: number; estimate: number; low: number; high: number }[]
    const destroyed = counts.find((each) => each.class === 'Destroyed')!
    expect(destroyed.count).toBe(2)
    expect(destroyed.estimate).toBeCloseTo(2.4, 9)
    expect(destroyed.low).toBeLessThan(2.4)
    expect(destroyed.high).toBeGreaterThan(2.4)
  })
})

const box = (x: number, y: number, size: number) => {
  const at = (dx: number, dy: number) => [36.28 + (x + dx) / 1000, 33.47 + (y + dy) / 1000]
  return { type: 'Polygon', coordinates: [[at(0, 0), at(size, 0), at(size, size), at(0, size), at(0, 0)]] }
}
