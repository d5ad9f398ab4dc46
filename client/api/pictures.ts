import type { PictureAnswer } from '../../core/picture/picture-answer.ts'
import type { Recipe } from '../../core/picture/recipe.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import { asOwnChange } from './own-changes.ts'
import { sendFiles, type Watching } from './layers.ts'
import type { Answer } from './page-problem.ts'
import { studyPath } from './studies.ts'

const seeing = '/api/pictures'

type Seen = Pick<PictureAnswer, 'notes'> & {
  readonly uploadId: string
  readonly file: string
  readonly sha256: string
  readonly width: number
  readonly height: number
}

/** Sends a picture to be looked at; it waits on the server and is part of no study yet. */
export const seePicture = (file: File, watching: Watching): Promise<Answer<Seen>> =>
  sendFiles<Seen>(`${seeing}?wait=600`, [file], null, watching)

/** Where what is shown of a picture that waits is asked for. */
export const waitingPictureAddress = (uploadId: string): string => `${seeing}/${uploadId}`

/** Where what is shown of the picture is asked for that a layer was traced on. */
export const layerPictureAddress = (study: string, layer: string): string =>
  `${studyPath(study)}/layers/${encodeURIComponent(layer)}/picture?wait=600`

/** Begins a layer that is drawn on a picture that waits, placed as the recipe says. */
export const startOnPicture = (
  study: string,
  options: LayerOptions & { readonly uploadId: string; readonly recipe: Recipe },
  watching: Watching,
): Promise<Answer<{ readonly layer: Layer }>> =>
  asOwnChange(
    sendFiles<{ readonly layer: Layer }>(
      `${studyPath(study)}/pictures?wait=600`,
      [],
      { ...options, drawn: true },
      watching,
    ),
  )
