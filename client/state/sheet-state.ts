import type { Furniture, SheetLayout } from '../../core/sheet/sheet-layout.ts'
import type { Language } from '../../core/i18n/translate.ts'
import { baseMapOptionsOf, type NamedBaseMap } from '../api/base-map.ts'
import { intervalsOf } from './draws.ts'
import type { PageState } from './page-state.ts'
import type { PageProblem } from '../api/page-problem.ts'

/** What is asked of the sheet in the Sheet view; each is an option of the address and of the command line. */
export type SheetSettings = {
  /** `null` is the page's language. */
  readonly language: Language | null
  readonly paper: 'a4' | 'a3' | 'figure'
  readonly orientation: 'landscape' | 'portrait'
  /** Sides of a figure, in millimetres. */
  readonly widthMm: number
  readonly heightMm: number
  /** N of 1:N; `null` leaves it to the sheet. */
  readonly scale: number | null
  readonly maps: 'one' | 'pair' | 'multiples' | 'pages-dates' | 'pages-units'
  /** Days of before and after. */
  readonly pair: readonly [string, string] | null
  /** What stands, or stands not, other than by itself. */
  readonly shown: Readonly<Partial<Record<Furniture, boolean>>>
}

export type SheetPreview = {
  /** The sheet itself, and the request that it answers. */
  readonly svg: string
  readonly key: string
  readonly number: number
  readonly count: number
}

export type SheetState = {
  readonly settings: SheetSettings
  /** The layout file that the sheet is laid out by; `key` tells one loading from the next. */
  readonly layout: { readonly name: string; readonly content: SheetLayout; readonly key: number } | null
  /** Why a layout file could not be used. */
  readonly layoutProblem: PageProblem | null
  /** The file that is being made by the layout. */
  readonly saving: string | null
  /** Which of several sheets is looked at, from 1. */
  readonly number: number
  readonly preview: SheetPreview | null
  readonly isDrawing: boolean
  readonly problem: PageProblem | null
}

export const defaultSheet: SheetState = {
  settings: {
    language: null,
    paper: 'a4',
    orientation: 'landscape',
    widthMm: 170,
    heightMm: 120,
    scale: null,
    maps: 'one',
    pair: null,
    shown: {},
  },
  layout: null,
  layoutProblem: null,
  saving: null,
  number: 1,
  preview: null,
  isDrawing: false,
  problem: null,
}

/** What stands other than by itself; a base map goes under one map only. */
export const shownPieces = ({ maps, shown }: SheetSettings): SheetSettings['shown'] =>
  maps === 'one' ? shown : Object.fromEntries(Object.entries(shown).filter(([piece]) => piece !== 'baseMap'))

/** The settings as options, by their names in an address. */
export function sheetOptionsOf(
  settings: SheetSettings,
  { language: pageLanguage, at, draws }: Pick<PageState, 'language' | 'at' | 'draws'>,
  baseMap: NamedBaseMap | null,
): Record<string, string> {
  const { paper, orientation, widthMm, heightMm, scale, maps, pair, language } = settings
  const named = (wanted: boolean): string =>
    Object.entries(shownPieces(settings))
      .filter(([, stands]) => stands === wanted)
      .map(([piece]) => piece)
      .join(',')
  return {
    lang: language ?? pageLanguage,
    ...(at === null ? {} : { at }),
    draws: String(intervalsOf({ draws }).draws),
    ...(paper === 'figure' ? { size: `${widthMm}x${heightMm}` } : { paper, orientation }),
    ...(scale === null ? {} : { scale: String(scale) }),
    ...(maps === 'pair' && pair ? { pair: pair.join(',') } : {}),
    ...(maps === 'multiples' ? { multiples: 'dates' } : {}),
    ...(maps === 'pages-dates' ? { pages: 'dates' } : {}),
    ...(maps === 'pages-units' ? { pages: 'units' } : {}),
    ...(baseMap && shownPieces(settings).baseMap ? baseMapOptionsOf(baseMap) : {}),
    ...(named(true) === '' ? {} : { show: named(true) }),
    ...(named(false) === '' ? {} : { hide: named(false) }),
  }
}

/** Of the options those that no layout speaks of. */
export const contentOptions = (options: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(options).filter(([name]) => contentNames.has(name)))

const contentNames: ReadonlySet<string> = new Set([
  'lang',
  'at',
  'pair',
  'multiples',
  'pages',
  'baseMap',
  'baseMapCredit',
])
