import { textIn } from '../model/text.ts'
import { comma, type Language } from '../i18n/translate.ts'
import type { ComparedStudy, Comparison, LayerGround } from './comparison-answer.ts'
import { isNotNamed } from './held-ground.ts'
import { precedentTable } from './precedent-table.ts'

const grounds = [
  ['held-at-announcement', ({ onAnnouncement }) => onAnnouncement?.held ?? null],
  ['held', ({ onDay }) => onDay.held],
  ['shelled', ({ onDay }) => onDay.shelled],
  ['damaged', ({ onDay }) => onDay.damaged],
] as const satisfies readonly (readonly [string, (study: ComparedStudy) => LayerGround | null])[]

/** One measure of every plan as a share of it, as page and report draw it. */
export type SharePanel = {
  readonly key: (typeof grounds)[number][0]
  readonly caption: string
  readonly rows: readonly {
    readonly title: string
    /** What is drawn: shares from what all sources say to what some do; `null` where there is none. */
    readonly ground: LayerGround | null
    /** What is said in its place. */
    readonly silence: string
    /** All that is said of it. */
    readonly text: string
  }[]
}

/** The measures of which any of the studies knows something. */
export function sharePanels(comparison: Comparison, language: Language): SharePanel[] {
  const { rows } = precedentTable(comparison, language)
  return grounds.flatMap(([key, groundOf]): SharePanel[] => {
    const row = rows.find((one) => one.key === key)
    if (!row) return []
    return [
      {
        key,
        caption: row.caption,
        rows: comparison.studies.map((study, i) => {
          const ground = groundOf(study)
          const isHeld = ground !== null && (ground === study.onDay.held || ground === study.onAnnouncement?.held)
          const isDrawn = ground !== null && (ground.wideM2 > 0 || (isHeld && !isNotNamed(ground)))
          return {
            title: textIn(language, study.title),
            ground: isDrawn ? ground : null,
            silence: row.cells[i]![0] ?? '',
            text: row.cells[i]!.join(comma(language)),
          }
        }),
      },
    ]
  })
}
