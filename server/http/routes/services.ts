import type { Config } from '../../config/config.ts'
import type { TaskRunner } from '../../workers/tasks.ts'
import type { Metrics } from '../exchange/keep-metrics.ts'
import type { Jobs } from '../exchange/jobs.ts'
import type { Store } from '../../store/store.ts'
import type { KeptValues } from '../../store/kept-values.ts'
import type { MadePage } from '../../usecases/read-collection.ts'
import type { BaseMaps } from '../loading/kept-base-maps.ts'
import type { LayerTiles } from '../loading/kept-tiles.ts'
import type { Measuring } from '../loading/measuring.ts'
import type { Reply } from '../exchange/reply.ts'
import type { Uploads } from '../loading/uploads.ts'

/** What the routes work with. */
export type Services = {
  readonly config: Config
  readonly store: Store
  readonly runner: TaskRunner
  readonly jobs: Jobs<Reply>
  readonly metrics: Metrics
  readonly uploads: Uploads
  readonly measuring: Measuring
  /** Pages of features that were read last. */
  readonly pages: KeptValues<MadePage>
  readonly layerTiles: LayerTiles
  readonly baseMaps: BaseMaps
}
