export const sheet = {
  'sheet.schematic': 'تخطيطي',
} as const
