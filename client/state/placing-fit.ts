import { placePicture, type PlacedPicture } from '../../core/picture/place-picture.ts'
import { leastPoints } from '../../core/picture/transform.ts'
import type { Outcome } from '../../core/result/outcome.ts'
import { pointsOf, type PlacingState } from './placing-state.ts'

type Known = { readonly key: readonly unknown[]; readonly outcome: Outcome<PlacedPicture> | null }
let known: Known = { key: [], outcome: null }

/** The fit by the points that stand, as the server will make it; `null` while there are too few for any. */
export function placingFit(placing: PlacingState): Outcome<PlacedPicture> | null {
  const { transform, plane, clickPx, linePx, sourceM, picture } = placing
  const points = pointsOf(placing)
  const key = [points, transform, plane, clickPx, linePx, sourceM, picture]
  if (key.every((part, i) => part === known.key[i])) return known.outcome
  const outcome =
    points.length < leastPoints[transform ?? 'helmert']
      ? null
      : placePicture({
          points,
          transform: transform ?? undefined,
          plane: plane ?? undefined,
          clickPx,
          linePx,
          sourceM: sourceM ?? undefined,
          size: picture ?? undefined,
          source: picture?.sha256 ?? '',
        })
  known = { key, outcome }
  return outcome
}
