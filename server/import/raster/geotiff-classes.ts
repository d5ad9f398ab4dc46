import { cellRegions } from '../../../core/raster/cell-regions.ts'
import { placeOfPixel, type Affine } from '../../../core/raster/affine.ts'
import { traceCells } from '../../../core/raster/trace-cells.ts'
import type { Attributes, Shapes } from '../../../core/geometry/shapes.ts'
import type { SuggestedClassification } from '../../../core/model/layer.ts'
import { translateInEach } from '../../../core/i18n/translate.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { SourceFile } from '../archive/source-file.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import { isMeant, sublayerUnknown } from '../record/requested-layer.ts'
import { bandsOf, isOfColours } from './bands.ts'
import { placeOfRaster } from './raster-place.ts'
import { readCells, type Band, type ReadCells } from './read-cells.ts'
import { openTiff, type TiffFile } from './tiff-file.ts'
import { valueNames, type ValueNames } from './value-names.ts'

/** Nine bytes a pixel are held at once; 50 million are a city of 35 km at 5 m. */
const mostPixels = 50_000_000
/** As many corners as a layer of polygons is measured with in reasonable time. */
const mostCorners = 4_000_000
/** Of values without names: more of them are rather degrees of something than classes. */
const mostPlain = 40
const [jpeg, webp] = [7, 50_001]

/**
 * Reads a GeoTIFF of classes, or of probabilities with a threshold: its regions along the edges of the pixels, a feature
 * for each value with its name, as a layer like that of any other file.
 */
export async function readGeotiff(source: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const { file: given, name, beside, requested, threshold } = source
  const file = given.name
  const opened = await openTiff(given)
  if (!opened.ok) return opened
  const tiff = opened.value
  const [width, height] = [tiff.image.getWidth(), tiff.image.getHeight()]
  if (width * height > mostPixels)
    return refused(problem('raster-too-large', { file, size: `${width} × ${height}`, most: mostPixels / 1e6 }))
  if (isOfColours(tiff)) return refused(problem('raster-of-colours', { file }))
  const place = placeOfRaster(tiff, beside)
  if (!place.ok) return place
  const { affine, declared } = place.value
  if (affine === null) return refused(problem('raster-without-place', { file }))
  const bands = bandsOf(tiff)
  const asked = bands.names.length === 1 ? 0 : bands.names.findIndex((own) => own === requested)
  if (bands.names.length === 1 && !isMeant(requested, name)) return refused(sublayerUnknown(file, requested!, [name]))
  if (asked < 0) {
    const values = { file, layers: bands.names.join(', ') }
    return requested === undefined
      ? refused(problem('several-layers', values, { layers: bands.names }))
      : refused(sublayerUnknown(file, requested, bands.names))
  }
  const isAlone = bands.names.length === 1
  const band = bands.band(asked)
  const read = await readCells(tiff, band, threshold)
  if (!read.ok) return read
  const { cells, values } = read.value
  const regions = cellRegions(cells)
  const shapes = traceCells(cells, regions, Math.max(1, values.length), mostCorners)
  if (shapes === null)
    return refused(problem('raster-too-fine', { file, regions: regions.count, most: mostCorners / 1e6 }))
  const aux = beside('tif.aux.xml') ?? beside('tiff.aux.xml') ?? beside('aux.xml')
  const named = valueNames(file, asked, aux, tiff.tags.ColorMap)
  const rows = attributesOf(read.value, named, threshold)
  return done([
    {
      file,
      name: isAlone ? name : bands.names[asked]!,
      features: { shapes: placedShapes(shapes, affine), attributes: rows },
      evenOdd: 'polygon',
      fieldTypes: threshold === undefined ? { value: 'number', class: 'text' } : { class: 'text' },
      declared,
      encoding: null,
      readings: [],
      badPosition: 'refuse-file',
      openParts: [],
      featureNumbers: Uint32Array.from(rows, (_, i) => i + 1),
      offers: offersOf(read.value, named),
      ...(threshold === undefined ? {} : { remark: translateInEach('remark.threshold', { file, threshold }) }),
      cell: [
        placeOfPixel(affine, width / 2, height / 2),
        placeOfPixel(affine, width / 2 + 1, height / 2),
        placeOfPixel(affine, width / 2, height / 2 + 1),
      ],
      notes: [...place.value.notes, ...notesOf(tiff, band, read.value, named, regions.count, threshold)],
    },
  ])
}

const placedShapes = (shapes: Shapes, affine: Affine): Shapes => {
  const { coordinates } = shapes
  for (let i = 0; i < coordinates.length; i += 2) {
    const [x, y] = placeOfPixel(affine, coordinates[i]!, coordinates[i + 1]!)
    coordinates[i] = x
    coordinates[i + 1] = y
  }
  return shapes
}

function attributesOf({ values }: ReadCells, { names }: ValueNames, threshold: number | undefined): Attributes[] {
  if (threshold !== undefined) return [{ class: `≥ ${threshold}` }]
  return values.map((value) => ({ value, class: names.get(value) ?? String(value) }))
}

/** The names and colours that the file has for its values, where it has any. */
function offersOf({ values }: ReadCells, { names, colours, source }: ValueNames): readonly SuggestedClassification[] {
  if (!values.some((value) => colours.has(value))) return []
  const byName = new Map<string, string | undefined>()
  for (const value of values) {
    const name = names.get(value) ?? String(value)
    byName.set(name, byName.get(name) ?? colours.get(value))
  }
  const classes = [...byName].map(([name, color]) => ({
    class: name,
    values: [name],
    label: { en: name },
    ...(color === undefined ? {} : { color }),
  }))
  return [{ id: 'colours', kind: 'colours', source, field: 'class', classes }]
}

function notesOf(
  { file, image, tags, mask, otherPages }: TiffFile,
  { noData, alpha, scale, offset }: Band,
  { values, counts, empty, below, cells }: ReadCells,
  { names }: ValueNames,
  regions: number,
  threshold: number | undefined,
): Note[] {
  const { width, height } = cells
  const total = width * height
  const share = (count: number): number => Number(((100 * count) / total).toPrecision(3))
  const notes = [note('raster-regions', { file, size: `${width} × ${height}`, regions })]
  if (threshold !== undefined)
    notes.push(note('raster-threshold', { file, threshold, percent: share(counts[0]!), below: share(below) }))
  if (empty > 0) notes.push(note('raster-no-data', { file, count: empty, percent: share(empty) }))
  if (noData === null && alpha === null && mask === null && image.getSampleFormat() !== 3)
    notes.push(note('raster-no-data-unstated', { file }))
  const unnamed = names.size === 0 ? [] : values.filter((value) => !names.has(value))
  if (unnamed.length > 0) notes.push(note('raster-values-unnamed', { file, values: unnamed.join(', ').slice(0, 200) }))
  if (threshold === undefined && names.size === 0 && values.length > mostPlain)
    notes.push(note('raster-values-many', { file, count: values.length }))
  if (tags.Compression === jpeg || tags.Compression === webp) notes.push(note('raster-lossy', { file }))
  if (otherPages > 0) notes.push(note('raster-pages-left', { file, count: otherPages }))
  if (threshold !== undefined && (scale !== 1 || offset !== 0))
    notes.push(note('raster-scaled', { file, scale, offset }))
  return notes
}
