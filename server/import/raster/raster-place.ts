import { fromMiddle, hasGround, type Affine } from '../../../core/raster/affine.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { SourceFile } from '../archive/source-file.ts'
import type { DeclaredCrs } from '../record/raw-layer.ts'
import { systemOfKeys } from './keys-system.ts'
import type { TiffFile } from './tiff-file.ts'

/** Where a raster says that it lies; `affine` is `null` where neither it nor a world file says so. */
export type RasterPlace = {
  readonly affine: Affine | null
  readonly declared: DeclaredCrs
  readonly notes: readonly Note[]
}

const pointRaster = 2
const worldEndings = ['tfw', 'tifw', 'tiffw', 'tfwx', 'wld']
/** Of a pixel: so far the file and a world file beside it may differ by rounding. */
const roundingPx = 0.01

/**
 * The placement of a TIFF by its own tags, else by a world file beside it; its coordinate system by its keys, else by a
 * `.prj`. A raster of points says where the middle of its first cell lies, one of areas the corner: both become the corner.
 */
export function placeOfRaster(tiff: TiffFile, beside: SourceFile['beside']): Outcome<RasterPlace> {
  const { file } = tiff
  const own = ownAffine(tiff)
  if (own === 'tie-points') return refused(problem('raster-tie-points', { file }))
  const world = worldFile(worldEndings.map(beside).find((each) => each !== undefined))
  if (world && !world.affine) return refused(problem('world-file-broken', { file: world.name }))
  const affine = own ?? world?.affine ?? null
  if (affine && !hasGround(affine)) return refused(problem('raster-unreadable', { file, reason: 'pixels of no size' }))
  const prj = beside('prj')
  const byKeys = systemOfKeys(tiff)
  const declared: DeclaredCrs =
    byKeys.kind === 'none' && prj ? { kind: 'prj', text: new TextDecoder().decode(prj.bytes) } : byKeys
  const isOther = own && world?.affine && differs(own, world.affine)
  const isOfPoints = own !== null && tiff.keys['GTRasterTypeGeoKey'] === pointRaster
  return done({
    affine,
    declared,
    notes: [
      ...(isOther ? [note('world-file-other', { file, other: world.name })] : []),
      ...(isOfPoints ? [note('raster-of-points', { file })] : []),
      ...(own === null && world ? [note('world-file-used', { file, other: world.name })] : []),
    ],
  })
}

/** As GDAL does it: a scale with its tie point, which runs south, goes before a matrix. Several tie points are control points. */
function ownAffine({ tags, keys }: TiffFile): Affine | 'tie-points' | null {
  const { ModelTransformation: m, ModelPixelScale: scale, ModelTiepoint: tie } = tags
  const isOfPoints = keys['GTRasterTypeGeoKey'] === pointRaster
  const placed = (affine: Affine): Affine => (isOfPoints ? fromMiddle(affine) : affine)
  if (scale && tie && tie.length >= 6 && scale.length >= 2) {
    const [column, row, , x, y] = Array.from(tie) as [number, number, number, number, number]
    const [across, down] = [scale[0]!, -Math.abs(scale[1]!)]
    return placed([x - column * across, across, 0, y - row * down, 0, down])
  }
  if (m && m.length >= 16) return placed([m[3]!, m[0]!, m[1]!, m[7]!, m[4]!, m[5]!])
  return tie && tie.length > 6 ? 'tie-points' : null
}

/** Six numbers: column and row steps of x and y, and the middle of the top left pixel. */
function worldFile(file: ReturnType<SourceFile['beside']>): { name: string; affine: Affine | null } | null {
  if (!file) return null
  const numbers = new TextDecoder('latin1').decode(file.bytes.subarray(0, 2_000)).trim().split(/\s+/).map(Number)
  const [b, e, c, f, x, y] = numbers as [number, number, number, number, number, number]
  const isWhole = numbers.length >= 6 && numbers.slice(0, 6).every(Number.isFinite)
  return { name: file.name, affine: isWhole ? fromMiddle([x, b, c, y, e, f]) : null }
}

function differs(one: Affine, other: Affine): boolean {
  const pixel = Math.hypot(one[1], one[4])
  return one.some((value, i) => Math.abs(value - other[i]!) > roundingPx * pixel)
}
