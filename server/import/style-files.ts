import type { NamedBytes } from './record/imported.ts'
import type { RawLayer } from './record/raw-layer.ts'
import { withStyles } from './record/style-suggestions.ts'
import { textOfXml } from './text/xml-text.ts'

const stemOf = (name: string): string => name.replace(/\.[^./\\]+$/, '').toLowerCase()
const lastOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

/**
 * The layer with the classes of the style files that belong to it: those of its file's name or of its own, and all of
 * them where no other file holds layers.
 */
export function withStyleFiles(layer: RawLayer, styles: readonly NamedBytes[], isAlone: boolean): RawLayer {
  const stem = stemOf(layer.file)
  const own = styles.filter(
    ({ name }) => isAlone || stemOf(name) === stem || lastOf(stemOf(name)) === layer.name.toLowerCase(),
  )
  const given = own.map(({ name, bytes }) => {
    const id = lastOf(name)
    return { id, kind: 'style-file' as const, source: id, text: textOfXml(bytes) }
  })
  return withStyles(layer, given)
}
