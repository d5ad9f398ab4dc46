import type { StudyEvent } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/translate.ts'

export type TickLabel = { readonly text: string; readonly x: number; readonly lane: 'above' | 'below' }

const order: readonly StudyEvent['kind'][] = [
  'announcement',
  'law',
  'siege',
  'taken',
  'evacuation',
  'offensive',
  'other',
]
const pxPerLetter = 6.4
const gapPx = 12
export const widestLabelPx = 168

/** The labels that find room above or below a line of `widthPx`, the weightiest events first; the day shown stands above. */
export function tickLabels(
  events: readonly StudyEvent[],
  shown: { readonly x: number; readonly text: string } | null,
  xOf: (date: string) => number,
  widthPx: number,
  language: Language,
): TickLabel[] {
  const taken = { above: [] as (readonly [number, number])[], below: [] as (readonly [number, number])[] }
  if (shown) taken.above.push(spanOf(shown.x, shown.text, widthPx))
  return [...events]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .flatMap((event): TickLabel[] => {
      const [text, x] = [textIn(language, event.title), xOf(event.date)]
      const [from, to] = spanOf(x, text, widthPx)
      const lane = (['below', 'above'] as const).find((one) => taken[one].every(([a, b]) => to < a || from > b))
      if (!lane) return []
      taken[lane].push([from, to])
      return [{ text, x, lane }]
    })
}

/** The part of a label that lies left of its tick: half of it, but at the ends of the line none or all. */
export const leftOfTick = (x: number): number => (x < 0.08 ? 0 : x > 0.92 ? 1 : 0.5)

/** What a label takes of the line. */
function spanOf(x: number, text: string, widthPx: number): readonly [number, number] {
  const labelPx = Math.min(widestLabelPx, text.length * pxPerLetter)
  const from = x * widthPx - leftOfTick(x) * labelPx
  return [from - gapPx / 2, from + labelPx + gapPx / 2]
}
