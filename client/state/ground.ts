import type { ClassesByLayer, ClassName } from '../../core/model/measurement.ts'

/** Ground of the plan that a row of a table speaks of. Layers are named, as in a measurement. */
export type Ground =
  | { readonly kind: 'class'; readonly layer: string; readonly class: ClassName }
  | { readonly kind: 'several'; readonly layer: string }
  | { readonly kind: 'uncovered'; readonly layer: string }
  | { readonly kind: 'combination'; readonly classes: ClassesByLayer }
  /** In the classes named and in none other of the layers named, whatever other layers say of it. */
  | { readonly kind: 'cell'; readonly classes: ClassesByLayer }
  /** All of several such cells. */
  | { readonly kind: 'cells'; readonly cells: readonly ClassesByLayer[] }
  | { readonly kind: 'unit'; readonly id: string | null }
  | ChangedGround

/** The classes that ground is drawn as on the first day, and on the second. */
type TwoDaysClasses = { readonly fromClasses: readonly ClassName[]; readonly toClasses: readonly ClassName[] }

/** Ground of a layer that went from some sets of classes to others between two days, that one party gained or lost, or all that changed. */
export type ChangedGround = {
  readonly kind: 'change'
  readonly layer: string
  readonly from: string
  readonly to: string
} & (
  | { readonly what: 'passage'; readonly cells: readonly TwoDaysClasses[] }
  | ({ readonly what: 'gained' | 'lost' } & TwoDaysClasses)
  /** Not known is where a party's hold ended between the days: whose its ground is nobody knows. */
  | { readonly what: 'all'; readonly parties: readonly (TwoDaysClasses & { readonly isKnown: boolean })[] }
)

/** Equal for equal ground. */
export function groundKey(ground: Ground): string {
  switch (ground.kind) {
    case 'class':
      return JSON.stringify(['class', ground.layer, ground.class])
    case 'several':
    case 'uncovered':
      return JSON.stringify([ground.kind, ground.layer])
    case 'combination':
      return JSON.stringify(['combination', combinationEntries(ground.classes)])
    case 'cell':
      return JSON.stringify(['cell', Object.entries(ground.classes).sort(([a], [b]) => byText(a, b))])
    case 'cells':
      return JSON.stringify([
        'cells',
        ...ground.cells.map((classes) => Object.entries(classes).sort(([a], [b]) => byText(a, b))),
      ])
    case 'change':
      return JSON.stringify(Object.entries(ground).sort(([a], [b]) => byText(a, b)))
    default:
      return JSON.stringify(['unit', ground.id])
  }
}

export const isSameGround = (a: Ground | null, b: Ground | null): boolean =>
  a === b || (a !== null && b !== null && groundKey(a) === groundKey(b))

/** The classes of a combination, layers and classes in a fixed order, layers that say nothing left out. */
export function combinationEntries(classes: ClassesByLayer): [layer: string, classes: ClassName[]][] {
  return Object.entries(classes)
    .filter(([, names]) => names.length > 0)
    .map(([layer, names]): [string, ClassName[]] => [layer, [...names].sort(byText)])
    .sort(([a], [b]) => byText(a, b))
}

const byText = (a: ClassName, b: ClassName): number => (a ?? '').localeCompare(b ?? '', 'en')
