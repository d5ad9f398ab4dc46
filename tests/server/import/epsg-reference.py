"""Prints epsg-reference.ts: positions in systems outside our registry brought to WGS 84 by PROJ (pyproj 3.4, PROJ 9.1).

Run: /usr/bin/python3 tests/server/import/epsg-reference.py > tests/server/import/epsg-reference.ts
`published` goes by the EPSG operation named here; `byGrid` by the national grid that PROJ prefers and that we do not have
(BETA2007, ntf_r93, nzgd2kgrid0005, CHENYX06 as Debian ships them).
"""
import warnings
from pyproj import CRS, Transformer

warnings.filterwarnings('ignore')
POINTS = [
    (26986, 1188, (-71.06, 42.36)), (26986, 1188, (-73.2, 42.1)), (2154, 1671, (2.35, 48.85)), (2154, 1671, (-4.4, 48.4)),
    (28992, 15934, (4.9, 52.37)), (28992, 15934, (6.1, 50.9)), (3067, 1149, (24.94, 60.17)), (3067, 1149, (27.5, 68.9)),
    (27700, 1314, (-0.12, 51.5)), (31467, 1777, (9.99, 48.4)), (2193, 1565, (174.77, -36.85)), (3035, 1149, (13.4, 52.5)),
    (2263, 1188, (-73.98, 40.75)), (31370, 15929, (4.35, 50.85)), (6933, None, (36.3, 33.5)), (22332, 1538, (10.18, 36.8)),
    (31287, 1618, (16.37, 48.2)), (4289, 15934, (4.9, 52.37)),
]
GRIDS = [(4314, (9.99, 48.4)), (4314, (7.1, 50.7)), (4275, (2.35, 48.85)), (4275, (-1.5, 43.5)), (4272, (174.77, -36.85)),
         (4272, (168.3, -46.4)), (4149, (7.44, 46.95)), (4149, (8.95, 46.0))]
GRID_OF = {4314: ('BETA2007.gsb', 'bessel'), 4275: ('ntf_r93.gsb', 'clrk80ign'), 4272: ('nzgd2kgrid0005.gsb', 'intl'),
           4149: ('CHENYX06_etrs.gsb', 'bessel')}

print('/** [code, x, y, longitude, latitude]: made by epsg-reference.py with PROJ 9.1; not to be edited. */')
print('type Place = readonly [code: string, x: number, y: number, lon: number, lat: number]')
print('export const published: readonly Place[] = [')
for code, operation, (lon, lat) in POINTS:
    crs = CRS.from_epsg(code)
    forward = Transformer.from_crs(crs.geodetic_crs, crs, always_xy=True) if crs.is_projected else None
    x, y = (round(v, 1) for v in forward.transform(lon, lat)) if forward else (lon, lat)
    lon, lat = forward.transform(x, y, direction='INVERSE') if forward else (x, y)
    if operation:
        lat, lon = Transformer.from_pipeline('urn:ogc:def:coordinateOperation:EPSG::%d' % operation).transform(lat, lon)
    print("  ['EPSG:%d', %r, %r, %.11f, %.11f]," % (code, x, y, lon, lat))
print(']')
print('export const byGrid: readonly Place[] = [')
for code, (x, y) in GRIDS:
    grid, ellipsoid = GRID_OF[code]
    steps = ('+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=hgridshift +grids=%s '
             '+step +proj=unitconvert +xy_in=rad +xy_out=deg' % grid)
    lon, lat = Transformer.from_pipeline(steps).transform(x, y)
    print("  ['EPSG:%d', %r, %r, %.11f, %.11f]," % (code, x, y, lon, lat))
print(']')
