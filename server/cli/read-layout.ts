import { readFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { readSheetLayout, type SheetLayout } from '../../core/sheet/sheet-layout.ts'

const pictureTypes: Readonly<Record<string, string>> = { '.png': 'image/png', '.svg': 'image/svg+xml' }

/** A layout from a file; logos that it names as files beside it are taken in. */
export async function readLayoutFile(file: string): Promise<Outcome<SheetLayout>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (text instanceof Error) return refused(problem('file-unreadable', { file, code: text.code ?? text.message }))
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return refused(problem('layout-not-json', { file, reason: (error as Error).message }))
  }
  const layout = readSheetLayout(content)
  if (!layout.ok) return layout
  const logos: SheetLayout['logos'] = []
  for (const logo of layout.value.logos) {
    const type = pictureTypes[extname(logo.image).toLowerCase()]
    if (logo.image.startsWith('data:') || type === undefined) {
      logos.push(logo)
      continue
    }
    const path = resolve(dirname(file), logo.image)
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error)
    if (bytes instanceof Error)
      return refused(problem('file-unreadable', { file: path, code: bytes.code ?? bytes.message }))
    logos.push({ ...logo, image: `data:${type};base64,${bytes.toString('base64')}` })
  }
  return done({ ...layout.value, logos })
}
