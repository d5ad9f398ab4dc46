import { isSameGround, type Ground } from '../state/ground.ts'
import { page, type Tab } from '../state/page-state.ts'

/** Lights the ground that a row or the pointer speaks of; `null` when it speaks of none any more. */
export function light(ground: Ground | null): void {
  if (!isSameGround(page.get().hovered, ground)) page.update({ hovered: ground })
}

/** Keeps ground lit until it is chosen again, or other ground is. */
export function pin(ground: Ground): void {
  page.update({ selected: isSameGround(page.get().selected, ground) ? null : ground })
}

export function showTab(tab: Tab): void {
  if (page.get().tab !== tab) page.update({ tab, hovered: null, selected: null })
}
