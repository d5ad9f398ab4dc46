import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { sheetFrame } from './sheet-frame.ts'
import type { SheetInput } from './sheet-input.ts'
import { shows } from './sheet-layout.ts'
import { sheetPages, type SheetPages } from './sheet-pages.ts'
import type { Svg } from './svg.ts'

export type { SheetInput } from './sheet-input.ts'

const mostContinued = 30

/**
 * The map sheet as SVG, in millimetres (`viewBox` is the paper), and the sheets that take what it has no room for.
 * Groups carry the ids `title`, `map`, `answer`, `legend`, `locator`, `scale-bar`, `north-arrow`, `sources`, `method`.
 */
export const drawSheets = (input: SheetInput): Outcome<Svg[]> => drawSeries([input], false)

/**
 * A sheet for each input, numbered together. With `isOneScale` all have the scale of the one that needs the smallest,
 * so that ground can be compared by eye from sheet to sheet.
 */
export function drawSeries(inputs: readonly SheetInput[], isOneScale: boolean): Outcome<Svg[]> {
  const drawn = drawAll(inputs)
  if (!drawn.ok) return drawn
  const scales = drawn.value.flatMap(({ scale }) => scale ?? [])
  const common = Math.max(...scales)
  const isUneven = isOneScale && scales.some((scale) => scale !== common)
  const even = isUneven
    ? drawAll(inputs.map((input) => ({ ...input, layout: { ...input.layout, scale: common } })))
    : drawn
  if (!even.ok) return even
  const all = even.value.flatMap((sheet, i) => sheet.pages.map((page) => ({ sheet, page, input: inputs[i]! })))
  return done(
    all.map(({ sheet: { paper, title, name }, page, input: { language, layout, hash } }, i) =>
      sheetFrame(
        {
          paper,
          language,
          title,
          name: shows(layout, 'name') ? { name, hash, number: i + 1, count: all.length } : null,
        },
        page.definitions,
        page.content,
      ),
    ),
  )
}

function drawAll(inputs: readonly SheetInput[]): Outcome<SheetPages[]> {
  const sheets: SheetPages[] = []
  for (const input of inputs) {
    const sheet = sheetPages(input)
    if (!sheet.ok) return sheet
    const { paper, pages } = sheet.value
    if (pages.length > mostContinued) {
      return refused(problem('sheet-too-long', { width: paper.widthMm, height: paper.heightMm, most: mostContinued }))
    }
    sheets.push(sheet.value)
  }
  return done(sheets)
}
