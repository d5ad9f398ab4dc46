/**
 * `node bench/same-bytes.mjs BEFORE [STUDY…]`: makes every output of every bundled study with the build of another tree
 * (BEFORE, built) and with this one, and lists those whose bytes differ. Of archives the names, order, dates and contents
 * of the members count, not how they are packed. Exit code 1 where anything differs.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateRawSync } from 'node:zlib'

const here = fileURLToPath(new URL('..', import.meta.url))
const [before, ...chosen] = process.argv.slice(2)
const drawn = ['--draws', '50', '--seed', '1']
const files = {
  sheet: ['sheet.svg', 'sheet.png', 'sheet.pdf'],
  report: ['report.pdf', 'report.docx'],
  export: [
    'table.csv',
    'tables.xlsx',
    'overlap.geojson',
    'layers.gpkg',
    'layers.shp.zip',
    'all.package.zip',
    'study.zip',
  ],
}
const printed = [['measure'], ['uncertainty'], ['measure', '--at', 'announcement']]

const studies =
  chosen.length > 0 ? chosen : readdirSync(join(here, 'data')).filter((name) => isFolder(join(here, 'data', name)))
let differing = 0
for (const study of studies)
  for (const language of ['en', 'ar']) {
    const [old, now] = [before, here].map((tree) => outputsOf(tree, study, language))
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      if (old.get(name) === now.get(name)) continue
      differing++
      console.log(`differs: ${study} ${language} ${name}`)
    }
    console.log(`${study} ${language}: ${now.size} parts compared`)
  }
console.log(differing === 0 ? 'All bytes are equal.' : `${differing} parts differ.`)
process.exitCode = differing === 0 ? 0 : 1

function isFolder(path) {
  return statSync(path).isDirectory()
}

/** The digest of every output, and of every member of archives, by name. */
function outputsOf(tree, study, language) {
  const folder = mkdtempSync(join(tmpdir(), 'same-bytes-'))
  const digests = new Map()
  const run = (...words) => {
    try {
      return execFileSync(process.execPath, [join(tree, 'server', 'launch.mjs'), ...words], {
        cwd: tree,
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 28,
      })
    } catch (error) {
      return Buffer.from(`exit ${error.status}`)
    }
  }
  try {
    for (const [command, names] of Object.entries(files))
      for (const name of names) {
        const out = join(folder, name)
        run(command, `data/${study}`, '--out', out, '--lang', language, ...drawn)
      }
    for (const name of readdirSync(folder))
      for (const [part, bytes] of partsOf(name, readFileSync(join(folder, name)))) digests.set(part, digest(bytes))
    if (language === 'en')
      for (const words of printed)
        digests.set(words.join(' '), digest(run(words[0], `data/${study}`, ...words.slice(1), ...drawn)))
    return digests
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A file as it is; of an archive (ZIP, so also XLSX and DOCX) its directory and every member, archives in archives too. */
function partsOf(name, bytes) {
  if (bytes.readUInt32LE(0) !== 0x04034b50) return [[name, bytes]]
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const listed = []
  const parts = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const [method, time, day] = [10, 12, 14].map((offset) => bytes.readUInt16LE(at + offset))
    const [size, nameSize, extraSize, noteSize] = [
      bytes.readUInt32LE(at + 20),
      ...[28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)),
    ]
    const member = bytes.toString('utf8', at + 46, at + 46 + nameSize)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    listed.push(`${member} ${day} ${time}`)
    parts.push(...partsOf(`${name}/${member}`, method === 0 ? packed : inflateRawSync(packed)))
    at += 46 + nameSize + extraSize + noteSize
  }
  return [[`${name} (members)`, Buffer.from(listed.join('\n'))], ...parts]
}
