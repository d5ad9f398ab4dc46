import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { Config } from '../config/config.ts'
import type { Measurer } from '../database/overlay-in-blocks.ts'

export type Databases = Pick<Config, 'databaseUrl' | 'databaseNodes'>

/**
 * Who finds the areas: databases where the ground is dealt to several, or where one is asked to do it alone; else nobody but the
 * program. Refuses the engine `sql` where there is no database.
 */
export function measurerOf(
  { databaseUrl, databaseNodes }: Databases,
  engine: Measurer['engine'] | undefined,
): Outcome<Measurer | null> {
  if (databaseUrl === null) return engine === 'sql' ? refused(problem('engine-without-database')) : done(null)
  if (databaseNodes.length > 0) return done({ engine: engine ?? 'walk', databases: databaseNodes })
  return done(engine === 'sql' ? { engine, databases: [databaseUrl] } : null)
}
