import { z } from 'zod'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem, reasonValues, type Reason } from '../result/problem.ts'
import { schemaFault, shownValue } from '../result/schema-fault.ts'
import { textSchema } from '../model/text-schema.ts'
import { orientations, paperNames, paperOf, type Orientation, type Paper, type PaperName } from './paper.ts'

export const layoutVersion = 'basilia-layout/1'

/**
 * What can stand on a sheet and be left away; the map always stands. `areas` are the figures in the legend,
 * `uncertainGround` the ground that the accuracy of the control layers leaves open, `baseMap` the tiles that the program is
 * set to; these two stand only where they are asked for.
 */
export const furniture = [
  'title',
  'answer',
  'legend',
  'areas',
  'scaleBar',
  'northArrow',
  'graticule',
  'locator',
  'names',
  'alsoOnMap',
  'uncertainGround',
  'baseMap',
  'sources',
  'method',
  'name',
] as const
export type Furniture = (typeof furniture)[number]
type ShowShape = Record<Furniture, z.ZodOptional<z.ZodBoolean>>

/** What can be given a place of its own. */
const placed = ['title', 'map', 'columns', 'scale', 'sources', 'method', 'locator'] as const

const longestSideMm = 1200
const mm = (least: number): z.ZodNumber => z.number().min(least).max(longestSideMm)

const boxSchema = z.strictObject({ xMm: mm(0), yMm: mm(0), widthMm: mm(8), heightMm: mm(3) })

const pageSchema = z.union([
  z.strictObject({ paper: z.enum(paperNames), orientation: z.enum(orientations).default('landscape') }),
  z.strictObject({ widthMm: mm(60), heightMm: mm(60), marginMm: z.number().min(0).max(50).optional() }),
])

const scaleSchema = z.int().min(100).max(100_000_000)

/** A picture that stands on the sheet, at most so high and so wide. */
const logoSchema = z.strictObject({
  /** `data:image/png;base64,…` or `data:image/svg+xml;base64,…`; on the command line also a file beside the layout. */
  image: z.string().min(1).max(3_000_000),
  /** What it shows, for those who cannot see it. */
  alt: z.string().min(1).max(300),
  heightMm: z.number().min(3).max(60).default(10),
  widthMm: z.number().min(3).max(120).default(40),
})

/**
 * A sheet's layout as data, all of it optional: lengths in millimetres from the top left corner of the paper, the scale
 * as N of 1:N, texts in English and Arabic. What it leaves open is found from the paper's size and the content.
 */
export const sheetLayoutSchema = z.strictObject({
  schema: z.literal(layoutVersion),
  page: pageSchema.default({ paper: 'a4', orientation: 'landscape' }),
  scale: scaleSchema.optional(),
  title: textSchema.optional(),
  subtitle: textSchema.optional(),
  /** Whether the answer and the legend stand beside the map or under it. */
  columns: z.enum(['beside', 'below']).optional(),
  show: z
    .strictObject(Object.fromEntries(furniture.map((piece) => [piece, z.boolean().optional()])) as ShowShape)
    .default({}),
  boxes: z
    .strictObject({
      title: boxSchema.optional(),
      map: boxSchema.optional(),
      columns: z.array(boxSchema).min(1).max(12).optional(),
      scale: boxSchema.optional(),
      sources: z.array(boxSchema).min(1).max(12).optional(),
      method: boxSchema.optional(),
      locator: boxSchema.optional(),
    })
    .default({}),
  /** Step of the degrees round the map, in seconds of arc. */
  graticule: z.strictObject({ everySeconds: z.number().min(1).max(54_000) }).optional(),
  logos: z.array(logoSchema).max(6).default([]),
})
export type SheetLayout = z.infer<typeof sheetLayoutSchema>
/** A layout as a file says it, with what it leaves open left out. */
export type LayoutFile = z.input<typeof sheetLayoutSchema>
export type LayoutBox = z.infer<typeof boxSchema>
export type Logo = z.infer<typeof logoSchema>

export const defaultLayout: SheetLayout = sheetLayoutSchema.parse({ schema: layoutVersion })

/** What options say of a sheet goes before what its layout says. */
export type LayoutOptions = {
  readonly paper?: PaperName | undefined
  readonly orientation?: Orientation | undefined
  /** Width and height of a figure in millimetres. */
  readonly size?: { readonly widthMm: number; readonly heightMm: number } | undefined
  readonly scale?: number | undefined
  readonly show?: readonly Furniture[] | undefined
  readonly hide?: readonly Furniture[] | undefined
}

export function resolvedLayout(
  layout: SheetLayout,
  { paper, orientation, size, scale, show = [], hide = [] }: LayoutOptions,
): SheetLayout {
  const own = 'paper' in layout.page ? layout.page : null
  const page = size ?? {
    paper: paper ?? own?.paper ?? 'a4',
    orientation: orientation ?? own?.orientation ?? 'landscape',
  }
  const isRequested = size !== undefined || paper !== undefined || orientation !== undefined
  const requested = Object.fromEntries([...show.map((piece) => [piece, true]), ...hide.map((piece) => [piece, false])])
  return {
    ...layout,
    ...(isRequested ? { page } : {}),
    ...(scale === undefined ? {} : { scale }),
    show: { ...layout.show, ...requested },
  }
}

/** A layout from parsed JSON; a wrong one is a problem that names the place, the value and the reason. */
export function readSheetLayout(content: unknown): Outcome<SheetLayout> {
  const read = sheetLayoutSchema.safeParse(content)
  if (!read.success) return refused(problem('layout-invalid', schemaFault(read.error, content, '–')))
  const outside = boxesOutside(read.data)
  if (outside === null) return done(read.data)
  const { path, box, reason } = outside
  return refused(problem('layout-invalid', { where: path.join('.'), value: shownValue(box), ...reason }))
}

type Outside = { readonly path: readonly (string | number)[]; readonly box: unknown; readonly reason: Reason }

/** The first box that leaves the paper, or that lies on another where only one can be read. */
function boxesOutside({ page, boxes }: SheetLayout): Outside | null {
  const { widthMm, heightMm } = pageSize(page)
  const all = placed.flatMap((name) => {
    const own = boxes[name]
    if (own === undefined) return []
    return Array.isArray(own)
      ? own.map((box, i) => ({ path: ['boxes', name, i] as (string | number)[], box }))
      : [{ path: ['boxes', name] as (string | number)[], box: own }]
  })
  const widths = new Set(boxes.columns?.map((box) => box.widthMm))
  if (widths.size > 1)
    return { path: ['boxes', 'columns'], box: boxes.columns, reason: reasonValues('why.columns-differ') }
  for (const { path, box } of all) {
    if (box.xMm + box.widthMm > widthMm + 1e-6 || box.yMm + box.heightMm > heightMm + 1e-6) {
      return { path, box, reason: reasonValues('why.off-paper', { width: widthMm, height: heightMm }) }
    }
  }
  for (const [i, one] of all.entries()) {
    const other = all.slice(i + 1).find(({ path, box }) => path[1] !== 'locator' && overlaps(one.box, box))
    if (other) return { ...other, reason: reasonValues('why.lies-on', { other: one.path.join('.') }) }
  }
  return null
}

const overlaps = (a: LayoutBox, b: LayoutBox): boolean =>
  a.xMm < b.xMm + b.widthMm && b.xMm < a.xMm + a.widthMm && a.yMm < b.yMm + b.heightMm && b.yMm < a.yMm + a.heightMm

const pageSize = (page: SheetLayout['page']): { widthMm: number; heightMm: number } =>
  'paper' in page ? paperOf(page.paper, page.orientation) : page

const narrowMm = 150

/** The paper of a layout. Of a figure, margin and columns follow from its size. */
export function paperOfLayout({ page }: Pick<SheetLayout, 'page'>): Paper {
  if ('paper' in page) return paperOf(page.paper, page.orientation)
  const { widthMm, heightMm } = page
  const marginMm = page.marginMm ?? (widthMm < narrowMm ? 3 : 8)
  const columnMm = widthMm < narrowMm ? 36 : 62
  return { name: `${widthMm}x${heightMm}mm`, isFigure: true, widthMm, heightMm, marginMm, columnMm }
}

/** What a figure leaves to the caption and the text around it. */
const leftToText: readonly Furniture[] = ['answer', 'areas', 'sources', 'method', 'locator']

const onlyRequested: readonly Furniture[] = ['uncertainGround', 'baseMap']

/** Whether a piece of furniture stands on the sheet; the locator only where there is room, unless it is asked for. */
export const shows = (layout: SheetLayout, piece: Furniture): boolean =>
  layout.show[piece] ?? (!onlyRequested.includes(piece) && !('widthMm' in layout.page && leftToText.includes(piece)))
