/** The report: its headings, captions, and the paragraphs that are made from the record. */
export const report = {
  'report.subtitle': 'Report on the ground of the plan, as of {date}',
  'report.subtitle-undated': 'Report on the ground of the plan',
  'report.made': '{engine}, study {id}, revision {revision}',
  'report.page': 'page {page} of {pages}',
  'report.table': 'Table {number}.',
  'report.figure': 'Figure {number}.',
  'report.cited': '[{number}]',
  'report.more-rows':
    '{count, plural, one {# more row stands} other {# more rows stand}} in the table export (CSV, XLSX).',
  'report.nothing': '–',

  'report.layer.named-by': 'Sources that name this ground: {list}.',
  'report.key.plan': 'Plan as measured',
  'report.key.published': 'Plan as published',
  'report.key.announced': 'Plan announced',
  'report.key.announced-on': '{day}; the day of this report lies {days}',
  'report.key.as-of': 'Day of this report',
  'report.key.not-known': 'Holder {why}',
  'report.key.held': 'Held by {party}',
  'report.key.lies-in': 'In {party}',
  'report.key.at-most': 'not known how much, at most {area}, {share} of the plan',
  'report.key.range': '{low}, up to {high}; {shares} of the plan',
  'report.key.none-by-all': 'up to {area}, {share} of the plan, none of it by all',
  'report.key.one': '{area}, {share} of the plan',

  'report.ground': 'The ground of the plan',
  'report.ground.on': 'The ground of the plan on {date}',
  'report.map': 'The plan and what lies on its ground, {date}. Ground outside the plan is veiled.',
  'report.map.undated': 'The plan and what lies on its ground. Ground outside the plan is veiled.',
  'report.map.alt':
    'Map of {title} at 1:{scale}, with the plan’s boundary. Layers: {layers}. The tables give the areas.',
  'report.map.alt-empty': 'Empty map: {title} has no layer with ground to show.',
  'report.no-layers': 'The study has no layer that is measured on this plan. Only the plan’s own area is reported.',
  'report.layer.none': '{layer}: no snapshot holds on the day, so nothing is said of it.',
  'report.layer.caption': '{layer}: area in the plan by class.',
  'report.layer.zones': 'Measured: {zones}.',
  'report.layer.schematic': 'Schematic.',
  'report.column.class': 'Class',
  'report.column.ha': 'ha',
  'report.column.km2': 'km²',
  'report.column.ha-interval': 'ha, 95 %',
  'report.column.km2-interval': 'km², 95 %',
  'report.column.plan-share': 'of the plan',
  'report.column.covered-share': 'of covered ground',
  'report.row.plan': 'Plan',
  'report.row.total': 'Total',
  'report.row.other': 'Other classes',
  'report.layer.empty-classes': 'No ground in the plan: {list}.',
  'report.layer.interval':
    'In brackets: 95 % intervals, from low to high; each value is rounded to what its interval supports.',
  'report.layer.order': 'Which has more ground is not established at this accuracy: {pairs}.',
  'report.layer.order-many':
    'Of {count, plural, one {# pair} other {# pairs}} of classes next to each other in size it is not established at this accuracy which has more ground; the section on how sure the areas are names them.',
  'report.pair': '“{a}” or “{b}”',
  'report.points': 'Points in the plan, counted and not measured.',
  'report.column.layer': 'Layer',
  'report.column.count': 'Points',
  'report.column.per-ha': 'per ha of plan',

  'report.crossing': 'What lies over one another',
  'report.crossing.about':
    'Every piece of the plan is counted in one cell only; the cells of a table add up to the plan.',
  'report.crossing.caption': '{a} (rows) and {b} (columns), {unit}.',
  'report.crossing.list': '{a} and {b}: the largest pieces of common ground.',

  'report.units': 'By unit: {units}',
  'report.units.about':
    'Areas inside the plan. Columns give “{layer}”; ground that several classes claim is counted under each of them.',
  'report.units.no-intervals':
    'Intervals were drawn for the whole plan, not for these units: they are too many, state no accuracy, or no layer is measured in them.',
  'report.units.caption-when': '{units} inside the plan, {unit}, {when}.',
  'report.units.caption': '{units} inside the plan, {unit}.',
  'report.column.unit': 'Unit',
  'report.column.in-plan': 'in the plan',

  'report.time': 'Through time',
  'report.time.about':
    'Between two snapshots of a layer the earlier one is shown as last known; nothing is interpolated.',
  'report.time.chart':
    '{layer}: share of the plan from {from} to {to}. Each step is a day on which another state begins to hold.',
  'report.time.chart-day': 'The triangle marks the day of this report.',
  'report.time.chart-announced': 'The diamond marks the announcement of the plan.',
  'report.time.chart-alt':
    'Chart of the share of the plan under each class of {layer}, from {from} to {to}; the table beside it gives the figures.',
  'report.time.caption': '{layer} through time, % of the plan.',
  'report.time.caption-intervals': '{layer} through time, {unit}, with 95 % intervals.',
  'report.column.day': 'Day',
  'report.column.basis': 'Basis',
  'report.time.changes': 'Ground told of parties on one day and not on the other, by the reports of each day.',
  'report.time.changes-about':
    'A change no larger than redrawing the same line within the stated accuracies could make (1.96 standard deviations of both drawings) is set apart as possible redrawing. A party, or a class without one, is said to have more or less ground only where the draws of both days, made together, establish it with 97.5 %.',
  'report.time.changes-of-zones': 'Ground of a class on one day and not on the other, as each day draws it.',
  'report.time.changes-about-of-zones':
    'A change no larger than redrawing the same line within the stated accuracies could make (1.96 standard deviations of both drawings) is set apart as possible redrawing. A class is said to have more or less ground only where the draws of both days, made together, establish it with 97.5 %.',
  'report.column.from-to': 'From, to',
  'report.column.changed': 'changed, ha',
  'report.column.redrawn': 'redrawing, ha',
  'report.time.from-to': '{from} to {to}',
  'report.time.unchanged': 'none',

  'report.published': 'Published figures and ours',
  'report.published.about':
    'Each figure stands with its own day or that of its source, ours with the day that it is of. The difference is ours less the published figure, as a part of the published figure. It is given only where the published figure lies outside our 95 % interval.',
  'report.published.caption': 'Published figures against what the layers of this study give.',
  'report.column.figure': 'Figure',
  'report.column.published': 'Published',
  'report.column.measured': 'Measured here',
  'report.column.difference': 'Difference',
  'report.column.source': 'Source',
  'report.published.plan': 'Area of the plan',
  'report.published.dated': '{what}, {date}',
  'report.without.not-an-area': 'not an area',
  'report.without.not-linked': 'no layer answers',
  'report.without.ground-missing': 'its ground is missing',
  'report.without.no-outline': 'no outline of the plan is known',
  'report.without.no-snapshot': 'no snapshot',

  'report.writing': 'Writing the report',
  'report.comparing': 'Measuring the other plans',
  'report.compared': 'Compared with other plans',
  'report.compared.about':
    'Each plan stands on the day of its own study. Only plans with an outline are measured. Of the others published and claimed figures are told, each with its day. Where sources differ, the first figure is ground that all of them name and the second ground that some do.',
  'report.compared.caption': 'The plans side by side, each on its own day; shares of the plan.',
  'report.compared.dated': '{range}, {when}',
  'report.compared.held': '{range}, {party}',
  'report.compared.none': 'none recorded',
  'report.compared.remark':
    'Siege, days: from its beginning to the last day on which ground was taken or left; an offensive more than half a year after it begins another fight; no days are counted from or to an event whose day is not given. A siege that a study does not record need not have been none.',
  'report.compared.days-of-plans': 'Days of each plan, as its study records them.',
  'report.compared.days': 'Days of each plan and of the fight for its ground, as its study records them.',
  'report.compared.draws': 'Intervals of {list}: {draws, plural, one {# draw} other {# draws}}, seed {seed}.',
  'report.compared.only-claimed': 'claimed only: see “{table}”',
  'report.compared.basis-by': '{basis}: {who}',
  'report.compared.and-more': '{list} and {count} more',
  'report.compared.remark-ground': '– : the study does not say.',
  'report.compared.inputs': 'Inputs: {list}.',
  'report.compared.input': '{id}, revision {revision}, SHA-256 {hash}…',
  'report.compared.holders': 'Who held the ground of each plan.',
  'report.compared.rule':
    'Two shares are called similar where they lie within ten percentage points, whatever sources are right. They are called different where it is established which is larger. Otherwise the question is not decided. Areas likewise, similar up to a factor of 1.25. Established means in 97.5 % of the draws of both plans. The annex tells each finding with its numbers. It says what the layers and events of the studies give, not why.',
  'report.compared.full': 'The comparison in sentences',
  'report.compared.findings': 'In what each plan is like {plan}, and in what not.',
  'report.column.topic': 'In',
  'finding.similar': 'similar',
  'finding.different': 'different',
  'finding.undecided': 'not decided',
  'finding.listed': 'in both',
  'finding.open': 'not compared',
  'report.column.plan': 'Plan',
  'report.column.held': 'Held by the party asked about',
  'report.column.shelled': 'Reported shelled',
  'report.column.damaged': 'Damage recorded',
  'report.column.siege': 'Siege, days',

  'report.uncertainty': 'How sure the areas are',
  'report.uncertainty.draws':
    'The intervals of this report are 95 % intervals: they run from the 2.5th to the 97.5th percentile of {draws, plural, one {# Monte Carlo draw} other {# Monte Carlo draws}} (seed {seed}), in each of which every layer lies as it may lie within its stated accuracy. The section on method says how they were drawn.',
  'report.uncertainty.no-draws':
    'No draws were asked for, so the tables of this report give areas without intervals, with one decimal, which is more than schematic outlines support. What follows is estimated without draws.',
  'report.uncertainty.lacking':
    'A layer states no positional accuracy, so no interval can be given of what it takes part in. What follows covers the other layers.',
  'report.uncertainty.ways':
    'The same areas are asked in several ways. The estimate is a 95 % interval to the first order, from the lengths of the boundaries and their accuracies, without draws. The bounds hold where every boundary is wrong by {sigmas} standard deviations in the worst sense; they are no 95 % interval.',
  'report.uncertainty.caption': 'The areas and how far they may be off, {unit}.',
  'report.uncertainty.of': '{layer}: {of}',
  'report.uncertainty.layers': 'How the layers err, and ground that cannot be attributed at this accuracy.',
  'report.uncertainty.layers-remark':
    's: standard deviation per axis. L: length over which errors go together. Band: half the width of the strip in which a boundary may lie; plan ground within the strip cannot be attributed.',
  'report.uncertainty.contributions': 'Whose error makes how much of the variance.',
  'report.uncertainty.contributions-remark':
    'The same draws with one source erring at a time. Parts need not add up to 100 %.',
  'report.uncertainty.order':
    'Whether “{larger}” has more ground than “{smaller}” is not established: in {share} of the draws it had.',
  'report.uncertainty.without':
    'All of these cover errors of position only: of the outlines, and of the datum operations that brought them to WGS 84. They do not cover who held the ground or what happened on it, what no source reported, how a class was delimited, ground that a schematic outline leaves out or takes in, or an accuracy that is stated wrongly.',
  'report.uncertainty.without-holders':
    'All of these cover errors of position only: of the outlines, and of the datum operations that brought them to WGS 84. They do not cover what is or happened on the ground, what no source reported, how a class was delimited, ground that a schematic outline leaves out or takes in, or an accuracy that is stated wrongly.',
  'report.column.area-of': 'Area of',
  'report.column.estimate': 'estimate, 95 %',
  'report.column.as-measured': 'as measured, {unit}',
  'report.column.mean': 'draws, mean',
  'report.column.sd': 'standard deviation',
  'report.column.drawn': 'draws, 95 %',
  'report.column.bounds': 'bounds',
  'report.column.lambda': 'L, m',
  'report.column.band': 'band, m',
  'report.column.unattributed': 'not attributable, {unit}',
  'report.column.errs': 'Erring',

  'report.events': 'Events',
  'report.events.caption': 'Dated events; days are counted from the announcement of the plan ({date}).',
  'report.events.caption-undated':
    'Dated events. The day on which the plan was announced is not known, so no days are counted from it.',
  'report.column.event': 'Event',
  'report.column.days': 'Days',

  'report.claims': 'What sources say',
  'report.claims.about': 'Statements of sources that this study records and does not measure.',
  'report.gaps': 'Not measured',
  'report.gaps.about': 'No usable source was found for the following.',

  'report.method': 'Method',
  'report.method.area':
    'Areas were measured on the {ellipsoid} ellipsoid by {engine}, with edges straight in longitude and latitude.',
  'report.method.overlay':
    'The plan and {count, plural, one {# measured layer} other {# measured layers}} were cut into ground under one and the same set of classes. Ground that one class covers twice counts once; ground that several classes of a layer claim counts under each of them and is also given apart. Rounding was done last, after summing.',
  'report.method.plan-only': 'Only the plan was measured; no other layer holds on this day.',
  'report.method.residual': 'The pieces add up to the plan’s area, computed on its own, within {residual} m².',
  'report.method.snapshot': 'Where a layer has several snapshots, the last one on or before the day holds.',
  'report.method.unmoved': 'All layers came in WGS 84 coordinates and were not moved.',
  'report.method.moved':
    '{layer} came in {name} ({code}) and was brought to WGS 84 by {operation} (accuracy {accuracy} m), which moved it by {shift} m.',
  'report.method.moved-unknown':
    '{layer} came in {name} ({code}) and was brought to WGS 84 by {operation}, whose accuracy is not known and which moved it by {shift} m.',
  'report.method.converted': '{layer} came in {name} ({code}), on the datum of WGS 84, and needed no datum operation.',
  'report.method.fill':
    'What lies inside an outline follows the even-odd rule, within each polygon or over all rings of a feature, as the table of layers states.',
  'report.method.buffer':
    'Points and lines of {layer} were made zones with a radius of {radius} m; their area depends on that radius.',
  'report.method.interval':
    'The 95 % intervals run from the 2.5th to the 97.5th percentile of {draws, plural, one {# Monte Carlo draw} other {# Monte Carlo draws}} (seed {seed}). In each draw the layers of one source move together: half of the variance is one shift common to the source, half a smooth random field with Gaussian correlation over a length L = max(200 m, 4s). {list}. s is the standard deviation per axis and joins the layer’s stated accuracy with half the accuracy of its datum operation.',
  'report.method.sigma': '{layer}: s\u00a0=\u00a0{sigma}\u00a0m, L\u00a0=\u00a0{lambda}\u00a0m',
  'report.method.sigma-quoted': '{layer}: s\u00a0=\u00a0{sigma}\u00a0m ({quoted}), L\u00a0=\u00a0{lambda}\u00a0m',
  'report.method.interval-missing':
    'There are no intervals, because a layer states no positional accuracy, or one coarser than the plan is wide.',
  'report.method.no-interval': 'No intervals were asked for.',
  'report.method.damage':
    'Ground of a damage layer is the ground that the layer names. It is no estimate from a sample with an error matrix (Olofsson et al. 2014).',
  'report.method.record': 'The layers of this report.',
  'report.column.crs': 'Coordinates',
  'report.column.sigma': 's, m',
  'report.column.fill': 'Inside',
  'report.column.made': 'Made',
  'report.column.features': 'Features',
  'report.column.sha256': 'SHA-256 (12)',
  'report.fill.polygon': 'each polygon',
  'report.fill.feature': 'each feature',
  'report.crs.moved': '{code}, {operation}',
  'report.schematic-made': '{made}, schematic',

  'report.limits': 'Notes and limits',
  'report.limits.schematic':
    'Schematic outlines are drawn from descriptions and a few coordinates, not surveyed. They carry orders of magnitude and shares; they decide nothing about a single property.',
  'report.limits.feature': '{note} (feature {feature})',

  'report.sources': 'Sources',
  'report.sources.none': 'The study names no source.',
  'report.sources.side': 'side: {side}',
  'report.sources.accessed': 'read on {date}',
  'report.sources.accessed-in': 'read in {date}',
  'report.sources.for': 'For: {list}.',
  'report.references': 'References',
  'report.cite': 'Cite this result',
  'report.cite.hash':
    'The input SHA-256 is taken over the study’s record and the question (day, draws, seed); map sheet, tables and data package of the same question bear the same one.',
} as const
