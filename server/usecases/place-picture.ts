import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eachGeoJsonFeature } from '../../core/geometry/geojson.ts'
import { buildLayer } from '../../core/layers/build-layer.ts'
import { emptyDrawing, startedDrawing } from '../../core/layers/drawn-layer.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { PictureRecord } from '../../core/model/picture-record.ts'
import type { Source } from '../../core/model/sources.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import type { PictureAnswer } from '../../core/picture/picture-answer.ts'
import { placePicture, type PlacedPicture } from '../../core/picture/place-picture.ts'
import { classAreas, pixelShapes, placeRegions } from '../../core/picture/place-regions.ts'
import { readPoints } from '../../core/picture/read-points.ts'
import {
  usualClickPx,
  usualLinePx,
  type PixelRegions,
  type PlacingChoices,
  type Recipe,
} from '../../core/picture/recipe.ts'
import { note } from '../../core/result/note.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { ClassRegions } from '../../core/tracing/class-regions.ts'
import type { ColourChoices } from '../../core/tracing/colour-choices.ts'
import { colourRecord, foundAreas, healedNotes } from '../../core/picture/found-areas.ts'
import { regionsByColour } from './regions-by-colour.ts'
import { readPicture, type ReadPicture } from '../import/picture/read-picture.ts'
import { listOriginals } from '../store/originals.ts'
import { writeGeoJson } from '../store/write-geojson.ts'
import type { ImportedDraft } from './import-layer.ts'

type NamedFile = { readonly name: string; readonly path: string }

export type PictureRequest = {
  readonly picture: NamedFile
  /** A file of control points, which goes before those of a recipe. */
  readonly points?: NamedFile | undefined
  readonly recipe?: Recipe | undefined
  readonly choices: PlacingChoices
  /** Traced regions in pixels, which go before those of a recipe. */
  readonly regions?: PixelRegions | undefined
  /** Colours that the regions are found by, which go before those of a recipe. */
  readonly colours?: ColourChoices | undefined
  /** Nothing is traced yet: the layer is to be drawn on the picture. */
  readonly drawn?: true | undefined
  /** What is said of the layer. */
  readonly options: LayerOptions
  /** A folder in which the layer's features and the recipe are written. */
  readonly folder: string
  readonly sources: readonly Source[]
}

/** A picture placed, and what was traced on it; without regions the fit alone. */
export type PicturePlaced = {
  readonly answer: PictureAnswer
  readonly recipe: Recipe
  readonly layer: (ImportedDraft & { readonly files: readonly NamedFile[]; readonly features: string }) | null
}

/** Places a picture by its control points, and the regions traced on it with it. */
export async function placePictureFile(
  {
    picture,
    points,
    recipe,
    choices: given,
    regions: ownRegions,
    colours: ownColours,
    drawn,
    options,
    folder,
    sources,
  }: PictureRequest,
  work: TaskContext,
): Promise<Outcome<PicturePlaced>> {
  const bytes = await readFile(picture.path)
  const sha256 = sha256Of(bytes)
  if (recipe && recipe.picture.sha256 !== sha256)
    return refused(problem('recipe-other-picture', { file: picture.name, other: recipe.picture.file }))
  const {
    schema: _schema,
    picture: _picture,
    points: _points,
    regions: _regions,
    colours: _colours,
    ...before
  } = recipe ?? {}
  const choices: PlacingChoices = { ...(before as PlacingChoices), ...given }
  const colours = ownRegions || drawn ? undefined : (ownColours ?? recipe?.colours)
  const givenRegions = drawn ? undefined : (ownRegions ?? (colours ? undefined : recipe?.regions))
  work.progress?.(0, 'reading')
  const read = await readPicture({ name: picture.name, bytes }, choices.page)
  if (!read.ok) return read
  const control = points
    ? readPoints(points.name, await readFile(points.path, 'utf8'))
    : done({ points: recipe?.points ?? [], notes: [] })
  if (!control.ok) return control
  const byColour = colours ? await regionsByColour({ name: picture.name, bytes }, choices.page, colours, work) : null
  if (byColour && !byColour.ok) return byColour
  const found = byColour?.value.found
  const regions = byColour?.value.regions ?? givenRegions
  const traced = regions ? pixelShapes(regions) : null
  const clickPx = choices.clickPx ?? usualClickPx
  // A line that colours give is no wider than nothing: what it may be off by is in the swelling of its classes.
  const linePx = choices.linePx ?? (colours ? 0 : usualLinePx)
  const placed = placePicture({
    points: control.value.points,
    transform: choices.transform,
    plane: choices.plane,
    clickPx,
    linePx,
    sourceM: choices.accuracyM,
    size: read.value,
    ...(traced ? { box: traced.box } : {}),
    source: sha256,
  })
  if (!placed.ok) return placed
  const { answer, fit } = placed.value
  const settled: Recipe = {
    schema: 'basilia-picture/1',
    picture: { file: picture.name, sha256 },
    ...choices,
    transform: answer.transform,
    plane: answer.plane,
    clickPx,
    linePx,
    points: [...control.value.points],
    ...(givenRegions ? { regions: givenRegions } : {}),
    ...(colours ? { colours } : {}),
  }
  const features = traced ? placeRegions(traced, fit) : drawn ? emptyDrawing.features : null
  const areas = traced && features ? classAreas(traced, features) : []
  const classes = found ? foundAreas(found.classes, areas) : areas
  const notes = [
    ...read.value.notes,
    ...control.value.notes,
    ...placed.value.notes,
    ...(found ? [...found.notes, ...healedNotes(classes)] : []),
    ...(traced && isOutside(traced.box, read.value) ? [note('regions-outside-picture', { file: picture.name })] : []),
  ]
  const full: PictureAnswer = { ...answer, classes, notes }
  if (!features) return done({ answer: full, recipe: settled, layer: null })
  const to = join(folder, 'features.geojson')
  await writeGeoJson(to, eachGeoJsonFeature(features, 'polygon'))
  const recipePath = join(folder, 'recipe.json')
  await writeFile(recipePath, recipeText(settled))
  const files = [picture, ...(points ? [points] : []), { name: 'recipe.json', path: recipePath }]
  const hashes = [sha256, ...(points ? [sha256Of(await readFile(points.path))] : []), sha256Of(recipeText(settled))]
  const list = listOriginals(files.map(({ name }, i) => ({ name, sha256: hashes[i]! })))
  const begun = drawn
    ? startedDrawing({ ...layerSaid(placed.value), name: layerName(settled), ...options }, list.sha256, sources)
    : buildLayer(
        { ...emptyDrawing, name: layerName(settled), features, drawn: undefined },
        { classField: 'class', ...layerSaid(placed.value), ...options },
        list.sha256,
        sources,
      )
  if (!begun.ok) return begun
  const draft = {
    ...begun.value,
    picture: pictureRecord(full, placed.value, settled, read.value, found),
    notes: [...notes.map((own) => ({ ...own, layer: begun.value.name })), ...begun.value.notes],
  }
  return done({
    answer: full,
    recipe: settled,
    layer: { draft, originals: { text: list.text, hashes }, files, features: to },
  })
}

/** The recipe as it is written: the same for the same. */
export const recipeText = (recipe: Recipe): string => `${JSON.stringify(recipe, null, 1)}\n`

const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Names a fit by all that makes it, so that layers of one fit move as one. */
const fitName = ({ picture, page, transform, plane, points }: Recipe): string =>
  sha256Of(JSON.stringify([picture.sha256, page ?? null, transform, plane, points])).slice(0, 32)

const isOutside = ([left, top, right, bottom]: readonly number[], { width, height }: ReadPicture): boolean =>
  left! < 0 || top! < 0 || right! > width || bottom! > height

const layerName = ({ picture }: Recipe): string => picture.file.replace(/\.[^.]+$/, '')

/** What is known of a layer that is traced on a picture; whoever traces it may say otherwise. */
const layerSaid = ({ drawnM }: PlacedPicture): LayerOptions => ({ accuracyM: drawnM, method: 'drawn' })

function pictureRecord(
  { rmseM, leaveOneOutM, pixelM }: PictureAnswer,
  { placing }: PlacedPicture,
  recipe: Recipe,
  { width, height }: ReadPicture,
  found: ClassRegions | undefined,
): PictureRecord {
  const { picture, page, transform, plane, points, clickPx, linePx } = recipe
  return {
    file: picture.file,
    sha256: picture.sha256,
    ...(page === undefined ? {} : { page }),
    width,
    height,
    transform,
    plane,
    points,
    rmseM,
    leaveOneOutM,
    pixelM,
    clickPx,
    linePx,
    placing: { ...placing, source: fitName(recipe), modes: placing.modes.map((mode) => [...mode]) },
    ...(found && recipe.colours ? { colours: colourRecord(found, recipe.colours) } : {}),
  }
}
