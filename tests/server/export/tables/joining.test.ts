import { beforeAll, describe, expect, test } from 'vitest'
import { measureStudy } from '../../../../core/measure/measure.ts'
import { describeProblem } from '../../../../core/result/problem.ts'
import type { Outcome } from '../../../../core/result/outcome.ts'
import { readLayerFeatures } from '../../../../server/store/layer-features.ts'
import { makeExport } from '../../../../server/usecases/make-export.ts'
import { unpacked, usualExport } from '../made-exports.ts'
import { opened } from '../texts-of-outputs.ts'

type Row = Readonly<Record<string, string>>

function had<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(describeProblem('en', outcome.problem))
  return outcome.value
}

function records(text: string): Row[] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  const [head, ...others] = rows.slice(0, -1)
  return others.map((row) => Object.fromEntries(head!.map((name, i) => [name, row[i]!])))
}

describe.each(['en', 'ar'] as const)('the tables of the package join (%s)', (language) => {
  let files: Map<string, Buffer>
  const table = (name: string): Row[] => records(files.get(`tables/${name}.csv`)!.toString())
  const column = (name: string, field: string): string[] => table(name).map((row) => row[field]!)
  const sum = (values: readonly string[]): number => values.reduce((total, value) => total + Number(value), 0)

  beforeAll(async () => {
    const { study, paths } = await opened('basilia-city')
    const features = had(await readLayerFeatures(study, study.layers, paths))
    const measurement = had(measureStudy(study, features, { draws: 20, seed: 1 }))
    const request = { ...usualExport, format: 'package.zip', language } as const
    files = await unpacked(
      Buffer.from(had(await makeExport({ study, paths, others: [], measurement, request }, {})).bytes),
    )
  }, 120_000)

  test('a class has one label in all of them, which the list of classes leads back to the data', () => {
    const known = new Map(table('classes').map((row) => [`${row['layer']}: ${row['class']}`, row]))
    const used = ['measurement', 'unitclasses', 'timeline', 'combinationclasses'].flatMap((name) =>
      table(name)
        .filter(({ row, class: own, layer }) => own !== '' && layer !== '' && row !== 'reading of the sources')
        .filter(({ row }) => row === undefined || !/reading|قراءة/.test(row))
        .map((row) => `${row['layer']}: ${row['class']}`),
    )
    expect(used.length).toBeGreaterThan(20)
    for (const name of used) expect([...known.keys()]).toContain(name)
    for (const row of known.values()) {
      expect(row['class']).toBe(row[language === 'en' ? 'classEn' : 'classAr'])
      expect(row['classEn']).not.toBe('')
      expect(row['classAr']).toMatch(/\p{Script=Arabic}/u)
    }
    const inCells = new Set(table('combinations').flatMap(({ control, shelling }) => [control!, shelling!]))
    const labels = new Set(table('classes').map((row) => row['class']!))
    for (const label of inCells) if (label !== '') expect([...labels]).toContain(label)
  })

  test('units bear names beside their ids, and their long form adds up to the wide one', () => {
    const units = table('units')
    const names = new Map(units.map(({ unit, unitName }) => [unit!, unitName!]))
    expect(units.length).toBeGreaterThan(5)
    for (const name of names.values()) expect(name).toMatch(language === 'ar' ? /\p{Script=Arabic}/u : /\p{L}/u)
    for (const name of ['measurement', 'unitclasses'])
      for (const { row, unit, unitName } of table(name))
        if (unit !== '' && row !== 'feature') expect(unitName).toBe(names.get(unit!))
    const classColumns = Object.keys(units[0]!).filter((field) => /^m2_\d+$/.test(field))
    const wide = sum(units.flatMap((row) => classColumns.map((field) => row[field]!)))
    expect(sum(column('unitclasses', 'areaM2')) / wide).toBeCloseTo(1, 9)
  })

  test('cells of cross-tables and combinations add up to the plan, number by number', () => {
    const plan = Number(table('measurement')[0]!['areaM2'])
    expect(sum(column('crosscells', 'areaM2')) / plan).toBeCloseTo(1, 9)
    expect(sum(column('combinations', 'areaM2')) / plan).toBeCloseTo(1, 9)
    for (const nr of column('combinationclasses', 'nr')) expect(column('combinations', 'nr')).toContain(nr)
  })

  test('every id of a source stands in the list of sources, its name beside it', () => {
    const known = new Set(column('sourcelist', 'source'))
    const named = table('measurement').filter(({ sources }) => sources !== '')
    expect(named.length).toBeGreaterThan(3)
    for (const { sources, sourceNames } of named) {
      for (const id of sources!.split(';')) expect([...known]).toContain(id)
      expect(sourceNames).not.toBe('')
    }
    for (const name of ['sources', 'published', 'claimed'])
      for (const id of column(name, 'source')) expect([...known]).toContain(id)
  })

  test('the QGIS project beside them names the units', () => {
    expect(files.get('layers.qgs')!.toString()).toContain('<labeling type="simple">')
  })

  test('the description is a Data Package 2.0, every resource of it named once', () => {
    const described = JSON.parse(files.get('datapackage.json')!.toString())
    expect(described.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(described.contributors[0].roles).toEqual(['wrangler'])
    const resources = described.resources as {
      name: string
      type?: string
      path: string
      schema?: { $schema: string }
    }[]
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length)
    for (const { path, type, schema } of resources) {
      expect(type).toBe(path.startsWith('tables/') ? 'table' : undefined)
      if (type === 'table') expect(schema!.$schema).toBe('https://datapackage.org/profiles/2.0/tableschema.json')
    }
    expect(JSON.stringify(described)).not.toContain('"profile"')
  })
})
