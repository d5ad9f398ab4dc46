/** What only whoever starts a server with a database is told; the page has no words for it. */
export const database = {
  'problem.database-absent': 'There is no database of that name on the server ({reason}). Create it: createdb NAME.',
  'problem.database-login':
    'The database does not let this user in ({reason}). See the user and password in DATABASE_URL, and pg_hba.conf.',
  'problem.database-rights':
    'The user of the database may not do that ({reason}). docs/postgresql.md says which rights are needed.',
  'problem.database-too-old': 'PostgreSQL {version} is too old: at least {least} is needed.',
  'problem.database-newer':
    'A newer version of this program has changed the tables (step {version}; this one knows {known}). Start that version, or name another database.',
  'problem.database-foreign':
    'The schema basilia of this database holds tables of something else. Name another database in DATABASE_URL.',
  'problem.database-unwritable':
    'The database takes no changes: studies can be opened, and every change will be refused.',
  'problem.postgis-missing':
    'The database has no PostGIS, and this user may not add it ({reason}). Let a superuser run CREATE EXTENSION postgis in it.',
  'problem.postgis-too-old': 'PostGIS {version} is too old: at least {least} is needed.',
  'problem.engine-without-database': 'There is no database to measure in: DATABASE_URL names none.',
  'problem.copy-incomplete':
    '{count, plural, one {# study was} other {# studies were}} not copied: {studies}. What is wrong with each stands above.',
  'problem.nodes-alike': '{one} and {other} in DATABASE_NODES are one and the same database. Name each once.',
  'why.not-database': 'it is no postgres://USER@HOST:PORT/DATABASE',
} as const
