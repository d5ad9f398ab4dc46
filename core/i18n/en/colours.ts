/** Classes of a picture that are found by their colours. */
export const colours = {
  'problem.colours-unnamed':
    'Which class each colour is was not said, so nothing was traced. Found: {found}. Name those that are classes.',
  'problem.colours-alike':
    'Classes {class} and {other} have one colour, {color}. Nothing in the picture tells them apart.',
  'problem.hatch-of-one-colour': 'The hatch of class {class} is of two colours that nobody tells apart: {color}.',
  'problem.colours-nowhere':
    'None of the colours is in the picture: {colors}. Take them from the map itself; a legend may have other tones.',
  'problem.picture-speckled':
    'By these colours the picture falls into more regions than can be used ({most} at most). It is a photograph, or its colours are not flat; a wider tolerance or healing may help.',
  'problem.colours-too-many-pixels':
    '{file} has too many pixels for its colours to be looked at (in millions, {most} at most). Scale it down.',
  'note.colours-close':
    'Classes {class} ({color}) and {other} ({otherColor}) have nearly one colour: the distance between them is {distance}, the tolerance {tolerance}. Parts of the one may have been taken for the other.',
  'note.colour-nowhere':
    'Class {class} ({color}) is nowhere in the picture. Take its colour from the map itself: a legend may have another tone.',
  'note.colour-in-specks':
    'Of what has the colour of class {class}, {percent} % lies in specks, hairs or thin strips, and was not taken for it. The colour may not be flat, as in a photograph or a gradient.',
  'note.class-along-edge':
    'Class {class} lies along {percent} % of the edge of the picture. If that is a frame or a margin and no map, mask it.',
  'note.ground-healed':
    'Names, roads and lines over the map were given to the colour that is nearest to them: {areaHa} ha, {percent} % of what the classes cover.',
  'page.work.tracing': 'Tracing colours',
} as const
