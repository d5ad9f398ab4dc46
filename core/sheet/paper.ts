export const paperNames = ['a4', 'a3'] as const
export type PaperName = (typeof paperNames)[number]

export const orientations = ['landscape', 'portrait'] as const
export type Orientation = (typeof orientations)[number]

/** A rectangle on paper: millimetres from the top left corner of the sheet. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Paper and the measures that follow from its size, in millimetres. */
export type Paper = {
  /** As the sheet's name tells it: "a4", or a figure's size such as "85x110mm". */
  readonly name: string
  /** A figure goes into somebody's page: smaller title, no margins to speak of. */
  readonly isFigure: boolean
  readonly widthMm: number
  readonly heightMm: number
  readonly marginMm: number
  /** Width of the column that holds the answer, the table and the legend. */
  readonly columnMm: number
}

const sides = {
  a4: { shortMm: 210, longMm: 297, marginMm: 10, columnMm: 62 },
  a3: { shortMm: 297, longMm: 420, marginMm: 13, columnMm: 72 },
} as const

export function paperOf(name: PaperName, orientation: Orientation): Paper {
  const { shortMm, longMm, marginMm, columnMm } = sides[name]
  const isLandscape = orientation === 'landscape'
  const [widthMm, heightMm] = isLandscape ? [longMm, shortMm] : [shortMm, longMm]
  return { name, isFigure: false, widthMm, heightMm, marginMm, columnMm }
}

/** Inks of the sheet (look: paper and ink, the data brings the colour). */
export const inks = {
  paper: '#FFFFFF',
  ground: '#FAFAF7',
  ink: '#1C1B1A',
  second: '#5F5B55',
  rule: '#C9C4BA',
  faint: '#E2DED6',
} as const

const millimetresPerPoint = 25.4 / 72

export const mmOfPoints = (points: number): number => points * millimetresPerPoint
