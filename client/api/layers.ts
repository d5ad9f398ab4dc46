import type { FeatureCollection, Geometry } from 'geojson'
import type { FoundLayer } from '../../core/layers/inspection.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import type { Snapshots } from '../../core/model/series-options.ts'
import type { ValidityReport } from '../../core/geometry-check/fault.ts'
import type { rowsQuery, tilesQuery } from '../../core/options/queries.ts'
import type { AttributeRows } from '../../core/tiles/attribute-table.ts'
import type { LayerFields } from '../../core/tiles/layer-rows.ts'
import type { TileDescription } from '../../core/tiles/tile-description.ts'
import { awaitJob, isJob } from './jobs.ts'
import { asOwnChange } from './own-changes.ts'
import { asJson, parseJson } from './json.ts'
import { problemFrom, unreachable, type Answer } from './page-problem.ts'
import { queryText } from './query.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

/** What the user says of a layer, and the upload that it goes on with. */
export type UploadOptions = ChangeOptions & {
  readonly uploadId?: string
  readonly together?: string
  /** The layer is drawn and no file comes, `copyOf` names the one that it begins as. */
  readonly drawn?: true
  readonly copyOf?: string
}

/** What is said of a layer later; `snapshots` takes its dated columns as a series. */
export type ChangeOptions = LayerOptions & { readonly snapshots?: Snapshots }

export type Watching = { readonly signal: AbortSignal; readonly progress: (fraction: number) => void }

const layerPath = (study: string, layer: string): string => `${studyPath(study)}/layers/${encodeURIComponent(layer)}`

/** The features of a layer as GeoJSON in WGS 84. */
export const getFeatures = (study: string, layer: string): Promise<Answer<FeatureCollection<Geometry | null>>> =>
  request<FeatureCollection<Geometry | null>>(layerPath(study, layer), { accept: 'application/geo+json' })

/** What the tiles of a layer on a day are; without one, on the study's own. */
export const getTiles = (study: string, layer: string, at: string | null): Promise<Answer<TileDescription>> =>
  request<TileDescription>(`${layerPath(study, layer)}/tiles.json${queryText<typeof tilesQuery>({ at })}`)

/** What the fields of a layer hold. */
export const getFields = (study: string, layer: string): Promise<Answer<LayerFields>> =>
  request<LayerFields>(`${layerPath(study, layer)}/fields`)

/** How the rows of a layer are arranged: by which field, and which of them stand. */
type Arrangement = {
  readonly layer: string
  readonly sort: string | null
  readonly descending: boolean
  readonly filter: string
}

/** Some rows of a layer's attributes as they are arranged, and where a feature is among them. */
export const getRows = (
  study: string,
  { layer, sort, descending, filter }: Arrangement,
  wanted: { readonly from: number; readonly count: number; readonly feature?: number },
  signal: AbortSignal,
): Promise<Answer<AttributeRows>> =>
  request<AttributeRows>(
    `${layerPath(study, layer)}/rows${queryText<typeof rowsQuery>({
      ...wanted,
      sort,
      descending: descending ? 'true' : 'false',
      filter: filter === '' ? null : filter,
    })}`,
    { signal },
  )

/** What is wrong with the geometry of a layer. */
export const getValidity = (study: string, layer: string): Promise<Answer<ValidityReport>> =>
  request<ValidityReport>(`${layerPath(study, layer)}/validity`)

/** Changes what is said of a layer; with `isSeries` of all snapshots of its series. */
export const changeLayer = (
  study: string,
  layer: string,
  revision: number,
  options: ChangeOptions,
  isSeries = false,
): Promise<Answer<Layer>> =>
  request<Layer>(`${layerPath(study, layer)}${isSeries ? '?series=true' : ''}`, {
    method: 'PATCH',
    body: options,
    revision,
  })

export const removeLayer = (study: string, layer: string, revision: number): Promise<Answer<null>> =>
  request<null>(layerPath(study, layer), { method: 'DELETE', revision })

/** Says the same of several uploads that wait; the answer to each by its id. */
export async function loadWaiting(
  study: string,
  uploadIds: readonly string[],
  options: LayerOptions,
): Promise<readonly (readonly [uploadId: string, answer: Answer<Layer>])[]> {
  if (uploadIds.length === 0) return []
  const path = `${studyPath(study)}/layers/waiting`
  const answer = await request<WaitingAnswer>(path, { method: 'POST', body: { uploadIds, options } })
  if (!answer.ok) return uploadIds.map((uploadId) => [uploadId, answer])
  return answer.value.results.map(({ uploadId, layer, problem }) => [
    uploadId,
    layer ? { ok: true, value: layer } : { ok: false, problem: problemFrom(422, problem) },
  ])
}

type WaitingAnswer = {
  readonly results: readonly { readonly uploadId: string; readonly layer?: Layer; readonly problem?: unknown }[]
}

/** Sends files to become a layer of the study, telling how much has been sent; waits for the import. */
export const uploadLayer = (
  study: string,
  files: readonly File[],
  options: UploadOptions,
  watching: Watching,
): Promise<Answer<Layer>> => asOwnChange(sendFiles<Layer>(`${studyPath(study)}/layers`, files, options, watching))

/** Starts a layer that is drawn, without a file. */
export const startDrawnLayer = (study: string, options: UploadOptions): Promise<Answer<Layer>> =>
  asOwnChange(
    sendFiles<Layer>(
      `${studyPath(study)}/layers`,
      [],
      { ...options, drawn: true },
      { signal: new AbortController().signal, progress: () => undefined },
    ),
  )

/** Writes what a drawn layer holds. */
export const writeDrawnLayer = (
  study: string,
  layer: string,
  revision: number,
  drawing: FeatureCollection,
): Promise<Answer<Layer>> =>
  request<Layer>(`${layerPath(study, layer)}/features`, { method: 'PUT', body: drawing, revision })

/** What files hold that wait on the server to become layers. */
export type FoundUpload = { readonly uploadId: string; readonly layers: readonly FoundLayer[] }

/** Sends files to be looked at; they are part of no study yet. */
export const findLayers = (files: readonly File[], watching: Watching): Promise<Answer<FoundUpload>> =>
  sendFiles<FoundUpload>('/api/uploads', files, {}, watching)

/** Sends files with what is said of them, and waits for what comes of it; `null` says nothing. */
export async function sendFiles<T>(
  path: string,
  files: readonly File[],
  options: object | null,
  { signal, progress }: Watching,
): Promise<Answer<T>> {
  const said = options && (await asJson(options).catch(() => null))
  if (options !== null && said === null) return { ok: false, problem: unreachable }
  const form = new FormData()
  if (said !== null) form.append('options', said)
  for (const file of files) form.append('files', file, file.name)
  const sent = await send(path, form, { signal, progress })
  if (sent === null) return { ok: false, problem: unreachable }
  const answer = parseJson(sent.text)
  if (sent.status >= 400) return { ok: false, problem: problemFrom(sent.status, answer) }
  return isJob(answer) ? awaitJob<T>(answer, { signal, progress }) : { ok: true, value: answer as T }
}

/** Sends the zip of a study to become one, telling how much has been sent. */
export async function sendStudyZip(file: File, { signal, progress }: Watching): Promise<Answer<Study>> {
  const form = new FormData()
  form.append('files', file, file.name)
  const sent = await send('/api/studies/import', form, { signal, progress })
  if (sent === null) return { ok: false, problem: unreachable }
  const answer = parseJson(sent.text)
  if (sent.status >= 400) return { ok: false, problem: problemFrom(sent.status, answer) }
  return isJob(answer) ? awaitJob<Study>(answer, { signal, progress }) : { ok: true, value: answer as Study }
}

/** XMLHttpRequest, because `fetch` does not tell how much of an upload has gone. `null` where nothing answered. */
function send(path: string, form: FormData, { signal, progress }: Watching) {
  return new Promise<{ status: number; text: string } | null>((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
    sending.addEventListener('load', () => resolve({ status: sending.status, text: sending.responseText }))
    sending.addEventListener('error', () => resolve(null))
    sending.addEventListener('abort', () => reject(signal.reason as Error))
    signal.addEventListener('abort', () => sending.abort(), { once: true })
    sending.open('POST', path)
    sending.setRequestHeader('accept', 'application/json')
    sending.send(form)
  })
}
