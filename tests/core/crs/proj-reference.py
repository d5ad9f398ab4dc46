"""Prints proj-reference.ts: positions of every system of the registry brought to WGS 84 by PROJ (pyproj 3.4, PROJ 9.1).

Run: /usr/bin/python3 tests/core/crs/proj-reference.py > tests/core/crs/proj-reference.ts
The projection comes from PROJ's own definition of the code (for 22700, which PROJ refuses, from +proj=lcca), the step to
WGS 84 from the EPSG operation that the registry names; nothing is taken from our registry but the choice of operation.
"""
import warnings
from pyproj import CRS, Transformer

warnings.filterwarnings('ignore')
OPERATIONS = {
    'Deir ez Zor': 15742, 'Palestine 1923': 1074, 'Israel 1993': 9676, 'Turkish National Reference Frame': 5261,
    'Iraqi Geospatial Reference System': 3894, 'Karbala 1979': 5078, 'Nahrwan 1934': 7033, 'Ain el Abd 1970': 1111,
    'Egypt 1907': 1148, 'North American Datum 1983': 1188, 'North American Datum 1927': 1173,
    'Geocentric Datum of Australia 1994': 1150, 'European Terrestrial Reference System 1989 ensemble': 1149,
    'Rikets koordinatsystem 1990': 1896, 'NAD83 (High Accuracy Reference Network)': 1580,
}
ED50 = [(1784, (25.62, 34.42, 44.83, 43.45)), (1087, (34.88, 29.18, 39.31, 33.38)), (1135, (34.17, 16.37, 55.67, 37.39)),
        (1133, (-9.56, 34.88, 31.59, 71.21))]
CODES = [22770, 22780, 22700, 28191, 28192, 28193, 2039, 3066, *range(2319, 2326), *range(5253, 5260), 23035, 23036, 23037, 23038,
         3890, 3891, 3892, 3893, 3394, 3391, 3392, 3393, 7005, 7006, 7007, 20436, 20437, 20438, 22991, 22992, 22993, 2227, 3857, 3395,
         32636, 32637, 32736, 4227, 4281, 4141, 4230, 5252, 3889, 4743, 4744, 4204, 4229, 4269, 4267, 4258, 4283, 4124, 4152]
BOXES = {3857: (30, -40, 45, 60), 3395: (30, -40, 45, 60), 4269: (-120, 30, -80, 45), 4267: (-120, 30, -80, 45),
         4152: (-120, 30, -80, 45), 4230: (34.9, 30, 39, 33), 32736: (30, -40, 36, -1), 32636: (30, 20, 36, 45), 32637: (36, 20, 42, 45)}

print('/** [code, x, y, longitude, latitude]: made by proj-reference.py with PROJ 9.1; not to be edited. */')
print('export const projReference: readonly (readonly [code: string, x: number, y: number, lon: number, lat: number])[] = [')
for code in CODES:
    crs = CRS.from_epsg(code)
    west, south, east, north = BOXES.get(code, crs.area_of_use.bounds)
    for fx, fy in ((.1, .2), (.5, .5), (.9, .8)):
        lon, lat = west + (east - west) * fx, south + (north - south) * fy
        name = crs.datum.name
        if 'World Geodetic' in name:
            operation = None
        elif name == 'European Datum 1950':
            operation = next((o for o, a in ED50 if a[0] <= lon <= a[2] and a[1] <= lat <= a[3]), ED50[0][0])
        else:
            operation = OPERATIONS[name]
        if code == 22700:
            forward = Transformer.from_pipeline('+proj=lcca +lat_0=34.65 +lon_0=37.35 +k_0=0.9996256 +x_0=300000 +y_0=300000 '
                                                '+a=6378249.2 +rf=293.466021293627')
        else:
            forward = Transformer.from_crs(crs.geodetic_crs, crs, always_xy=True) if crs.is_projected else None
        x, y = (round(v, 1) for v in forward.transform(lon, lat)) if forward else (round(lon, 6), round(lat, 6))
        own_lon, own_lat = forward.transform(x, y, direction='INVERSE') if forward else (x, y)
        if operation:
            to_wgs84 = Transformer.from_pipeline('urn:ogc:def:coordinateOperation:EPSG::%d' % operation)
            own_lat, own_lon = to_wgs84.transform(own_lat, own_lon)
        print("  ['EPSG:%d', %r, %r, %.11f, %.11f]," % (code, x, y, own_lon, own_lat))
print(']')
