/** How the layers of a study are drawn. */
export const look = {
  'page.look': 'Order and opacity',
  'page.look.order': 'Layers from the highest to the lowest',
  'page.look.hint': 'Kept with the study and followed by map, sheet and exports. The plan lies above all.',
  'page.look.up': 'Move {layer} up',
  'page.look.down': 'Move {layer} down',
  'page.look.moved': '{layer} is now {place} of {count} from the top.',
  'page.look.opacity': 'Opacity',
  'page.look.opacity-of': 'Opacity of {layer}',
  'page.look.names': 'Names on the map',
  'page.look.names-of': 'Names of {layer} on the map',
  'page.look.field': 'Names on the map',
  'page.look.field.en': 'Field with the names',
  'page.look.field.ar': 'Field with the Arabic names',
  'page.look.field.none': 'no names',
  'page.look.field.same': 'the same',
} as const
