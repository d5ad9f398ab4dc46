import type { Role } from '../model/layer.ts'

const bottomUp: readonly Role[] = ['context', 'control', 'zones', 'damage', 'shelling', 'units', 'plan']

/** Where a role lies in the map, from below, where nobody says otherwise. */
const rolePlace = (role: Role): number => bottomUp.indexOf(role)

type Placed = { readonly role: Role; readonly order?: number | undefined }

/**
 * Layers as they are drawn, from below: those with an `order` by it, the plan on top, and each other right above those that its role
 * lies above.
 */
export function fromBelow<Own extends Placed>(layers: readonly Own[]): Own[] {
  const isPlaced = ({ role, order }: Own): boolean => order !== undefined && role !== 'plan'
  const drawn = layers.filter(isPlaced).toSorted((a, b) => a.order! - b.order!)
  const others = layers.filter((layer) => !isPlaced(layer)).toSorted((a, b) => rolePlace(a.role) - rolePlace(b.role))
  for (const layer of others) {
    const above = drawn.findLastIndex(({ role }) => rolePlace(role) <= rolePlace(layer.role))
    drawn.splice(above + 1, 0, layer)
  }
  return drawn
}

/** Whether somebody has said how the layers lie over each other. */
export const isOrdered = (layers: readonly Placed[]): boolean => layers.some(({ order }) => order !== undefined)
