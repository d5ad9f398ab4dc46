import type { AttributeRows } from '../../core/tiles/attribute-table.ts'
import type { PageProblem } from '../api/page-problem.ts'

export type FoundFeature = NonNullable<AttributeRows['found']>

/** Which layer's attributes are shown, and how they are arranged: what of a table stands in the address. */
export type Arrangement = {
  /** Id of the layer. */
  readonly layer: string
  readonly sort: string | null
  readonly descending: boolean
  readonly filter: string
}

/** The attributes of a layer, as far as they have been asked for: of many rows only those in sight. */
export type AttributeTable = Arrangement & {
  /** What the layer has, and how many of its rows the filter lets stand; `null` until it is known. */
  readonly size: Pick<AttributeRows, 'features' | 'matching' | 'fields'> | null
  /** Rows by the number of their page. */
  readonly pages: ReadonlyMap<number, AttributeRows['rows']>
  /** The place of the first row in sight, and of the one that the keyboard is on. */
  readonly first: number
  readonly focused: number
  /** The row that is chosen; the map outlines it, and goes there where it was chosen in the table. */
  readonly selected: (FoundFeature & { readonly isZoomed: boolean }) | null
  readonly problem: PageProblem | null
}

export const pageRows = 100

export const tableOf = (arrangement: Arrangement): AttributeTable => ({
  ...arrangement,
  size: null,
  pages: new Map(),
  first: 0,
  focused: 0,
  selected: null,
  problem: null,
})

/** As it stands in the address: `table=control-2018-04-21&sort=-area&filter=qadam`. */
export function readArrangement(query: URLSearchParams): Arrangement | null {
  const layer = query.get('table')
  if (!layer) return null
  const sort = query.get('sort')
  const descending = sort?.startsWith('-') === true
  return {
    layer,
    sort: sort ? sort.slice(descending ? 1 : 0) : null,
    descending,
    filter: query.get('filter') ?? '',
  }
}

export function writeArrangement({ layer, sort, descending, filter }: Arrangement, query: URLSearchParams): void {
  query.set('table', layer)
  if (sort !== null) query.set('sort', `${descending ? '-' : ''}${sort}`)
  if (filter !== '') query.set('filter', filter)
}
