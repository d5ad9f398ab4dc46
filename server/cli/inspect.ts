import { basename } from 'node:path'
import { done } from '../../core/result/outcome.ts'
import { inspectFiles } from '../import/inspection.ts'
import { filesAt } from '../import/read-path.ts'
import { readingFlags } from '../../core/options/layer-flags.ts'
import { onlyWord } from './arguments.ts'
import { commandOf } from './command.ts'
import { writeNote, writeOut } from './write-out.ts'

const about = `Usage: basilia inspect FILE [options]

Prints what an import would find in a file, as JSON: its layers with coordinate system, encoding, fields, extent and
area, the classes that its folders, colours, drawing layers or styles offer, both readings of damage codes, and notes
on everything that was found, decided or left out. A .shp is read with its parts beside it, any file with its style.
`

/** `basilia inspect`. */
export const command = commandOf({ about, options: readingFlags }, async ({ words, values }) => {
  const path = onlyWord(words, 'FILE')
  const files = await filesAt(path)
  if (!files.ok) return files
  const found = await inspectFiles(files.value, values)
  if (!found.ok) return found
  for (const { name, notes } of found.value.layers) {
    for (const { message } of notes) writeNote(`${basename(path)}, ${name}: ${message}`)
  }
  await writeOut(`${JSON.stringify(found.value, null, 2)}\n`)
  return done(null)
})
