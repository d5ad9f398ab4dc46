/** What was found, decided, repaired or left out. */
export const notes = {
  'note.layer-after-date': '{layer}: every snapshot lies after {date}, so the layer says nothing about that day.',
  'note.plan-replaced': 'Layer {layer} was the plan until {other} took its place; it is kept as context.',
  'note.buffered': '{layer}: points or lines were made into zones with a radius of {radius} m (geodesic circles of {steps} sides).',
} as const
