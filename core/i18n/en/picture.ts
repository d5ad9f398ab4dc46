/** Pictures of maps that become layers: their control points, their files and what is traced on them. */
export const picture = {
  'problem.points-without-columns':
    '{file} does not hold control points: CSV with the columns x, y, lon and lat, or a .points file of QGIS.',
  'problem.points-value-unreadable': '{file}, line {line}: “{value}” in column {column} is not a number.',
  'problem.point-not-on-earth':
    '{file}, line {line}: longitude {lon}, latitude {lat} is no place that a map shows. Are they exchanged, or in metres?',
  'problem.points-invalid': '{file} cannot be used at {where}, where it says {value}: {reason}.',
  'problem.points-without-system':
    '{file} does not say in which coordinate system its map coordinates are. Save the points with QGIS 3.26 or later, whose first line names it, or give them as CSV x, y, lon, lat.',
  'problem.points-system-unknown':
    '{file} names a coordinate system that is not known here: {value}. Give the points as CSV x, y, lon, lat.',
  'problem.points-too-few':
    'Too few control points for the transformation {transform}: {count}, where {least} is the least.',
  'problem.points-alike':
    'Control points {point} and {other} are one place in the picture or on the ground. Remove one of them.',
  'problem.points-on-a-line':
    'The control points lie on a line, on two lines, or nearly so: they do not determine the transformation {transform}. Add points elsewhere, or choose one with fewer parameters.',
  'problem.picture-mirrored':
    'By its control points the picture would lie on the ground as in a mirror. Longitude and latitude are exchanged, or x and y, or y was counted upwards; it counts down from the top left corner.',
  'note.points-switched-off':
    '{count, plural, one {# point of {file} is} other {# points of {file} are}} switched off there and left out.',
  'note.point-outside-picture': 'Control point {point} ({x}, {y}) lies outside the picture ({width} × {height} px).',
  'note.point-off':
    'Control point {point} ({x}, {y}) is off: the others place it {metres} m away, {pixels} pixels. Check its coordinates, or leave it out.',
  'problem.point-exchanged':
    'Longitude and latitude of control point {point} ({x}, {y}) are exchanged: {lon}, {lat} fits the other way round.',
  'note.points-ill-spread':
    'The control points are ill-spread: at the edge of what they place an error is {times} times that of a point. Add points there.',
  'note.no-redundancy':
    '{count, plural, one {# control point determines} other {# control points determine}} the transformation ({transform}) with nothing left over, so nothing shows how good they are. An error of {pixels} pixels is taken for each; add points to know.',
  'note.fit-flexible':
    'The fit ({transform}) looks better than it is: it bends to its points. Residuals are {rmseM} m, but a point left out is missed by {leaveOneOutM} m, and by {otherM} m with the plainer transformation {other}. Take that, or add points.',
  'note.picture-accuracy-unstated':
    'How exactly the map was drawn is not stated. The interval holds the error of placing and tracing alone; say what the source says with --accuracy.',
  'problem.picture-format-unknown': '{file} is no picture that is read here. Give a PNG, JPEG, WebP or PDF.',
  'problem.picture-without-pages': '{file} has no pages. Leave --page out.',
  'problem.picture-too-large':
    '{file} is too large a picture to be read: {size}, in pixels. Scaled down to {fitting} it fits.',
  'problem.picture-unreadable': 'The picture {file} cannot be read: {reason}.',
  'problem.picture-encrypted': '{file} is encrypted. Save it without a password, and load that.',
  'problem.picture-page-absent': '{file} has no page {page}; its last is {count}.',
  'problem.recipe-other-picture':
    'The recipe is for another picture than {file}: for {other}, or another version of it. Give that, or control points for this one.',
  'problem.recipe-invalid': 'The recipe {file} cannot be used at {where}, where it says {value}: {reason}.',
  'problem.regions-invalid':
    '{file} does not hold traced regions, at {where}, where it says {value}: {reason}. It is GeoJSON of polygons in pixels of the picture, each with a class.',
  'problem.picture-json-broken': '{file} is not JSON: {reason}.',
  'problem.picture-layer-fixed':
    'Layer {layer} was traced on a picture: it has no file with a coordinate system of its own. Place the picture again.',
  'problem.layer-without-picture': 'Layer {layer} was not traced on a picture, or the study does not hold it.',
  'problem.study-is-zip': '{file} is a zip. Unpack the study, and name its folder.',
  'note.picture-animated':
    '{file} is animated, {count, plural, one {# picture} other {# pictures}}; the first is taken.',
  'note.pdf-placement-unread':
    '{file} carries a place on earth of its own (GeoPDF), which is not read. The control points say where it lies.',
  'note.picture-cmyk': '{file} is in printing colours (CMYK), which are brought to those of a screen by its profile.',
  'note.picture-one-colour': '{file} is of one colour throughout: there is no map in it.',
  'note.picture-elsewhere':
    'The picture {file}, as it is placed, shows no ground of the study: its middle lies {kilometres} km away. Is it another map, or are coordinates exchanged?',
  'note.regions-outside-picture': 'Some of the traced regions lie outside the picture {file}.',
} as const
