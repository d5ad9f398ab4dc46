import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Measurement } from '../../../core/model/measurement.ts'
import { measurementSchema } from '../../../core/model/measurement.ts'
import type { NamedBytes } from '../../../server/import/record/imported.ts'
import { named } from '../import/made-files.ts'
import { boxes, controlFile, planFile, unplacedShapefile } from '../made-layers.ts'
import { basiliaHere, project } from './running-command.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file({ name, bytes }: NamedBytes): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

async function measured(...args: readonly string[]): Promise<Measurement> {
  const { code, out, err } = await basiliaHere('measure', ...args, '--format', 'json')
  expect([code, err]).toEqual([0, err])
  return measurementSchema.parse(JSON.parse(out)) as Measurement
}

const sharesOf = ({ layers }: Measurement, name: string): Record<string, number> =>
  Object.fromEntries(
    layers
      .find((layer) => layer.name === name)!
      .classes.map((each) => [String(each.class), Math.round(each.share * 1e6) / 1e6]),
  )

describe('basilia measure of files', () => {
  test('areas of classes, units and features add up to the plan', async () => {
    const plan = await file(planFile)
    const control = await file(controlFile)
    const units = await file(
      boxes('units.geojson', [
        [[36.3, 33.48, 36.31, 33.484], { code: 'south' }],
        [[36.3, 33.484, 36.31, 33.488], { code: 'north' }],
      ]),
    )
    const result = await measured(
      '--plan',
      plan,
      '--plan-id',
      'name',
      '--layer',
      `control=${control}`,
      '--class',
      'control=side',
      '--units',
      units,
      '--units-id',
      'code',
      '--by-feature',
    )
    expect(result.plan.name).toBe('plan')
    expect(sharesOf(result, 'control')).toEqual({ A: 0.5, B: 0.5 })
    expect(result.units!.map(({ id }) => id)).toEqual(['south', 'north', null])
    expect(result.features!.map(({ id }) => id)).toEqual(['the plan'])
    for (const rows of [result.units!, result.features!, result.combinations]) {
      expect(rows.reduce((sum: number, { areaM2 }) => sum + areaM2, 0)).toBeCloseTo(result.plan.areaM2, 3)
    }
  })

  test('a layer without a class is one class of its name; --where and --plan-where choose features', async () => {
    const plan = await file(
      boxes('plans.geojson', [
        [[36, 33, 36.01, 33.01], { p: '1' }],
        [[36.3, 33.48, 36.31, 33.49], { p: '2' }],
      ]),
    )
    const control = await file(controlFile)
    const result = await measured(
      '--plan',
      plan,
      '--plan-where',
      'p=2',
      '--layer',
      `held=${control}`,
      '--where',
      'held=side=A',
    )
    expect(result.plan.features).toBe(1)
    expect(sharesOf(result, 'held')).toEqual({ held: 0.5 })
  })

  test('several files of one name are its snapshots, each with its date', async () => {
    const plan = await file(planFile)
    const early = await file(boxes('early.geojson', [[[36.29, 33.47, 36.32, 33.5], {}]]))
    const late = await file(boxes('late.geojson', [[[36.29, 33.47, 36.3025, 33.5], {}]]))
    const args = [
      '--plan',
      plan,
      '--layer',
      `c=${early}`,
      '--layer',
      `c=${late}`,
      '--date',
      'c=2018-01-01',
      '--date',
      'c=2018-06-01',
    ]
    expect(sharesOf(await measured(...args, '--at', '2018-03-01'), 'c')).toEqual({ c: 1 })
    expect(sharesOf(await measured(...args, '--at', '2018-07-01'), 'c')).toEqual({ c: 0.25 })
    const before = await measured(...args, '--at', '2017-01-01')
    expect(before.layers[0]).toMatchObject({ name: 'c', date: null, classes: [] })
    expect(before.notes.map(({ code }) => code)).toContain('layer-after-date')
  })

  test('snapshots may have their dates in their names, but not ones that can be read in two ways', async () => {
    const plan = await file(planFile)
    const early = await file(boxes('front_20180101.geojson', [[[36.29, 33.47, 36.32, 33.5], {}]]))
    const late = await file(boxes('front_20180601.geojson', [[[36.29, 33.47, 36.3025, 33.5], {}]]))
    const result = await measured('--plan', plan, '--layer', `c=${late}`, '--layer', `c=${early}`, '--at', '2018-03-01')
    expect(sharesOf(result, 'c')).toEqual({ c: 1 })
    expect(result.notes.map(({ code }) => code)).toContain('date-from-name')
    const open = await file(boxes('front 05-04-2018.geojson', [[[36.29, 33.47, 36.3025, 33.5], {}]]))
    const { code, err } = await basiliaHere('measure', '--plan', plan, '--layer', `c=${open}`, '--layer', `c=${early}`)
    expect(code).toBe(1)
    expect(err).toMatch(/front 05-04-2018\.geojson.*--date c=/)
  })

  test('features that hold from one day to another, and points made into zones', async () => {
    const plan = await file(planFile)
    const dated = await file(
      boxes('dated.geojson', [
        [[36.29, 33.47, 36.32, 33.5], { start: '2018-01-01', end: '2018-02-01' }],
        [[36.29, 33.47, 36.305, 33.5], { start: '2018-02-02', end: '' }],
      ]),
    )
    const points = await file(named('points.geojson', '{"type":"Point","coordinates":[36.305,33.485]}'))
    const args = [
      '--plan',
      plan,
      '--layer',
      `held=${dated}`,
      '--valid-from',
      'held=start',
      '--valid-to',
      'held=end',
      '--layer',
      `shelling=${points}`,
      '--buffer',
      'shelling=100',
    ]
    const result = await measured(...args, '--at', '2018-03-01')
    expect(sharesOf(result, 'held')).toEqual({ held: 0.5 })
    const [shelled] = result.layers.find(({ name }) => name === 'shelling')!.classes
    expect(shelled!.areaM2 / (Math.PI * 100 ** 2)).toBeCloseTo(1, 3)
    expect(sharesOf(await measured(...args, '--at', '2018-01-15'), 'held')).toEqual({ held: 1 })
  })

  test('draws with accuracies give intervals, the same for the same seed', async () => {
    const args = [
      '--plan',
      await file(planFile),
      '--plan-accuracy',
      '20',
      '--layer',
      `control=${await file(controlFile)}`,
      '--class',
      'control=side',
      '--accuracy',
      'control=50',
      '--draws',
      '100',
    ]
    const first = await measured(...args, '--seed', '7')
    const [a] = first.layers[0]!.classes
    expect(a!.low).toBeLessThan(a!.areaM2)
    expect(a!.high).toBeGreaterThan(a!.areaM2)
    expect(await measured(...args, '--seed', '7', '--threads', '2')).toEqual(first)
    const quoted = args.map((arg) => (arg === 'control=50' ? 'control=RANGE:98' : arg))
    const { layers, method } = await measured(...quoted, '--seed', '7', '--above', '1', '--correlations')
    expect(layers[0]!.classes[0]).toEqual({ ...a, drawn: { ...a!.drawn!, aboveProbability: 1 } })
    expect(method.interval!.layers.map(({ sigmaM }) => sigmaM)).toEqual([20, 50])
  })

  test('an accuracy that is supposed stands in the rows of published figures as in that of the plan', async () => {
    const { out } = await basiliaHere('measure', 'basilia-city', '--draws', '50', '--accuracy', 'plan=300')
    const intervalIn = (start: RegExp): string[] =>
      out.split('\n').flatMap((line) => (start.test(line) ? line.match(/\d{1,3}(?:,\d{3})+/g)!.slice(-2) : []))
    const plan = intervalIn(/^plan /)
    expect(plan).toHaveLength(2)
    expect(intervalIn(/^drawn to this figure/)).toEqual(plan)
  })

  test('--save writes a study that gives the same measurement', async () => {
    const control = await file(controlFile)
    const saved = join(folder, 'saved')
    const args = [
      '--plan',
      await file(planFile),
      '--layer',
      `control=${control}`,
      '--class',
      'control=side',
      '--date',
      'control=2018-04-21',
      '--at',
      '2018-05-01',
    ]
    const direct = await measured(...args, '--save', saved)
    const again = await measured(saved)
    expect([direct.atFrom, again.atFrom]).toEqual(['asked', 'study'])
    expect({ ...again, atFrom: 'asked', notes: [] }).toEqual({ ...direct, notes: [] })
    const study = JSON.parse(await readFile(join(saved, 'study.json'), 'utf8'))
    expect(study).toMatchObject({ schema: 'basilia-study/2', id: 'saved', asOf: '2018-05-01' })
    const kept = study.layers.map(({ sha256 }: { sha256: string }) => existsSync(join(saved, 'originals', sha256)))
    expect(kept).toEqual([true, true])
    const { code, err } = await basiliaHere('measure', ...args, '--save', folder)
    expect(code).toBe(1)
    expect(err).toContain(folder)
  })

  test('the forms of the result', async () => {
    const csv = await basiliaHere('measure', 'jobar', '--format', 'csv')
    expect(csv.out.startsWith('\ufeff')).toBe(true)
    const table = await basiliaHere('measure', 'jobar')
    expect(table.out).toMatch(/Jobar.*\d\.\d/)
    expect(() => JSON.parse(table.out)).toThrow()
  })
})

describe('exit codes', () => {
  test.each([
    [['measure', '--plan', 'PLAN', '--layer', 'c=nowhere.geojson'], 1, /nowhere\.geojson/],
    [['measure', '--plan', 'PLAN', '--layer', 'c=CONTROL', '--class', 'c=STATUS'], 1, /STATUS/],
    [['measure', '--plan', 'PLAN', '--layer', 'c=CONTROL', '--crs', 'c=EPSG:99999999'], 1, /99999999/],
    [['measure', '--plan', 'UNPLACED', '--layer', 'c=CONTROL'], 1, /unplaced\.zip.*EPSG:32637/],
    [['measure', 'no-such-study'], 1, /no-such-study/],
    [['inspect', 'nowhere.zip'], 1, /nowhere\.zip/],
    [['measure'], 2, /--plan/],
    [['measure', '--plan', 'PLAN', '--layer', 'CONTROL'], 2, /NAME=VALUE/],
    [['measure', '--plan', 'PLAN', '--class', 'x=y'], 2, /--layer x/],
    [['measure', '--plan', 'PLAN', '--layer', 'c=CONTROL', '--date', 'c=21.4.2018'], 2, /date of layer c/],
    [
      ['measure', '--plan', 'PLAN', '--layer', 'c=CONTROL', '--accuracy', 'c=-5'],
      2,
      /--accuracy cannot be "c=-5": it is not LAYER=ACCURACY/,
    ],
    [['measure', 'jobar', '--accuracy', 'control=CE90:x'], 2, /--accuracy cannot be "control=CE90:x"/],
    [['measure', 'jobar', '--draws', '10', '--accuracy', 'nowhere=5'], 1, /no layer nowhere/],
    [['measure', 'jobar', '--at', 'yesterday'], 2, /--at/],
    [['measure', 'jobar', '--draws', '-1'], 2, /draws/],
    [['measure', 'jobar', '--format', 'xml'], 2, /xml/],
    [['measure', 'jobar', '--colour'], 2, /--colour/],
    [['measure', 'jobar', '--plan', 'PLAN'], 2, /--plan/],
    [['compare', 'jobar'], 2, /two/],
    [['sheet', 'jobar'], 2, /--out/],
    [['sheet', 'jobar', '--out', 'x.gif'], 2, /x\.gif/],
    [['serve', '--port', 'eighty'], 2, /--port/],
    [['serve', 'now'], 2, /now/],
    [['frobnicate'], 2, /frobnicate/],
    [[], 2, /^$/],
  ])('basilia %j ends with %i', async (args, code, reason) => {
    const paths = {
      PLAN: await file(planFile),
      CONTROL: await file(controlFile),
      UNPLACED: await file(unplacedShapefile()),
    }
    const filled = args.map((arg) => arg.replace(/PLAN|CONTROL|UNPLACED/, (name) => paths[name as keyof typeof paths]))
    const ended = await basiliaHere(...filled)
    expect([ended.code, ended.err]).toEqual([code, ended.err])
    expect(ended.err).toMatch(reason)
    expect(ended.err).not.toMatch(/^\s+at .*:\d+/m)
    if (args.length > 0) expect(ended.out).toBe('')
  })

  test.each(['serve', 'inspect', 'measure', 'compare', 'sheet', 'export'])(
    'basilia %s --help explains itself',
    async (name) => {
      const { code, out } = await basiliaHere(name, '--help')
      expect(code).toBe(0)
      expect(out).toMatch(new RegExp(`^Usage: basilia ${name}`))
    },
  )
})

const realdata = join(project, '..', 'shared', 'realdata')
const series = join(realdata, 'deepstate-control-series')

describe.skipIf(!existsSync(series))('real layers (needs ../shared/realdata)', () => {
  test('the areas under control on 8 July 2024 are those of SOURCES.md', async () => {
    const plan = join(realdata, 'unosat-ukraine-aois', 'unosat_aois.geojson')
    const control = join(series, 'deepstatemap_data_20240708.geojson')
    const layer = ['--layer', `control=${control}`, '--date', 'control=2024-07-08']
    const result = await measured('--plan', plan, '--plan-id', 'aoi', ...layer, '--by-feature')
    const rows = new Map(result.features!.map((row) => [row.id, row]))
    const expected = {
      UKR1: [4767.9, 4800.3],
      UKR2: [0, 8618.3],
      UKR3: [9066.9, 9066.9],
      UKR4: [1466.6, 1466.6],
      UKR18: [5608.1, 5608.1],
    }
    // The figures there are of geodesic edges, which leave straight ones of several kilometres by some metres.
    const differs = (ha: number, expectedHa: number): boolean => Math.abs(ha - expectedHa) > 0.06 + 5e-5 * expectedHa
    for (const [id, [insideHa, areaHa]] of Object.entries(expected)) {
      expect(differs((rows.get(id)!.layers['control']!['control'] ?? 0) / 1e4, insideHa!)).toBe(false)
      expect(differs(rows.get(id)!.areaM2 / 1e4, areaHa!)).toBe(false)
    }
    const one = await measured('--plan', plan, '--plan-where', 'aoi=UKR1', ...layer)
    expect(one.layers[0]!.classes[0]!.areaM2).toBeCloseTo(rows.get('UKR1')!.layers['control']!['control']!, 2)
  })

  test('crosses layers in a table whose totals add up, and sets published figures against ours', async () => {
    const { code, out } = await basiliaHere('measure', 'basilia-city', '--cross', 'control,shelling', '--by', 'party')
    expect(code).toBe(0)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/))
    const figures = lines.slice(2).map((line) => line.slice(1).map((text) => Number(text.replaceAll(',', ''))))
    const total = figures.at(-1)!
    expect(lines.slice(2).map(([name]) => name)).toEqual(['ISIS', 'not covered', 'all'])
    for (const [i, whole] of total.entries())
      expect(figures.slice(0, -1).reduce((sum, row) => sum + row[i]!, 0)).toBeCloseTo(whole, 0)
    const csv = await basiliaHere('measure', 'basilia-city', '--cross', 'control,shelling', '--format', 'csv')
    expect(csv.out).toContain('control,shelling,areaM2,share,lowM2,highM2,shareLow,shareHigh')
    expect((await basiliaHere('measure', 'basilia-city', '--by', 'party')).code).toBe(2)
    expect((await basiliaHere('measure', 'basilia-city', '--cross', 'nothing')).code).toBe(1)
    expect((await basiliaHere('measure', 'marota-city')).out).toMatch(/published +Marota City .*214\.9/)
  })
})
