"""The ground of each class inside a plan, in square metres on the ellipsoid, as a user of shapely (1.8 or 2) and pyproj would
write it: GeoJSON in, STRtree, prepared geometries, a union for each class. Prints one number a class."""
import json
import sys

from pyproj import Geod
from shapely.geometry import MultiPolygon, shape
from shapely.geometry.polygon import orient
from shapely.ops import unary_union
from shapely.prepared import prep
from shapely.strtree import STRtree



def orient_all(ground):
    return MultiPolygon([orient(part) for part in getattr(ground, "geoms", [ground]) if part.geom_type == "Polygon"])


ellipsoid = Geod(ellps="WGS84")
plan_file, zones_file = sys.argv[1:]
read = lambda file: json.load(open(file))["features"]
plan = [shape(feature["geometry"]) for feature in read(plan_file)]
places = {id(part): place for place, part in enumerate(plan)}
prepared = [prep(part) for part in plan]
tree = STRtree(plan)
parts = {}
for feature in read(zones_file):
    zone = shape(feature["geometry"])
    for found in tree.query(zone):
        place = places.get(id(found), found)
        if prepared[place].contains(zone):
            cut = zone
        elif prepared[place].intersects(zone):
            cut = plan[place].intersection(zone)
        else:
            continue
        parts.setdefault(feature["properties"]["class"], []).append(cut)
for name in sorted(parts):
    print(name, abs(ellipsoid.geometry_area_perimeter(orient_all(unary_union(parts[name])))[0]))
