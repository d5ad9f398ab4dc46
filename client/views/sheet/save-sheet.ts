import { fetchFile } from '../../api/files.ts'
import { studyPath } from '../../api/studies.ts'
import { page } from '../../state/page-state.ts'
import { saveBlob } from '../../controls/json-file.ts'
import { layoutInHand } from './layout-in-hand.ts'
import { baseMapOfSheet } from '../../state/base-maps.ts'
import { contentOptions, sheetOptionsOf } from '../../state/sheet-state.ts'

/** Has a file of the sheet made by the layout in hand, and gives it to the reader. */
export async function saveSheet(file: string): Promise<void> {
  const { study, sheet, language, at, draws, baseMaps } = page.get()
  if (!study) return
  const query = new URLSearchParams({
    ...contentOptions(sheetOptionsOf(sheet.settings, { language, at, draws }, baseMapOfSheet(baseMaps))),
    wait: '300',
  })
  page.update({ sheet: { ...sheet, saving: file } })
  const asking = { signal: new AbortController().signal, progress: () => undefined, body: layoutInHand(sheet) }
  const made = await fetchFile(`${studyPath(study.id)}/${file}?${query}`, asking)
  page.update({ sheet: { ...page.get().sheet, saving: null, ...(made.ok ? {} : { problem: made.problem }) } })
  if (made.ok) saveBlob(made.value.name, made.value.content)
}
