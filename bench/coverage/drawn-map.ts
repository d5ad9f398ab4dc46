import { extentOf } from '../../core/geometry/extent.ts'
import { shapesFromGeoJson } from '../../core/geometry/geojson.ts'
import { overlay, type OverlayLayer } from '../../core/overlay/overlay.ts'
import { overlapGround } from '../../core/overlay/overlap-ground.ts'
import { displaceable, displacer } from '../../core/montecarlo/displacement.ts'
import type { DrawnArea } from '../../core/montecarlo/drawn-interval.ts'
import { simulate } from '../../core/montecarlo/simulation.ts'
import { summarizedCount, summarizer, type Summary } from '../../core/montecarlo/summary.ts'
import type { Situation, TrueLayer } from './situations.ts'

/** Of the error that makes the maps; the draws about a map have its number and one. */
const mapSeed = 1_000_003

/** The rows of a summary that a table asks for. */
export const rowsOf = ({ days }: Situation) => {
  const classes = days[0].layer.classCount
  return { plan: 0, overlap: 1, several: classes > 1 ? 1 + classes : null, uncovered: 2 + classes, later: 3 + classes }
}

/** An observed map: what is measured and drawn on it in the order of the summary, beside the truth. */
export type DrawnMap = { readonly truthM2: Float64Array; readonly rows: readonly DrawnArea[] }

/** A function that makes observed maps of a situation by number: the truth plus one draw of the product's own error. */
export function mapsOf(situation: Situation, sigmaM: number, draws: number): (number: number) => DrawnMap {
  const { plan, planM, days } = situation
  const summary: Summary = { classCounts: days.map(({ layer }) => layer.classCount), ground: [] }
  const accuracies = [planM, sigmaM, sigmaM]
  const truthM2 = measured(summary, [plan, ...days.map(({ layer }) => layer)])
  const layers: readonly TrueLayer[] = [{ layer: plan, error: 'plan' }, ...days]
  const layerError = layers.map(({ layer, error }, i) => ({ layer, accuracyM: accuracies[i]!, source: error }))
  const frame = { layer: frameAbout(plan), accuracyM: 0, source: 'frame' }
  /**
   * Each layer on its own, so that lines which coincide on the true map err together only where they are truly one; all in
   * a frame about the plan's middle, on which the fields hang, so that layers of one error have one field.
   */
  const moves = layers.map(({ follows, error }, i) => {
    if (i > 0 && (follows || error === 'plan')) return displacer(displaceable([layerError[0]!, layerError[i]!]))
    const ready = displaceable([frame, layerError[i]!])
    if (ready.sharedLines.length > 0) throw new Error('a line lies on the frame')
    return displacer(ready)
  })
  return (number) => {
    const moved = moves.map((move): OverlayLayer => {
      const { shapes, ...rest } = move(mapSeed, number).at(-1)!
      return { ...rest, shapes: { ...shapes, coordinates: shapes.coordinates.slice() } }
    })
    const observed = moved.map((layer, i) => (layers[i]!.isCut ? cutBy(moved[0]!, layer) : layer))
    const { rows, still } = simulate(
      observed.map((layer, i) => ({ ...layerError[i]!, layer })),
      summary,
      { draws, seed: number + 1 },
    )
    const areas = measured(summary, observed)
    return { truthM2, rows: rows.map((own, i) => ({ areaM2: areas[i]!, stillM2: still[i]!, draws: own })) }
  }
}

/** Of the plan's extent: the frame's sides lie on no line of any situation. */
const frameSize = 1.23

/** A rectangle with the plan's middle. */
function frameAbout({ shapes }: OverlayLayer): OverlayLayer {
  const [west, south, east, north] = extentOf(shapes)!
  const [lon, lat, width, height] = [
    (west + east) / 2,
    (south + north) / 2,
    (frameSize * (east - west)) / 2,
    (frameSize * (north - south)) / 2,
  ]
  const corners = [
    [lon - width, lat - height],
    [lon + width, lat - height],
    [lon + width, lat + height],
    [lon - width, lat + height],
  ]
  return {
    shapes: shapesFromGeoJson([{ type: 'Polygon', coordinates: [[...corners, corners[0]!]] }], 'polygon'),
    polygonClass: Int32Array.of(0),
    classCount: 1,
  }
}

/** A layer as far as the plan reaches. */
function cutBy(plan: OverlayLayer, layer: OverlayLayer): OverlayLayer {
  const { shapes } = overlapGround([plan, layer], ([, own = []]) => own).ground
  return { ...layer, shapes, polygonClass: Int32Array.from(shapes.polygonFeature) }
}

function measured(summary: Summary, layers: readonly OverlayLayer[]): Float64Array {
  const areas = new Float64Array(summarizedCount(summary))
  summarizer(summary)(overlay(layers), areas, 0)
  return areas
}
