/** What was found, decided, repaired or left out. */
export const notes = {
  'note.layer-after-date': '{layer}: every snapshot lies after {date}, so the layer says nothing about that day.',
  'note.plan-replaced': 'Layer {layer} was the plan until {other} took its place; it is kept as context.',
  'note.buffered': '{layer}: points or lines were made into zones with a radius of {radius} m (geodesic circles of {steps} sides).',
  'note.class-unmapped': '{layer}: the value “{value}” belongs to no class of the mapping and stands as a class of its own.',
  'note.feature-date-unreadable': '{layer}, feature {feature}: “{value}” in field {field} is no date, so the feature takes no part.',
  'note.zones-by-radius': '{layer}: zones are circles and strips of {radiusM} m round points and lines; the area depends on that radius.',
  'note.lines-not-measured': '{layer}: lines have no area and are not measured; give a radius to make zones of them.',
  'note.id-repeated': '{layer}: {count} values of {field} name more than one feature ({ids}).',
  'note.layer-schematic': '{layer}: schematic, drawn from words and a few coordinates; boundaries are good to about {accuracyM} m.',
  'note.layer-shifted': '{layer}: brought to WGS 84 by {operation}, good to {accuracyM} m; it moved the layer by {shiftM} m.',
  'note.layer-without-source': '{layer}: names no source.',
  'note.plan-features-overlap': 'Features of the plan overlap on {area}; their rows add up to more than the plan.',
  'note.units-overlap': 'Units overlap on {area}; their rows add up to more than the plan.',
} as const
