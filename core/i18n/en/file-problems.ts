/** Reading files and placing them on the earth. */
export const fileProblems = {
  'problem.dbf-unreadable':
    '{file} is no dBase table that can be read. Check that it was copied whole, or load the shapefile without it.',
  'problem.dbf-truncated': '{file} breaks off in row {row} of {rows}. Copy it again, whole.',
  'problem.shp-unreadable': '{file} is no shapefile: it does not begin as one. Check that it was copied whole.',
  'problem.shp-truncated': '{file} breaks off in record {record}. Copy it again, whole.',
  'problem.shp-record-broken':
    '{file}: record {record} contradicts itself: its counts do not fit its length. Copy the file again or repair it where it was made.',
  'problem.shp-type-unsupported':
    '{file} holds shapes of type {type}, which cannot be measured. Export it as polygons, lines or points.',
  'problem.zip-unreadable': '{file} is no zip archive that can be read. Check that it was copied whole.',
  'problem.zip-too-many-files':
    '{file} holds {count, plural, one {# file} other {# files}}; at most {limit} are read. Zip only the files of the layer.',
  'problem.zip-too-large':
    '{file} would unpack to more than {limitMb} MB ({entry}). Zip only the files of the layer, or split it.',
  'problem.zip-too-dense':
    '{file} would unpack to more than {ratio} times its size ({entry}), as no layer does. Zip the files of the layer again.',
  'problem.zip-entry-broken':
    '{file}: {entry} cannot be unpacked: it is damaged, encrypted or of another size than the archive says. Zip it again.',
  'problem.zip-method-unread':
    '{file}: {entry} is packed in a way that is not unpacked here ({method}). Zip it again with the usual compression (Deflate) and without a password.',
  'problem.file-format-unread':
    '{file} is {format}, which is not read. Convert it with QGIS or ogr2ogr, for example to GeoPackage. Read are: {known}.',
  'problem.file-is-pointer':
    '{file} is only the pointer that {program} keeps in place of the file. Fetch the file itself from its repository and load that.',
  'problem.file-is-web-page':
    '{file} is a web page (“{title}”), as servers send one where they refuse a download. Open it in a browser to see why, and download the file again.',
  'problem.gzip-broken':
    '{file} is packed by gzip or tar and cannot be unpacked: it is damaged or cut. Copy it again, whole.',
  'problem.zip-nested-too-deep':
    '{file} holds only another archive ({entry}) that lies too deep. Unpack it once and load what is inside.',
  'problem.zip-unsafe-name':
    '{file} holds a file whose name leads out of the archive ({entry}). Such archives are not read. Zip the files again without paths.',
  'problem.files-without-layer': '{file} holds no layer. Looked for: {known}.',
  'problem.file-format-unknown': '{file} is of no format that can be read. Known are: {known}.',
  'problem.file-twice': 'There are two files {file}. Load them one after the other.',
  'problem.file-too-large': '{file} is larger than {limitMb} MB. Split it into parts.',
  'problem.file-unreadable': '{file} cannot be opened ({code}). Check that it is a file and may be read.',
  'problem.file-not-found': 'There is no file {file}.',
  'problem.json-invalid': '{file} is not JSON near “{text}”. Export it again as GeoJSON.',
  'problem.json-line-invalid': '{file}: line {line} is not JSON (“{text}”). Repair or remove it.',
  'problem.json-not-geojson':
    '{file} is JSON but no GeoJSON: its type is “{value}”. Export it as a GeoJSON FeatureCollection.',
  'problem.position-invalid': '{file}, feature {feature}: {value} is no position. Repair the file where it was made.',
  'problem.position-out-of-range':
    '{file}, feature {feature}: {value} is no longitude and latitude. If the file is in metres, name its coordinate system.',
  'problem.geometry-type-unknown':
    '{file}, feature {feature}: there is no geometry of type “{value}”. Repair the file where it was made.',
  'problem.geometry-too-deep':
    '{file}, feature {feature}: geometry collections are nested more than {limit, plural, one {# level} other {# levels}} deep. Flatten them where the file was made.',
  'problem.crs-code-unknown':
    'The coordinate system {crs} is in no list of EPSG codes. Give one such as EPSG:4326, EPSG:32637 or EPSG:22770.',
  'problem.crs-projection-unsupported':
    '{file}: the coordinate system {crs} is known, but “{what}” is nothing that can be computed here. Save the layer in WGS 84 (EPSG:4326) with QGIS and load that.',
  'problem.crs-shift-unknown':
    '{file}: for {crs} no step from its datum ({datum}) to WGS 84 is published as parameters for the ground where the layer lies. Save the layer in WGS 84 (EPSG:4326) with QGIS, which has the grids, and load that.',
  'problem.positions-not-table':
    '{file} is no table: its shapes say themselves where they lie. Leave out the columns of positions.',
  'problem.crs-contradicted':
    '{file} is called {crs}, but its {parameter} is {says} where that system has {expected}. Name the coordinate system it really is in.',
  'problem.crs-metres-as-degrees':
    '{file} is declared as degrees ({crs}), but holds {value}. It is in metres or feet: name its coordinate system, such as: {candidates}.',
  'problem.crs-degrees-as-metres':
    '{file} is declared as {crs}, but {value} is a longitude and latitude, not metres. Name its coordinate system, such as: {candidates}.',
  'problem.crs-axes-swapped':
    '{file}: latitudes such as {value} do not exist; longitude and latitude stand the wrong way round. Swap them where the file was made.',
  'problem.gdal-silent':
    '{file} cannot be opened as {format}: it is damaged or of another format, or what it says of its own layers does not fit what it holds. Save it anew where it was made.',
  'problem.gdal-failed':
    '{file} cannot be read ({reason}). Check that it was copied whole, or save it anew where it was made.',
  'problem.position-off-system':
    '{file}, feature {feature}: {value} has no place on earth in {crs}. Correct the position, or name the coordinate system that the file is in.',
  'problem.blobs-of-postgis':
    '{file}: its geometry is written as PostGIS keeps it (EWKB), which no database of this kind should hold. Export the layer anew, with QGIS or ogr2ogr, from the table that it came from.',
  'problem.parquet-broken':
    '{file} is cut off or damaged, or says of its own pages what cannot be. Check that it was copied whole, or save it anew where it was made.',
  'problem.parquet-too-large':
    '{file} unpacks to more than {limitMb} MB. Split it, or leave columns out that are not needed.',
  'problem.parquet-without-geometry':
    '{file} is a Parquet table that names no column of geometry; its columns are: {columns}. Save it as GeoParquet, or as CSV where columns say where its rows lie.',
  'problem.parquet-form-unread':
    '{file} is packed or written as {form}, which is not read. Save it with geometry as WKB, packed by ZSTD or Snappy.',
  'problem.contents-without-layer':
    '{file}: its table of contents (gpkg_contents) lists no layer with geometry; one that is in the file and not listed there is not read. Export the layer anew, with QGIS or ogr2ogr.',
  'problem.dataset-without-layer': '{file} holds no layer with geometry.',
  'problem.features-missing':
    '{file}: layer {layer} states {stated, plural, one {# feature} other {# features}}, but {found} can be read. Save it anew where it was made.',
  'problem.dxf-broken':
    '{file}: line {line} is “{text}” where the number of a group belongs. Save the drawing anew as an ASCII DXF.',
  'problem.dxf-truncated': '{file} breaks off before the end of the drawing. Copy it again, whole.',
  'problem.xml-broken': '{file} is not the XML of its format at line {line}. Save it anew where it was made.',
  'problem.table-without-position':
    '{file} has no columns that can be read as the positions of its rows. Its columns are: {columns}. Name two of them lon and lat, or x and y, and write numbers such as 36.2812 in them.',
  'problem.table-quote-open': '{file}: the quotation that begins on line {line} never ends. Save the table anew.',
  'problem.workbook-broken': '{file} is no workbook that can be read. Save it anew as .xlsx, or its sheet as CSV.',
  'problem.sublayer-unknown': '{file} has no layer {value}. Its layers are: {layers}.',
  'problem.where-nothing': '{file}: no feature has {value} in field {field}.',
  'problem.encoding-unknown':
    'The encoding {encoding} is not known. Known are, among others: UTF-8, windows-1256, ISO-8859-6, cp720, cp864.',
  'problem.address-unusable':
    'The server cannot listen on {host}:{port} ({reason}). Choose another with --port or --host.',
  'problem.workspace-unusable':
    'The folder {folder} cannot be used as workspace ({reason}). Choose another with --workspace.',
  'problem.file-not-written': '{file} cannot be written ({reason}).',
  'problem.disk-full': 'There is no room left on the disk. Nothing was changed; make room and try again.',
  'problem.study-too-large': 'Study {id} is larger than the 4 GB that a zip can hold. Copy its folder instead.',
  'problem.polygon-over-antimeridian':
    '{layer}, feature {feature}: an edge jumps from longitude {from} to {to}. Polygons over the 180th meridian or round a pole cannot be measured so: cut them at 180 degrees first.',
  'problem.base-map-unusable':
    'The base map at {host} did not answer with a picture ({reason}). The map goes on without it.',
  'problem.base-map-file-unusable':
    'The base map file {file} cannot be used: {reason}. Give a PMTiles file (version 3) of pictures, or a GeoTIFF of 8 bits.',
  'problem.base-map-setting':
    '“{setting}” is no base map. Give an address with {example}, a WMS address with layers=…, or a .pmtiles or .tif file by its address or by its name in the folder BaseMaps of the workspace.',
  'problem.base-map-tile-absent':
    'The base map file {file} has no tile {tile}; it does not hold all of the ground shown.',
  'problem.base-map-unfit': 'The base map of {name} cannot go on this sheet: {reason}. The sheet comes without it.',
  'problem.error-matrix-too-few':
    'The class {class} has {units, plural, one {# sample unit} other {# sample units}}; an estimate needs at least two, better thirty.',
  'problem.error-matrix-classes':
    '{file}: the reference classes ({columns}) and the map classes ({rows}) must be the same, in the same order.',
  'problem.error-matrix-count':
    '{file}: “{value}” for map class {class} and reference class {reference} is no count. Write whole numbers.',
  'problem.error-matrix-of-points':
    '{layer}: holds points, one for each structure, so an error matrix of areas does not apply. Correct its counts by detection rates instead.',
  'problem.error-matrix-layer': 'No layer {layer} is measured as ground on that day; there are: {known}.',
  'problem.error-matrix-class-unknown': '{file}: {layer} has no class “{class}”; its classes are: {known}.',
  'problem.error-matrix-class-missing':
    '{file}: has no row for the class {class} of {layer}, which has ground in the plan. Every map class needs its sample.',
  'problem.error-matrix-areas': '{file}: the class {class} has no mapped area. Give one for each class of the matrix.',
  'problem.detection-rate':
    'The rate “{name}” cannot be {hits} of {of}: it is a whole number of a larger or equal one, and of the known sites at least one must have been found.',
  'problem.counts-layer': 'No layer {layer} of points is counted on that day; there are: {known}.',
} as const
