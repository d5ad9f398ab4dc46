import { fetchFile, type FetchedFile } from '../api/files.ts'
import { page } from '../state/page-state.ts'
import { fileAddress } from './file-address.ts'
import type { PrintState } from '../state/print-state.ts'

/** What is ready sooner comes at once; for the rest the page shows how far it is. */
const waitSeconds = 1

let underWay = new AbortController()

/** Has a file made and gives it to the reader to keep. */
export async function saveFile(file: string): Promise<void> {
  const made = await makeFile(file)
  if (!made) return
  const url = URL.createObjectURL(made.content)
  const link = document.createElement('a')
  link.href = url
  link.download = made.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Brings the pages of the report as they would be printed now; pages that are shown already are left alone. */
export async function showPreview(): Promise<void> {
  const state = page.get()
  const address = fileAddress(state, previewFile, waitSeconds)
  const key = `${address} ${state.study?.revision} ${JSON.stringify(state.publishing.usual ?? {})}`
  if (address === '' || state.print.preview?.key === key) return
  const made = await makeFile(previewFile)
  if (!made) return
  const { preview } = page.get().print
  if (preview) URL.revokeObjectURL(preview.url)
  changePrint({ preview: { key, url: URL.createObjectURL(made.content) } })
}

const previewFile = 'report.svg'

/** `null` where it was refused, which the page then says, or given up. Only one file is made at a time. */
async function makeFile(file: string): Promise<FetchedFile | null> {
  underWay.abort()
  const controller = new AbortController()
  underWay = controller
  const cancel = (): void => {
    controller.abort()
    changePrint({ making: null })
  }
  const progress = (fraction: number | null, expectedS: number | null = null): void =>
    changePrint({ making: { file, fraction, expectedS, cancel } })
  progress(null)
  changePrint({ problem: null })
  const asking = { signal: controller.signal, progress }
  const answer = await fetchFile(fileAddress(page.get(), file, waitSeconds), asking).catch(() => null)
  if (answer === null || controller.signal.aborted) return null
  changePrint({ making: null, problem: answer.ok ? null : answer.problem })
  return answer.ok ? answer.value : null
}

export const changePrint = (change: Partial<PrintState>): void =>
  page.update({ print: { ...page.get().print, ...change } })
