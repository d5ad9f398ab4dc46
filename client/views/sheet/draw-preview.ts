import type { LayoutFile } from '../../../core/sheet/sheet-layout.ts'
import { json } from '../../api/json.ts'
import { problemFrom, unreachable } from '../../api/page-problem.ts'
import { studyPath } from '../../api/studies.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { layoutInHand } from './layout-in-hand.ts'
import { baseMapOfSheet } from '../../state/base-maps.ts'
import { contentOptions, sheetOptionsOf, type SheetSettings, type SheetState } from '../../state/sheet-state.ts'

let underWay: AbortController | null = null
let requested = ''

/** Asks for the sheet that the state speaks of, unless it is drawn or asked for already. */
export function keepPreview(state: PageState): void {
  const { study, sheet, language, at, draws, publishing, baseMaps } = state
  if (state.view !== 'sheet' || !study) return
  const options = sheetOptionsOf(sheet.settings, { language, at, draws }, baseMapOfSheet(baseMaps))
  const { layout, number } = sheet
  const paging = { page: String(number), wait: '300' }
  const key = `${study.id} ${study.revision} ${new URLSearchParams({ ...options, ...paging })} ${layout?.key ?? ''} ${JSON.stringify(publishing.usual ?? {})}`
  if (key === requested) return
  requested = key
  underWay?.abort()
  underWay = new AbortController()
  const query = new URLSearchParams({ ...(layout ? contentOptions(options) : options), ...paging })
  void draw(
    key,
    `${studyPath(study.id)}/sheet.svg?${query}`,
    number,
    underWay.signal,
    layout ? byLayout(layoutInHand(sheet)) : {},
  )
}

const byLayout = (layout: LayoutFile): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(layout),
})

async function draw(
  key: string,
  address: string,
  number: number,
  signal: AbortSignal,
  body: RequestInit,
): Promise<void> {
  change({ isDrawing: true })
  const response = await fetch(address, { ...body, signal }).catch(() => null)
  if (signal.aborted) return
  if (!response?.ok) {
    const problem = response ? problemFrom(response.status, await json(response)) : unreachable
    if (problem.code === 'sheet-page-absent' && number > 1) return change({ number: 1 })
    return change({ isDrawing: false, problem })
  }
  const svg = await response.text().catch(() => null)
  if (signal.aborted || svg === null) return
  const count = Number(response.headers.get('sheet-count') ?? 1)
  change({ isDrawing: false, problem: null, preview: { svg, key, number, count } })
}

const change = (sheet: Partial<SheetState>): void => page.update({ sheet: { ...page.get().sheet, ...sheet } })

/** Changes what is asked of the sheet, and looks at its first page again. */
export function changeSheet(settings: Partial<SheetSettings>): void {
  const { sheet } = page.get()
  change({ settings: { ...sheet.settings, ...settings }, number: 1 })
}

export const showSheet = (number: number): void => change({ number })
