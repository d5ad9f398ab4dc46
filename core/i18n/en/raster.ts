/** Rasters that become layers: their files, their cells and what their values mean. */
export const raster = {
  'problem.raster-unreadable':
    'The raster {file} cannot be read: {reason}. Where it is whole, save it again with GDAL: gdal_translate -co COMPRESS=DEFLATE.',
  'problem.raster-too-large':
    '{file} is too large ({size}, in pixels); up to {most} million are taken. Cut it to the ground of the study, or make its pixels larger.',
  'problem.raster-of-colours':
    '{file} is a picture in colours, not a raster of classes. Place it as a picture by control points: basilia picture.',
  'problem.raster-without-place':
    '{file} does not say where on earth it lies. Load the world file (.tfw) with it, or place it by control points as a picture.',
  'problem.raster-tie-points':
    '{file} is placed by control points alone and not warped yet. Warp it first (gdalwarp), or place it by its control points as a picture.',
  'problem.world-file-broken': '{file} is no world file: six numbers are expected, a line each.',
  'problem.raster-threshold-needed':
    '{file} holds numbers from {least} to {most} rather than classes. Say from which number on its ground counts: the threshold, such as 0.5.',
  'problem.raster-below-threshold':
    'No ground of {file} reaches {threshold}: its numbers run from {least} to {most}. Choose another threshold.',
  'problem.threshold-not-raster': '{file} is no raster, so a threshold says nothing of it.',
  'problem.raster-too-fine':
    '{file} falls into {regions, plural, one {# region} other {# regions}} whose outlines have more than {most} million corners. Clear specks first (gdal_sieve), or make its pixels larger.',
  'problem.raster-empty': '{file} holds no data in any of its pixels.',
  'note.raster-regions':
    '{file} ({size}, in pixels) became {regions, plural, one {# region} other {# regions}} along the edges of the pixels.',
  'note.raster-threshold':
    '{file}: only ground whose value is at least {threshold} counts, {percent} % of the raster; the value of {below} % is lower, and the layer says nothing of it.',
  'note.raster-no-data':
    '{file}: {count, plural, one {# pixel holds} other {# pixels hold}} no data, {percent} % of the raster; the layer says nothing of that ground.',
  'note.raster-no-data-unstated':
    '{file} does not say which value stands for no data, so each value is a class, zero too. Leave out with a filter what says nothing.',
  'note.raster-values-unnamed':
    '{file} has names for its values, but not for these: {values}. They go by their numbers.',
  'note.raster-values-many':
    '{file} has {count, plural, one {# value} other {# values}} without names. Where they are degrees of one thing, such as probabilities, a threshold makes one class of them.',
  'note.raster-lossy':
    '{file} was packed with losses (JPEG or WebP): along the edges of its classes stand values that nobody gave.',
  'note.raster-pages-left':
    '{file} holds {count, plural, one {# more picture} other {# more pictures}} beside the first, left out.',
  'note.raster-scaled': '{file} stores its numbers packed: each is to be multiplied by {scale}, with {offset} added.',
  'note.raster-of-points':
    '{file} says where the middle of its first pixel lies (PixelIsPoint); its corner is half a pixel away.',
  'note.raster-accuracy-unstated':
    'How exactly {file} lies is not stated. Half a pixel, {metres} m, stands for its accuracy; say what its source says.',
  'note.raster-accuracy-finer':
    '{file}: an accuracy of {metres} m is stated, but its lines follow pixels and are known to half a pixel, {halfM} m, at best.',
  'note.world-file-used': '{file} lies where {other} says.',
  'note.world-file-other': '{other} places {file} elsewhere than it does itself; its own placement is taken.',
  'remark.threshold': 'Ground where the value in {file} is at least {threshold}.',
} as const
