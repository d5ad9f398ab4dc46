/** Lists of damaged sites and of events, and series that are loaded at once. */
export const lists = {
  'list.comma': ', ',
  'list.semicolon': '; ',
  'damage.ground.plan': 'the plan',
  'damage.ground.list': 'the whole list',
  'damage.sentence':
    'In the image of {date}, {affected, plural, one {# site in {ground} is affected} other {# sites in {ground} are affected}}; {destroyed, plural, one {# of them is destroyed} other {# of them are destroyed}}.',
  'damage.sentence.undated':
    '{affected, plural, one {# site in {ground} is affected} other {# sites in {ground} are affected}}; {destroyed, plural, one {# of them is destroyed} other {# of them are destroyed}}. Nobody says the day of the image.',
  'damage.listed': 'The list holds {listed, plural, one {# site} other {# sites}}.',
  'damage.coverage.all': 'The image showed all {sites} of the sites listed here.',
  'damage.coverage.part':
    'The image did not show {missing} of the {sites, plural, one {# site} other {# sites}} listed here: not assessed is not the same as no damage.',
  'damage.coverage.unrecorded':
    '{count, plural, one {# of these has no record at this image; the list does not say whether it was unseen or undamaged} other {# of these have no record at this image; the list does not say whether they were unseen or undamaged}}.',
  'damage.new':
    'Since the last image that showed each site (the image before is of {since}): {new} newly affected, {first} affected and never shown before, {worse} graded worse.',
  'damage.new.again':
    'Besides, {count, plural, one {# site is affected again: it was affected in an earlier image and without damage in the last that showed it} other {# sites are affected again: they were affected in an earlier image and without damage in the last that showed them}}.',
  'damage.new.none': 'There is no image before it in this list, so nothing can be called new.',
  'damage.density': '{perHa} affected sites per hectare of the plan.',
  'damage.share': 'Affected sites are {share} of the buildings counted.',
  'damage.share.none':
    'No share of buildings is given for the plan as a whole, because nobody says how many buildings it has.',
  'damage.doubt':
    'Doubtful: {count, plural, one {# site that was affected before is without damage in this image} other {# sites that were affected before are without damage in this image}}.',
  'damage.clusters':
    'Clusters: {clusters}, on {area}, with {affected, plural, one {# affected site} other {# affected sites}}. Rule: cells of {cell} m with at least {least, plural, one {# affected site} other {# affected sites}}, joined where they share a side.',
  'damage.clusters.others': 'Other rules would give: {list}.',
  'damage.clusters.other': '{cell} m, at least {least}: {clusters} on {area}',
  'damage.images': 'Affected sites by image',
  'damage.images.all': 'All images, all grades',
  'damage.column.image': 'image',
  'damage.column.affected': 'affected',
  'damage.column.new': 'new',
  'damage.column.unit': 'unit',
  'damage.column.perHa': 'per ha',
  'damage.column.share': 'of buildings',
  'damage.undated': 'no day',
  'damage.units': 'Sites by unit, {date}',
  'damage.units.more': 'All units ({count})',
  'damage.open':
    'Nobody has said which values mean destroyed. Such codes run both ways, so nothing is counted until you choose.',
  'damage.open.choose':
    '{code} means destroyed: of {affected, plural, one {# affected site} other {# affected sites}}, {destroyed} would be destroyed',
  'damage.open.classes': 'Say in the settings of this layer which field tells the grades and what its values mean.',
  'events.rule.radius':
    '{used} of {listed, plural, one {# event} other {# events}} take part, each with a circle of {radius} m: {area} of the plan ({share}).',
  'events.rule.grid':
    '{used} of {listed, plural, one {# event} other {# events}} take part; cells of {cell} m with at least {least} of them are ground: {area} of the plan ({share}).',
  'events.rule.none':
    '{used} of {listed, plural, one {# event} other {# events}} take part and are counted only. Give a radius or a grid to make ground of them.',
  'events.rule.no-plan': '{used} of {listed, plural, one {# event} other {# events}} take part.',
  'events.window.open': 'All days count.',
  'events.window.from': 'Days from {from} on count.',
  'events.window.to': 'Days up to {to} count.',
  'events.window.both': 'Days from {from} to {to} count.',
  'events.place.site':
    'Only places known as sites take part: a position of at least {shared, plural, one {# event} other {# events}} of the list is the middle of a town, and is not counted inside parcels.',
  'events.place.town': 'Places known to the town take part, so nothing can be said of single parcels.',
  'events.place.area': 'All places take part, districts too, so nothing can be said of single parcels.',
  'events.count': 'events',
  'events.shared': 'Positions left out because many events share them',
  'events.shared.one': '{place}: {count} on these days',
  'events.curves': 'What other rules would give',
  'events.axis.radiusM': 'radius, m',
  'events.axis.cellM': 'width of the cells, m',
  'events.axis.least': 'events that a cell must hold',
  'events.curve.alt': 'Hectares of the plan by {by}. {text}',
  'events.units': 'Events by unit',

  'report.damage': 'Damaged sites',
  'report.damage.images': 'Sites by image and grade: {layer}.',
  'report.event-lists': 'Lists of events',
  'report.event-lists.counts': 'Events used and left out: {layer}.',
  'report.event-lists.curve': 'Ground of the plan by {by}.',
  'report.event-lists.used': 'The rule used stands apart.',

  'page.series': 'Load all {count} as the snapshots of one series',
  'page.series.or': 'Or some of them, each as a layer of its own:',
  'page.series.days':
    'The day of each is taken from its name. A day that the name leaves open must be said, in the Gregorian calendar.',
  'page.series.name': 'Name of the series',
  'page.series.role': 'What is it?',
  'page.series.role.choose': 'Choose …',
  'page.series.day': 'Day of {name}',
  'page.series.open.none': 'no day in its name',
  'page.series.open.several': 'several days in its name: {readings}',
  'page.series.open.day-or-month': 'day and month may be exchanged: {readings}',
  'page.series.open.other-calendar': 'perhaps another calendar: {readings}',
  'page.series.load': 'Load the series',
  'page.columns': 'Dated columns',
  'page.columns.about':
    'This file has {count, plural, one {# column} other {# columns}} of values, each of its own day: {days}. They can be loaded as one series.',
  'page.columns.codes': 'Its codes run both ways. Which one means destroyed?',
  'page.columns.codes.3': '3 means destroyed, 1 moderately damaged',
  'page.columns.codes.1': '1 means destroyed, 3 moderately damaged',
  'page.columns.codes.open': 'I do not know: count nothing yet',
  'page.columns.load': 'Load as a series of damage',
  'page.settle.series':
    'One of {count, plural, one {# snapshot} other {# snapshots}} of a series: name, role, classes and accuracy change for all of them.',
  'page.settle.buildings': 'Field with the number of buildings before the damage',
  'page.settle.buildings.none': 'none: no share of buildings is given',
  'page.events': 'A list of dated events',
  'page.events.found': 'The columns are those of a list of events ({kind}).',
  'page.events.take': 'Take it as a list of events: each has its own day, and town centres are left out',
  'page.events.from': 'First day that counts',
  'page.events.to': 'Last day that counts',
  'page.events.coarsest': 'Places that take part',
  'page.events.coarsest.site': 'sites only',
  'page.events.coarsest.town': 'sites, and towns by their middle',
  'page.events.coarsest.area': 'all, districts too',
  'page.events.shared': 'Events that make a position the middle of a town',
  'page.events.cell': 'Grid instead of a radius: width of its cells, metres',
  'page.events.least': 'Events that a cell must hold',
} as const
