import { done } from '../../core/result/outcome.ts'
import { describeEndpoints } from './open-api.ts'
import { baseMapEndpoints } from './routes/base-map.ts'
import { comparisonEndpoint } from './routes/comparison.ts'
import { correctionEndpoints } from './routes/corrections.ts'
import { crossTableEndpoint } from './routes/cross-table.ts'
import { endpoint, file, type Endpoint } from './routes/endpoint.ts'
import { exportEndpoint } from './routes/exports.ts'
import { healthEndpoint } from './routes/health.ts'
import { jobEndpoints } from './routes/job-endpoints.ts'
import { layerEndpoints } from './routes/layers.ts'
import { listEndpoints } from './routes/lists.ts'
import { measurementEndpoint } from './routes/measurement.ts'
import { publishedEndpoint } from './routes/published.ts'
import { reportEndpoint } from './routes/reports.ts'
import { sheetEndpoints } from './routes/sheets.ts'
import { studyEndpoints } from './routes/studies.ts'
import { timelineEndpoint } from './routes/timeline.ts'
import { uncertaintyEndpoints } from './routes/uncertainty.ts'

let description: unknown

/** Every address of the interface, for the app that answers and for the document that describes it. */
export const endpoints: readonly Endpoint[] = [
  healthEndpoint,
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
  ...studyEndpoints,
  ...layerEndpoints,
  measurementEndpoint,
  crossTableEndpoint,
  publishedEndpoint,
  timelineEndpoint,
  ...uncertaintyEndpoints,
  ...listEndpoints,
  ...correctionEndpoints,
  comparisonEndpoint,
  ...sheetEndpoints,
  reportEndpoint,
  exportEndpoint,
  ...jobEndpoints,
]
