import { problem, type Problem } from '../../../core/result/problem.ts'
import type { SheetLayout } from '../../../core/sheet/sheet-layout.ts'
import { page } from '../../state/page-state.ts'
import { changeSheet } from './draw-preview.ts'
import { defaultSheet, type SheetSettings } from '../../state/sheet-state.ts'

const largestBytes = 20_000_000
let loaded = 0

/** Takes a layout from a file; one that cannot be used is refused by the path of the value, and the one before stays. */
export async function loadLayout(file: File): Promise<void> {
  const refuse = ({ code, values }: Problem): void => {
    const { sheet } = page.get()
    page.update({ sheet: { ...sheet, layoutProblem: { code, detail: '', values, more: {} } } })
  }
  if (file.size > largestBytes) return refuse(problem('body-too-large', { limit: `${largestBytes / 1e6} MB` }))
  let content: unknown
  try {
    content = JSON.parse((await file.text()).replace(/^\ufeff/, ''))
  } catch (error) {
    return refuse(problem('layout-not-json', { file: file.name, reason: (error as Error).message }))
  }
  const { readSheetLayout } = await import('../../../core/sheet/sheet-layout.ts')
  const read = readSheetLayout(content)
  if (!read.ok) return refuse(read.problem)
  loaded++
  const { sheet } = page.get()
  page.update({
    sheet: { ...sheet, layoutProblem: null, layout: { name: file.name, content: read.value, key: loaded } },
  })
  changeSheet(settingsOf(read.value))
}

/** Goes on without the file; what the controls say stays. */
export function putLayoutAway(): void {
  page.update({ sheet: { ...page.get().sheet, layout: null, layoutProblem: null } })
  changeSheet({})
}

/** What a layout says that the controls show. */
function settingsOf({ page: own, scale, show }: SheetLayout): Partial<SheetSettings> {
  const { widthMm, heightMm, orientation } = defaultSheet.settings
  const sides =
    'paper' in own
      ? { paper: own.paper, orientation: own.orientation, widthMm, heightMm }
      : { paper: 'figure' as const, orientation, widthMm: own.widthMm, heightMm: own.heightMm }
  return {
    ...sides,
    scale: scale ?? null,
    shown: Object.fromEntries(Object.entries(show).filter(([, stands]) => stands !== undefined)),
  }
}
