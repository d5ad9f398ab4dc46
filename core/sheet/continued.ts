import { isRightToLeft, translate, type Language, type MessageKey } from '../i18n/translate.ts'
import { shortened } from './clean-text.ts'
import { paragraph } from './column.ts'
import { flow, leastHeightMm, type Block } from './flow.ts'
import { split } from './layout.ts'
import { inks, type Box } from './paper.ts'
import { group, type Svg } from './svg.ts'
import type { Font } from './text.ts'

/** What may not fit on a sheet, by the id of its group in the SVG. */
export type ContinuedId = 'title-in-full' | 'legend' | 'also-on-map' | 'sources' | 'method'

/** What did not fit on a sheet: blocks set to one width, and what they continue. */
export type Continued = {
  readonly id: ContinuedId
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

export type ContinuedSheet = {
  readonly svg: Svg
  /** How much of the height of its ground is used. */
  readonly filled: number
}

/**
 * The content of the sheets that follow the first, at most so many, of which the last then says what is left to the report; `null`
 * where even an empty one is too small for a block.
 */
export function continuedSheets(
  parts: readonly Continued[],
  setting: ContinuedSetting,
  most = Infinity,
): ContinuedSheet[] | null {
  if (most === 0) return []
  const { body, language, font } = setting
  const wide = { widthMm: body.width, language, font }
  const title = paragraph(wide, shortened(setting.title, 120), { sizePt: 9, weight: 600 })
  const head = flow(title, [{ ...body, height: Infinity }])
  const top = body.y + head.heightMm + 1
  const leftText = (from: number): Block[] =>
    paragraph(
      wide,
      parts
        .slice(from)
        .map(({ id }) => translate(language, `sheet.left.${id}`))
        .join(' '),
      { sizePt: 6.5, fill: inks.second },
    )
  const leftMm = flow(leftText(0), [{ ...body, height: Infinity }]).heightMm + 1
  const sheets: ContinuedSheet[] = []
  let content: Svg[] = []
  let y = top
  const turn = (): void => {
    sheets.push({
      svg: group({ id: 'title' }, ...head.drawn) + content.join(''),
      filled: Math.min(1, (y - betweenMm - body.y) / body.height),
    })
    content = []
    y = top
  }
  for (const [place, { id, heading, widthMm, blocks }] of parts.entries()) {
    let rest = blocks
    while (rest.length > 0) {
      const isLast = sheets.length === most - 1
      const bottom = body.y + body.height - (isLast ? leftMm : 0)
      const close = (): ContinuedSheet[] => {
        const { drawn } = flow(leftText(place), [{ ...body, y: bottom + 1, height: Infinity }])
        content.push(...drawn)
        y = body.y + body.height + betweenMm
        turn()
        return sheets
      }
      const named = flow(paragraph(wide, translate(language, heading), { sizePt: 7.5, fill: inks.second }), [
        { ...body, y, height: Infinity },
      ])
      const startY = y + named.heightMm + 1.2
      const columns = columnsOf(widthMm, { ...body, y: startY, height: bottom - startY }, language)
      const blocksHere = underTheirHead(rest)
      const all = flow(blocksHere, columns)
      const isTop = y === top
      if ((all.drawn.length === 0 || bottom - startY < leastMm) && !isTop) {
        if (isLast) return close()
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
      if (rest.length > 0 && isLast) return close()
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
