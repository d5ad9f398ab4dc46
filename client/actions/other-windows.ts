import { mayBeOwnChange } from '../api/own-changes.ts'
import { hasChanged } from '../api/studies.ts'
import { page, type PageState } from '../state/page-state.ts'
import { showElsewhere } from './study-steps.ts'

type Heard = { readonly id: string; readonly revision: number }

/** So often the server is asked whether somebody else has changed the study that is shown. */
const askEveryMs = 15_000

/**
 * Tells other windows of this browser of changes, and hears of theirs at once, and of those of other browsers by asking the
 * server now and then while the page is seen; what is being typed here is left alone.
 */
export function hearOtherWindows(): void {
  const channel = new BroadcastChannel('basilia-study')
  let known: Heard | null = null
  let isBehind = false
  page.subscribe(({ study }: PageState) => {
    if (!study) return
    if (known?.id === study.id && known.revision < study.revision)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of its origin alone
      channel.postMessage({ id: study.id, revision: study.revision })
    known = { id: study.id, revision: study.revision }
  })
  const catchUp = (): void => {
    if (!isBehind || isTyping()) return
    isBehind = false
    void showElsewhere()
  }
  channel.addEventListener('message', ({ data }: MessageEvent<Heard>) => {
    const { study } = page.get()
    if (study?.id !== data.id || study.revision >= data.revision) return
    isBehind = true
    catchUp()
  })
  document.addEventListener('focusout', () => setTimeout(catchUp))
  const askServer = async (): Promise<void> => {
    const { study } = page.get()
    if (!study || document.hidden || isChangingHere()) return
    const isChanged = await hasChanged(study)
    if (!isChanged || isChangingHere() || page.get().study !== study) return
    isBehind = true
    catchUp()
  }
  setInterval(() => void askServer(), askEveryMs)
  document.addEventListener('visibilitychange', () => void askServer())
}

/** Whether what is new on the server may be of this window. */
function isChangingHere(): boolean {
  const { loadForm, layerPanel, upload } = page.get()
  return mayBeOwnChange() || loadForm?.isLoading === true || layerPanel?.isBusy === true || upload.phase === 'sending'
}

/** Whether the focus is where somebody writes. */
export const isTyping = (): boolean =>
  document.activeElement?.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])') ??
  false
