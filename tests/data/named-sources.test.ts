import { expect, test } from 'vitest'
import { drawSheets } from '../../core/sheet/sheet.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import { namedIn } from '../../core/answer/named-sources.ts'
import { namedSource } from '../../core/model/sources.ts'
import { reportFor, wordsOf } from '../core/report/report-input.ts'
import { exampleInput } from '../core/sheet/example-study.ts'
import { bundledIds, bundledStudy, featuresOf } from './bundled-study.ts'

/** Studies whose figures rest on no ground that names its sources. */
const silent = new Set(['baba-amr', 'darayya', 'marota-city'])

test.each(bundledIds)('sheet and report of %s list every source that their figures rest on, once', (id) => {
  const study = bundledStudy(id)
  const features = new Map(study.layers.map((layer) => [layer.id, featuresOf(id, layer)]))
  const measured = measureStudy(study, features)
  if (!measured.ok) throw new Error(measured.problem.code)
  const measurement = measured.value
  const named = [...new Set(measurement.layers.flatMap(({ layer }) => (layer === null ? [] : namedIn(measurement, layer))))].map((source) => namedSource(study.sources, source))
  expect(named.length > 0).toBe(!silent.has(id))
  const list = wordsOf(reportFor({ study, features }).blocks.findLast((block) => block.kind === 'list' && block.entries.some(({ mark }) => mark === '[1]'))!)
  const sheets = drawSheets({ ...exampleInput(), study, features, measurement })
  if (!sheets.ok) throw new Error(sheets.problem.code)
  const sheet = sheets.value.map((svg) => svg.replaceAll(/<[^>]*>/g, ' ')).join(' ').replaceAll(/\s+/g, ' ')
  for (const { title, publisher } of named) {
    expect(list.split('\n').filter((line) => line.includes(title.en))).toHaveLength(1)
    expect(sheet).toContain((publisher ?? title).en.split(' ').slice(0, 2).join(' '))
  }
})
