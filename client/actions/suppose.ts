import { getMeasurement, intervals } from '../api/measurements.ts'
import { changeLayer } from '../api/layers.ts'
import { measure, stopMeasuring } from './measure.ts'
import { refreshStudy } from './open-study.ts'
import { page } from '../state/page-state.ts'
import { putAwaySure, refreshSure } from './load-sure.ts'
import { nothingSupposed } from '../api/supposed.ts'
import { erringLayers } from '../state/supposed.ts'

/** So many draws answer a moving slider; the full number follows when it has rested for so long. */
const quickDraws = 100
const restMs = 600

let isFollowing = false
let settling = new AbortController()
let rest: ReturnType<typeof setTimeout> | undefined

/** Supposes an accuracy of a layer; the intervals follow while the slider moves, always with the last value. */
export function suppose(layer: string, metres: number): void {
  stopSettling()
  stopMeasuring()
  page.update({ supposed: new Map(page.get().supposed).set(layer, metres) })
  putAwaySure()
  if (!isFollowing) void follow()
}

/** One quick answer after another: to give one up would cost the server more than to finish it. */
async function follow(): Promise<void> {
  isFollowing = true
  try {
    for (let asked = null; asked !== page.get().supposed;) {
      asked = page.get().supposed
      await show(quickDraws, new AbortController().signal)
    }
  } finally {
    isFollowing = false
  }
  rest = setTimeout(() => {
    void show(intervals.draws, settling.signal)
    void refreshSure()
  }, restMs)
}

function stopSettling(): void {
  clearTimeout(rest)
  settling.abort()
  settling = new AbortController()
}

/** Draws with what is supposed now and shows the answer, unless something else is asked meanwhile. */
async function show(draws: number, signal: AbortSignal): Promise<void> {
  const { studyId, at, supposed } = page.get()
  if (studyId === null || supposed === nothingSupposed) return
  const answer = await getMeasurement(
    studyId,
    at,
    { draws, seed: intervals.seed },
    { signal, progress: () => undefined },
    supposed,
  ).catch(() => null)
  const now = page.get()
  if (answer === null || signal.aborted || now.studyId !== studyId || now.at !== at || now.supposed === nothingSupposed)
    return
  page.update(answer.ok ? { measurement: answer.value } : { problem: answer.problem })
}

/** Goes back to what the layers state. */
export function dropSupposed(): void {
  stopSettling()
  putAwaySure()
  page.update({ supposed: nothingSupposed })
  void measure()
}

/** Saves what is supposed of the layers of the day, and of their other snapshots, as their stated accuracy. */
export async function keepSupposed(): Promise<void> {
  stopSettling()
  stopMeasuring()
  const { supposed } = page.get()
  for (const { id, name } of erringLayers(page.get())) {
    const { study } = page.get()
    const accuracyM = supposed.get(name)
    if (study === null || accuracyM === undefined) continue
    const isSeries = study.layers.filter((layer) => layer.name === name).length > 1
    const answer = await changeLayer(study.id, id, study.revision, { accuracyM }, isSeries)
    if (!answer.ok) return page.update({ problem: answer.problem })
    await refreshStudy()
    stopMeasuring()
  }
  page.update({ supposed: nothingSupposed })
  void measure()
}
