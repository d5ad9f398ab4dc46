import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ComparedPlans } from '../../../core/report/report-input.ts'
import { compareStudies, type MeasuredStudy } from '../../../core/compare/comparison.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { readStudy } from '../../../core/model/read-study.ts'
import type { Study } from '../../../core/model/study.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'
import { exampleFeatures, exampleStudy } from '../sheet/example-study.ts'
import { allWords, reportFor, tablesOf } from './report-input.ts'

const read = readStudy('told', JSON.parse(readFileSync('tests/fixtures/issues/plan-without-outline.json', 'utf8')))
if (!read.ok) throw new Error(read.problem.code)
const reported = read.value

function measured(study: Study, features = exampleFeatures(), draws = 0): MeasuredStudy {
  const measurement = measureStudy(study, features, { draws, seed: 7 })
  if (!measurement.ok) throw new Error(measurement.problem.code)
  return { study, onDay: measurement.value, onAnnouncement: null, against: [] }
}

const drawn = studyOf([made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 10 })], {
  id: 'drawn',
  title: { en: 'Drawn', ar: 'مرسوم' },
})
const all = [measured(reported, new Map()), measured(drawn.study, drawn.features, 50)]
const compared: ComparedPlans = {
  comparison: compareStudies(all),
  studies: new Map(all.map(({ study }) => [study.id, study])),
  hashes: new Map(all.map(({ study }) => [study.id, 'a'.repeat(64)])),
}

test('a report in which nothing is measured rests on no works, and says how the intervals of other plans were drawn', () => {
  const words = allWords(reportFor({ study: reported, features: new Map(), compared }))
  expect(words).not.toMatch(/References|Monte Carlo|Snyder|Leung|Gaeuman/)
  expect(words).toContain('Intervals of Drawn: 50 draws, seed 7.')
  expect(allWords(reportFor())).toContain('References')
})

test('what is only claimed is told with who says so, and where its figures stand', () => {
  const tables = tablesOf(reportFor({ study: reported, features: new Map(), compared }))
  const known = tables.find(({ caption }) => caption.startsWith('What is known of each plan'))!.rows[0]!.cells
  for (const cell of known.filter((text) => text.startsWith('only published or claimed figures')))
    expect(cell).toMatch(/^only published or claimed figures: .+/)
  const ground = tables.find(({ caption }) => caption.startsWith('The plans side by side'))!.rows[0]!.cells
  expect(ground.join(' ')).toContain('claimed only: see “What sources claim, as they give it”')
  expect(ground).toContain('318 (published)')
})

test('a source is listed with its side and the day on which it was read', () => {
  const study = exampleStudy()
  const sources = study.sources.map((own) => ({ ...own, side: 'opposition', accessed: '2026-11-30' }))
  expect(allWords(reportFor({ study: { ...study, sources } }))).toMatch(/side: opposition, .*read on 30 November 2026/)
})

test('ground of which a hold has ended is drawn and named apart from ground that is not covered', () => {
  const control = (date: string) =>
    made([zone({ c: 'Government' }, box(0, 0, 4, 10))], {
      id: `control-${date}`,
      name: 'control',
      role: 'control',
      classField: 'c',
      date,
    })
  const { study, features } = studyOf(
    [made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' }), control('2018-03-26'), control('2018-05-21')],
    {
      asOf: '2018-05-21',
      events: [
        { date: '2024-12-08', kind: 'other', title: { en: 'The government falls' }, ends: { party: 'Government' } },
      ],
    },
  )
  const chart = reportFor({ study, features }).blocks.find(
    (block) => block.kind === 'figure' && block.svg.includes('id="states"'),
  )
  if (chart?.kind !== 'figure') throw new Error('no chart')
  expect(chart.svg).toMatch(/url\(#cross-[^)]*\)/)
  expect(chart.svg).toContain('not known')
})
