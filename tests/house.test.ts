import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/**
 * The folders of the house, each below those that may import it: a file imports from its own folder and from folders
 * that stand before it, types included. docs/house.md says what each of them holds.
 */
const floors = {
  core: [
    'i18n',
    'time',
    'result',
    'geometry',
    'overlay',
    'montecarlo',
    'parallel',
    'model',
    'symbology',
    'format',
    'classify',
    'measure',
    'crs',
    'tracing',
    'raster',
    'picture',
    'damage',
    'events',
    'geometry-check',
    'layers',
    'drawing',
    'history',
    'tiles',
    'answer',
    'timeline',
    'charts',
    'compare',
    'uncertainty',
    'sheet',
    'export',
    'report',
    'ogc',
    'options',
  ],
  server: [
    'config',
    'import/text',
    'import/record',
    'import/archive',
    'import/geojson',
    'import/gdal',
    'import/kml',
    'import/tables',
    'import/parquet',
    'import/shapefile',
    'import/place',
    'import/raster',
    'import/picture',
    'base-map',
    'import',
    'store',
    'database',
    'export/archive',
    'export/tables',
    'export/styles',
    'export/fonts',
    'export/pictures',
    'export/typst',
    'export/docx',
    'export/files',
    'usecases',
    'workers',
    'http/exchange',
    'http/guards',
    'http/loading',
    'http/schemas',
    'http/routes',
    'http/ogc',
    'http',
    'cli',
    '',
  ],
  client: [
    'api',
    'state',
    'actions',
    'map',
    'controls',
    'panels/uncertainty',
    'panels/damage',
    'panels/events',
    'panels/layers',
    'panels/placing',
    'panels/table',
    'panels/answer',
    'views/map',
    'views/timeline',
    'views/compare',
    'views/sheet',
    'views/report',
    'app',
    '',
  ],
} as const
type Part = keyof typeof floors

const project = fileURLToPath(new URL('..', import.meta.url))

function filesIn(folder: string): string[] {
  return readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : entry.name.endsWith('.ts') ? [path] : []
  })
}

/** The paths that a file imports, from the project's root, and the packages. */
function importsOf(file: string): { readonly files: string[]; readonly packages: string[] } {
  const text = readFileSync(join(project, file), 'utf8')
  const named = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name!)
  const isFile = (name: string): boolean => name.startsWith('.')
  return {
    files: named.filter(isFile).map((name) => relative(project, resolve(project, dirname(file), name))),
    packages: named.filter((name) => !isFile(name)),
  }
}

const folderOf = (file: string, part: Part): string => relative(part, dirname(file))

test.each(Object.keys(floors) as Part[])(
  'every folder of %s stands on a floor, and imports lead to its own or lower ones',
  (part) => {
    const order: readonly string[] = floors[part]
    const files = filesIn(part)
    expect(files.length).toBeGreaterThan(100)
    const seen = new Set(files.map((file) => folderOf(file, part)))
    expect([...seen].filter((folder) => !order.includes(folder) && !folder.startsWith('i18n/'))).toEqual([])
    expect(order.filter((folder) => !seen.has(folder))).toEqual([])
    const floor = (file: string): number => order.indexOf(folderOf(file, part).replace(/^i18n\/.*/, 'i18n'))
    const upward = files.flatMap((file) =>
      importsOf(file)
        .files.filter((other) => other.startsWith(`${part}/`) && other.endsWith('.ts') && floor(other) > floor(file))
        .map((other) => `${file} -> ${other}`),
    )
    expect(upward).toEqual([])
  },
)

test('client and server import core, core neither of them, and none the other', () => {
  const allowed: Readonly<Record<Part, readonly string[]>> = {
    core: ['core'],
    server: ['server', 'core'],
    client: ['client', 'core'],
  }
  const wrong = (Object.keys(allowed) as Part[]).flatMap((part) =>
    filesIn(part).flatMap((file) =>
      importsOf(file)
        .files.filter((other) => !allowed[part].includes(other.split('/')[0]!))
        .map((other) => `${file} -> ${other}`),
    ),
  )
  expect(wrong).toEqual([])
})

test('core imports no Express, no map, no page and no files', () => {
  const forbidden = /^(?:express|ol(?:\/|$)|lit(?:\/|$)|node:|fs$|path$)/
  expect(
    filesIn('core').flatMap((file) =>
      importsOf(file)
        .packages.filter((name) => forbidden.test(name))
        .map((name) => `${file} -> ${name}`),
    ),
  ).toEqual([])
})

test('no two files of one folder and its drawers have one name', () => {
  const twice = (Object.keys(floors) as Part[]).flatMap((part) => {
    const byPlace = new Map<string, string[]>()
    for (const file of filesIn(part)) {
      if (folderOf(file, part).startsWith('i18n/')) continue
      const place = `${part}/${folderOf(file, part).split('/')[0]} ${basename(file)}`
      byPlace.set(place, [...(byPlace.get(place) ?? []), file])
    }
    return [...byPlace.values()].filter((files) => files.length > 1)
  })
  expect(twice).toEqual([])
})

test('tests that put others in the place of modules share no process with others', () => {
  const replacing = filesIn('tests').filter((file) =>
    /^\s*(?:await )?vi\.(?:mock|doMock|stubGlobal|stubEnv|resetModules)\(/m.test(
      readFileSync(join(project, file), 'utf8'),
    ),
  )
  const apart = /const replacingModules = \[([^\]]*)\]/.exec(readFileSync(join(project, 'vite.config.ts'), 'utf8'))
  expect([...apart![1]!.matchAll(/'([^']+)'/g)].map(([, file]) => file)).toEqual(replacing.toSorted())
})

test.each([
  { words: ['discussion', 'picture-record'], least: 30, sayers: /^core\/(?:report|i18n)\// },
  { words: ['columns'], least: 150, sayers: /^core\/(?:export|ogc|report|i18n)\// },
  {
    words: ['drawing', 'placing'],
    least: 100,
    sayers:
      /^core\/(?:i18n|report)\/|^client\/(?:panels\/placing\/|views\/map\/picture-pane|controls\/opacity-input|panels\/layers\/(?:draw-|drawn-|corner-list|region-list))/,
  },
])(
  'what the page leaves out of its first words, $words, those views say that bring them',
  ({ words, least, sayers }) => {
    const keys = words.flatMap((own) => {
      const text = readFileSync(join(project, `core/i18n/en/${own}.ts`), 'utf8')
      return [...text.matchAll(/^ {2}'?([\w.-]+)'?:/gm)].map(([, key]) => key!)
    })
    expect(keys.length).toBeGreaterThan(least)
    const others = [...filesIn('core'), ...filesIn('client')].filter((file) => !sayers.test(file))
    const named = others.flatMap((file) => {
      const text = readFileSync(join(project, file), 'utf8')
      const starts = [...text.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map(([, start]) => start!)
      return keys
        .filter((key) => text.includes(`'${key}'`) || starts.some((start) => key.startsWith(start)))
        .map((key) => `${file} -> ${key}`)
    })
    expect(named).toEqual([])
  },
)
