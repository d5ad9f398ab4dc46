import type { LayerChange } from '../../../core/layers/layer-set.ts'
import type { LayerOptions } from '../../../core/model/layer-options.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import type { PictureAnswer } from '../../../core/picture/picture-answer.ts'
import type { PixelRegions, PlacingChoices, Recipe } from '../../../core/picture/recipe.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { ColourChoices } from '../../../core/tracing/colour-choices.ts'
import { coloursUnnamed } from '../../usecases/regions-by-colour.ts'
import { sha256Of } from '../../store/study-folder.ts'
import { keepLayer, type Loading } from './load-layer.ts'
import type { Upload } from './uploads.ts'

export type PictureOptions = PlacingChoices &
  Pick<LayerOptions, 'name' | 'role' | 'title' | 'date' | 'from' | 'to' | 'source' | 'classes'> & {
    readonly regions?: PixelRegions | undefined
    /** Classes to be found by their colours; `true` asks which colours there are. */
    readonly colours?: ColourChoices | true | undefined
    readonly recipe?: Recipe | undefined
    /** The picture is that of an earlier upload, which goes on waiting until it becomes a layer. */
    readonly uploadId?: string | undefined
    readonly drawn?: true | undefined
  }

export type LoadedPicture = {
  readonly answer: PictureAnswer
  readonly recipe: Recipe
  /** `null` where nothing was traced. */
  readonly change: LayerChange | null
}

const pointsFile = /\.(?:points|csv|txt)$/i

/** Places the picture of an upload; what was traced on it joins the study as a layer, wholly or not at all. */
export async function loadPicture(
  { store, runner, uploads, layerTiles }: Loading,
  id: string,
  upload: Upload,
  {
    regions,
    colours,
    recipe,
    uploadId,
    drawn,
    page,
    transform,
    plane,
    clickPx,
    linePx,
    accuracyM,
    ...options
  }: PictureOptions,
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<LoadedPicture>> {
  let isKept = false
  try {
    const study = await store.read(id)
    if (!study.ok) return study
    const points = upload.files.find(({ name }) => pointsFile.test(name))
    const picture = upload.files.find((file) => file !== points)
    if (!picture || (!points && !recipe && colours !== true)) return refused(problem('upload-without-file'))
    const choices = Object.fromEntries(
      Object.entries({ page, transform, plane, clickPx, linePx, accuracyM }).filter(([, value]) => value !== undefined),
    ) as PlacingChoices
    const { folder } = upload
    if (colours === true) {
      const found = await runner.run('find-colours', picture, work)
      return found.ok ? refused(coloursUnnamed(found.value)) : found
    }
    const { sources } = study.value
    const placed = await runner.run(
      'place-picture',
      { picture, points, recipe, choices, regions, colours, drawn, options, folder, sources },
      work,
    )
    if (!placed.ok) return placed
    const { answer, recipe: settled, layer } = placed.value
    if (!layer) return done({ answer, recipe: settled, change: null })
    const draft = { ...layer.draft, fileSha256: await sha256Of(layer.features) }
    await layerTiles.prepareFile(study.value, draft, layer.features, work)
    const files = { ...upload, files: layer.files }
    const kept = await keepLayer(
      store,
      id,
      files,
      { draft, originals: layer.originals },
      layer.features,
      revision,
      work,
    )
    isKept = kept.ok
    return kept.ok ? done({ answer, recipe: settled, change: kept.value }) : kept
  } finally {
    if (isKept || uploadId === undefined) await uploads.remove(upload.id)
  }
}
