import { publishedBy } from '../../../core/model/publication.ts'
import type { Study } from '../../../core/model/study.ts'
import { done, type Outcome } from '../../../core/result/outcome.ts'
import type { Store } from '../../store/store.ts'

/** A study with who publishes it, by itself or by what is usual in its workspace. */
export async function readToPrint(store: Store, id: string): Promise<Outcome<Study>> {
  const study = await store.read(id)
  if (!study.ok) return study
  const usual = await store.publication()
  return usual.ok ? done(publishedBy(study.value, usual.value)) : usual
}
