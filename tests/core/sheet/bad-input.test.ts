import { describe, expect, test } from 'vitest'
import { drawSheets } from '../../../core/sheet/sheet.ts'
import { exampleInput, exampleStudy, layoutOf } from './example-study.ts'

const wordsOf = (svg: string): string =>
  svg
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')

function sheets(change: Parameters<typeof exampleInput>[0]): string[] {
  const made = drawSheets(exampleInput(change))
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value.map(wordsOf)
}

describe('a scale that was chosen', () => {
  const at = (scale: number | undefined, page = {}) =>
    sheets({ layout: layoutOf({ ...(scale === undefined ? {} : { scale }), ...page }) })[0]!

  test('says that nothing of the plan can be read, or that it is not whole, and nothing where it shows it', () => {
    expect(at(100_000_000)).toContain('At this scale the plan is too small to be read')
    expect(at(500)).toContain('The map shows a part of the plan; figures are of all of it.')
    for (const scale of [undefined, 50_000]) expect(at(scale)).not.toMatch(/At this scale|shows a part of the plan/)
  })
})

describe('a title', () => {
  const titled = (length: number) =>
    sheets({ study: exampleStudy({ title: { en: 'Word '.repeat(length / 5) } }), layout: layoutOf({}) })

  test('of more than 300 letters is cut in sight and says where it stands whole', () => {
    for (const length of [400, 10_000]) {
      const [first] = titled(length)
      expect(first).toContain('…')
      expect(first).toContain('The title in full stands in the tables.')
    }
    expect(titled(400)).toHaveLength(1)
    expect(titled(250)[0]).not.toContain('The title in full')
  })
})

test('an institution has its name in three scripts, and a letter that no font has is told', () => {
  const institution = 'Atlas Institute معهد الأطلس Институт 研究所'
  const [words] = sheets({ study: exampleStudy({ publication: { institution } }), layout: layoutOf({}) })
  expect(words).toContain('معهد الأطلس')
  expect(words).toContain('Институт')
  expect(words).toMatch(/\u25af.*U\+7814/)
})
