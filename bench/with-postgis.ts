import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { OverlayLayer } from '../core/overlay/overlay.ts'
import { m2PerDegree2, type Peer } from './peer.ts'
import { polygonsOf } from './polygons.ts'
import { wkbOf } from './wkb.ts'

/** Where Debian keeps its PostgreSQL servers. */
const servers = '/usr/lib/postgresql'

/**
 * The union of the pieces per class and feature, as PostGIS's own advice has it: nothing is cut that lies wholly inside
 * the other, and the pieces are united, not the zones. Cut before they are grouped, so that a zone's pairs follow each
 * other and its prepared form is used again.
 */
const pieces = `
  WITH piece AS MATERIALIZED (
    SELECT zone.class, plan.id, CASE
      WHEN ST_Covers(zone.shape, plan.shape) THEN plan.shape
      WHEN ST_Covers(plan.shape, zone.shape) THEN zone.shape
      ELSE ST_Intersection(plan.shape, zone.shape) END AS shape
    FROM zone CROSS JOIN LATERAL (SELECT * FROM plan WHERE ST_Intersects(zone.shape, plan.shape) OFFSET 0) AS plan)
  SELECT class, ST_Union(shape) AS shape FROM piece GROUP BY class, id`

/**
 * PostGIS in a throw-away cluster on a Unix socket, one process, timed by EXPLAIN ANALYZE, so that neither the areas nor
 * the way to the client count; `undefined` where there is no server, no PostGIS, or it does not start.
 */
export function postgis(): Peer | undefined {
  const version = existsSync(servers) ? readdirSync(servers).toSorted().at(-1) : undefined
  if (!version) {
    console.error('no PostGIS: apt-get install postgresql postgis')
    return undefined
  }
  const run = (program: string, args: readonly string[], input = ''): string =>
    asPostgres(program, args, { encoding: 'utf8', input, maxBuffer: 1e9, stdio: 'pipe', cwd: '/' })
  const folder = run('mktemp', ['-d', '-t', 'basilia-postgis-XXXXXX']).trim()
  const control = (...args: string[]): string =>
    run(join(servers, version, 'bin/pg_ctl'), ['-D', join(folder, 'data'), ...args])
  const close = (): void => {
    try {
      control('-m', 'immediate', '-w', 'stop')
    } finally {
      run('rm', ['-r', folder])
    }
  }
  const query = (sql: string): string =>
    run('psql', ['-h', folder, '-d', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1'], sql)
  try {
    run(join(servers, version, 'bin/initdb'), ['-D', join(folder, 'data'), '-A', 'trust', '-E', 'UTF8', '--no-sync'])
    control(
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-k ${folder} -c listen_addresses='' -c fsync=off -c jit=off -c max_parallel_workers_per_gather=0 -c work_mem=256MB -c shared_buffers=256MB`,
      'start',
    )
    query('CREATE EXTENSION postgis')
  } catch (error) {
    console.error(`no PostGIS: ${String((error as { stderr?: unknown }).stderr ?? error).trim()}`)
    close()
    return undefined
  }
  return {
    name: 'PostGIS',
    every: { W1: 1, W2: 1, W3: 1, W4: 1 },
    load({ plan, zones }) {
      query(`${tableOf('plan', plan)}${tableOf('zone', zones)}VACUUM ANALYZE`)
      return {
        runMs: () => Number(/Execution Time: ([\d.]+) ms/.exec(query(`EXPLAIN (ANALYZE, TIMING OFF) ${pieces}`))![1]),
        classesM2() {
          const areas = Array.from({ length: zones.classCount }, () => 0)
          for (const line of query(`SELECT class, sum(ST_Area(shape)) FROM (${pieces}) AS piece GROUP BY class`)
            .trim()
            .split('\n')) {
            const [of, area] = line.split('|')
            areas[Number(of)] = Number(area) * m2PerDegree2
          }
          return areas
        },
        close: () => query('DROP TABLE plan, zone'),
      }
    },
    close,
  }
}

/** A server refuses to run as root, so root becomes the user of Debian's package. */
const asPostgres = (program: string, args: readonly string[], options: ExecFileSyncOptionsWithStringEncoding): string =>
  process.getuid?.() === 0
    ? execFileSync('runuser', ['-u', 'postgres', '--', program, ...args], options)
    : execFileSync(program, args, options)

function tableOf(name: string, layer: OverlayLayer): string {
  const rows = polygonsOf(layer).map(
    (polygon, i) => `${i}\t${layer.polygonClass[i]}\t${Buffer.from(wkbOf(polygon)).toString('hex')}\n`,
  )
  return `CREATE TABLE ${name} (id integer, class integer, shape geometry);
COPY ${name} FROM STDIN;
${rows.join('')}\\.
CREATE INDEX ON ${name} USING gist (shape);
`
}
