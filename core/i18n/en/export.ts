/** Files for other programs: names of layers, fields and tables, and what they hold. */
export const exported = {
  'export.working': 'Writing the file',
  'export.bare': 'plan, covered by no layer',
  'export.layer.overlap': 'Overlap: the plan’s ground by class',

  'export.changed-hands.yes': 'yes',
  'export.changed-hands.no': 'no',
  'export.changed-hands.not-known': 'not known',
  'export.field.what': 'what',

  'export.withheld-from-copy':
    'The layer {layer} is sensitive and was left out of this copy, so figures here are without it.',

  'export.cut':
    'Excel has no room for all of it. Rows: {rows} of {allRows}; columns: {columns} of {allColumns}. The CSV in the package has them all.',

  'export.cite':
    '{title}. Study “{id}”, revision {revision}, {date}; input SHA-256 {sha256}. Measured with Basilia Overlay {version}{interval}.',
  'export.cite.by': '{by}: {cited}',
  'export.cite.year': '{by} ({year})',
  'export.cite.as-of': 'as of {date}',
  'export.cite.interval': ' ({draws, plural, one {# draw} other {# draws}}, seed {seed})',

  'measure.areaM2': 'area (m²)',
  'measure.share': 'share (0 to 1)',
  'measure.count': 'count',
  'measure.people': 'people',
  'event.kind.announcement': 'announcement',
  'event.kind.law': 'law',
  'event.kind.siege': 'siege',
  'event.kind.offensive': 'offensive',
  'event.kind.evacuation': 'evacuation',
  'event.kind.taken': 'taken',
  'event.kind.other': 'other',
  'export.unit.1/ha': 'per ha',
} as const
