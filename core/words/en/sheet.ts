/** The map sheet and what stands under its map. */
export const sheet = {
  'sheet.schematic': 'schematic',
} as const
