import { expect, test } from 'vitest'
import { drawSheets } from '../../core/sheet/sheet.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import type { Study } from '../../core/model/study.ts'
import { exampleInput } from '../core/sheet/example-study.ts'
import { bundledStudy, featuresOf } from './bundled-study.ts'

/** The study, knowing at least the day on which the government fell, without what sources said of earlier days. */
function knowingTheEnd({ events, ...study }: Study): Study {
  const end = { date: '2024-12-08', title: { en: 'The government falls' }, kind: 'other' as const, ends: { party: 'Government' } }
  return { ...study, claimed: [], events: [...events.filter(({ ends }) => ends === undefined), end] }
}

test.each(['en', 'ar'] as const)('nobody says that a government which fell in 2024 holds Basilia City in 2025 (%s)', (language) => {
  const study = knowingTheEnd(bundledStudy('basilia-city'))
  const features = new Map(study.layers.map((layer) => [layer.id, featuresOf(study.id, layer)]))
  const measurement = measureStudy(study, features, { at: '2025-01-01' })
  if (!measurement.ok) throw new Error(measurement.problem.code)
  const control = measurement.value.layers.find(({ role }) => role === 'control')!
  const layer = study.layers.find(({ id }) => id === control.layer)!
  const partyOf = (name: string | null) => layer.classes.find((own) => own.class === name)?.party
  expect(control.classes.map((own) => partyOf(own.class))).not.toContain('Government')
  const sheets = drawSheets(exampleInput({ study, features, measurement: measurement.value, language }))
  if (!sheets.ok) throw new Error(sheets.problem.code)
  const words = sheets.value.join(' ').replace(/<[^>]*>/g, ' ').replace(/[\u2066-\u2069]/g, '').replace(/[\s\u00a0]+/g, ' ')
  expect(words).not.toMatch(/held by (the )?government|Government [\d.]+ [\d.]+ %|تحت سيطرة الحكومة/i)
  expect(control.ended).toHaveLength(1)
  expect(words).toContain(language === 'en' ? 'not known' : 'غير معروف')
  // A row of the legend's table with its share, beside one of what no source names.
  expect(words).toMatch(language === 'en' ? /not known \(hold of Government .*349\.4 38\.8 %.* not covered 550\.2 61\.2 %/ : /غير معروف.*349\.4 .*38\.8.*550\.2 .*61\.2/)
})
