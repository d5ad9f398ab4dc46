import type { LayoutFile } from '../../../core/sheet/sheet-layout.ts'
import { shownPieces, type SheetState } from '../../state/sheet-state.ts'

/** The layout as it is asked for: the file's, and what has been chosen since; logos go with it. */
export function layoutInHand({ settings, layout }: Pick<SheetState, 'settings' | 'layout'>): LayoutFile {
  const { paper, orientation, widthMm, heightMm, scale } = settings
  const { page: ownPage, scale: _, ...own } = layout?.content ?? {}
  const marginMm = ownPage && 'marginMm' in ownPage ? { marginMm: ownPage.marginMm } : {}
  return {
    ...own,
    schema: 'basilia-layout/1',
    page: paper === 'figure' ? { widthMm, heightMm, ...marginMm } : { paper, orientation },
    ...(scale === null ? {} : { scale }),
    show: shownPieces(settings),
  }
}
