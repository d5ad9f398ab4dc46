/** The attributes of a layer as a table. */
export const table = {
  'page.table.open': 'Table of {layer}',
  'page.table.of': 'Table of {layer}',
  'page.table.close': 'Close the table',
  'page.table.filter': 'Filter by a text',
  'page.table.number': 'No.',
  'page.table.sort': 'Sort by {field}',
  'page.table.reading': 'Reading the rows …',
  'page.table.rows': '{count, plural, one {{rows} row} other {{rows} rows}}.',
  'page.table.matching': '{matching} of {count, plural, one {{rows} row} other {{rows} rows}}.',
  'page.table.chosen': 'Row {number} is outlined on the map.',
  'page.table.chosen-filtered': 'Feature {number} is outlined on the map; the filter leaves its row out.',
  'page.table.sensitive':
    'This layer is sensitive: it does not leave with sheets, reports or exports as it stands here.',
} as const
