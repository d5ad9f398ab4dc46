import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL of a test: its own folder, a free port of loopback, gone in the end. */
export type Cluster = {
  readonly url: string
  /** The address of a database of its own, made now, with PostGIS unless told otherwise. */
  database(name: string, options?: { readonly postgis?: boolean }): string
  /** What a statement prints, as the superuser, in the database of an address. */
  sql(statement: string, url?: string): string
  /** Stops it as a power cut would, or as an operator does. */
  halt(mode: 'immediate' | 'fast'): void
  start(): void
  stop(): void
}

/** Where the programs of PostgreSQL with PostGIS are; `null` where the machine has none. */
function programs(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const found = versions
    .filter((version) => Number(version) >= 14)
    .filter((version) => existsSync(join(debian, version, 'bin', 'initdb')))
    .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .toSorted((a, b) => Number(b) - Number(a))
  return found[0] === undefined ? null : join(debian, found[0], 'bin')
}

const isRoot = userInfo().uid === 0

/** PostgreSQL refuses to run as root. */
const asUser = isRoot ? ['runuser', '-u', 'postgres', '--'] : []

/** Why tests of the database are left out; `null` where they run. */
export const withoutPostgres: string | null =
  programs() === null
    ? 'skipped: PostgreSQL 14 or later with PostGIS is not installed (Debian: postgresql-15-postgis-3)'
    : null
if (withoutPostgres !== null) process.stderr.write(`${withoutPostgres}\n`)

export async function startCluster(settings: readonly string[] = []): Promise<Cluster> {
  const bin = programs()
  if (bin === null) throw new Error(withoutPostgres!)
  const folder = mkdtempSync(join(tmpdir(), 'basilia-pg-'))
  if (isRoot) execFileSync('chown', ['postgres', folder])
  const port = await freePort()
  const run = (name: string, args: readonly string[], quiet = false): string => {
    const [command, ...all] = [...asUser, join(bin, name), ...args]
    // The server outlives pg_ctl and would keep its output open.
    const { status, stdout, stderr } = spawnSync(command!, all, {
      cwd: '/',
      encoding: 'utf8',
      stdio: quiet ? 'ignore' : ['ignore', 'pipe', 'pipe'],
    })
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stdout ?? ''}${stderr ?? ''}`)
    return stdout ?? ''
  }
  const data = join(folder, 'data')
  run('initdb', ['-D', data, '-U', 'basilia', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'])
  const options = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'fsync=off',
    ...settings,
  ]
  const start = (): void =>
    void run(
      'pg_ctl',
      ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options.map((own) => `-c ${own}`).join(' '), 'start'],
      true,
    )
  const halt = (mode: string): void => void run('pg_ctl', ['-D', data, '-w', '-m', mode, 'stop'], true)
  const address = (name: string): string => `postgres://basilia@127.0.0.1:${port}/${name}`
  const sql = (statement: string, url = address('postgres')): string =>
    run('psql', ['-X', '-v', 'ON_ERROR_STOP=1', '-d', url, '-Atc', statement]).trim()
  start()
  return {
    url: address('postgres'),
    database(name, { postgis = true } = {}) {
      sql(`CREATE DATABASE ${name}`)
      if (postgis) sql('CREATE EXTENSION postgis', address(name))
      return address(name)
    },
    sql,
    halt,
    start,
    stop() {
      try {
        halt('immediate')
      } catch {
        // It was halted already.
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
