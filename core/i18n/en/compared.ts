/** What compared plans have in common or not, as draws decide. */
export const compared = {
  'finding.share-by': '{share} {who}',
  'finding.points': '{from} to {to} percentage points',
  'finding.part.held': 'of {plan}, {party} held {range}, {when}',
  'finding.part.own-outline': '{text} (the ground drawn is the plan’s own outline, which reports name as a place)',
  'finding.part.held-disputed': 'of {plan}, {party} held {range}, {when} ({others})',
  'finding.plan-area.similar':
    'The plans are of similar size, {larger} {factor} times as large as {smaller}: {partA}; {partB}.',
  'finding.plan-area.different': '{larger} is {factor} times as large as {smaller}: {partA}; {partB}.',
  'finding.plan-area.undecided':
    'Which plan is larger, or whether they are of similar size, is not decided at this accuracy, {larger} being {factor} times as large as {smaller}: {partA}; {partB}.',
  'finding.plan-area.undrawn': 'Which plan is larger is not decided, as there are no intervals: {partA}; {partB}.',
  'finding.held.similar':
    'The share of {a} held by {partyA} and that of {b} held by {partyB} are similar (the first less the second: {difference}): {partA}; {partB}.',
  'finding.held.different':
    'The share of {more} held by {partyMore} is larger than that of {less} held by {partyLess}, by {difference}: {partA}; {partB}.',
  'finding.held.undecided':
    'Whether the share of {a} held by {partyA} and that of {b} held by {partyB} differ is not decided; the first less the second is {difference}: {partA}; {partB}.',
  'finding.held.undrawn':
    'Whether the share of {a} held by {partyA} and that of {b} held by {partyB} differ is not decided, as there are no intervals: {partA}; {partB}.',
  'finding.shelled.similar':
    'Shares in ground reported shelled are similar (that of {a} less that of {b}: {difference}): {partA}; {partB}.',
  'finding.shelled.different':
    'A larger share of {more} lies in ground reported shelled than of {less}, by {difference}: {partA}; {partB}.',
  'finding.shelled.undecided':
    'Whether shares in ground reported shelled differ is not decided; that of {a} less that of {b} is {difference}: {partA}; {partB}.',
  'finding.shelled.undrawn':
    'Whether shares in ground reported shelled differ is not decided, as there are no intervals: {partA}; {partB}.',
  'finding.damaged.similar':
    'Shares in ground with recorded damage are similar (that of {a} less that of {b}: {difference}): {partA}; {partB}.',
  'finding.damaged.different':
    'A larger share of {more} lies in ground with recorded damage than of {less}, by {difference}: {partA}; {partB}.',
  'finding.damaged.undecided':
    'Whether shares in ground with recorded damage differ is not decided; that of {a} less that of {b} is {difference}: {partA}; {partB}.',
  'finding.damaged.undrawn':
    'Whether shares in ground with recorded damage differ is not decided, as there are no intervals: {partA}; {partB}.',
  'precedent.cell.interval': 'in brackets: 95 % interval of its position',
  'change.by-ends': 'by all sources {agreed}, by some {all}',
  'compare.of-plan': '{plan} – {text}',
  'compare.skipped': 'Not compared: {study}. {reason}',
  'change.all-classes': 'all classes',
  'change.of-all-sources': '{name}, by all sources',
  'change.of-any-source': '{name}, by some',
  'change.other-reports':
    'The two days rest on other reports. “By all sources” is ground that every source names which speaks of the party on that day, “by some” ground that any of them names. Ground named on one day and not on the other need not have changed hands.',
  'change.other-drawings':
    'The two days rest on two drawings. Ground of a class on one day and not on the other may have been drawn otherwise rather than have changed.',
  'change.net.not-known': 'not known of {area}, whose hold had ended',
  'change.net.undecided': 'not decided ({low} to {high})',
  'page.change.net': 'more or less, ha, 95 %',
  'report.column.net': 'More or less ground, ha, 95 %',
  'report.time.net': '{name}: {net}',
  'finding.plan-area.open':
    'Areas of the plans cannot be compared, as at least one is only published and a published figure has no interval: {partA}; {partB}.',
  'finding.part.announced': '{plan} (announced on {date})',
  'finding.part.unannounced': '{plan} (day of its announcement not known)',
  'finding.part.area-measured': '{plan}, {area} as measured',
  'finding.part.area-drawn': '{plan}, {area} as drawn to its published area',
  'finding.part.area-published': '{plan}, {list} as published',
  'finding.part.area-besides': '{area}, and as published {list}',
  'finding.part.layer': '“{layer}”, {when}',
  'finding.part.never-taken': 'no taking of the ground recorded',
  'finding.part.taken': '{date}, {since} ({announced})',
  'finding.part.taken-unknown': '{date}, {since}',
  'finding.held.open-because': 'Whether the shares held differ is not decided, as {because}: {partA}; {partB}.',
  'finding.shelled.open-because':
    'Whether shares in ground reported shelled differ is not decided, as {because}: {partA}; {partB}.',
  'finding.damaged.open-because':
    'Whether shares in ground with recorded damage differ is not decided, as {because}: {partA}; {partB}.',
  'finding.because.and': '{one}, and as {other}',
  'finding.because.last-report': 'that of {plan} is only as last reported',
  'finding.because.not-named': 'no source names such ground in {plan}',
  'finding.because.periods': 'the reports cover unlike periods ({a}: {periodA}; {b}: {periodB})',
  'finding.because.outline': 'that of {plan} is the outline of the plan itself, which reports name as a place',
  'finding.period': '{from} to {to}, {long}',
  'finding.period.not-stated': 'beginning not stated',
  'finding.period.up-to': 'up to {to}, beginning not stated',
  'finding.part.not-named': 'no source names ground of {plan} that {party} held, {when}',
  'precedent.cell.not-named': 'no ground named as held by {party}',
  'published.verdict.drawn': 'none given: drawn to a published figure',
  'published.verdict.other-day': 'none given: other day',
  'published.verdict.within': 'not decided: within the interval',
  'published.verdict.no-interval': 'not decided: no interval',
  'published.verdict.more': 'ours is more',
  'published.verdict.less': 'ours is less',
  'published.about': 'about {value}',
  'published.up-to': 'up to {value}',
  'published.less-than': 'less than {value}',
  'published.more-than': 'more than {value}',
  'published.on': '{text}, {date}',
  'export.field.measuredIntervalLow': 'ours, 95 %, low',
  'export.field.measuredIntervalHigh': 'ours, 95 %, high',
  'export.field.verdict': 'whether ours differs',
  'claimed.other-day':
    '“other day” marks figures of the same thing that are not alike and may be of another day, as one is given by a month, a year or a period only: whether they contradict one another cannot be said.',
  'claimed.other-day-mark': '{figure} (other day)',
  'class.hold-ended': 'not known (hold of {party} ended {when}: {event})',
  'class.hold-ended-head': 'not known (hold of {party} ended {when})',
  'holds.ended': '{ended}; anything else {basis}',
  'sheet.row.hold-ended': 'not known (hold ended)',
} as const
