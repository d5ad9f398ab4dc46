import { done, type Outcome } from '../../../core/result/outcome.ts'
import type { Study } from '../../../core/model/study.ts'
import { eachOnce } from '../../usecases/compare-plans.ts'
import type { StoredStudy } from '../../usecases/measure-study.ts'
import { layerPaths } from '../loading/measuring.ts'
import type { Store } from '../../store/store.ts'

/**
 * The studies that were named, or else the bundled ones; never the study itself where none was named. One named twice is
 * refused at once, before anything is measured.
 */
export async function comparisonStudies(
  store: Store,
  own: Study,
  named: readonly string[] | undefined,
): Promise<Outcome<StoredStudy[]>> {
  const bundled = async () =>
    (await store.list()).studies.filter(({ study, origin }) => origin !== 'own' && study.id !== own.id)
  const ids = named ?? (await bundled()).map(({ study }) => study.id)
  const beside: StoredStudy[] = []
  for (const other of ids) {
    const study = await store.read(other)
    if (!study.ok) return study
    beside.push({ study: study.value, paths: await layerPaths(store, study.value) })
  }
  const once = eachOnce([own, ...beside.map(({ study }) => study)])
  return once.ok ? done(beside) : once
}
