import { basename } from 'node:path'
import { done } from '../../core/result/outcome.ts'
import { inspectFiles } from '../import/inspection.ts'
import { filesAt } from '../import/read-path.ts'
import { onlyWord, readArguments } from './arguments.ts'
import { positionsOf } from './layer-flags.ts'
import type { Command } from './command.ts'
import { writeNote, writeOut } from './write-out.ts'

const help = `Usage: basilia inspect FILE [options]

Prints what an import would find in a file, as JSON: its layers with coordinate system, encoding, fields, extent and
area, the classes that its folders, colours, drawing layers or styles offer, both readings of damage codes, and notes
on everything that was found, decided or left out. A .shp is read with its parts beside it, any file with its style.

  --crs CODE          the coordinate system, where the file does not say or says it wrongly
  --encoding NAME     the encoding of its text, likewise
  --sublayer NAME     one layer of a file that holds several
  --positions X,Y     the columns of a table with longitude (or east) and latitude (or north)
`

/** `basilia inspect`. */
export const command: Command = {
  help,
  async run(args) {
    const text = { type: 'string' } as const
    const { values, positionals } = readArguments(args, { crs: text, encoding: text, sublayer: text, positions: text })
    const path = onlyWord(positionals, 'FILE')
    const files = await filesAt(path)
    if (!files.ok) return files
    const { crs, encoding, sublayer } = values
    const positions = values.positions === undefined ? undefined : positionsOf('positions', values.positions)
    const found = await inspectFiles(files.value, { crs, encoding, sublayer, positions })
    if (!found.ok) return found
    for (const { name, notes } of found.value.layers) {
      for (const { message } of notes) writeNote(`${basename(path)}, ${name}: ${message}`)
    }
    await writeOut(`${JSON.stringify(found.value, null, 2)}\n`)
    return done(null)
  },
}
