import { measuredRoles } from '../../core/model/layer.ts'
import type { Ground } from './ground.ts'
import type { PageState, Tab } from './page-state.ts'

const tabs: readonly Tab[] = [...measuredRoles, 'combined', 'units']

/** The row that is kept, as it stands in the address: its table, kind, layer and class; `null` for rows that none names. */
export function rowText(tab: Tab, ground: Ground | null): string | null {
  if (ground?.kind === 'class') return JSON.stringify([tab, 'class', ground.layer, ground.class])
  if (ground?.kind === 'several' || ground?.kind === 'uncovered')
    return JSON.stringify([tab, ground.kind, ground.layer])
  return ground?.kind === 'unit' ? JSON.stringify([tab, 'unit', ground.id]) : null
}

/** What the text means; nothing kept where it means none. */
export function readRow(text: string | null): Partial<Pick<PageState, 'tab' | 'selected'>> {
  const [name, kind, layer, named, ...more] = partsOf(text)
  const tab = tabs.find((own) => own === name)
  const ground = tab === undefined || more.length > 0 ? null : groundOf(kind, layer, named)
  return tab === undefined || ground === null ? { selected: null } : { tab, selected: ground }
}

function groundOf(kind: unknown, layer: unknown, named: unknown): Ground | null {
  const isName = (value: unknown): value is string | null => typeof value === 'string' || value === null
  if (kind === 'unit' && isName(layer)) return { kind, id: layer }
  if (typeof layer !== 'string') return null
  if (kind === 'class' && isName(named)) return { kind, layer, class: named }
  return kind === 'several' || kind === 'uncovered' ? { kind, layer } : null
}

function partsOf(text: string | null): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(text ?? '')
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
