import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareStudies } from '../../../../core/compare/comparison.ts'
import { csv } from '../../../../server/export/tables/csv.ts'
import { comparisonCsv, measurementCsv } from '../../../../server/export/tables/measurement-csv.ts'
import { comparisonTable, measurementTable } from '../../../../server/export/tables/measurement-table.ts'
import { exampleMeasurement, exampleStudy } from '../../../core/sheet/example-study.ts'

/** A plain reader of RFC 4180. */
function parse(text: string): string[][] {
  expect(text.charCodeAt(0)).toBe(0xfeff)
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

const records = (text: string): Record<string, string>[] => {
  const [head, ...rows] = parse(text)
  return rows.map((row) => Object.fromEntries(head!.map((name, i) => [name, row[i]!])))
}

describe('CSV', () => {
  test('keeps any text and never writes a formula', () => {
    const cell = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '"', ',', '\n', '\r', '1', '.', 'a', 'ح', '＝'),
    })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const [row] = parse(csv([cells]))
        expect(row).toHaveLength(cells.length)
        row!.forEach((read, i) => {
          expect(read === cells[i] || read === `'${cells[i]}`).toBe(true)
          if (/^[=+\-@\t\r＝]/.test(read)) expect(read).toMatch(/^[-+]?\d+(\.\d+)?$/)
        })
      }),
      { seed: 4, numRuns: 500 },
    )
  })

  test('writes numbers at full precision and leaves absent ones empty', () => {
    expect(csv([[-1.5, 8_999_512.125, null, '-1.5', '-a']])).toBe("\ufeff-1.5,8999512.125,,-1.5,'-a\r\n")
  })
})

describe('the table of a measurement', () => {
  const measurement = exampleMeasurement({
    units: [
      {
        id: '=N0097',
        areaM2: 100.125,
        share: 0.25,
        low: 90,
        high: 110,
        shareLow: 0.2,
        shareHigh: 0.3,
        layers: { control: { ISIS: 50 } },
        intervals: { control: { ISIS: { share: 0.125, low: 40, high: 61, shareLow: 0.1, shareHigh: 0.15 } } },
        combinations: [{ classes: { control: ['ISIS'] }, areaM2: 50, share: 0.125 }],
      },
      { id: null, areaM2: 3, share: 0.0075, layers: {}, combinations: [] },
    ],
    points: [{ layer: 'damage', class: null, count: 12, perHa: 0.25 }],
  })

  test('says which layer of several is only as last reported, and where no source is named', () => {
    const rows = records(
      measurementCsv(
        {
          ...measurement,
          notes: [
            { code: 'layer-without-source', message: '', values: { layer: 'shelling' } },
            {
              code: 'layer-last-known',
              message: '',
              values: { layer: 'control', date: '2018-04-01', at: '2018-04-21', days: 20 },
            },
          ],
        },
        'en',
      ),
    )
    const said = 'as last reported on 1 April 2018, 20 days before 21 April 2018'
    const of = (kind: string, layer: string): string[] =>
      rows.filter((row) => row['row'] === kind && row['layer'] === layer).map((row) => row['lastReported']!)
    expect(new Set(of('class', 'control'))).toEqual(new Set([said]))
    expect(new Set(of('combination', ''))).toEqual(new Set([`control: ${said}`]))
    const confidences = rows.filter(({ row, layer }) => row === 'class' && layer === 'shelling')
    expect(new Set(confidences.map(({ confidence }) => confidence))).toEqual(new Set(['no source is named']))
  })

  test('is rectangular and holds every figure', () => {
    const rows = parse(measurementCsv(measurement, 'en'))
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    expect(rows[0]).toEqual([
      'row',
      'unit',
      'unitName',
      'layer',
      'role',
      'date',
      'class',
      'confidence',
      'party',
      'sources',
      'sourceNames',
      'areaM2',
      'areaHa',
      'shareOfPlan',
      'lowM2',
      'highM2',
      'shareLow',
      'shareHigh',
      'meanM2',
      'sdM2',
      'count',
      'countPerHa',
      'interval',
      'lastReported',
    ])
    const kinds = records(measurementCsv(measurement, 'en')).map(({ row }) => row)
    expect(kinds.filter((kind) => kind === 'class')).toHaveLength(4)
    expect(kinds.filter((kind) => kind === 'combination')).toHaveLength(4)
    expect(kinds).toContain('outside all units')
    const units = records(measurementCsv(measurement, 'en')).filter(({ row }) => row === 'unit')
    expect(
      units
        .slice(0, 2)
        .map(({ shareOfPlan, lowM2, highM2, shareLow, shareHigh }) => [
          shareOfPlan,
          lowM2,
          highM2,
          shareLow,
          shareHigh,
        ]),
    ).toEqual([
      ['0.25', '90', '110', '0.2', '0.3'],
      ['0.125', '40', '61', '0.1', '0.15'],
    ])
    const drawn = {
      ...measurement,
      plan: { ...measurement.plan, low: 1, high: 2 },
      method: { ...measurement.method, interval: { draws: 500, seed: 3, leftOut: 0, layers: [] } },
    }
    const [plan] = records(measurementCsv(drawn, 'en'))
    expect(plan!['interval']).toBe('95 % interval, 500 draws, seed 3')
  })

  test('adds up as the measurement does', () => {
    const rows = records(measurementCsv(measurement, 'en'))
    const plan = Number(rows.find(({ row }) => row === 'plan')!['areaM2'])
    const sum = rows.filter(({ row }) => row === 'combination').reduce((total, row) => total + Number(row['areaM2']), 0)
    expect(sum).toBeCloseTo(plan, 3)
    const isis = rows.find((row) => row['class'] === 'ISIS' && row['row'] === 'class')!
    expect(Number(isis['areaHa'])).toBeCloseTo(Number(isis['areaM2']) / 10_000, 9)
    expect(isis).toMatchObject({ layer: 'control', role: 'control', date: '2018-04-21', shareOfPlan: '0.25' })
  })

  test('gives intervals where there are any', () => {
    const [control] = measurement.layers
    const layers = [{ ...control!, classes: [{ ...control!.classes[0]!, low: 1.5, high: 2.5 }] }]
    const row = records(measurementCsv({ ...measurement, layers }, 'en')).find((own) => own['class'] === 'ISIS')!
    expect([row['lowM2'], row['highM2']]).toEqual(['1.5', '2.5'])
  })

  test('neutralises what a spreadsheet would calculate', () => {
    expect(measurementCsv(measurement, 'en')).toContain(",'=N0097,")
    expect(measurementCsv(measurement, 'en')).not.toMatch(/(^|,)=/m)
  })

  test('has Arabic heads in Arabic and the same figures', () => {
    const [en, ar] = [parse(measurementCsv(measurement, 'en')), parse(measurementCsv(measurement, 'ar'))]
    expect(ar[0]).toContain('المساحة (هكتار)')
    expect(ar.slice(1).map((row) => row.slice(7))).toEqual(en.slice(1).map((row) => row.slice(7)))
  })

  test('stands in columns on the terminal, where names give no orders', () => {
    const escape = '\u001b[31m'
    const text = measurementTable({ ...measurement, plan: { ...measurement.plan, name: `${escape}red\nline` } }, 'en')
    expect(text).not.toContain('\u001b')
    const lines = text.trimEnd().split('\n')
    expect(lines[0]).toMatch(
      /^row +unit +layer +date +class +areaHa +shareOfPlan +shareLow +shareHigh +lowM2 +highM2 +count +countPerHa$/,
    )
    const ends = lines.slice(1, 8).map((line) => line.search(/\d(\.\d)? %/))
    expect(new Set(ends.filter((end) => end > 0)).size).toBe(1)
    expect(text).toMatch(/class +control +2018-04-21 +ISIS +214\.4 +25\.0 %/)
  })
})

describe('a comparison', () => {
  const study = exampleStudy()
  const against = study.published.map((published) => ({
    published,
    date: published.date ?? null,
    at: null,
    measured: { low: 8_575_000, high: 8_575_000 },
    interval: null,
    verdict: 'less' as const,
    drawnTo: false,
    difference: null,
    differenceOfPublished: { low: -0.05, high: -0.05 },
    without: null,
  }))
  const comparison = compareStudies([
    { study, onDay: exampleMeasurement(), onAnnouncement: null, against },
    { study: { ...study, id: 'darayya' }, onDay: exampleMeasurement(), onAnnouncement: null, against },
  ])

  test('names the study of every row, and what others publish of it', () => {
    const rows = records(comparisonCsv(comparison, 'en'))
    expect(new Set(rows.map((row) => row['study']))).toEqual(new Set(['basilia-city', 'darayya']))
    expect(rows.find(({ row }) => row === 'published')).toMatchObject({ areaM2: '9000000', date: '2018-03' })
    expect(rows.find(({ row }) => row === 'measured')).toMatchObject({
      areaM2: '8575000',
      differenceOfPublished: '-0.05',
    })
    for (const verdict of ['within', 'no-interval'] as const) {
      const undecided = comparison.studies.map((own) => ({
        ...own,
        against: own.against.map((row) => ({ ...row, verdict })),
      }))
      const printed = records(comparisonCsv({ ...comparison, studies: undecided }, 'en')).find(
        ({ row }) => row === 'measured',
      )
      expect(printed).toMatchObject({ areaM2: '8575000', differenceOfPublished: '' })
    }
    expect(new Set(parse(comparisonCsv(comparison, 'ar')).map((row) => row.length)).size).toBe(1)
  })

  test('stands in columns on the terminal', () => {
    expect(comparisonTable(comparison, 'en')).toMatch(/^row |^study/)
    expect(comparisonTable(comparison, 'en')).toMatch(/darayya +class +control +2018-04-21 +ISIS +214\.4/)
  })
})
