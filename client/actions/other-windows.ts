import { page, type PageState } from '../state/page-state.ts'
import { showElsewhere } from './study-steps.ts'

type Heard = { readonly id: string; readonly revision: number }

/** Tells other windows of this browser of changes, and hears of theirs; what is being typed here is left alone. */
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
}

/** Whether the focus is where somebody writes. */
export const isTyping = (): boolean =>
  document.activeElement?.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])') ??
  false
