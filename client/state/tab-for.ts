import type { Study } from '../../core/model/study.ts'
import { measuredRoles } from '../../core/model/layer.ts'
import type { Tab } from './page-state.ts'

/** The table to show of a study: the one in hand where the study has layers of its role, else the first of which it has some. */
export function tabFor({ layers }: Pick<Study, 'layers'>, tab: Tab): Tab {
  const isFilled = (one: Tab): boolean => layers.some(({ role }) => role === one)
  const isOfRole = measuredRoles.some((role) => role === tab)
  return isOfRole && !isFilled(tab) ? (measuredRoles.find(isFilled) ?? tab) : tab
}
