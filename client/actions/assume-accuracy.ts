import { getMeasurement } from '../api/measurements.ts'
import { changeLayer } from '../api/layers.ts'
import { measure, stopMeasuring } from './measure.ts'
import { refreshStudy } from './open-study.ts'
import { intervalsOf } from '../state/draws.ts'
import { page } from '../state/page-state.ts'
import { putAwaySure, refreshSure } from './load-sure.ts'
import { nothingAssumed } from '../api/assumed-accuracies.ts'
import { uncertainLayers } from '../state/assumed-accuracies.ts'

/** So many draws answer a moving slider; the full number follows when it has rested for so long. */
const quickDraws = 100
const restMs = 600

let isFollowing = false
let settling = new AbortController()
let rest: ReturnType<typeof setTimeout> | undefined

/** Supposes an accuracy of a layer; the intervals follow while the slider moves, always with the last value. */
export function assume(layer: string, metres: number): void {
  stopSettling()
  stopMeasuring()
  page.update({ assumed: new Map(page.get().assumed).set(layer, metres) })
  putAwaySure()
  if (!isFollowing) void follow()
}

/** One quick answer after another: to give one up would cost the server more than to finish it. */
async function follow(): Promise<void> {
  isFollowing = true
  try {
    for (let requested = null; requested !== page.get().assumed;) {
      requested = page.get().assumed
      await show(quickDraws, new AbortController().signal)
    }
  } finally {
    isFollowing = false
  }
  rest = setTimeout(() => {
    void show(intervalsOf(page.get()).draws, settling.signal)
    void refreshSure()
  }, restMs)
}

function stopSettling(): void {
  clearTimeout(rest)
  settling.abort()
  settling = new AbortController()
}

/** Draws with what is assumed now and shows the answer, unless something else is asked meanwhile. */
async function show(draws: number, signal: AbortSignal): Promise<void> {
  const { studyId, at, assumed } = page.get()
  if (studyId === null || assumed === nothingAssumed) return
  const answer = await getMeasurement(
    studyId,
    at,
    { draws, seed: intervalsOf(page.get()).seed },
    { signal, progress: () => undefined },
    assumed,
  ).catch(() => null)
  const now = page.get()
  if (answer === null || signal.aborted || now.studyId !== studyId || now.at !== at || now.assumed === nothingAssumed)
    return
  page.update(answer.ok ? { measurement: answer.value } : { problem: answer.problem })
}

/** Goes back to what the layers state. */
export function dropAssumed(): void {
  stopSettling()
  putAwaySure()
  page.update({ assumed: nothingAssumed })
  void measure()
}

/** Saves what is assumed of the layers of the day, and of their other snapshots, as their stated accuracy. */
export async function keepAssumed(): Promise<void> {
  stopSettling()
  stopMeasuring()
  const { assumed } = page.get()
  for (const { id, name } of uncertainLayers(page.get())) {
    const { study } = page.get()
    const accuracyM = assumed.get(name)
    if (study === null || accuracyM === undefined) continue
    const isSeries = study.layers.filter((layer) => layer.name === name).length > 1
    const answer = await changeLayer(study.id, id, study.revision, { accuracyM }, isSeries)
    if (!answer.ok) return page.update({ problem: answer.problem })
    await refreshStudy()
    stopMeasuring()
  }
  page.update({ assumed: nothingAssumed })
  void measure()
}
