/** What was found, decided, repaired or left out. */
export const notes = {
  'note.layer-after-date': '{layer}: every snapshot lies after {date}, so the layer says nothing about that day.',
} as const
