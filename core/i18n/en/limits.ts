/** What is asked for and is more than the program gives, each with what would fit; and what machine and network refuse. */
export const limits = {
  'problem.picture-too-large':
    'A picture of {width} × {height} mm at {dpi} dots to the inch has {dots} million dots; at most {most} million are drawn. Ask for at most {fitting} dots to the inch, or for PDF or SVG, which are sharp at any size.',
  'problem.pictures-too-large':
    '{count, plural, one {# picture} other {# pictures}} of {width} × {height} mm at {dpi} dots to the inch have {dots} million dots together; at most {most} million are drawn at once. Ask for at most {fitting} dots to the inch, for one page at a time, or for PDF or SVG.',
  'problem.sheet-too-many-units':
    'The plan has ground in {count, plural, one {# unit} other {# units}}; at most {most} sheets are drawn at once. Load larger units, such as sectors instead of parcels.',
  'why.logo-filter': 'it holds a filter (blur, noise, shadow), which may take hours to draw; save it as PNG',
  'why.logo-dots': 'it has more than {limit} million dots; save it smaller',
  'problem.task-too-long':
    'The work took longer than {seconds} s and was ended; nothing was changed. Ask for fewer draws, a smaller plan or fewer layers, or let whoever runs the server raise --task-limit.',
  'problem.server-busy':
    '{count, plural, one {# piece} other {# pieces}} of work are waiting already. Try again in a minute.',
  'problem.disk-read-only':
    'The disk takes no changes ({reason}). Nothing was changed; let whoever runs the server make the workspace writable.',
  'problem.disk-failing':
    'The disk does not answer as it should ({reason}). Whether the change was kept is not known: open the study again before you go on, and let whoever runs the server look at the disk.',
  'problem.disk-slow':
    'The disk of the server has not answered for {seconds, plural, one {# second} other {# seconds}}. Whether a change was kept is not known: open the study again before you go on, and let whoever runs the server look at the disk.',
  'problem.database-unreachable':
    'The database cannot be reached ({reason}). Whether a change was kept is not known: open the study again before you go on, and let whoever runs the server look at it.',
  'problem.database-read-only': 'The database takes no changes ({reason}). Nothing was changed.',
  'problem.database-full': 'The database has no room left ({reason}). Nothing was changed.',
  'problem.database-busy': 'The database has too much to do ({reason}). Nothing was changed; try again in a minute.',
  'problem.database-changed':
    'The database is not as this program left it ({reason}). Nothing was changed; let whoever runs the server restore it.',
  'problem.node-unreachable':
    'The database {node}, which has a part of the ground, cannot be reached ({reason}). Nothing was measured without it; ask again when it is back.',
  'problem.study-changing': 'Study {id} is being changed by another server. Nothing was changed; try again.',
  'problem.token-needed':
    'This server is for those who have its token: open the page with /?token=… once, or send it as Authorization: Bearer.',
  'problem.method-not-allowed': '{path} does not take {method}; it takes {allowed}.',
  'problem.workspace-gone':
    'The folder of the studies is not there any more, perhaps because its disk was taken out. Nothing was changed; let whoever runs the server bring it back.',
  'problem.workspace-unwritable':
    'The workspace {folder} takes no changes ({reason}): studies can be opened, and every change will be refused.',
  'problem.study-busy':
    'Study {id} is being changed by another program. Try again; where no other program runs, remove {file}.',
  'problem.draws-too-many':
    '{draws, plural, one {# draw} other {# draws}} of these layers would take hours. Ask for at most {fitting}; 1000 are usual.',
  'problem.request-broken': 'The request is no HTTP that can be read ({reason}).',
  'problem.headers-too-large':
    'The head of the request is too long. Send fewer or shorter header fields, or a shorter address.',
  'problem.request-too-slow':
    'The request came too slowly and was given up; nothing was changed. Send it again over a better line.',
  'problem.collection-not-found':
    'There is no collection {collection}: they are named by study and layer, such as basilia-city.plan.',
  'problem.feature-not-found': 'The collection has no feature {feature}.',
  'problem.filter-unreadable':
    'The filter cannot be read from character {place} on ("{found}"). It takes =, <>, <, >, <=, >=, IN, IS NULL, AND, OR, NOT and brackets, text in single quotes, days as DATE(\'YYYY-MM-DD\').',
  'problem.filter-property-unknown': 'The filter names {name}, which the collection does not have. It has: {known}.',
  'problem.filter-kinds-differ': 'The filter compares {one} with {other}, which is of another kind.',
  'problem.workspace-shared':
    'Another server works in the workspace {folder}: {address}. Changes of one study wait for each other; what the other changes is seen when a page is loaded again.',
  'problem.workspace-unsound':
    'In the workspace {folder} {count, plural, one {# thing is} other {# things are}} wrong. Restore what is named from a backup, or load it again.',
  'problem.study-file-changed':
    'Study {id}: the file {file} is not as it was written: its checksum is another. Restore it from a backup, or load it again.',
  'problem.originals-missing':
    'Study {id}: {file}, the list of the files that layer {layer} was loaded from, is not there. Restore it from a backup, or load the layer again.',
  'problem.originals-unreadable':
    'Study {id}: the list {file} of the files that a layer was loaded from cannot be read. Restore it from a backup, or load the layer again.',
  'problem.study-file-features':
    'Study {id}: the file {file} holds {found, plural, one {# feature} other {# features}}, and study.json says {stated}. Restore both from a backup, or load the layer again.',
  'problem.backup-inside':
    '{folder} lies in the workspace that is to be backed up. Choose a folder outside, best on another disk.',
  'problem.backup-taken': '{folder} holds something already. Choose a new folder for each backup.',
  'problem.backup-unreadable':
    '{count, plural, one {# study} other {# studies}} could not be read; every file of it was copied all the same: {studies}. basilia check says what is wrong.',
  'backup.made': '{count, plural, one {# study} other {# studies}} copied to {folder}',
  'check.sound': '{id}: whole, {count, plural, one {# layer} other {# layers}}',
  'check.litter': '{id}: {file} belongs to no layer; the next change of the study sweeps it',
  'expected.seconds':
    'The draws take about {seconds, plural, one {# second} other {# seconds}}; fewer draws take less.',
} as const
