import { expect, test } from 'vitest'
import { compareStudies } from '../../core/compare/comparison.ts'
import { bundledStudy, measured } from './bundled-study.ts'

const on = (id: string, day: string) => ({
  study: bundledStudy(id),
  onDay: measured(id, day),
  onAnnouncement: null,
  against: [],
})

test('that 100 % shelled is the outline of the plan itself is said also where the shares cannot be compared', () => {
  const comparison = compareStudies([on('yarmouk-camp', '2018-04-21'), on('marota-city', '2018-04-21')])
  const shelled = comparison.findings.find(({ topic }) => topic === 'shelled')!
  expect(shelled.because).toBeUndefined()
  expect(shelled.text.en).toMatch(/100(?:\.0)?\s% .*\(the ground drawn is the plan’s own outline, which reports name as a place\)/)
  expect(shelled.text.ar).toContain('والأرض المرسومة هي حدود المخطط نفسه')
})

test('and once, where it is the reason for that', () => {
  const comparison = compareStudies([on('yarmouk-camp', '2018-04-21'), on('basilia-city', '2018-04-21')])
  const shelled = comparison.findings.find(({ topic }) => topic === 'shelled')!
  expect(shelled.because).toContain('outline')
  expect(shelled.text.en.split('outline')).toHaveLength(2)
})
