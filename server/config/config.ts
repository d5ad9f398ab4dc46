import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { numberText } from '../../core/options/option.ts'
import { because, schemaFault } from '../../core/result/schema-fault.ts'
import { problem, reasonValues } from '../../core/result/problem.ts'
import { readBaseMapSetting } from './base-map-setting.ts'
import { isLoopback } from './loopback.ts'
import { projectRoot } from './project-root.ts'

/** Every setting of the server: what it means, its default, and where it is read from. A flag goes before the environment. */
export const settings = {
  port: {
    doc: 'port to listen on; 0 takes any free one',
    flag: 'port',
    variable: 'PORT',
    schema: numberText.pipe(z.number().int().min(0).max(65_535)).default(3000),
  },
  host: {
    doc: 'address to listen on; anything but loopback opens the server to the network, to those who have its token (BASILIA_TOKEN, else made and printed at the start)',
    flag: 'host',
    variable: 'HOST',
    schema: z
      .string()
      .regex(/^[A-Za-z0-9.:-]+$/, because('why.not-host'))
      .default('127.0.0.1'),
  },
  workspace: {
    doc: 'folder that holds your studies',
    flag: 'workspace',
    variable: 'BASILIA_WORKSPACE',
    schema: z.string().min(1).default(join(homedir(), 'basilia-studies')),
  },
  uploadLimitMB: {
    doc: 'largest upload in megabytes',
    flag: 'upload-limit',
    variable: 'BASILIA_UPLOAD_LIMIT_MB',
    schema: numberText.pipe(z.number().positive().max(100_000)).default(200),
  },
  importLimitS: {
    doc: 'longest time in seconds that reading an upload may take',
    flag: 'import-limit',
    variable: 'BASILIA_IMPORT_LIMIT_S',
    schema: numberText.pipe(z.number().positive().max(86_400)).default(900),
  },
  taskLimitS: {
    doc: 'longest time in seconds that measuring, drawing or writing a file may take',
    flag: 'task-limit',
    variable: 'BASILIA_TASK_LIMIT_S',
    schema: numberText.pipe(z.number().positive().max(86_400)).default(600),
  },
  diskLimitS: {
    doc: 'longest time in seconds that a request waits for a disk that does not answer, beyond its own `wait`',
    flag: 'disk-limit',
    variable: 'BASILIA_DISK_LIMIT_S',
    schema: numberText.pipe(z.number().positive().max(3_600)).default(20),
  },
  baseMap: {
    doc: 'base map: a PMTiles or GeoTIFF file, the address of one, of online tiles or of a WMS with its layers, asked only when chosen; "none" offers none',
    flag: 'base-map',
    variable: 'BASILIA_BASE_MAP',
    schema: z
      .string()
      .refine((setting) => readBaseMapSetting(setting) !== null, because('why.not-base-map'))
      .default('https://tile.openstreetmap.org/{z}/{x}/{y}.png'),
  },
  log: {
    doc: 'what is told on stderr, as JSON lines: "info" every request and job, "warn" what failed or had no room, "error" faults of the program',
    flag: 'log',
    variable: 'BASILIA_LOG',
    schema: z.enum(['info', 'warn', 'error']).default('warn'),
  },
  ratePerMinute: {
    doc: 'requests that one address may send in a minute; loopback is never limited',
    flag: 'rate',
    variable: 'BASILIA_RATE',
    schema: numberText.pipe(z.number().int().min(1).max(1_000_000)).default(600),
  },
} as const

/** What lies there is the machine itself, or gone when it starts again; `/dev/shm` takes files at least. */
const isOfSystem = (path: string): boolean => /^\/(?:proc|sys|dev)(?:\/|$)/.test(path) && !/^\/dev\/shm\/./.test(path)

type Settings = typeof settings
export type LogLevel = z.infer<Settings['log']['schema']>
export type Config = { readonly [Key in keyof Settings]: z.infer<Settings[Key]['schema']> } & {
  /** What a client must know; `null` on loopback, where nobody else can ask. Read from the environment, because flags can be seen by others. */
  readonly token: string | null
  /** Where the studies stand; `null` where in the workspace. Read from the environment for the same reason: it may hold a password. */
  readonly databaseUrl: string | null
  /** Databases that share the measuring, from `DATABASE_NODES`; empty where the one of the studies does it. */
  readonly databaseNodes: readonly string[]
}

const tokenSchema = z.string().regex(/^[\w.~+/=-]{16,200}$/, because('why.not-token'))

const databaseSchema = z
  .string()
  .refine((text) => /^postgres(?:ql)?:$/.test(protocolOf(text)), because('why.not-database'))

/** Addresses with commas between them. */
const nodesSchema = z
  .string()
  .transform((text) => text.split(',').map((own) => own.trim()))
  .pipe(z.array(databaseSchema).max(100))

function protocolOf(text: string): string {
  try {
    return new URL(text).protocol
  } catch {
    return ''
  }
}

/** The settings from flags and environment; an unusable one is a problem that names it. */
export function readConfig(
  flags: Readonly<Record<string, string | boolean | undefined>>,
  environment: Readonly<Record<string, string | undefined>>,
): Outcome<Config> {
  const config: Record<string, unknown> = {}
  for (const [key, { flag, variable, schema }] of Object.entries(settings)) {
    const given = flags[flag] ?? (environment[variable] || undefined)
    const read = schema.safeParse(given)
    if (!read.success) {
      const name = flags[flag] === undefined ? variable : `--${flag}`
      const fault = schemaFault(read.error, given, name)
      return refused(problem('setting-invalid', { ...fault, name, value: String(given) }))
    }
    config[key] = read.data
  }
  const token = tokenSchema.optional().safeParse(environment['BASILIA_TOKEN'] || undefined)
  if (!token.success) {
    const fault = schemaFault(token.error, environment['BASILIA_TOKEN'], 'BASILIA_TOKEN')
    return refused(problem('setting-invalid', { ...fault, name: 'BASILIA_TOKEN', value: '…' }))
  }
  const databases = readDatabases(environment)
  if (!databases.ok) return databases
  const given = (config as Config).workspace
  const workspace = resolve(given.replace(/^~(?=$|[/\\])/, homedir()))
  if (!relative(projectRoot, workspace).startsWith('..') && !isAbsolute(relative(projectRoot, workspace))) {
    const reason = reasonValues('why.in-program')
    return refused(problem('setting-invalid', { name: '--workspace', value: given, ...reason }))
  }
  if (isOfSystem(workspace)) {
    const reason = reasonValues('why.of-system')
    return refused(problem('setting-invalid', { name: '--workspace', value: given, ...reason }))
  }
  const made = isLoopback((config as Config).host) ? null : randomBytes(24).toString('base64url')
  return done({ ...(config as Config), workspace, token: token.data ?? made, ...databases.value })
}

/** The databases of `DATABASE_URL` and `DATABASE_NODES`; what is said of an unusable one does not hold it. */
export function readDatabases(
  environment: Readonly<Record<string, string | undefined>>,
): Outcome<Pick<Config, 'databaseUrl' | 'databaseNodes'>> {
  const unusable = (name: string) =>
    refused(problem('setting-invalid', { name, value: '…', ...reasonValues('why.not-database') }))
  const url = databaseSchema.optional().safeParse(environment['DATABASE_URL'] || undefined)
  if (!url.success) return unusable('DATABASE_URL')
  const nodes = nodesSchema.optional().safeParse(environment['DATABASE_NODES'] || undefined)
  if (!nodes.success || (nodes.data && url.data === undefined)) return unusable('DATABASE_NODES')
  return done({ databaseUrl: url.data ?? null, databaseNodes: nodes.data ?? [] })
}
