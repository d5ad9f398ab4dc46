"""Reads lines {path, features: [[ring]]} and answers {ours, gdal}: areas by the even-odd rule over all rings of a feature."""
import json, sys
from osgeo import gdal, ogr
from shapely.geometry import LineString
from shapely.ops import polygonize, unary_union

gdal.UseExceptions()
gdal.PushErrorHandler('CPLQuietErrorHandler')
gdal.SetConfigOption('OGR_ARC_STEPSIZE', '1')

def inside(ring, x, y):
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd

def even_odd(rings):
    rings = [ring for ring in rings if len(set(ring)) > 2]
    if not rings:
        return 0.0
    faces = polygonize(unary_union([LineString(ring + ring[:1]) for ring in rings]))
    sum = 0.0
    for face in faces:
        point = face.representative_point()
        if len([ring for ring in rings if inside(ring, point.x, point.y)]) % 2 == 1:
            sum += face.area
    return sum

def rings_of(geometry, rings):
    name = geometry.GetGeometryName()
    if name in ('POLYGON', 'TRIANGLE'):
        for i in range(geometry.GetGeometryCount()):
            ring = [point[:2] for point in geometry.GetGeometryRef(i).GetPoints() or []]
            rings.append(ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring)
    else:
        for i in range(geometry.GetGeometryCount()):
            rings_of(geometry.GetGeometryRef(i), rings)
    return rings

def gdal_area(path):
    source = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
    # Of a table in which GDAL finds no column of geometry nothing can be compared.
    if not any(source.GetLayer(i).GetLayerDefn().GetGeomFieldCount() for i in range(source.GetLayerCount())):
        raise ValueError('no geometry')
    total = 0.0
    for i in range(source.GetLayerCount()):
        for feature in source.GetLayer(i):
            geometry = feature.GetGeometryRef()
            if geometry is not None:
                total += even_odd(rings_of(geometry.GetLinearGeometry(), []))
    return total

for line in sys.stdin:
    asked = json.loads(line)
    try:
        features = [[[tuple(point) for point in ring] for ring in rings] for rings in asked['features']]
        answer = {'ours': sum(even_odd(rings) for rings in features), 'gdal': gdal_area(asked['path'])}
    except Exception:
        answer = None
    print(json.dumps(answer), flush=True)
