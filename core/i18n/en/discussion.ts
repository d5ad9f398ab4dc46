/** What a report says in sentences: what must be known to read it, what its numbers come to, and how they were made. */
export const discussion = {
  'report.contents': 'Contents',
  'report.about': 'About this study',
  'report.version': 'Version: revision {revision}',
  'report.see': ' ({label})',
  'report.method.full': 'Method in full',

  'caveat.figures': 'What the figures cover',
  'caveat.figures.intervals': 'The intervals say where lines may lie. They do not say which source is right.',
  'caveat.figures.none': 'No intervals were asked for, so the figures show more digits than they can bear.',
  'caveat.figures.lacking': 'There are no intervals, because a layer does not say how accurate it is.',
  'caveat.figures.reported':
    'No outline of the plan is known, so nothing was measured. All figures are those of the sources.',
  'caveat.unmarked': 'What unmarked ground means',
  'caveat.unmarked.control':
    'No source names a holder of {area} ({share} of the plan). That does not mean that nobody held it.',
  'caveat.unmarked.ended':
    'For {area} ({share} of the plan) no holder is known on this day. That does not mean that nobody held it.',
  'caveat.unmarked.shelling':
    'Nothing was reported of {area} ({share} of the plan). That does not mean that it was not shelled.',
  'caveat.unmarked.damage':
    'Nothing was reported of {area} ({share} of the plan). That does not mean that it was undamaged.',
  'caveat.unmarked.other': 'The layer says nothing of {area} ({share} of the plan).',
  'caveat.field': 'What was not checked',
  'caveat.field.surveyed': 'The study records no check in the field. Layers are taken as their makers drew them.',
  'caveat.field.schematic':
    'The study records no check in the field. Schematic outlines decide nothing about a single property.',
  'caveat.field.schematic-to':
    'The study records no check in the field. Outlines are schematic, good to about {metres} m, and decide nothing about a single property.',

  discussion: 'Discussion',
  'discussion.sources':
    'How much ground is attributed to {party} depends more on which sources are right than on where lines lie.',
  'discussion.sources.apart': 'The narrowest and the widest reading lie further apart than the interval of either',
  'discussion.lines':
    'How much ground is attributed to {party} depends on the accuracy of lines as much as on sources.',
  'discussion.lines.near': 'The intervals of the narrowest and the widest reading overlap',
  'discussion.cause.names':
    'The cause lies in place names: some sources name a place that may be meant narrowly or widely.',
  'discussion.cause.sources': 'The cause lies in what is named: not every source speaks of the same ground.',
  'discussion.shelled.all':
    'All ground that was reported shelled lies on ground that some source attributes to {party}',
  'discussion.shelled.none': 'No ground that was reported shelled lies on ground that any source attributes to {party}',
  'discussion.shelled.part':
    'Only part of the ground reported shelled lies on ground that some source attributes to {party}',
  'discussion.shelled.cause':
    'Both layers follow the same neighbourhoods by name, so this says as much of the reports as of the ground.',
  'discussion.change': 'Between {from} and {to} {told}',
  'discussion.more.one': 'the ground attributed to “{name}” grew',
  'discussion.more.some': 'the ground that any source attributes to “{name}” grew',
  'discussion.less.one': 'the ground attributed to “{name}” shrank',
  'discussion.less.some': 'the ground that any source attributes to “{name}” shrank',
  'discussion.change.events': 'The last events recorded in these days: {list}.',
  'discussion.event': '“{title}”',
  'discussion.areas': 'Published areas of the plan run from {low} to {high}',
  'discussion.areas.drawn': 'Our outline was drawn to one of them, so it confirms none.',

  'method.plan-only': 'Only the plan was measured, on the {ellipsoid} ellipsoid.',
  'method.laid-over':
    'The plan and {count, plural, one {# layer} other {# layers}} were laid over one another. Each piece of common ground was measured on the {ellipsoid} ellipsoid.',
  'method.counted-once':
    'Ground that one class covers twice counts once. Ground that several classes claim is also given apart.',
  'method.zones': 'Points and lines count with the ground within {radius} m of them.',
  'method.moved':
    'Then all lines were moved {draws, plural, one {# time} other {# times}}, each time as far as their stated accuracy lets them be off.',
  'method.middle': 'Each interval holds the middle 95 % of what came out.',
  'method.annex': 'The annex has the record that repeats this, layer by layer.',
} as const
