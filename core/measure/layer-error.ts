import { extentOf } from '../geometry/extent.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import type { UncertainLayer } from '../montecarlo/displacement.ts'
import type { Swelling } from '../montecarlo/swelling.ts'
import type { ClassName } from '../model/measurement.ts'
import type { Layer } from '../model/layer.ts'

/**
 * Standard deviation per axis in metres: the layer's own, half of its datum operation's accuracy (a common shift) and how
 * its picture was placed together; `null` where the layer does not state its own, or the operation's is not known.
 */
export const sigmaOf = ({ accuracyM, crs, picture }: Layer): number | null =>
  accuracyM === undefined || crs.accuracyM === null
    ? null
    : Math.hypot(accuracyM, crs.accuracyM / 2, picture?.placing.sigmaM ?? 0)

/** Layers traced on one base err together, else those of one source; others err on their own. */
export const errorSourceOf = ({ id, base, source }: Layer): string => base ?? source ?? id

/**
 * The layer as draws take it; one whose accuracy is not stated stays where it is. `names` are those of the overlay's classes: of a
 * layer found by colours each swells as was found; one that has another name now errs as the widest.
 */
export function uncertainLayer(
  layer: Layer,
  overlay: OverlayLayer,
  names: readonly ClassName[],
  accuracyM: number = sigmaOf(layer) ?? 0,
): UncertainLayer {
  const placing = layer.picture?.placing
  const swelling = accuracyM > 0 ? swellingOf(layer, names) : null
  return {
    layer: overlay,
    accuracyM,
    source: errorSourceOf(layer),
    ...(placing && accuracyM > 0 ? { placed: { placing, share: Math.min(1, placing.sigmaM / accuracyM) } } : {}),
    ...(swelling ? { swelling } : {}),
  }
}

function swellingOf({ picture }: Layer, names: readonly ClassName[]): Swelling | null {
  if (!picture?.colours) return null
  const { classes } = picture.colours
  const widest = Math.max(...classes.map(({ outlineSdPx }) => outlineSdPx))
  return {
    source: picture.placing.source,
    classes: names.map((name) => ({
      name: name ?? '',
      sdM: picture.pixelM * (classes.find((own) => own.class === name)?.outlineSdPx ?? widest),
    })),
  }
}

/** Whether a note tells why there are no intervals although they were asked for. */
export const tellsOfNoInterval = ({ code }: Pick<Note, 'code'>): boolean =>
  code === 'accuracy-missing' || code === 'accuracy-operation-unknown' || code === 'accuracy-beyond-plan'

/** Why the layers cannot be drawn: accuracies that are not stated, or an operation's that nobody knows, or that would throw one farther than the plan is wide. */
export function hindrances(layers: readonly Layer[], plan: Shapes): Note[] {
  const widthM = diagonalM(plan)
  return layers.flatMap((layer) => {
    const about = { layer: layer.name }
    const sigmaM = sigmaOf(layer)
    if (layer.accuracyM !== undefined && layer.crs.accuracyM === null)
      return [note('accuracy-operation-unknown', { layer: layer.name, operation: layer.crs.operation ?? '—' }, about)]
    if (sigmaM === null) return [note('accuracy-missing', { layer: layer.name }, about)]
    if (!(sigmaM <= widthM)) {
      return [
        note(
          'accuracy-beyond-plan',
          { layer: layer.name, accuracyM: Math.round(sigmaM), planM: Math.round(widthM) },
          about,
        ),
      ]
    }
    return []
  })
}

function diagonalM(shapes: Shapes): number {
  const [west, south, east, north] = extentOf(shapes) ?? [0, 0, 0, 0]
  const { eastM, northM } = metresPerRadian((south + north) / 2)
  return (Math.hypot((east - west) * eastM, (north - south) * northM) * Math.PI) / 180
}
