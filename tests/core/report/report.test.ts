import { describe, expect, test } from 'vitest'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { Report } from '../../../core/report/blocks.ts'
import { formatHectareValue } from '../../../core/format/format.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { unvocalised } from '../../../core/sheet/clean-text.ts'
import { sheetFont } from '../../../server/export/fonts/fonts.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { exampleFeatures, exampleStudy, layerRecord, polygons, rectangle } from '../sheet/example-study.ts'
import { allWords, reportFor, tablesOf, wordsOf } from './report-input.ts'

const plan = { id: 'plan', role: 'plan' } as const
const empty = featuresFromGeoJson({ type: 'FeatureCollection', features: [] }, 'polygon')

describe('the report', () => {
  const report = reportFor()

  test('counts headings, tables and figures from one on', () => {
    for (const [kind, pattern] of [
      ['table', /^Table (\d+)\.$/],
      ['figure', /^Figure (\d+)\.$/],
    ] as const) {
      const numbers = report.blocks.flatMap((block) =>
        block.kind === kind ? [Number(pattern.exec(block.label ?? '')?.[1])] : [],
      )
      expect(numbers.length).toBeGreaterThan(0)
      expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    }
    const headings = report.blocks.filter((block) => block.kind === 'heading')
    const main = headings.filter(({ isAnnex }) => !isAnnex)
    expect(main.map(({ text }) => Number.parseInt(text, 10))).toEqual(main.map((_, i) => i + 1))
    const annex = headings.filter(({ isAnnex }) => isAnnex).map(({ text }) => text.slice(0, 3))
    expect(annex.length).toBeGreaterThan(1)
    expect(annex).toEqual(annex.map((_, i) => `${'ABCDEF'[i]}. `))
    const contents = report.blocks.find((block) => block.kind === 'contents')
    expect(contents?.headings).toEqual(headings.map(({ text }) => text))
  })

  test('prints the measurement’s own areas, and the plan as their base', () => {
    const measured = measureStudy(exampleStudy(), exampleFeatures())
    if (!measured.ok) throw new Error(measured.problem.code)
    const table = tablesOf(report)[0]!
    const areas = measured.value.layers[0]!.classes.map(({ areaM2 }) => formatHectareValue(areaM2, 'en'))
    expect(table.rows.slice(0, 3).map(({ cells }) => cells[1])).toEqual(areas)
    expect(table.rows.at(-1)).toEqual({
      cells: ['Plan', formatHectareValue(measured.value.plan.areaM2, 'en'), '100.0 %', '–'].map((cell) =>
        cell.replace(' %', '\u00a0%'),
      ),
      isTotal: true,
    })
    expect(table.remarks.join(' ')).toMatch(/Plan as measured .* published: 900/)
  })

  test('lists every source it cites, once, by number', () => {
    const list = report.blocks.find((block) => block.kind === 'list' && block.entries[0]!.mark === '[1]')!
    const listed = wordsOf(list).match(/^\[\d+\]/gm)!
    const others = report.blocks
      .filter((block) => block !== list)
      .map(wordsOf)
      .join('\n')
    const cited = new Set(others.match(/\[\d+\]/g))
    expect(listed).toEqual(listed.map((_, i) => `[${i + 1}]`))
    expect([...cited].toSorted()).toEqual(listed.toSorted())
  })

  test('is the same when made again, and names its hash in the citation', () => {
    expect(reportFor()).toEqual(report)
    const from = report.blocks.findIndex((block) => block.kind === 'heading' && block.text.endsWith('Cite this result'))
    const citation = wordsOf(report.blocks[from + 1]!)
    expect(citation).toContain('0123456789abcdef'.repeat(4))
    expect(citation).toMatch(/^Of .* Study “basilia-city”, revision 1, as of 21 April 2018/)
  })

  test('says in Arabic what it says in English', () => {
    const arabic = reportFor({ language: 'ar' })
    expect(arabic.blocks.map(({ kind }) => kind)).toEqual(report.blocks.map(({ kind }) => kind))
    expect(tablesOf(arabic).map(({ rows }) => rows.length)).toEqual(tablesOf(report).map(({ rows }) => rows.length))
    expect(allWords(arabic)).toContain('المنهج')
    expect(allWords(arabic)).not.toMatch(/[\u0660-\u0669]|undefined|NaN|\{\w+\}/)
  })
})

describe('the method', () => {
  const methodOf = (report: ReturnType<typeof reportFor>): string => {
    const from = report.blocks.findIndex((block) => block.kind === 'heading' && block.text.endsWith('Method in full'))
    return report.blocks
      .slice(from, from + 6)
      .map(wordsOf)
      .join('\n')
  }

  test('is told from the record: operation, shift, fill rule, engine', () => {
    const base = exampleStudy()
    const crs = {
      code: 'EPSG:22770',
      name: 'Deir ez Zor / Syria Lambert',
      operation: 'EPSG:15742',
      accuracyM: 5,
      shiftM: 126.13,
    }
    const study = {
      ...base,
      layers: base.layers.map((layer) =>
        layer.id === 'control' ? { ...layer, crs, evenOdd: 'feature' as const } : layer,
      ),
    }
    const method = methodOf(reportFor({ study }))
    expect(method).toContain(
      'Deir ez Zor / Syria Lambert (EPSG:22770) and was brought to WGS 84 by EPSG:15742 (accuracy 5 m), which moved it by 126 m',
    )
    expect(method).toContain('each feature')
    expect(method).toMatch(/WGS 84 ellipsoid by basilia \d/)
    expect(method).toContain('No intervals were asked for')
  })

  test('gives draws, seed, deviations and lengths of the intervals', () => {
    const base = exampleStudy()
    const study = {
      ...base,
      layers: base.layers.map((layer) => ({ ...layer, accuracyM: layer.role === 'plan' ? 100 : 30 })),
    }
    const report = reportFor({ study, measuring: { draws: 100, seed: 7 } })
    expect(methodOf(report)).toContain('100 Monte Carlo draws (seed 7)')
    expect(methodOf(report).replaceAll('\u00a0', ' ')).toContain(
      'Plan: s = 100 m, L = 400 m; Control: s = 30 m, L = 200 m',
    )
    expect(tablesOf(report)[0]!.columns[1]!.head).toBe('ha, 95 %')
    expect(tablesOf(report)[0]!.rows[0]!.cells[1]).toMatch(/^[\d.]+ \([\d.]+ to [\d.]+\)$/)
    expect(allWords(report)).toContain('Leung, Y., Ma, J.-H. and Goodchild')
  })

  test.each(['en', 'ar'] as const)(
    'how sure the areas are stands apart: estimate, draws, bounds, ground not attributable (%s)',
    (language) => {
      const base = exampleStudy()
      const study = { ...base, layers: base.layers.map((layer) => ({ ...layer, accuracyM: 30 })) }
      const rowsOf = (report: ReturnType<typeof reportFor>) => {
        const head = translate(language, 'report.column.bounds')
        return tablesOf(report).find(({ columns }) => columns.at(-1)!.head === head)!.rows
      }
      const [plain, drawn] = [{}, { draws: 100, seed: 7 }].map((measuring) =>
        reportFor({ study, language, measuring }),
      ) as [Report, Report]
      expect(rowsOf(plain)[0]!.cells).toHaveLength(4)
      expect(rowsOf(drawn)[0]!.cells).toHaveLength(7)
      for (const row of rowsOf(drawn)) expect(row.cells.slice(2).every((cell) => / to | إلى |\d/.test(cell))).toBe(true)
      expect(allWords(drawn)).toContain(
        unvocalised(translate(language, 'report.uncertainty.draws', { draws: '100', seed: 7 })),
      )
      expect(allWords(plain)).toContain(unvocalised(translate(language, 'report.uncertainty.no-draws')))
      for (const report of [plain, drawn])
        expect(allWords(report)).toContain(unvocalised(translate(language, 'report.uncertainty.without')))
    },
  )

  test.each([30, 300])('leaves the same orders of classes open in tables, list and notes, at %i m', (accuracyM) => {
    const base = exampleStudy()
    const study = { ...base, layers: base.layers.map((layer) => ({ ...layer, accuracyM })) }
    const measuring = { draws: 100, seed: 7 }
    const measured = measureStudy(study, exampleFeatures(), measuring)
    if (!measured.ok) throw new Error(measured.problem.code)
    const notes = measured.value.notes.filter(({ code }) => code === 'order-not-established')
    expect(notes.length).toBeGreaterThan(0)
    const report = reportFor({ study, measuring })
    const remarks = tablesOf(report).flatMap((table) =>
      table.remarks.filter((text) => text.startsWith('Which has more ground is not established')),
    )
    const listed = report.blocks.flatMap((block) =>
      block.kind === 'list'
        ? wordsOf(block)
            .split('\n')
            .filter((line) => line.startsWith('• Whether'))
        : [],
    )
    expect(remarks.join().match(/ or “/g) ?? []).toHaveLength(notes.length)
    expect(listed).toHaveLength(notes.length)
  })

  test('gives key figures as intervals support them, and no damage recorded is no figure', () => {
    const base = exampleStudy()
    const layers = base.layers.map((layer) => ({
      ...layer,
      accuracyM: 30,
      ...(layer.role === 'shelling' ? { role: 'damage' as const } : {}),
    }))
    const features = new Map([...exampleFeatures(), ['shelling', { ...empty, attributes: [] }]])
    const report = reportFor({ study: { ...base, layers }, features, measuring: { draws: 100, seed: 7 } })
    const facts = wordsOf(report.blocks.find(({ kind }) => kind === 'facts')!)
    expect(facts).toMatch(/^Held by ISIS: \d+\s\(\d+\sto\s\d+\)\sha, up to .* of the plan; .*\d+ \w+ \d{4}$/m)
    expect(facts).toMatch(/: none recorded; as last reported on \d+ \w+ \d{4}, .* before \d+ \w+ \d{4}$/m)
  })

  test('says that intervals are missing where an accuracy is', () => {
    const report = reportFor({ measuring: { draws: 100, seed: 7 } })
    expect(methodOf(report)).toContain('There are no intervals, because a layer states no positional accuracy')
    expect(tablesOf(report)[0]!.columns[1]!.head).toBe('ha')
  })
})

describe('a study with little', () => {
  test('of a plan alone is a report', () => {
    const study = exampleStudy({ layers: [layerRecord(plan)], headline: undefined, published: [], asOf: null })
    const report = reportFor({ study })
    expect(allWords(report)).toContain('The study has no layer that is measured on this plan.')
    expect(report.blocks.filter(({ kind }) => kind === 'figure')).toHaveLength(1)
    expect(report.name).toBe('BAS_plan_report_undated')
    expect(report.about.date).toBeNull()
  })

  test('of one small parcel and empty layers is a report', () => {
    const features = new Map(
      [...exampleFeatures()].map(([id, own]) => [id, id === 'plan' ? own : { ...empty, attributes: [] }]),
    )
    features.set('plan', polygons([{ rings: [rectangle(0, 0, 0.1, 0.1)] }]))
    const report = reportFor({ features })
    expect(tablesOf(report)[0]!.rows.map(({ cells }) => cells[0])).toEqual(['not covered', 'Plan'])
    expect(allWords(report)).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('on a day before every snapshot says so', () => {
    const report = reportFor({ measuring: { at: '2010-01-01' } })
    expect(allWords(report)).toContain('Control: no snapshot holds on the day')
  })
})

test('a layer of sixty classes is told as a list, and what is left out is counted', () => {
  const strips = Array.from({ length: 60 }, (_, i) => ({
    rings: [rectangle(-16 + i * 0.5, -13, -15.5 + i * 0.5, 13)],
    properties: { kind: `class ${i}` },
  }))
  const base = exampleStudy()
  const study = {
    ...base,
    layers: base.layers.map((layer) => (layer.id === 'shelling' ? { ...layer, classField: 'kind' } : layer)),
  }
  const report = reportFor({ study, features: new Map([...exampleFeatures(), ['shelling', polygons(strips)]]) })
  const crossing = tablesOf(report).find(({ caption }) => caption.includes('largest pieces'))!
  expect(crossing.rows).toHaveLength(40)
  expect(crossing.remarks.join('')).toMatch(/^\d+ more rows/)
  expect(tablesOf(report)[1]!.rows).toHaveLength(62)
})

test('text that is markup, endless or full of control characters stands in the report as text', () => {
  const title = `#import "x"; <w:p> $x$ *a* _b_ \u0000\u0007\ud800\u202e باسيليا ${'long'.repeat(2450)}`
  const base = exampleStudy({ title: { en: title }, summary: { en: title } })
  const study = {
    ...base,
    layers: base.layers.map((layer) => ({ ...layer, title: { en: title }, remark: { en: title } })),
  }
  const report = reportFor({ study })
  expect(report.title).toMatch(/^#import "x"; <w:p> \$x\$ \*a\* _b_ {2}باسيليا longlong/)
  expect(report.title.length).toBeLessThan(340)
  for (const mark of ['\u0000', '\u0007', '\u202e', '\ud800']) expect(allWords(report)).not.toContain(mark)
  const words = allWords(report)
    .split(/[\s\u200b]/)
    .map((word) => word.length)
  expect(Math.max(...words)).toBeLessThan(70)
})

test('a class of ten thousand letters does not push the answer off the page', () => {
  const base = exampleStudy()
  const endless = { en: `ISIS ${'x'.repeat(10_000)}` }
  const study = { ...base, headline: { ...base.headline!, label: endless } }
  const report = reportFor({ study })
  const lead = report.blocks.find((block) => block.kind === 'paragraph' && block.style === 'lead')!
  expect(wordsOf(lead)).toMatch(/^Of 858\sha, 214\sha by all sources, up to .* …/)
  expect(wordsOf(lead).length).toBeLessThan(900)
  expect(report.about.description.length).toBeLessThan(700)
})

test('no cell lies over its neighbour: endless words break to the width of their column, and a bracket may stand below its number', () => {
  const base = exampleStudy()
  const endless = { en: 'A'.repeat(200), ar: 'ق'.repeat(200) }
  const study = { ...base, layers: base.layers.map((layer) => ({ ...layer, title: endless })) }
  for (const language of ['en', 'ar'] as const) {
    for (const { columns, rows } of tablesOf(reportFor({ study, language }))) {
      const width = columns.reduce((sum, column) => sum + column.width, 0)
      const cells = [columns.map(({ head }) => head), ...rows.map((row) => row.cells)]
      for (const own of cells) {
        expect(own.join('\n')).not.toMatch(/\u00a0\(/)
        for (const [i, cell] of own.entries()) {
          const longest = Math.max(...cell.split(/[\s\u200b/-]/).map((word) => word.length))
          // Four letters more than fit in capitals may stay together.
          expect(longest * 2.3).toBeLessThan((170 * columns[i]!.width) / width + 5 * 2.3)
        }
      }
    }
  }
})

test('the brief report has the answer, what it rests on, what follows from it and its sources, on the numbers of the full one', () => {
  const [full, brief] = [reportFor(), reportFor({ style: 'brief' })]
  const headings = brief.blocks.flatMap((block) =>
    block.kind === 'heading' ? [block.text.replace(/^\d+\. /, '')] : [],
  )
  expect(headings).toEqual([
    'About this study',
    'The ground of the plan on 21 April 2018',
    'Discussion',
    'Cite this result',
    'Sources',
  ])
  expect(tablesOf(brief)[0]).toEqual(tablesOf(full)[0])
  const of = (report: Report) => report.blocks.find((block) => block.kind === 'facts')
  expect(of(brief)).toEqual(of(full))
  expect(brief.blocks.slice(0, 4)).toEqual(full.blocks.slice(0, 4))
})

test.each(['en', 'ar'] as const)('a sentence names a table by the label that the table has (%s)', (language) => {
  for (const style of ['full', 'brief'] as const) {
    const report = reportFor({ language, style })
    const labels = new Map(tablesOf(report).flatMap(({ key, label }) => (key === undefined ? [] : [[key, label!]])))
    const runs = report.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
    const named = runs.flatMap(({ to, text }) => (to === undefined ? [] : [{ to, text }]))
    for (const { to, text } of named) expect(text).toContain(labels.get(to)!.replace(/\.$/, ''))
    if (style === 'full') expect(named.length).toBeGreaterThan(0)
  }
})

test('a word of a table stands whole where its column can be made wide enough', () => {
  const base = exampleStudy()
  const named = (title: string) => ({ en: title, ar: title })
  const study = {
    ...base,
    layers: base.layers.map((layer) => ({
      ...layer,
      classes: layer.classes.map((own) => ({ ...own, label: named(`${own.class} Administration`) })),
    })),
  }
  for (const { columns, rows } of tablesOf(reportFor({ study, font: sheetFont().font }))) {
    expect([...columns.map(({ head }) => head), ...rows.flatMap(({ cells }) => cells)].join(' ')).not.toContain(
      '\u200b',
    )
  }
})
