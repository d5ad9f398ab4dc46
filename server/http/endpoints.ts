import { done } from '../../core/result/outcome.ts'
import { formatQuery } from '../../core/options/queries.ts'
import { describeEndpoints, describeForOgc } from './open-api.ts'
import { baseMapEndpoints } from './routes/base-map.ts'
import { comparisonEndpoint } from './routes/comparison.ts'
import { correctionEndpoints } from './routes/corrections.ts'
import { crossTableEndpoint } from './routes/cross-table.ts'
import { endpoint, file, type Endpoint } from './routes/endpoint.ts'
import { exportEndpoint } from './routes/exports.ts'
import { healthEndpoint } from './routes/health.ts'
import { identifyEndpoint } from './routes/identify.ts'
import { jobEndpoints } from './routes/job-endpoints.ts'
import { layerRowsEndpoint } from './routes/layer-rows.ts'
import { layerTileEndpoints } from './routes/layer-tiles.ts'
import { layerEndpoints } from './routes/layers.ts'
import { listEndpoints } from './routes/lists.ts'
import { measurementEndpoint } from './routes/measurement.ts'
import { metricsEndpoint } from './routes/metrics.ts'
import { pictureEndpoints } from './routes/pictures.ts'
import { publicationEndpoints } from './routes/publication.ts'
import { publishedEndpoint } from './routes/published.ts'
import { reportEndpoint } from './routes/reports.ts'
import { sheetEndpoints } from './routes/sheets.ts'
import { studyCopyEndpoints } from './routes/study-copies.ts'
import { studyEndpoints } from './routes/studies.ts'
import { historyEndpoints } from './routes/study-history.ts'
import { ogcEndpoints } from './ogc/ogc-endpoints.ts'
import { apiType, ogcAddress } from './ogc/links.ts'
import { timelineEndpoint } from './routes/timeline.ts'
import { uploadEndpoint } from './routes/found-layers.ts'
import { uncertaintyEndpoints } from './routes/uncertainty.ts'

let description: unknown

/** Every address of the interface, for the app that answers and for the document that describes it. */
export const endpoints: readonly Endpoint[] = [
  healthEndpoint,
  metricsEndpoint,
  endpoint(
    {
      method: 'get',
      path: '/api/openapi.json',
      summary: 'This description of the interface, as OpenAPI 3.1',
      answers: { 200: file('application/json') },
    },
    async () => done({ json: (description ??= describeEndpoints(endpoints)) }),
  ),
  ...baseMapEndpoints,
  ...publicationEndpoints,
  ...studyEndpoints,
  ...studyCopyEndpoints,
  ...historyEndpoints,
  uploadEndpoint,
  ...layerEndpoints,
  ...pictureEndpoints,
  ...layerTileEndpoints,
  layerRowsEndpoint,
  measurementEndpoint,
  crossTableEndpoint,
  publishedEndpoint,
  identifyEndpoint,
  timelineEndpoint,
  ...uncertaintyEndpoints,
  ...listEndpoints,
  ...correctionEndpoints,
  comparisonEndpoint,
  ...sheetEndpoints,
  reportEndpoint,
  exportEndpoint,
  ...jobEndpoints,
  ...ogcEndpoints,
  endpoint(
    {
      method: 'get',
      path: '/ogc/api',
      summary: 'The addresses under /ogc, as OpenAPI 3.0',
      query: formatQuery,
      answers: { 200: file(apiType) },
    },
    async ({ req }) =>
      done({ type: apiType, bytes: JSON.stringify(describeForOgc(ogcEndpoints, '/ogc', ogcAddress(req))) }),
  ),
]
