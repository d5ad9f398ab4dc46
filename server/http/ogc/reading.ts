import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Outcome } from '../../../core/result/outcome.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import type { RequestedCollection } from '../../usecases/read-collection.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import type { Reply } from '../exchange/reply.ts'
import { layerPaths } from '../loading/measuring.ts'
import type { Services } from '../routes/services.ts'
import type { FoundCollection } from './collections.ts'
import { ogcAddress } from './links.ts'

export const collectionParams = { collection: z.string() }

type Reading<T> = {
  /** What of the collection is read. */
  readonly key: string
  /** The day of the measurement, where the collection is one. */
  readonly at?: string | undefined
  readonly run: (requested: RequestedCollection, work: TaskContext) => Promise<Outcome<T>>
  readonly reply: (value: T) => Reply
}

/** Clients know no jobs: they wait, as long as a task may take. */
const longestWaitS = 86_400

/** Reads features in a process of its own, after measuring them where they are the polygons of a measurement. */
export function readCollection<T>(
  {
    services: { store, jobs, measuring },
    req,
    res,
  }: { readonly services: Services; readonly req: Request; readonly res: Response },
  { study, layer }: FoundCollection,
  { key, at, run, reply }: Reading<T>,
): Promise<Outcome<Reply> | null> {
  const request = { at, draws: 0 }
  return answerOrJob(jobs, res, {
    kind: 'features',
    // The answer names its own address.
    key: `features ${key} ${ogcAddress(req)} ${req.originalUrl} ${measuring.keyOf(study, request)}`,
    waitSeconds: longestWaitS,
    run: async (work) => {
      const paths = await layerPaths(store, study)
      if (layer) return run({ study, paths: { [layer.id]: paths[layer.id]! }, of: layer.id }, work)
      const measured = await measuring.measure(study, request, work)
      return measured.ok ? run({ study, paths, of: measured.value }, work) : measured
    },
    reply,
  })
}
