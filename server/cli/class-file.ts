import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { readMapping } from '../../core/classify/read-mapping.ts'
import type { FieldClasses } from '../../core/classify/classes-from.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import { styleClasses } from '../../core/classify/style-classes.ts'
import { textOfXml } from '../import/text/xml-text.ts'
import { xmlTree } from '../import/text/xml-tree.ts'

const endings = ['.json', '.qml', '.sld']

/**
 * The options with the classes of the file that `classesFrom` names, where it names one of this machine. The field that
 * is said goes before the one that the file says.
 */
export async function withClassFile(options: LayerOptions): Promise<Outcome<LayerOptions>> {
  const { classesFrom: path, ...rest } = options
  if (path === undefined || !endings.includes(extname(path).toLowerCase())) return done(options)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error.code ?? '–')
  if (typeof bytes === 'string') {
    // A style inside an archive is offered by its own name.
    if (bytes === 'ENOENT' && extname(path).toLowerCase() !== '.json') return done(options)
    return refused(problem(bytes === 'ENOENT' ? 'file-not-found' : 'file-unreadable', { file: path, code: bytes }))
  }
  const read = classesIn(basename(path), bytes)
  if (!read.ok) return read
  return done({ ...rest, classField: options.classField ?? read.value.field, classes: [...read.value.classes] })
}

function classesIn(file: string, bytes: Uint8Array): Outcome<FieldClasses> {
  if (extname(file).toLowerCase() === '.json') return readMapping(file, new TextDecoder().decode(bytes))
  const style = styleClasses(xmlTree(textOfXml(bytes)))
  if (style.kind === 'classes') return done({ field: style.field, classes: style.classes })
  return refused(problem('classes-style-unusable', { file, reason: style.reason }))
}
