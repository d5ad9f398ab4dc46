import type { Outcome } from '../../../core/result/outcome.ts'
import type { BaseMap } from '../../base-map/base-map.ts'
import type { Config } from '../../config/config.ts'
import type { Engine } from '../../workers/tasks.ts'
import type { Jobs } from '../exchange/jobs.ts'
import type { Store } from '../../store/store.ts'
import type { Measuring } from '../loading/measuring.ts'
import type { Reply } from '../exchange/reply.ts'
import type { Uploads } from '../loading/uploads.ts'

/** What the routes work with. */
export type Services = {
  readonly config: Config
  readonly store: Store
  readonly engine: Engine
  readonly jobs: Jobs<Reply>
  readonly uploads: Uploads
  readonly measuring: Measuring
  /** The base map that the program is set to; `null` where it is set to none. */
  readonly baseMap: () => Promise<Outcome<BaseMap | null>>
}
