import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measurementSchema } from '../../../core/model/measurement.ts'
import { comparisonSchema } from '../../../core/compare/comparison-answer.ts'
import { basiliaHere, project } from './running-command.ts'

/** A figure of ours that is none: an area or a share of zero. */
const zero = /(?<![\d.,])0(?:\.0+)?\s*(?:ha|%|km²|هكتار)/

describe('a plan without an outline on the command line', () => {
  let folder: string
  let study: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basilia-told-'))
    study = join(folder, 'told')
    await mkdir(study)
    await cp(join(project, 'tests/fixtures/issues/plan-without-outline.json'), join(study, 'study.json'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('measures nothing, with exit code 0 and a note, and tells what sources claim', async () => {
    const { code, out, err } = await basiliaHere('measure', study, '--format', 'json')
    expect(code).toBe(0)
    expect(err).toContain('no outline is known')
    const { plan, layers, combinations, claimed, notes } = measurementSchema.parse(JSON.parse(out))
    expect([plan.areaM2, plan.areaFrom, layers, combinations]).toEqual([3_180_000, 'published-1', [], []])
    expect([claimed.length, notes.map(({ code: own }) => own)]).toEqual([4, ['plan-without-outline']])
  })

  test.each([
    [['measure']],
    [['measure', '--format', 'csv']],
    [['measure', '--draws', '20']],
    [['uncertainty']],
    [['uncertainty', '--draws', '20']],
    [['damage']],
    [['events']],
    [['compare', 'basilia-city', '--draws', '0']],
    [['compare', 'basilia-city', '--draws', '0', '--format', 'csv']],
  ])('%j: exit code 0, and no area of ours that is none', async ([command, ...options]) => {
    const others = options.filter((option) => option === 'basilia-city')
    const { code, out } = await basiliaHere(command!, study, ...options)
    expect(code).toBe(0)
    if (others.length === 0) expect(out).not.toMatch(zero)
  })

  test('in a comparison has its column, and says that no precedent is measured', async () => {
    const { studies, standing } = comparisonSchema.parse(
      JSON.parse((await basiliaHere('compare', 'basilia-city', study, '--draws', '0', '--format', 'json')).out),
    )
    expect(studies[1]).toMatchObject({ id: 'told', coverage: { area: 'claimed', held: 'claimed' }, layers: [] })
    expect(standing.at(-1)!.en).toMatch(/^None of the precedents is measured/)
    const { out } = await basiliaHere('compare', 'basilia-city', study, '--draws', '0')
    expect(out).toContain(standing.at(-1)!.en)
    expect(out).toMatch(/Held by Government +65 % \(other day\) +Darayya +July 2016 +SANA \(government\)/)
  })

  test.each(['sheet.svg', 'sheet.png', 'sheet.pdf', 'report.pdf', 'report.docx'])('makes %s', async (file) => {
    const { code, err } = await basiliaHere(file.split('.')[0]!, study, '--out', join(folder, file), '--draws', '20')
    expect([code, err.includes('bug')]).toEqual([0, false])
  })

  test('has a sheet with its place and its claims, and no ground', async () => {
    await basiliaHere('sheet', study, '--out', join(folder, 'own.svg'))
    const svg = await readFile(join(folder, 'own.svg'), 'utf8')
    expect(svg).toContain('id="plan-place"')
    expect(svg).not.toContain('id="plan"')
    const text = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    for (const said of ['nothing is measured', 'Claimed, not measured', 'Human Rights Watch'])
      expect(text).toContain(said)
    expect(text).not.toMatch(zero)
  })

  test.each(['geojson', 'gpkg', 'shp.zip', 'xlsx', 'csv', 'package.zip', 'zip'])(
    'is exported as %s',
    async (ending) => {
      const { code } = await basiliaHere('export', study, '--out', join(folder, `told.${ending}`), '--draws', '20')
      expect(code).toBe(0)
    },
  )

  test('is exported without a feature, with the note and the claims', async () => {
    await basiliaHere('export', study, '--out', join(folder, 'own.geojson'))
    const { features, basilia: about } = JSON.parse(await readFile(join(folder, 'own.geojson'), 'utf8')) as {
      features: unknown[]
      basilia: { notes: { code: string }[]; claimed: unknown[]; cite: string }
    }
    expect([features, about.notes.map(({ code }) => code), about.claimed.length]).toEqual([
      [],
      ['plan-without-outline'],
      4,
    ])
    expect(about.cite).not.toContain('Measured with')
  })

  test('crosses no layers, and says why', async () => {
    const { code, err } = await basiliaHere('measure', study, '--cross', 'control,damage')
    expect([code, err]).toEqual([1, expect.stringContaining('has no outline')])
  })
})
