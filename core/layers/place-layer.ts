import { fromBelow } from '../symbology/drawing-order.ts'
import type { Layer } from '../model/layer.ts'

/** One layer of each series but the plan, as they are drawn, from below. */
export const drawnSeries = (layers: readonly Layer[]): Layer[] =>
  fromBelow([...new Map(layers.toReversed().map((layer) => [layer.name, layer])).values()].toReversed()).filter(
    ({ role }) => role !== 'plan',
  )

/** The layers with a series at a place from below, 1 the lowest; the others move along, and each has its place. */
export function placedAt(layers: readonly Layer[], name: string, place: number): Layer[] {
  const names = drawnSeries(layers).map((layer) => layer.name)
  const others = names.filter((own) => own !== name)
  const moved = others.toSpliced(place - 1, 0, name)
  return layers.map((layer) => {
    const order = moved.indexOf(layer.name) + 1
    return layer.role === 'plan' || layer.order === order ? layer : { ...layer, order }
  })
}

type Look = Pick<Layer, 'order' | 'opacity' | 'labels'>

/** A layer that joins a series looks as the others of it do, as far as nobody says otherwise. */
export function withLookOf<Own extends Look>(other: Layer | undefined, layer: Own): Own {
  if (!other) return layer
  const { order, opacity, labels } = other
  const look: Look = {
    ...(order === undefined ? {} : { order }),
    ...(opacity === undefined ? {} : { opacity }),
    ...(labels === undefined ? {} : { labels }),
  }
  return { ...look, ...layer }
}
