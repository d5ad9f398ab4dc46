import type { Config } from '../config.ts'
import type { Engine } from '../engine/tasks.ts'
import type { Jobs } from '../jobs.ts'
import type { Store } from '../store/store.ts'
import type { Measuring } from '../measuring.ts'
import type { Reply } from './reply.ts'
import type { Uploads } from '../uploads.ts'

/** What the routes work with. */
export type Services = {
  readonly config: Config
  readonly store: Store
  readonly engine: Engine
  readonly jobs: Jobs<Reply>
  readonly uploads: Uploads
  readonly measuring: Measuring
}
