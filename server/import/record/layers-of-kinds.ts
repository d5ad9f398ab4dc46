import type { Attributes, Shapes } from '../../../core/geometry/shapes.ts'
import { note } from '../../../core/result/note.ts'
import { kindNames } from './requested-layer.ts'
import type { GeometrySink } from './geometry-sink.ts'
import type { RawLayer } from './raw-layer.ts'

type Said = Pick<RawLayer, 'fieldTypes' | 'declared' | 'encoding' | 'badPosition' | 'notes'>

/** What a sink has taken as a layer for each kind of geometry; each member of a multi-geometry is a polygon of its own. */
export function layersOfKinds(
  name: string,
  file: string,
  sink: GeometrySink,
  attributes: readonly Attributes[],
  said: Said,
): RawLayer[] {
  const layers = layersByKind(sink.shapes(), attributes, sink.kindOfFeature())
  const labels = layers.map(({ shapes }) => (layers.length > 1 ? `${name} (${kindNames[shapes.kind]})` : name))
  const split = layers.length > 1 ? [note('kinds-split', { file, layers: labels.join(', ') })] : []
  const notes = [...said.notes, ...sink.notes(), ...split]
  return layers.map(({ shapes, rows, numbers }, i) => ({
    ...said,
    file,
    name: labels[i]!,
    features: { shapes, attributes: rows },
    evenOdd: 'polygon',
    readings: [],
    openParts: sink.openParts(shapes.kind),
    featureNumbers: numbers,
    notes,
  }))
}

type KindLayer = { readonly shapes: Shapes; readonly rows: readonly Attributes[]; readonly numbers: Uint32Array }

/** A layer for each kind that occurs; features without geometry go with the first. */
function layersByKind(
  byKind: readonly Shapes[],
  attributes: readonly Attributes[],
  kindOfFeature: readonly (Shapes['kind'] | null)[],
): readonly KindLayer[] {
  const used = byKind.filter(({ polygonFeature }) => polygonFeature.length > 0)
  const all = Uint32Array.from(attributes, (_, i) => i + 1)
  if (used.length <= 1) return [{ shapes: used[0] ?? byKind[0]!, rows: attributes, numbers: all }]
  return used.map((shapes, i) => {
    const numbers: number[] = []
    const renumbered = new Int32Array(attributes.length).fill(-1)
    const has = new Set(shapes.polygonFeature)
    for (const [feature, kind] of kindOfFeature.entries()) {
      if (!has.has(feature) && !(i === 0 && kind === null)) continue
      renumbered[feature] = numbers.length
      numbers.push(feature + 1)
    }
    const polygonFeature = shapes.polygonFeature.map((feature) => renumbered[feature]!)
    const rows = numbers.map((n) => attributes[n - 1]!)
    return { shapes: { ...shapes, polygonFeature }, rows, numbers: Uint32Array.from(numbers) }
  })
}
