import '../../../core/i18n/every-language.ts'
import { parentPort } from 'node:worker_threads'
import { readDataset, type GdalAnswer, type GdalRequest } from './gdal-dataset.ts'
import { withGdal, type Gdal } from './gdal.ts'

/** What the thread says: that it is ready, then an answer to each request. */
export type GdalReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: GdalAnswer; readonly heapBytes: number }
  /** GDAL broke down, and its thread with it. */
  | { readonly kind: 'broken'; readonly reason: string }

/** A worker thread in which GDAL reads one request at a time; it is ended from outside. */
const port = parentPort
if (!port) throw new Error('gdal-worker runs as a worker thread only')

port.on('message', (request: GdalRequest) => {
  void withGdal((gdal) => answer(gdal, request)).then(([report, made]) => port.postMessage(report, made))
})
void withGdal(() => port.postMessage({ kind: 'ready' } satisfies GdalReport))

/** The report with the bytes in it that are handed over rather than copied. */
function answer(gdal: Gdal, request: GdalRequest): readonly [GdalReport, ArrayBuffer[]] {
  try {
    const answer = readDataset(gdal, request)
    const made = answer.kind === 'read' ? answer.readings.map(({ geojson }) => geojson.buffer as ArrayBuffer) : []
    return [{ kind: 'answer', answer, heapBytes: gdal.heapBytes() }, made]
  } catch (error) {
    // C++ exceptions come as bare numbers, aborts and stray pointers as errors of WebAssembly.
    const reason = gdal.said.at(-1) ?? (error instanceof Error ? error.message : 'GDAL')
    return [{ kind: 'broken', reason: reason.slice(0, 300) }, []]
  }
}
