/** Why data or a request cannot be used: the file, the feature, the value, and what to do. */
export const problems = {
  'problem.file-empty': '{file} is empty. Check that it was copied whole.',
  'problem.study-not-found': 'There is no study {id}.',

  // The server, its store and the command line
  'problem.setting-invalid': 'The setting {name} cannot be "{value}": {reason}.',
  'problem.body-not-json': 'The body of the request is not JSON: {reason}.',
  'problem.body-version-unknown':
    'The study in the request is written as {schema}, which this version cannot read. It reads {known}.',
  'problem.body-invalid': 'The request cannot be used at {where}, where it says {value}: {reason}.',
  'problem.body-too-large': 'The body of the request is larger than {limit}.',
  'problem.media-type-unknown': 'This address takes {expected}, not {type}.',
  'problem.query-invalid': 'The value "{value}" of {name} cannot be used: {reason}.',
  'problem.query-unknown': '{name} is not known at this address. Known are: {known}.',
  'problem.address-not-found': '{method} finds nothing at {path}.',
  'problem.host-not-allowed': 'This server does not answer under the name {host}.',
  'problem.origin-not-allowed':
    'Requests are taken from this server’s own page and from programs, not from another page ({origin}).',
  'problem.too-many-requests':
    'Too many requests from this address. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'problem.internal':
    'Something went wrong on our side; your data is unchanged. Report it with the request number {requestId}.',
  'problem.revision-missing':
    'A change needs the header If-Match with the revision that was read, such as "{revision}".',
  'problem.revision-stale':
    'Study {id} has changed meanwhile and is now at revision {revision}. Load it again and repeat the change.',
  'problem.publication-stale':
    'Somebody else has changed meanwhile who publishes. What stands now is shown; say again what should be otherwise.',
  'problem.publication-unread':
    'A change of who publishes needs the header If-Match with the ETag that was read, so that nobody else’s change is lost.',
  'problem.study-exists': 'There already is a study {id}. Choose another id.',
  'problem.study-id-fixed': 'The id of study {id} cannot be changed to {other}.',
  'problem.study-twice':
    'Study {id} is named twice. A study is compared with others; a copy needs an “id” of its own in its study.json.',
  'problem.study-bundled': 'Study {id} comes with the program and cannot be deleted. A changed copy of it can.',
  'problem.publication-unreadable':
    '{file}, which says who publishes the studies of its folder, cannot be read: {reason}. Repair it or remove it.',
  'problem.publication-invalid':
    '{file}, which says who publishes the studies of its folder, cannot be read at {where}, where it says {value}: {reason}. Repair it or remove it.',
  'problem.study-unreadable': 'Study {id} cannot be read: {reason}. Repair its study.json or restore it from a copy.',
  'problem.study-invalid':
    'Study {id} cannot be read at {where}, where it says {value}: {reason}. Repair its study.json or restore it from a copy.',
  'problem.study-without-object':
    'Study {id} cannot be read: its study.json holds no object. Repair it or restore it from a copy.',
  'problem.study-version-unknown':
    'Study {id} was written as {schema}, which this version cannot read. Install the version that wrote it.',
  'problem.source-unknown':
    'Study {id}: {where} names the source {source}, which the study does not list. Add it to sources, or give the source itself there.',
  'problem.feature-source-unknown':
    '{layer}: feature {feature} names the source {source} in the field {field}, which the study does not list. Add it to sources, or correct the field.',
  'problem.source-not-id':
    '{layer}: feature {feature} has "{value}" in the field {field}, which is no id of a source: lower-case letters, digits and hyphens, several of them separated by semicolons.',
  'problem.source-id-twice': 'Study {id}: {where}: two sources have the id {source}. Give one of them another.',
  'problem.figure-id-twice': 'Study {id}: {where}: two figures have the id {figure}. Give one of them another.',
  'problem.published-unknown':
    'Study {id}: {where} names the published figure {published}, which the study does not have. Name the id of one of its published figures.',
  'problem.area-from-not-area':
    'Study {id}: {where} names {published}, which is no area. Name a published figure in square metres.',
  'problem.plan-area-differs':
    'Study {id}: {where} is {value} m², the published figure that areaFrom names {published}. Leave it out, or give the same.',
  'problem.claimed-undated':
    'Study {id}: {where}: the claimed figure has no date. Give date, or from and to: a day, a month or a year.',
  'problem.claimed-dated-twice':
    'Study {id}: {where}: a claimed figure has either date, or from and to. Leave out one of them.',
  'problem.claimed-of-two':
    'Study {id}: {where}: a claimed figure is of a class or of a party, not of both. Leave out one of them.',
  'problem.claimed-dates-reversed': 'Study {id}: {where}: {from} lies after {to}.',
  'problem.claimed-valueless': 'Study {id}: {where}: a claimed figure has either value, or low and high.',
  'problem.claimed-reversed': 'Study {id}: {where}: low ({low}) is above high ({high}).',
  'problem.claimed-share-above-one':
    'Study {id}: {where}: a share runs from 0 to 1, so {value} cannot be one. Write 0.7 for 70 %.',
  'problem.study-changed': 'Study {id} was changed while it was read. Ask again.',
  'problem.study-reference-unknown':
    'There is no study {reference}: it is no folder with a study.json, no zip of one and no bundled study ({known}).',
  'problem.study-zip-without-study': '{file} is not the zip of a study: it holds no study.json.',
  'problem.study-zip-not-one': '{file} is not the zip of a study: it does not hold exactly one.',
  'problem.study-file-missing': 'Study {id} names the file {file}, which is not there.',
  'problem.folder-taken': '{folder} already holds something that is not a study. Choose an empty folder.',
  'problem.layer-not-found': 'Study {id} has no layer {layer}.',
  'problem.layer-set-fixed': 'The layers of study {id} are added, changed and removed at /api/studies/{id}/layers.',
  'problem.layer-member-fixed':
    'Of layer {layer}, "{member}" follows from its file and cannot be written. Change the layer’s options instead.',
  'problem.layer-name-taken': 'The study already has a layer {layer} for {date}. Give another name or date.',
  'problem.layer-name-taken-undated':
    'The study already has a layer {layer} without a date. Give another name, or each its date.',
  'problem.layer-name-unusable':
    'The name that the file gives its layer is empty or longer than 200 characters. Give the layer another name, or rename the file.',
  'problem.layer-dates-reversed': 'Layer {layer}: {from} lies after {to}.',
  'problem.split-misses':
    'The line leaves the region whole. Begin and end it outside of the region, or on its outline.',
  'problem.split-unclear':
    'The line lies so close along the outline that the parts would not add up to the region. Draw it elsewhere.',
  'problem.merge-apart': 'The two regions have no line in common, so they cannot become one.',
  'problem.region-covered':
    'All of this ground is in other regions already. Without the tick at “Keep off” it is drawn over them.',
  'problem.hole-outside': 'The hole lies outside of the region.',
  'problem.hole-takes-all': 'The hole would leave nothing of the region. Delete the region instead.',
  'problem.ring-too-short': 'An outline needs at least three different corners.',
  'problem.plan-undrawn': 'Nothing is drawn yet in the plan {layer}. Draw its outline.',
  'problem.layer-not-drawn':
    '{layer} comes from a file, and files are not changed. Copy it to a drawn layer and change the copy.',
  'problem.drawing-with-file': 'A layer that is to be drawn takes no file. Leave out the file, or “drawn”.',
  'problem.drawing-too-large':
    '{layer}: {vertices} vertices are too many for a layer drawn by hand; it takes {most}. Load it as a file.',
  'problem.layer-not-polygons': '{file} holds geometry of type {kind}; the role {role} needs polygons.',
  'problem.layer-unplaced':
    'The file of layer {layer} was not kept, so its {member} cannot be changed. Load the file again.',
  'problem.field-absent': '{file} has no field {field}. Its fields are: {fields}.',
  'problem.crs-unknown':
    '{file} does not give its coordinate system in a way that is understood here. Name one, such as: {candidates}.',
  'problem.several-layers': '{file} holds several layers: {layers}. Name the one to take.',
  'problem.upload-without-file': 'The request brings no file.',
  'problem.upload-broken': 'The upload cannot be read: {reason}.',
  'problem.upload-too-large': 'The upload is larger than {limit} MB.',
  'problem.upload-too-many-files': 'The upload brings more than {limit, plural, one {# file} other {# files}}.',
  'problem.upload-gone': 'The upload {uploadId} is not there any more: bytes wait for an hour. Load the file again.',
  'problem.format-unknown': '{format} is none of the formats here. Known are: {known}.',
  'problem.job-not-found': 'There is no job {id}.',
  'problem.job-not-done': 'Job {id} has no result: it is {state}.',
  'problem.job-cancelled': 'The work was cancelled.',
  'problem.import-too-long':
    'Reading the files took longer than {seconds} s and was stopped; nothing was saved. Split them, or start the server with a longer --import-limit.',
  'problem.memory-exhausted':
    'The data needs more memory than the server gives to one task. Split the file and load its parts.',
  'problem.plan-area-unknown':
    'The plan of {study} has no outline, and none of its published figures is an area of the plan. Add one, and name it as plan.areaFrom.',
  'problem.cross-table-no-outline':
    'The plan of {study} has no outline: no layer is measured inside it, so there is nothing to set against each other.',
  'problem.plan-missing': 'The study {study} has no plan yet. Load a layer of polygons with the role “plan”.',
  'problem.plan-not-polygons': 'The plan {layer} holds no polygons, so it has no area. Choose a layer of polygons.',
  'problem.plan-on-top': '{layer} is the plan, which lies above all layers. Give a place to the others.',
  'problem.plan-sensitive':
    '{layer} is the plan, and every map and export draws its outline; so it cannot be sensitive. Mark the layers that could harm people.',
  'problem.history-sensitive':
    'The history of {id} holds sensitive layers as they were. Leave the history out, or let sensitive layers leave with it.',
  'problem.fields-of-no-layer':
    'No layer {layer} leaves with the export, so no field of it can. Those that leave: {layers}.',
  'problem.plan-traced-twice':
    'The plan {layer} covers no ground by the even-odd rule, which counts here: its lines are traced twice, so that it takes itself back. A repair that takes each line once (make_valid of GEOS) leaves {areaHa} ha; repair the plan first.',
  'problem.plan-without-area':
    'The plan {layer} covers no ground: its polygons are empty or collapse to lines. Check the file.',
  'problem.class-field-absent': '{layer} has no field {field}. Its fields are: {fields}.',
  'problem.accuracy-of-no-layer': 'The study has no layer {layer} to suppose an accuracy of. Its layers: {layers}.',
  'problem.classes-unknown': '{layer} has no classes “{value}” to take. There are: {known}; or name a file of classes.',
  'problem.classes-without-field':
    '{layer}: “{value}” needs the field whose values it is to read. Name the class field as well.',
  'problem.classes-not-fitting': '{layer}: “{value}” gives no value of {field} a meaning. Its values are: {values}.',
  'problem.classes-value-twice':
    '{layer}: the value “{value}” stands under two classes, {first} and {second}. Leave it in one of them.',
  'problem.classes-file-not-json':
    '{file} holds no classes: it is not JSON ({reason}). Choose a file that was saved as classes.',
  'problem.classes-file-other':
    '{file} holds no classes: it says “{found}” of itself, not {expected}. Choose a file that was saved as classes.',
  'problem.classes-file-invalid': '{file} cannot be used as classes at {where}, where it says {value}: {reason}.',
  'problem.classes-style-unusable':
    '{file} is a style that does not sort by the values of one field ({reason}), so it gives no classes.',

  // The layout of a sheet
  'problem.layout-invalid': 'The layout cannot be used at {where}, where it says {value}: {reason}.',
  'problem.layout-not-json': '{file} is no layout: it is not JSON ({reason}).',
  'problem.layout-overlap':
    'In this layout {other} would cover {one}. Give both a box that leaves the other free, or leave one away with "show".',
  'problem.layout-no-room':
    'On {width} × {height} mm no map of at least {least} mm stays beside the rest. Take a larger page, or leave something away with "show".',
  'problem.sheet-page-absent': 'There is no sheet {page} among {count, plural, one {# sheet} other {# sheets}}.',
  'problem.logo-unusable': 'Logo {number} ({alt}) cannot be used: {reason}.',
  'why.logo-no-data': 'it is neither data:image/png;base64,… nor data:image/svg+xml;base64,…',
  'why.logo-too-large': 'it is larger than {limit} MB',
  'why.logo-no-png': 'it is no PNG',
  'why.logo-sides': 'its sides are not 1 to {limit} dots',
  'why.logo-empty': 'nothing of it can be drawn',
  'why.logo-no-svg': 'it is no SVG that can be drawn',
  'why.logo-document-type': 'it holds a document type; save it as PNG',
  'why.logo-foreign': 'it holds a script, a picture or foreign content; save it as PNG',
  'why.logo-reference': 'it holds a reference to something else; save it as PNG',
  'why.base-map-tiles': 'the map takes {count, plural, one {# tile} other {# tiles}} of it, more than {limit}',
  'why.base-map-webp': 'its tiles are WebP, which a sheet cannot take; use PNG or JPEG',
  'problem.sheet-of-studies':
    'Several studies ({count}) go on a sheet as maps of studies or as a sheet each: ask for multiples or pages of studies.',
  'problem.sheet-too-many':
    'The sheets would show {count, plural, one {# map} other {# maps}}; at most {most} are drawn at once. Name the days, or fewer studies.',
  'problem.sheet-without-units':
    'Study {id} has no units with ground inside the plan, so there is no sheet for each. Load sectors or neighbourhoods with the role units.',
  'problem.sheet-without-dates':
    'Study {id} has no dated snapshot, so there is no map for each day. Give its layers their dates.',
  'problem.sheet-base-map':
    'A base map goes under one map on one sheet. Ask for it without multiples, pages or other studies.',
  'problem.sheet-too-long':
    'On {width} × {height} mm the legend and the sources would take more than {most, plural, one {# sheet} other {# sheets}}. Take a larger page, or shorten the labels.',
} as const
