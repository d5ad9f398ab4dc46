/** Series, timelines, cross-tables, events, damage points and precedents. */
export const time = {
  'timeline.measuring': 'Measuring each date',
  'mark.announcement': 'announcement of the plan',
  'mark.as-of': 'the study’s day',
  'mark.snapshot': 'snapshot',
  'mark.start': 'begins',
  'mark.end': 'no longer valid',
  'mark.feature': 'a feature begins or ends',
  'holds.shown': 'shown on this day',
  'holds.stated': 'stated for this day',
  'holds.last-known': 'as last reported on {date}, {long} before',
  'holds.undated': 'day not stated',
  'holds.nothing': 'no snapshot speaks of this day',
  'days.before': '{long} before the announcement',
  'days.on': 'on the day of the announcement',
  'days.after': '{long} after the announcement',
  'days.not-given': 'day not given',
  'days.unknown': 'day of the announcement not known',

  'note.date-from-name': '{file}: taken as of {date}, from its name.',
  'note.date-from-column':
    '{layer}: column {field} is taken as the image of {date}, from its name or the day beside it.',
  'problem.snapshots-undated':
    '{layer}: the day of some snapshots cannot be taken from their names: {list}. Say the day of each in the Gregorian calendar.',
  'problem.snapshots-one-day':
    '{file} and {other} both speak of {date}. Leave one of them out, or give it its own day.',
  'problem.snapshots-of-kinds':
    '{layer}: snapshots of one series are all polygons, all lines or all points, but these are {kinds}. Load them apart.',
  'problem.snapshots-overlap':
    '{layer}: its snapshot of {days} and that of {other} both say who held the ground on the same days. Let the earlier one end before the later one begins, or give one another name.',
  'problem.columns-undated':
    '{layer}: no column is named after a day, and none has a column of sensor dates beside it. Its columns are: {fields}. Say the day of each column.',
  'problem.plan-is-one':
    '{layer} is a series of {count, plural, one {# snapshot} other {# snapshots}}, and a plan is one layer. Load the plan by itself.',
  'note.timeline-dates-thinned':
    '{layer}: its features begin or end on {count, plural, one {# day} other {# days}}; {kept} of them, the last of each month or year, are measured.',
  'note.layer-undated-holds': '{layer}: names no date and is taken to hold on every day.',
  'note.feature-dates-open':
    '{layer}: {count, plural, one {# feature has an end} other {# features have ends}} written as 9999-12-31, 0001-01-01 or the day 0 of a clock, which is how programs write that there is none; taken as open.',
  'note.feature-dates-reversed':
    '{layer}: {count, plural, one {# feature ends before it begins and takes} other {# features end before they begin and take}} no part: {places}.',
  'note.feature-dates-day-or-month':
    '{layer}: in {count, plural, one {# date} other {# dates}} such as “{value}” day and month, or the year, may be exchanged; those features take no part. Say which comes first (dateOrder in the options of the layer, --date-order NAME=dmy or mdy).',
  'note.layer-end-open': '{layer}: an end of 9999-12-31 is how programs write that there is none; taken as open.',
  'note.dates-read-day-month':
    '{layer}: {count, plural, one {# date ends} other {# dates end}} with the year; day and month were told apart by the column as a whole, or as asked: “{value}” is {from}.',
  'note.dates-read-two-digit-year':
    '{layer}: {count, plural, one {# date gives} other {# dates give}} two digits of the year, read as a year from 1970 to 2069: “{value}” is {from}.',
  'note.dates-read-hijri':
    '{layer}: {count, plural, one {# date was} other {# dates were}} converted from the Hijri calendar (Umm al-Qura): “{value}” is {from}. Where days were counted by sight of the moon they may lie a day or two beside that.',
  'note.dates-read-serial':
    '{layer}: {count, plural, one {# date is a number} other {# dates are numbers}} as spreadsheets (Excel) count days, from 1900: “{value}” is {from}. By the count from 1904 they would lie four years and a day later.',
  'note.dates-read-epoch':
    '{layer}: {count, plural, one {# date is a number} other {# dates are numbers}} of seconds since 1970, or of parts of them: “{value}” is {from} in UTC.',
  'note.dates-read-partial':
    '{layer}: {count, plural, one {# date names} other {# dates name}} only a month or a year, taken from its first day to its last: “{value}” is {from} to {to}.',
  'note.feature-dates-other-calendar':
    '{layer}: {count, plural, one {# date of its features is} other {# dates of its features are}} of a year that may be of another calendar (Persian or Buddhist); those features take no part.',
  'note.series-last-known':
    '{layer}: {count, plural, one {# snapshot} other {# snapshots}}. After its day, until the next, each is shown as last reported; nothing is interpolated.',
  'note.snapshots-one-day': '{layer}: several snapshots speak of {date}; the one loaded last is taken ({taken}).',
  'note.announcement-missing':
    '{study}: no day of the plan’s announcement is known, so no days before or after it are counted.',
  'note.layer-elsewhere':
    '{layer}: all of it lies {km} km from the plan, so none of the plan is in it. Check that it is a layer of this place.',
  'note.timeline-empty': '{study}: has no layer of control, damage or shelling, so nothing is measured on any day.',
  'note.change-width-missing':
    '{layer}, {from} to {to}: a snapshot states no positional accuracy, so redrawn lines cannot be told from changes on the ground.',

  'problem.series-undated':
    '{layer} is a series of {count, plural, one {# snapshot} other {# snapshots}}, but {title} names no date. Give each its date.',
  'problem.date-other-calendar':
    '{layer}: {date} lies before 1500 or after 2300 and is perhaps of another calendar. Give the day in the Gregorian calendar.',
  'problem.announcement-unknown':
    'The study {study} does not know the day on which its plan was announced. Give a day as YYYY-MM-DD, or the study its plan’s day.',
  'problem.plan-elsewhere':
    'The plan {plan} lies {km} km or more from every layer ({layers}): it is a plan of another place. Choose the plan or the layers of one place, or check their coordinate systems.',
  'problem.window-reversed': 'The days from {from} to {to} end before they begin. Exchange them.',
  'problem.cross-table-layers':
    'A cross-table takes at most {most} different measured layers and at least one, not “{value}”. Measured here: {known}.',
  'problem.events-without-date':
    'The events have no column that is a date, so no days can be chosen. Their columns are: {fields}.',
  'problem.grid-needs-points': 'Events of kind {kind} cannot be counted in the cells of a grid. Give a radius instead.',
  'problem.dates-day-or-month':
    'In column {field} day and month may be exchanged (“{value}”). Say which comes first (dateOrder in the options of the layer, --date-order NAME=dmy or mdy), or write the days as YYYY-MM-DD.',
  'note.events-by-radius':
    '{layer}: zones are circles of {radiusM} m round {events} of its {all, plural, one {# event} other {# events}}; the area depends on that radius.',
  'note.events-by-grid':
    '{layer}: zones are cells of {cellM} m with at least {least, plural, one {# event} other {# events}}, made of {events} of its {all}; the area depends on both numbers.',
  'note.events-not-said':
    '{layer}: its columns are those of a list of events, and {count} of them lie on positions that at least {sharedFrom} share, as the middle of a town does. All of them became zones: say that it is a list of events to leave them out.',
  'note.events-counted':
    '{layer}: {events} of its {all, plural, one {# event} other {# events}} are counted as points; give a radius or a grid to make zones of them.',
  'note.event-sensitivity': '{layer}: what other rules would give of the plan: {areas}.',
  'note.event-no-position': '{layer}: {count, plural, one {# event has} other {# events have}} no place, left out.',
  'note.event-no-date': '{layer}: {count, plural, one {# event names} other {# events name}} no day, left out.',
  'note.event-date-unusable':
    '{layer}: {count, plural, one {# event has} other {# events have}} a day that cannot be read or meant (such as 1970-01-01), left out.',
  'note.event-date-uncertain':
    '{layer}: {count, plural, one {# event} other {# events}} may have happened inside the days asked for or outside of them, left out.',
  'note.event-outside-window': '{layer}: {count, plural, one {# event} other {# events}} happened on other days.',
  'note.event-coarse-place':
    '{layer}: {count, plural, one {# event is} other {# events are}} placed at the middle of a town or district, as the list itself says, left out.',
  'note.event-shared-position':
    '{layer}: {count, plural, one {# event lies on a position} other {# events lie on positions}} that at least {sharedFrom, plural, one {# event} other {# events}} of the list share; such a position is the middle of a town, not a site, left out.',
  'note.damage-value-unknown':
    '{layer}: {count, plural, one {# value belongs} other {# values belong}} to no damage grade of the mapping, counted in none.',
  'note.damage-lists-apart':
    '{layer}: its images come in {count, plural, one {# separate list} other {# separate lists}}; what is new since the image before cannot be told from one list to the next, and each is counted apart.',
  'note.damage-vanishes':
    '{layer}: in the image of {date}, {count, plural, one {# site that was affected before is} other {# sites that were affected before are}} without damage. Damage seldom goes away, so that image may not have shown them; its counts, and what is new after it, are doubtful.',
  'note.damage-grades-open':
    '{layer}: nobody has said which values mean destroyed, severe or moderate, and such codes run both ways, so nothing is counted.',
  'note.buildings-unreadable':
    '{layer}: {count, plural, one {# value of {field} is} other {# values of {field} are}} no number of buildings; no share of buildings is given there.',
  'note.events-not-by-unit': '{layer}: places as coarse as towns take part, so events are not counted in units.',
  'problem.codes-not-damage':
    '{layer}: the values of {field} are no damage codes in which 1 or 3 could mean destroyed. Give the classes instead.',
  'damage.whole-list': 'whole list',
  'events.listed': 'in the list',
  'events.used': 'used',
  'events.in-plan': 'of these on the plan',
  'events.left.no-position': 'left out: no place',
  'events.left.no-date': 'left out: no day',
  'events.left.date-unusable': 'left out: a day that cannot be meant, such as 1970-01-01',
  'events.left.date-uncertain': 'left out: perhaps on these days, perhaps not',
  'events.left.outside-window': 'left out: on other days',
  'events.left.coarse-place': 'left out: only the town or district is known',
  'events.left.shared-position': 'left out: the middle of a town, not a site',
  'events.curve.none': 'the rule used',
  'events.curve.radiusM': 'radius',
  'events.curve.cellM': 'width of the cells',
  'events.curve.least': 'events that a cell must hold',
  'grade.destroyed': 'destroyed',
  'grade.severe': 'severely damaged',
  'grade.moderate': 'moderately damaged',
  'grade.possible': 'possibly damaged',
  'grade.none': 'no visible damage',
  'grade.not-assessed': 'not assessed',
  'grade.affected': 'affected (destroyed, severely or moderately damaged)',
  'finding.topic.plan-area': 'area of the plan',
  'finding.topic.held-at-announcement': 'ground held when the plan was announced',
  'finding.topic.held': 'ground held on the day of the study',
  'finding.topic.shelled': 'ground reported shelled',
  'finding.topic.damaged': 'ground with recorded damage',
  'finding.topic.taken': 'ground taken before or after the announcement',
  'finding.topic.siege': 'siege',
  'finding.topic.law': 'laws of the time',
  'finding.part.not-held': 'who held {plan} on {date} is not known here',
  'finding.part.no-announcement': 'the day on which {plan} was announced is not known here',
  'finding.part.covered': 'of {plan}, {range} ({about})',
  'finding.part.not-covered': '{plan}: none of its ground recorded ({about})',
  'finding.part.no-shelling': 'nothing is said about shelling in {plan}',
  'finding.part.no-damage': 'nothing is said about damage in {plan}',
  'finding.part.no-shelling-by': 'nothing is said about shelling in {plan} up to {date}',
  'finding.part.no-damage-by': 'nothing is said about damage in {plan} up to {date}',
  'finding.part.no-siege': 'none recorded',
  'finding.part.siege': '{from} to {to} by the days recorded, {long}',
  'finding.part.siege-dates': '{from} to {to}, day not given',
  'finding.part.siege-open': 'from {from}, its end not recorded',
  'finding.held.open': 'Shares held cannot be compared: {partA}; {partB}.',
  'finding.shelled.open': 'Ground reported shelled cannot be compared: {partA}; {partB}.',
  'finding.damaged.open': 'Ground with recorded damage cannot be compared: {partA}; {partB}.',
  'finding.taken.similar':
    'The ground was last taken on the same side of the plan’s announcement: {a}, {partA}; {b}, {partB}.',
  'finding.taken.different':
    'The ground was last taken on different sides of the plan’s announcement: {a}, {partA}; {b}, {partB}.',
  'finding.taken.open':
    'The last taking of the ground and the announcement cannot be compared: {a}, {partA}; {b}, {partB}.',
  'finding.siege.listed': 'A siege is recorded in both studies: {one}, {partA}; {other}, {partB}.',
  'finding.siege.open':
    'A siege is recorded in the study of {one}, {partA}; in that of {other} none is recorded, which does not mean that there was none.',
  'finding.law.listed':
    'Both studies list among the events of their time: {laws}. Whether it is the law of either plan is not compared here.',
  'precedent.area': 'Area of the plan',
  'precedent.published': 'Published areas',
  'precedent.announced': 'Announcement of the plan',
  'precedent.held-at-announcement': 'Held, on the day of the announcement',
  'precedent.shelled-at-announcement': 'Reported shelled by the day of the announcement',
  'precedent.damaged-at-announcement': 'Recorded damage by the day of the announcement',
  'precedent.held': 'Held, on the study’s day',
  'precedent.shelled': 'Reported shelled by the study’s day',
  'precedent.damaged': 'Recorded damage by the study’s day',
  'precedent.points': 'Points',
  'precedent.taken': 'Last taken',
  'precedent.siege': 'Siege',
  'precedent.people': 'People, as published',
  'precedent.cell.points': '{what}: {count} ({perHa} per ha)',
  'precedent.cell.people': '{value} {what}',
  'precedent.cell.held': '{party}: {range}',
  'finding.part.besides-ended': '{text} (of other ground who held it is not known, because a hold had ended)',
  'precedent.cell.besides-ended': 'of other ground who held it is not known, because a hold had ended',
  'precedent.cell.not-known': 'who held it is not known',
  'rule.radius': '{length} m: {area} ({share})',
  'rule.grid': '{length} m, {least, plural, one {# event} other {# events}} or more: {area} ({share})',
  'precedent.cell.dated': '{text} ({date})',
  'precedent.cell.no-control': 'nothing is said about control',
  'precedent.cell.no-shelling': 'nothing is said about shelling',
  'precedent.cell.no-damage': 'nothing is said about damage',
  'precedent.cell.none-recorded': 'none of its ground recorded ({about})',
  'sheet.column.days': 'days from the announcement',
  'sheet.column.shareOfNamed': 'share of what is named',
  'sheet.column.difference': 'difference, of the published',
  'sheet.row.event': 'event',
  'sheet.row.measured-against': 'measured',
  'problem.name-without-date':
    '{file}: its name tells no date ({reason}{readings}). Give the date of each file of {layer} with --date {layer}=YYYY-MM-DD.',
  'reason.none': 'there is none in it',
  'reason.several': 'several: ',
  'reason.day-or-month': 'day and month may be exchanged: ',
  'reason.other-calendar': 'perhaps another calendar: ',
  'chart.pale': 'Pale: last known; nobody says that it was still so. A line at its start is the day of the snapshot.',
  'chart.intervals': 'Upright bars: 95 % interval of a class, from its lower edge.',
  'chart.break': 'Dashed line: longer than drawn.',
} as const
