import type { ProblemCode } from './problem.ts'

/** What becomes of a problem: its words stand under its code in each language of core/i18n. */
export type ProblemKind = {
  /** Of the HTTP answer. */
  readonly status: number
  /** How the command line ends: 1 the input cannot be used, 2 wrong usage, 3 our bug. */
  readonly exit: 1 | 2 | 3
  /** What another answer of the user may mend, while the files wait: the coordinate system, or other options of the layer. */
  readonly mend: 'crs' | 'options' | null
}

/** Whatever is not named here is data that was understood and cannot be used. */
const usual: ProblemKind = { status: 422, exit: 1, mend: null }

const kinds: Partial<Record<ProblemCode, Partial<ProblemKind>>> = {
  'body-not-json': { status: 400 },
  'body-invalid': { status: 400 },
  'query-invalid': { status: 400 },
  'query-unknown': { status: 400 },
  'filter-unreadable': { status: 400 },
  'filter-property-unknown': { status: 400 },
  'filter-kinds-differ': { status: 400 },
  'upload-broken': { status: 400 },
  'upload-without-file': { status: 400 },
  'setting-invalid': { exit: 2 },
  'request-broken': { status: 400 },
  'token-needed': { status: 401 },
  'origin-not-allowed': { status: 403 },
  'study-bundled': { status: 403 },
  'study-not-found': { status: 404 },
  'layer-not-found': { status: 404 },
  'job-not-found': { status: 404 },
  'collection-not-found': { status: 404 },
  'feature-not-found': { status: 404 },
  'upload-gone': { status: 404 },
  'layer-without-picture': { status: 404 },
  'format-unknown': { status: 404 },
  'address-not-found': { status: 404 },
  'base-map-tile-absent': { status: 404 },
  'method-not-allowed': { status: 405 },
  'request-too-slow': { status: 408 },
  'study-exists': { status: 409 },
  'study-changed': { status: 409 },
  'layer-name-taken': { status: 409, mend: 'options' },
  'layer-name-taken-undated': { status: 409, mend: 'options' },
  'nothing-to-undo': { status: 409 },
  'nothing-to-redo': { status: 409 },
  'undo-file-missing': { status: 409 },
  'job-not-done': { status: 409 },
  'job-cancelled': { status: 409 },
  'revision-stale': { status: 412 },
  'publication-stale': { status: 412 },
  'body-too-large': { status: 413 },
  'upload-too-large': { status: 413 },
  'upload-too-many-files': { status: 413 },
  'media-type-unknown': { status: 415 },
  'host-not-allowed': { status: 421 },
  'revision-missing': { status: 428 },
  'publication-unread': { status: 428 },
  'too-many-requests': { status: 429 },
  'headers-too-large': { status: 431 },
  internal: { status: 500, exit: 3 },
  'base-map-unusable': { status: 502 },
  'base-map-setting': { status: 422 },
  'base-map-file-unusable': { status: 503 },
  'disk-full': { status: 507 },
  'disk-read-only': { status: 503 },
  'disk-failing': { status: 503 },
  'disk-slow': { status: 503 },
  'server-busy': { status: 503 },
  'study-busy': { status: 503 },
  'workspace-gone': { status: 503 },

  'crs-unknown': { mend: 'crs' },
  'crs-code-unknown': { mend: 'crs' },
  'crs-projection-unsupported': { mend: 'crs' },
  'crs-shift-unknown': { mend: 'crs' },
  'crs-contradicted': { mend: 'crs' },
  'crs-metres-as-degrees': { mend: 'crs' },
  'crs-degrees-as-metres': { mend: 'crs' },
  'encoding-unknown': { mend: 'options' },
  'sublayer-unknown': { mend: 'options' },
  'where-nothing': { mend: 'options' },
  'positions-not-table': { mend: 'options' },
  'several-layers': { mend: 'options' },
  'field-absent': { mend: 'options' },
  'fields-of-no-layer': { mend: 'options' },
  'history-sensitive': { mend: 'options' },
  'classes-unknown': { mend: 'options' },
  'classes-without-field': { mend: 'options' },
  'classes-not-fitting': { mend: 'options' },
  'classes-value-twice': { mend: 'options' },
  'layer-not-polygons': { mend: 'options' },
  'plan-without-area': { mend: 'options' },
  'plan-traced-twice': { mend: 'options' },
  'plan-sensitive': { mend: 'options' },
  'layer-name-unusable': { mend: 'options' },
  'layer-dates-reversed': { mend: 'options' },
  'series-undated': { mend: 'options' },
  'snapshots-undated': { mend: 'options' },
  'snapshots-one-day': { mend: 'options' },
  'snapshots-overlap': { mend: 'options' },
  'columns-undated': { mend: 'options' },
  'codes-not-damage': { mend: 'options' },
  'date-other-calendar': { mend: 'options' },
  'source-unknown': { mend: 'options' },
  'source-id-twice': { mend: 'options' },
  'feature-source-unknown': { mend: 'options' },
}

export const kindOf = (code: ProblemCode): ProblemKind => ({ ...usual, ...kinds[code] })

/** The same of a code as an answer tells it, which may be of another version. */
export const isMendedBy = (code: string, mend: 'crs' | 'options'): boolean => kinds[code as ProblemCode]?.mend === mend
