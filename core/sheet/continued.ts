import { isRightToLeft, translate, type Language, type MessageKey } from '../i18n/translate.ts'
import { shortened } from './clean-text.ts'
import { paragraph } from './column.ts'
import { flow, leastHeightMm, type Block } from './flow.ts'
import { split } from './layout.ts'
import { inks, type Box } from './paper.ts'
import { group, type Svg } from './svg.ts'
import type { Font } from './text.ts'

/** What did not fit on a sheet: blocks set to one width, and what they continue. */
export type Continued = {
  /** Id of their group in the SVG. */
  readonly id: string
  readonly heading: MessageKey
  readonly widthMm: number
  readonly blocks: readonly Block[]
}

export type ContinuedSetting = {
  /** The ground of the sheets for them, head and name excluded. */
  readonly body: Box
  readonly title: string
  readonly language: Language
  readonly font: Font
}

const gapMm = 5
const betweenMm = 4
/** Under a heading at least so much must follow on the same sheet. */
const leastMm = 16

/** The content of the sheets that follow the first; `null` where even an empty one is too small for a block. */
export function continuedSheets(parts: readonly Continued[], setting: ContinuedSetting): Svg[] | null {
  const { body, language, font } = setting
  const wide = { widthMm: body.width, language, font }
  const title = paragraph(wide, shortened(setting.title, 120), { sizePt: 9, weight: 600 })
  const head = flow(title, [{ ...body, height: Infinity }])
  const top = body.y + head.heightMm + 1
  const bottom = body.y + body.height
  const sheets: Svg[] = []
  let content: Svg[] = []
  let y = top
  const turn = (): void => {
    sheets.push(group({ id: 'title' }, ...head.drawn) + content.join(''))
    content = []
    y = top
  }
  for (const { id, heading, widthMm, blocks } of parts) {
    let rest = blocks
    while (rest.length > 0) {
      const named = flow(paragraph(wide, translate(language, heading), { sizePt: 7.5, fill: inks.second }), [
        { ...body, y, height: Infinity },
      ])
      const startY = y + named.heightMm + 1.2
      const columns = columnsOf(widthMm, { ...body, y: startY, height: bottom - startY }, language)
      const blocksHere = underTheirHead(rest)
      const all = flow(blocksHere, columns)
      const isTop = y === top
      if ((all.drawn.length === 0 || bottom - startY < leastMm) && !isTop) {
        turn()
        continue
      }
      if (all.drawn.length === 0) return null
      const heightMm = all.left.length > 0 ? bottom - startY : leastHeightMm(blocksHere, columns, bottom - startY)
      const set =
        all.left.length > 0
          ? all
          : flow(
              blocksHere,
              columns.map((box) => ({ ...box, height: heightMm })),
            )
      content.push(group({ id }, ...named.drawn, ...set.drawn))
      if (set.left.length >= rest.length) return null
      rest = set.left
      y = startY + heightMm + betweenMm
      if (rest.length > 0) turn()
    }
  }
  if (content.length > 0) turn()
  return sheets
}

/** As many columns of the width as the ground takes, or one as wide as the ground. */
function columnsOf(widthMm: number, ground: Box, language: Language): Box[] {
  const count = Math.max(1, Math.floor((ground.width + gapMm + 1e-6) / (widthMm + gapMm)))
  const takenMm = count * widthMm + (count - 1) * gapMm
  const isMirrored = isRightToLeft(language)
  return split(
    { ...ground, x: isMirrored ? ground.x + ground.width - takenMm : ground.x, width: takenMm },
    count,
    isMirrored,
  )
}

const underTheirHead = (blocks: readonly Block[]): readonly Block[] => [
  ...(blocks[0]?.under ?? []).map((block) => ({ ...block, keepsWithNext: true })),
  ...blocks,
]
