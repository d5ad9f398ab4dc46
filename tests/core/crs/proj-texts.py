"""Prints proj-texts.ts: every system of the registry as WKT2, written by PROJ (pyproj 3.4, PROJ 9.1) and stripped of codes.

Run: /usr/bin/python3 tests/core/crs/proj-texts.py > tests/core/crs/proj-texts.ts
"""
import re
import warnings
from pyproj import CRS

warnings.filterwarnings('ignore')
CODES = [4326, 3857, 3395, 22770, 22780, 22700, 28191, 28192, 28193, 2039, 3066, *range(2319, 2326), *range(5253, 5260),
         23035, 23036, 23037, 23038, 3890, 3891, 3892, 3893, 3394, 3391, 3392, 3393, 7005, 7006, 7007, 20436, 20437, 20438,
         22991, 22992, 22993, 2227, 32636, 32637, 32736, 4227, 4281, 4141, 4230, 5252, 3889, 4743, 4744, 4204, 4229, 4269,
         4267, 4258, 4283, 4124, 4152]
NOISE = [r',ID\["EPSG",\d+\]', r',USAGE\[SCOPE\["[^"]*"\],AREA\["[^"]*"\],BBOX\[[^\]]*\]\]', r'MEMBER\["[^"]*"\],']

print('/** [code, WKT2]: made by proj-texts.py with PROJ 9.1; not to be edited. */')
print('export const projTexts: readonly (readonly [code: string, text: string])[] = [')
for code in CODES:
    text = CRS.from_epsg(code).to_wkt('WKT2_2019')
    for noise in NOISE:
        text = re.sub(noise, '', text)
    print("  ['EPSG:%d', '%s']," % (code, text))
print(']')
