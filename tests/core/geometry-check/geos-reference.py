"""Prints geos-reference.ts: rings on a small grid, and whether GEOS calls them valid polygons (shapely).

Run: /usr/bin/python3 tests/core/geometry-check/geos-reference.py > tests/core/geometry-check/geos-reference.ts
Half of the rings go round a middle, so that many are valid or only touch themselves.
"""
import math
import random
import textwrap
from shapely.geometry import Polygon
from shapely.validation import explain_validity

random.seed(11)
seen = {}
while len(seen) < 500:
    count = random.randint(4, 9)
    ring = [(random.randint(0, 5), random.randint(0, 5)) for _ in range(count)]
    if len(seen) % 2 == 0:
        ring.sort(key=lambda p: (math.atan2(p[1] - 2.4, p[0] - 2.6), random.random()))
    if len(set(ring)) < 3:
        continue
    reason = explain_validity(Polygon(ring)).split('[')[0]
    seen[''.join('%d%d' % p for p in ring)] = {'Valid Geometry': 'valid', 'Ring Self-intersection': 'touches', 'Self-intersection': 'crosses'}[reason]
print('/** Rings, two digits for each vertex, and what GEOS says of them: made by geos-reference.py; not to be edited. */')
print("const rings = (text: string): readonly string[] => text.trim().split(/\\s+/)")
print()
print("export const geosReference: Readonly<Record<'valid' | 'touches' | 'crosses', readonly string[]>> = {")
for reason in ('valid', 'touches', 'crosses'):
    print('  %s: rings(`' % reason)
    for line in textwrap.wrap(' '.join(ring for ring, own in seen.items() if own == reason), 112):
        print('    ' + line)
    print('  `),')
print('}')
