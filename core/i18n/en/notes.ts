/** What was found, decided, repaired or left out. */
export const notes = {
  'note.layer-after-date':
    '{layer}: no snapshot holds on {date}, for each begins later or has ended before, so the layer says nothing about that day.',
  'note.layer-last-known':
    '{layer}: shown as last reported on {date}, {long} before {at}; nobody says that it still held, and nothing is interpolated.',
  'note.hold-ended':
    '{layer}: the hold of {party} has ended ({date}); who held its ground on later days is not known, so that ground is in no class.',
  'note.ends-party-unknown':
    'An event ends the hold of {party}, but no class of a layer of control is of that party, so it ends nothing. Write the party as the classes do.',
  'note.layer-undrawn': '{layer}: nothing is drawn in it yet, so it says nothing of any ground.',
  'note.layer-by-hand':
    '{layer}: drawn by hand in Basilia Overlay; its lines are said to be good to {accuracyM} m (one standard deviation per axis).',
  'note.layer-by-hand-unknown':
    '{layer}: drawn by hand in Basilia Overlay; nobody has said how exactly its lines lie, so no interval stands for that.',
  'note.drawing-copied': '{layer}: drawn on from a copy of {other}.',
  'note.plan-replaced': 'Layer {layer} was the plan until {other} took its place; it is kept as context.',
  'note.class-unmapped':
    '{layer}: the value “{value}” belongs to no class of the mapping and stands as a class of its own.',
  'note.feature-date-unreadable':
    '{layer}, feature {feature}: “{value}” in field {field} is no day of the calendar, so the feature takes no part.',
  'note.zones-by-radius':
    '{layer}: zones are circles and strips of {radiusM} m round points and lines; the area depends on that radius.',
  'note.lines-not-measured': '{layer}: lines have no area and are not measured; give a radius to make zones of them.',
  'note.id-repeated':
    '{layer}: {count, plural, one {# value of {field} names} other {# values of {field} name}} more than one feature ({ids}).',
  'note.layer-withheld':
    '{layer}: sensitive, so {gridM, plural, =0 {it is left out of every map and export} other {maps leave it out and exports give it only as counts in cells of # m}}, with what was noted of its features. The figures were measured with the layer as it is.',
  'note.layer-schematic':
    '{layer}: schematic, drawn from words and a few coordinates; boundaries are good to about {accuracyM} m.',
  'note.layer-shifted':
    '{layer}: brought to WGS 84 by {operation}, good to {accuracyM} m; it moved the layer by {shiftM} m.',
  'note.layer-shifted-unknown':
    '{layer}: brought to WGS 84 by {operation}, whose accuracy is not known; it moved the layer by {shiftM} m.',
  'note.character-undrawn': '“{text}” holds what no font here has ({characters}); {mark} stands for it.',
  'note.character-undrawn-in-layer':
    '{layer}: “{text}” holds what no font here has ({characters}); {mark} stands for it.',
  'note.character-undrawn-in-field':
    '{layer}: names in field {field} hold what no font here has ({characters}), in features {places}; {mark} stands for it.',
  'note.features-without-end':
    '{layer}: {count, plural, one {# feature holds} other {# features hold}} since a day, and no day is given to which; the last of these days is {date}, {long} before {at}. Nobody says that this still held.',
  'note.sources-field-absent':
    '{layer}: no feature has the field {field}, which is to name its sources; so its ground counts as named by nobody.',
  'note.layer-without-source': '{layer}: names no source.',
  'note.confidence-not-stated':
    '{layer}: {classes} stood as agreed, assessed or contested, without saying by whom. No confidence is stated until classes or features name their sources.',
  'note.plan-features-overlap': 'Features of the plan overlap on {areaHa} ha; their rows add up to more than the plan.',
  'note.units-overlap': 'Units overlap on {areaHa} ha; their rows add up to more than the plan.',

  // Reading files and placing them on the earth
  'note.encoding-overridden': '{file}: read as {encoding}, as asked.',
  'note.cpg-unreadable': '{file}: its .cpg names no encoding (“{text}”) and was passed over.',
  'note.encoding-contradicted': '{file}: declared as {stated}, but its bytes are not; read as {encoding}.',
  'note.encoding-detected': '{file}: does not say its encoding; its texts read as words in {encoding}.',
  'note.encoding-doubtful':
    '{file}: does not say its encoding, and its texts read badly in every one; {encoding} was taken. Check the names and choose another if they are wrong.',
  'note.text-damaged':
    '{file}: {count, plural, one {# text holds} other {# texts hold}} bytes that are no letter of {encoding}; \uFFFD stands for each (place, text, bytes): {places}.',
  'note.text-twice-encoded':
    '{file}: {count, plural, one {# text reads} other {# texts read}} as if UTF-8 had been taken for {encoding} and written again (fields: {fields}), such as “{value}” for “{meant}”. They were left as they are. Mend them where the file was made, or load a version from before that.',
  'note.text-cut':
    '{file}: {count, plural, one {# text was} other {# texts were}} cut inside a letter, as happens at the width of a field; that letter is lost (place, text, bytes): {places}.',
  'note.names-decoded':
    '{file}: does not say the encoding of the names in it; they read as words in {encoding}: {names}.',
  'note.dxf-escapes':
    '{file}: {count, plural, one {# letter written} other {# letters written}} as a code (\\U+0627) was read as the letter.',
  'note.numbers-not-finite':
    '{file}: {count, plural, one {# value of field {field} is} other {# values of field {field} are}} NaN or infinite, which is no value; counted as empty.',
  'note.cells-unreadable':
    '{file}: {count, plural, one {# cell of field {field} holds no value of its type and counts} other {# cells of field {field} hold no value of its type and count}} as empty.',
  'note.memos-not-read':
    '{file}: {count, plural, one {field {fields} only points} other {fields {fields} only point}} into a memo file, which is not read; counted as empty.',
  'note.shp-without-table': '{file}: comes without a .dbf, so its features have no attributes.',
  'note.shp-index-differs':
    '{file}: its .shx lists {entries, plural, one {# record} other {# records}}, the file holds {records}; the file was read from beginning to end.',
  'note.shp-index-heeded':
    '{file}: its .shx lists other records than follow one another in the file ({entries} beside {records}): another order, gaps, or records that were replaced. The .shx counts, as for GDAL; each row of the table goes with its entry there.',
  'note.shp-index-lengths':
    '{file}: its .shx gives the records, or itself, other lengths than they have; their own were heeded. Other programs may leave such shapes out.',
  'note.shp-length-wrong':
    '{file}: says in its header that it is {stated} bytes long; it has {length}. The records themselves were heeded.',
  'note.shp-rows-differ':
    '{file}: has {records, plural, one {# shape} other {# shapes}} but its table has {rows, plural, one {# row} other {# rows}}. Rows and shapes were joined in their order; shapes without a row have empty fields, rows without a shape were left out. Check that both files are of one copy.',
  'note.patches-as-ground':
    '{file}: holds surfaces in space (MultiPatch); the ground that they cover from above was taken: {laid, plural, one {# surface} other {# surfaces}}, {upright} upright ones left out.',
  'note.shp-trailing-bytes':
    '{file}: {count, plural, one {# byte after the last record was} other {# bytes after the last record were}} passed over.',
  'note.records-odd-type':
    '{file}: {count, plural, one {# record of another shape type than the file’s was} other {# records of another shape type than the file’s were}} left out: {places}.',
  'note.read-twice': '{file}: read twice by independent readers: {count, plural, one {# feature} other {# features}}.',
  'note.read-twice-area':
    '{file}: read twice by independent readers: {count, plural, one {# feature} other {# features}}, {areaHa} ha.',
  'note.read-once-large': '{file}: read once, as it has more than {most} vertices.',
  'note.read-once': '{file}: read once: the second reader, shpjs, could not read it in its time and memory.',
  'note.read-twice-features':
    '{file}: two readers disagree: here it has {features, plural, one {# feature} other {# features}}, by shpjs {theirs}. Open it in another program and compare before its numbers are used.',
  'note.read-twice-shapes':
    '{file}: two readers disagree on its shapes: area, number or place of vertices differ from those that shpjs reads. Open it in another program and compare before its numbers are used.',
  'note.read-twice-fields':
    '{file}: two readers disagree on values of {fields}: shpjs reads others. Compare its table in another program before its classes are used.',
  'note.rows-deleted':
    '{file}: {count, plural, one {# feature whose table row is} other {# features whose table rows are}} marked as deleted, left out.',
  'note.null-shapes': '{file}: {count, plural, one {# feature has} other {# features have}} no geometry: {places}.',
  'note.positions-left-out':
    '{file}: {count, plural, one {# feature with impossible positions was} other {# features with impossible positions were}} left out of the map and the measurement: {places}.',
  'note.rings-short':
    '{file}: {count, plural, one {# ring has} other {# rings have}} fewer than three different points and so no area: {places}.',
  'note.rings-open':
    '{file}: {count, plural, one {# ring does not return to its first point; it is measured as if it did} other {# rings do not return to their first point; they are measured as if they did}}: {places}.',
  'note.rings-crossing':
    '{file}: rings of {count, plural, one {# feature} other {# features}} cross themselves or one another; the even-odd rule counts {areaHa} ha for them, which the formula of programs that do not repair changes by {changeM2} m²: {places}.',
  'note.lines-repeated':
    '{file}: lines of {count, plural, one {# feature are} other {# features are}} traced more than once (a ring drawn twice, or a hole along its shell). The even-odd rule gives {areaHa} ha for them, a repair that takes each line once (make_valid of GEOS) {repairedHa} ha. The rule counts here; where that is not meant, repair the layer first: {places}.',
  'note.members-overlap':
    '{file}: polygons of {count, plural, one {# feature overlap themselves; it counts} other {# features overlap themselves; they count}} {areaHa} ha with common ground taken once, {otherwiseHa} ha with each polygon taken whole. Common ground counts once: {places}.',
  'note.polygons-without-ground':
    '{file}: {count, plural, one {# feature is drawn as ground and encloses none} other {# features are drawn as ground and enclose none}}; 0 m² count for them: {places}.',
  'note.features-overlap':
    '{layer}: features overlap one another. Their ground is {areaHa} ha where common ground counts once, as it does in every measurement; feature by feature it adds up to {otherwiseHa} ha.',
  'note.rings-misplaced':
    '{file}: holes or shells of {count, plural, one {# feature} other {# features}} lie or run where they should not; the even-odd rule counts {areaHa} ha for them, which the order or direction of the rings would change by {changeM2} m²: {places}.',
  'note.outlines-of-two':
    '{file}: {count, plural, one {# feature has the outline of an earlier one} other {# features have the outline of an earlier one}} and other attributes; where their classes differ, the ground is claimed by both, within one class it stands once: {places}.',
  'note.features-repeated':
    '{file}: {count, plural, one {# feature repeats} other {# features repeat}} an earlier one; ground is counted once, points each: {places}.',
  'note.heights-dropped': '{file}: heights or measures of its points are not used.',
  'note.heights-no-numbers':
    '{file}: heights or measures of {layer} are no numbers (NaN) and were left aside; its positions are used.',
  'note.surfaces-as-ground':
    '{file}: surfaces in space of {layer} (TIN or polyhedron) were taken as the ground that they cover from above.',
  'note.database-log-read':
    '{file}: what was last written to it still lay in {log}; both were read together ({count, plural, one {# page} other {# pages}} of it).',
  'note.database-log-missing':
    '{file}: was copied while a program had it open for writing; if a file {ending} lies beside it, the last changes are in there and not read. Load both, or close the program first.',
  'note.database-log-foreign': '{file}: {log} is no log of this database and was not read.',
  'note.database-journal':
    '{file}: {journal} lies beside it, so a change to it was broken off; what is read may be half of it. Open and close it once in the program that wrote it.',
  'note.entries-ignored':
    '{file}: {count, plural, one {# file in it is} other {# files in it are}} of no format that is read: {names}.',
  'note.zip-nested-ignored': '{file}: the archive {entry} inside it lies too deep and was not opened.',
  'note.crs-not-stated': '{file}: says nothing of its coordinate system, so it has no place on the earth yet.',
  'note.prj-open-datum': '{file}: says degrees but not on which datum (“{text}”).',
  'note.prj-degrees-hold-metres':
    '{file}: claims degrees (“{text}”), but its numbers are none: it holds metres or another length. Name the coordinate system it really is in.',
  'note.systems-mixed':
    '{file}: features of {layer} stand in several coordinate systems; each was brought to WGS 84 from its own by GDAL, and straight lines are straight between their points only.',
  'note.crs-overridden': '{file}: taken as {crs}, as asked; the file says {declared}.',
  'note.crs-from-text':
    '{file}: {crs} is not in our list; projection and datum were taken from the file’s own text, the step to WGS 84 is {operation}.',
  'note.crs-from-epsg':
    '{file}: {crs} is not in our own list; it was taken from the EPSG data set that GDAL carries. The step to WGS 84 is {operation}, by parameters; finer grids of single countries are not used.',
  'note.operation-accuracy-unknown': '{file}: the accuracy of {operation} is published as unknown.',
  'note.outside-area-of-use': '{file}: lies outside the area that {crs} is made for; check the coordinate system.',
  'note.metres-perhaps-kilometres':
    '{file}: lies outside the area that {crs} is made for, but its numbers, such as {value}, would lie in it if they were kilometres: that system counts in metres. If so, multiply them by 1000, or state kilometres in the file.',
  'note.metres-by-zero-of-grid':
    '{file}: lies within a kilometre of the zero of {crs}, where few files lie; its numbers, such as {value}, would lie in the area of that system as kilometres too. If they are, multiply them by 1000, or state kilometres in the file.',
  'note.axes-perhaps-swapped':
    '{file}: lies at {place}; with longitude and latitude exchanged it would lie at {other}. Check that they do not stand the wrong way round.',
  'note.longitudes-turned':
    '{file}: longitudes of {count, plural, one {# feature count} other {# features count}} beyond 180 degrees; they were brought back by a turn of 360: {places}.',
  'note.cut-at-antimeridian':
    '{file}: {count, plural, one {# feature that goes on over the 180th meridian was} other {# features that go on over the 180th meridian were}} cut there: {places}.',
  'note.ring-round-earth':
    '{file}: {count, plural, one {# ring runs round the earth and back and so encloses} other {# rings run round the earth and back and so enclose}} nothing. Round a pole, a ring needs an edge along the pole (latitude 90): {places}.',
  'note.features-axes-swapped':
    '{file}: {count, plural, one {# feature lies} other {# features lie}} away from the others and would lie among them with longitude and latitude exchanged. Check whether they stand the wrong way round there: {places}.',
  'note.features-in-degrees':
    '{file}: the numbers of {count, plural, one {# feature} other {# features}} are longitudes and latitudes, those of the others positions in {crs}; they lie where nobody meant. Correct or remove them: {places}.',
  'note.points-added':
    '{file}: {count, plural, one {# point was} other {# points were}} added so that straight lines of {crs} stay within a millimetre of themselves.',
  'note.rings-together':
    '{file}: {count, plural, one {# boundary holds} other {# boundaries hold}} several rings, where KML allows one; all were read, while other programs read the first of each. Features: {places}.',
  'note.collections-opened':
    '{file}: {count, plural, one {# geometry collection was} other {# geometry collections were}} taken apart: {places}.',
  'note.kinds-split': '{file}: holds several kinds of geometry and was split into layers: {layers}.',
  'note.nested-values-dropped': '{file}: values of field {field} are nested too deep and count as empty.',
  'note.json-encoding': '{file}: is not in UTF-8, as files of its format should be; read as {encoding}.',
  'note.json-lines': '{file}: is one GeoJSON object per line.',
  'note.layer-empty': '{file}: holds no features.',
  'note.tables-ignored':
    '{file}: {count, plural, one {# table without geometry was} other {# tables without geometry were}} passed over: {names}.',
  'note.style-without-classes': '{style} does not sort by the values of one field ({reason}), so it offers no classes.',
  'note.style-field-absent':
    '{style} sorts by the field {field}, which {layer} does not have, so it offers no classes.',
  'note.offer-left-out': '{source}: its classes by {field} are too many or their names too long to be offered.',
  'note.style-others-left-out':
    '{style}: what it draws all other values as ({labels}) is not among the classes that it offers.',
  'note.curves-straightened': '{file}: curves of {layer} were taken as many short straight lines.',
  'note.edges-spherical':
    '{file}: says that its edges are the shortest lines on a globe; they were taken as straight between their longitudes and latitudes.',
  'note.columns-left': '{file}: columns of bytes and further columns of geometry were passed over: {names}.',
  'note.gdal-warned': '{file}: GDAL warned while reading: {text}',
  'note.closed-lines-as-areas':
    '{file}: {count, plural, one {# closed line or circle of the drawing was taken as an area} other {# closed lines and circles of the drawing were taken as areas}}.',
  'note.drawn-hidden':
    '{file}: {count, plural, one {# entity stands on a layer that is switched off or frozen in the drawing, and counts} other {# entities stand on layers that are switched off or frozen in the drawing, and count}} all the same.',
  'note.sheets-left-out':
    '{file}: {count, plural, one {# entity that stands on the drawing’s sheets, not in its model, was} other {# entities that stand on the drawing’s sheets, not in its model, were}} left out.',
  'note.geometries-side-by-side':
    '{file}: {count, plural, one {# placemark has} other {# placemarks have}} several geometries side by side, which KML allows only in a MultiGeometry; all of them are read, while other programs may read one: {places}.',
  'note.geometries-passed-over':
    '{file}: {count, plural, one {# feature has} other {# features have}} more than one geometry ({names}), and only one of each is read. Leave the one that is meant in the file.',
  'note.elements-passed-over': '{file}: elements that hold no placemarks were passed over: {names}.',
  'note.table-wgs84': '{file}: columns {x} and {y} were taken as longitude and latitude on WGS 84.',
  'note.table-positions': '{file}: columns {x} and {y} were taken as positions, to the east and to the north.',
  'note.table-zones-differ':
    '{file}: the column {column} names several zones ({zones}). If they are zones of UTM, its rows lie in different systems, and all but one zone stand in the wrong place: split the table by zone.',
  'note.table-columns-guessed':
    '{file}: no name of its columns says where its rows lie; {columns} (east / north) were taken for their values. They could also be: {others}. Where that is wrong, say in the layer’s settings (or with --positions) which columns they are.',
  'note.table-preamble':
    '{file}: {count, plural, one {# row above the names of its columns was} other {# rows above the names of its columns were}} passed over ({columns}); where cells are merged, a column without a name has the one above.',
  'note.table-geometry': '{file}: column {field} holds geometry as {form}; its coordinates were taken in {crs}.',
  'note.rows-of-other-system':
    '{file}: {count, plural, one {# row that names another coordinate system than {crs}, or none, was} other {# rows that name another coordinate system than {crs}, or none, were}} left without geometry: {places}.',
  'note.table-latitude-first':
    '{file}: column {column} was taken as latitude and then longitude on WGS 84, in one cell.',
  'note.table-longitude-first':
    '{file}: column {column} was taken as longitude and then latitude on WGS 84, in one cell.',
  'note.table-mgrs':
    '{file}: column {column} was taken as references of the military grid (MGRS); each point is the middle of the square that it names.',
  'note.numbers-grouped':
    '{file}: numbers of {field} are written with their thousands apart: “{value}” was read as {number}.',
  'note.numbers-arabic-digits':
    '{file}: numbers of {field} are written in Arabic digits: “{value}” was read as {number}.',
  'note.numbers-ambiguous':
    '{file}: “{value}” in {field} may be thousands or a decimal fraction; the field was left as text.',
  'note.table-hxl': '{file}: its second row holds HXL tags and is no feature.',
  'note.decimal-commas': '{file}: writes its numbers with a decimal comma.',
  'note.rows-too-long':
    '{file}: {count, plural, one {# row has} other {# rows have}} more cells than the first names; the cells beyond were passed over.',
  'note.positions-zero':
    '{file}: {count, plural, one {# row lies at 0, 0, which is how programs write that they do not know; it counts} other {# rows lie at 0, 0, which is how programs write that they do not know; they count}} as having no position.',
  'note.rows-without-position':
    '{file}: {count, plural, one {# row has} other {# rows have}} no position that can be read: {places}.',
  'note.edges-over-antimeridian':
    '{file}: {count, plural, one {# edge jumps over the 180th meridian and runs} other {# edges jump over the 180th meridian and run}} the long way round: {places}.',
  'note.accuracy-missing':
    '{layer}: states no positional accuracy, so no interval is given. Give its standard deviation in metres.',
  'note.accuracy-operation-unknown':
    '{layer}: how accurate the operation {operation} is, by which it came to WGS 84, is not known, so no interval is given.',
  'note.units-without-accuracy':
    '{layer}: states no positional accuracy that can be drawn, so areas inside {layer} have no intervals.',
  'note.units-too-many':
    '{layer}: {count, plural, one {# feature} other {# features}} with their classes are too many to be drawn, so areas inside them have no intervals.',
  'note.accuracy-beyond-plan':
    '{layer}: an accuracy of {accuracyM} m is coarser than the plan is wide ({planM} m), so no interval is given. Check the value: it is one standard deviation in metres.',
  'note.draws-left-out':
    '{count} of {draws, plural, one {# draw} other {# draws}} left the plan without area and are left out of the intervals.',
  'note.draws-too-coarse':
    '{count} of {draws, plural, one {# draw} other {# draws}} left the plan without area: the stated accuracies are too coarse for this geometry.',
  'note.estimate-at-edge':
    '{layer}, {row}: what was measured lies beside most of the draws, as where lines run along each other; the interval was widened to hold it. An estimate at the edge of its interval is no middle value.',
  'note.estimate-lines-along':
    '{layer}: its lines run along those of {other} for about {lengthM} m, within their error. The instant estimate does not hold for ground between them; the draws do.',
  'note.estimate-small-areas':
    '{layer}: {count, plural, one {# area no wider than the error lies} other {# areas no wider than the error lie}} near lines of {other}. The instant estimate does not hold for what such areas cover; the draws do.',
  'note.lines-coincide':
    '{layer}: its lines run on those of {other} for about {lengthM} m, so both are taken to err together there. If they were measured independently, the intervals are too narrow.',
  'note.lines-are-the-plan':
    '{layer}: its line is the plan’s ({other}); they are taken to err together, so nothing uncovered can be shown. If they were measured independently, the intervals are too narrow.',
  'note.lines-near-the-plan':
    '{layer}: all its line runs so near the plan’s ({other}) that the two are taken for one and to err together. What is shown as uncovered lies between them and may be nothing. If they were measured independently, the intervals are too narrow.',
  'note.draws-too-few':
    '{draws, plural, one {# draw is} other {# draws are}} too few for 95 %: the ends are the least and the largest there are. Ask for {least} or more.',
  'note.order-not-established':
    '{layer}: which of {larger} and {smaller} covers more of the plan is not established at this accuracy.',
  'note.bounds-too-fine':
    'The boundaries are drawn too finely for bands round them, so no bounds are given; the intervals do not need them.',
  'note.curve-too-crowded':
    '{layer}: with a radius of {radiusM} m or more its zones overlap too often to be measured in passing; the curve ends before.',
  'note.contributions-not-additive':
    'The parts of the variance do not add up to 100 % for {count, plural, one {# figure} other {# figures}} ({from} to {to} %): errors of several sources meet where their boundaries lie together.',
  'note.threshold-codes':
    '{layer}: its classes are codes, which run both ways; without a key there is no curve of the damage threshold.',
  'note.error-matrix-few':
    'The class {class} has {units, plural, one {# sample unit} other {# sample units}}; below {enough} its interval is unsteady.',
  'note.error-matrix-sampling':
    'Nobody states that the sample units were drawn at random within each map class; if they were chosen, the interval says nothing.',
  'note.error-matrix-several': '{layer}: {areaHa} ha lie under several classes and count in each.',
  'note.error-matrix-uncovered':
    '{layer}: {areaHa} ha that the layer says nothing about have no row in the matrix; what was missed there is not estimated.',
} as const
