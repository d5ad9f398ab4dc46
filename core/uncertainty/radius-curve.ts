import type { RadiusCurve } from './uncertainty.ts'
import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { overlay } from '../overlay/overlay.ts'
import { asOneClass } from '../overlay/union.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import type { Layer } from '../model/layer.ts'
import type { Measurable } from '../measure/measurable.ts'
import { overlayLayerOf, prepareLayer, type MeasuredLayer } from '../measure/measured-layer.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import { isCrowded } from './crowding.ts'

const factors = [0.25, 0.5, 0.75, 1, 1.5, 2, 3]
const usualRadiiM = [25, 50, 100, 200, 400, 800]

/**
 * One curve for each measured layer that holds no polygons of its own. It ends, and a note says so, before the radius with
 * which its zones overlap too often.
 */
export function radiusCurves(
  { plan, measured }: Measurable,
  features: ReadonlyMap<string, Features>,
  at: string | null,
  work: TaskContext,
): { readonly curves: readonly RadiusCurve[]; readonly notes: readonly Note[] } {
  const { shapes } = plan.features
  const planAsOne = asOneClass(shapes)
  const notes: Note[] = []
  const curves = measured.flatMap(({ layer, ended }): RadiusCurve[] => {
    const own = features.get(layer.id)
    if (!own || own.shapes.kind === 'polygon' || own.attributes.length === 0) return []
    const by = layer.events?.cellM === undefined ? 'radius' : 'cell'
    const chosenM = (by === 'cell' ? layer.events?.cellM : layer.bufferM) ?? null
    const lengthsM = chosenM === null ? usualRadiiM : factors.map((factor) => factor * chosenM)
    const crowded = by === 'radius' ? lengthsM.filter((lengthM) => isCrowded(own.shapes, lengthM)) : []
    if (crowded.length > 0)
      notes.push(note('curve-too-crowded', { layer: layer.name, radiusM: crowded[0]! }, { layer: layer.name }))
    const points = lengthsM
      .filter((lengthM) => !crowded.includes(lengthM))
      .map((lengthM) => {
        work.signal?.throwIfAborted()
        const zone = zoneAsOne(zonesWith({ layer, ended }, own, by, lengthM, at))
        const { combinations, planM2 } = overlay([planAsOne, zone], work)
        const areaM2 = sumOf(
          combinations.flatMap(({ classes, areaM2: each }) => (classes[1]!.length > 0 ? [each] : [])),
        )
        return { lengthM, areaM2, share: planM2 > 0 ? areaM2 / planM2 : 0 }
      })
    return points.length === 0 ? [] : [{ layer: layer.name, by, chosenM, points }]
  })
  return { curves, notes }
}

function zonesWith(
  { layer, ended }: Pick<MeasuredLayer, 'layer' | 'ended'>,
  features: Features,
  by: RadiusCurve['by'],
  lengthM: number,
  at: string | null,
): MeasuredLayer {
  const changed: Layer =
    by === 'cell' ? { ...layer, events: { ...layer.events, cellM: lengthM } } : { ...layer, bufferM: lengthM }
  const prepared = prepareLayer(changed, features, at, ended)
  if (!prepared.ok) throw new Error(`layer ${layer.id} was prepared before and is refused with ${lengthM} m`)
  return prepared.value
}

function zoneAsOne(measured: MeasuredLayer) {
  const own = overlayLayerOf(measured)
  return { ...own, polygonClass: own.polygonClass.map((place) => (place < 0 ? -1 : 0)), classCount: 1 }
}
