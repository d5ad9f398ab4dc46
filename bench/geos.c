/*
 * The areas per class by the GEOS C API, as a careful user of it would write them: a tree of the zones of each class,
 * prepared containment, an OverlayNG intersection with each feature of the plan where needed, the union of the pieces
 * per feature, and the area. Reads the binary file that bench/native.ts writes; reading it is not timed.
 *
 * Usage: geos FILE RUNS. Prints milliseconds per run, then area in m2 per class.
 *
 * File: uint32 classes, planFeatures, zones; then per polygon: int32 class, uint32 rings, and per ring uint32 vertices
 * and their lon/lat as doubles, first vertex not repeated.
 */
#include <geos_c.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  int count, room;
  int *items;
} Hits;

static uint32_t read_count(FILE *file) {
  uint32_t value;
  if (fread(&value, 4, 1, file) != 1) exit(1);
  return value;
}

static GEOSGeometry *read_ring(FILE *file) {
  uint32_t count = read_count(file);
  double *xy = malloc(16 * (count + 1));
  if (fread(xy, 16, count, file) != count) exit(1);
  xy[2 * count] = xy[0];
  xy[2 * count + 1] = xy[1];
  GEOSCoordSequence *points = GEOSCoordSeq_copyFromBuffer(xy, count + 1, 0, 0);
  free(xy);
  return GEOSGeom_createLinearRing(points);
}

static GEOSGeometry *read_polygon(FILE *file, int *class) {
  *class = (int32_t)read_count(file);
  uint32_t rings = read_count(file);
  GEOSGeometry *shell = read_ring(file);
  GEOSGeometry **holes = malloc(rings * sizeof *holes);
  for (uint32_t i = 1; i < rings; i++) holes[i - 1] = read_ring(file);
  GEOSGeometry *polygon = GEOSGeom_createPolygon(shell, holes, rings - 1);
  free(holes);
  return polygon;
}

static void keep_hit(void *item, void *data) {
  Hits *hits = data;
  if (hits->count == hits->room) hits->items = realloc(hits->items, sizeof(int) * (hits->room = 2 * hits->room + 64));
  hits->items[hits->count++] = (int)(intptr_t)item - 1;
}

/* The authalic function of WGS 84 (Snyder 1987, 3-12), for the areas that are compared, outside the timing. */
static double q(double lat) {
  const double f = 1 / 298.257223563, e2 = f * (2 - f), e = sqrt(e2);
  double s = sin(lat * M_PI / 180);
  return (1 - e2) * (s / (1 - e2 * s * s) + atanh(e * s) / e);
}

static double ring_area(const GEOSGeometry *ring) {
  const GEOSCoordSequence *points = GEOSGeom_getCoordSeq(ring);
  unsigned count;
  GEOSCoordSeq_getSize(points, &count);
  double x0, y0, x1, y1, sum = 0, q0 = q(33.48);
  GEOSCoordSeq_getXY(points, 0, &x0, &y0);
  for (unsigned i = 1; i < count; i++, x0 = x1, y0 = y1) {
    GEOSCoordSeq_getXY(points, i, &x1, &y1);
    sum += (x1 - x0) * (q(y0) + 4 * q((y0 + y1) / 2) + q(y1) - 6 * q0) / 6;
  }
  return fabs(sum * M_PI / 180 * 6378137.0 * 6378137.0 / 2);
}

static double ellipsoidal_area(const GEOSGeometry *geometry) {
  double sum = 0;
  int parts = GEOSGetNumGeometries(geometry);
  for (int i = 0; i < parts; i++) {
    const GEOSGeometry *part = GEOSGetGeometryN(geometry, i);
    if (GEOSGeomTypeId(part) == GEOS_POLYGON) {
      if (GEOSisEmpty(part)) continue;
      sum += ring_area(GEOSGetExteriorRing(part));
      for (int h = 0; h < GEOSGetNumInteriorRings(part); h++) sum -= ring_area(GEOSGetInteriorRingN(part, h));
    } else if (GEOSGeomTypeId(part) >= GEOS_MULTIPOINT) sum += ellipsoidal_area(part);
  }
  return sum;
}

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e3 * t.tv_sec + 1e-6 * t.tv_nsec;
}

/* Area in square degrees of the class's ground on the plan; in m2 where `exact` is set. */
static double class_area(GEOSGeometry **plan, int features, GEOSGeometry **zones, int *classes, int count, int class, int exact) {
  GEOSSTRtree *tree = GEOSSTRtree_create(10);
  const GEOSPreparedGeometry **prepared = calloc(count, sizeof *prepared);
  const GEOSPreparedGeometry *whole = features == 1 ? GEOSPrepare(plan[0]) : NULL;
  for (int z = 0; z < count; z++) {
    if (classes[z] == class) GEOSSTRtree_insert(tree, zones[z], (void *)(intptr_t)(z + 1));
  }
  Hits hits = {0, 0, NULL};
  GEOSGeometry **pieces = NULL;
  int room = 0;
  double sum = 0;
  for (int p = 0; p < features; p++) {
    hits.count = 0;
    GEOSSTRtree_query(tree, plan[p], keep_hit, &hits);
    if (hits.count > room) pieces = realloc(pieces, sizeof *pieces * (room = hits.count));
    int found = 0, covered = 0;
    for (int h = 0; h < hits.count && !covered; h++) {
      int z = hits.items[h];
      if (whole) {
        if (GEOSPreparedContains(whole, zones[z])) pieces[found++] = GEOSGeom_clone(zones[z]);
        else pieces[found++] = GEOSIntersection(plan[p], zones[z]);
        continue;
      }
      if (!prepared[z]) prepared[z] = GEOSPrepare(zones[z]);
      if (GEOSPreparedContains(prepared[z], plan[p])) covered = 1;
      else if (GEOSPreparedIntersects(prepared[z], plan[p])) pieces[found++] = GEOSIntersection(plan[p], zones[z]);
    }
    double area = 0;
    GEOSGeometry *result = NULL;
    if (covered) result = GEOSGeom_clone(plan[p]);
    else if (found == 1) result = GEOSGeom_clone(pieces[0]);
    else if (found > 1) {
      GEOSGeometry **copies = malloc(sizeof *copies * found);
      for (int i = 0; i < found; i++) copies[i] = GEOSGeom_clone(pieces[i]);
      GEOSGeometry *all = GEOSGeom_createCollection(GEOS_GEOMETRYCOLLECTION, copies, found);
      result = GEOSUnaryUnion(all);
      GEOSGeom_destroy(all);
      free(copies);
    }
    if (result) {
      if (exact) area = ellipsoidal_area(result);
      else GEOSArea(result, &area);
      GEOSGeom_destroy(result);
    }
    for (int i = 0; i < found; i++) GEOSGeom_destroy(pieces[i]);
    sum += area;
  }
  for (int z = 0; z < count; z++) if (prepared[z]) GEOSPreparedGeom_destroy(prepared[z]);
  if (whole) GEOSPreparedGeom_destroy(whole);
  free(prepared);
  free(pieces);
  free(hits.items);
  GEOSSTRtree_destroy(tree);
  return sum;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  initGEOS(NULL, NULL);
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 1;
  int class_count = read_count(file), features = read_count(file), zone_count = read_count(file), unused;
  GEOSGeometry **plan = malloc(sizeof *plan * features), **zones = malloc(sizeof *zones * zone_count);
  int *classes = malloc(sizeof(int) * zone_count);
  for (int i = 0; i < features; i++) plan[i] = read_polygon(file, &unused);
  for (int i = 0; i < zone_count; i++) zones[i] = read_polygon(file, &classes[i]);
  fclose(file);
  for (int run = 0; run < atoi(argv[2]); run++) {
    double start = now_ms(), sum = 0;
    for (int c = 0; c < class_count; c++) sum += class_area(plan, features, zones, classes, zone_count, c, 0);
    printf("ms %.3f\n", now_ms() - start);
    if (sum < 0) return 1;
  }
  for (int c = 0; c < class_count; c++) printf("m2 %.9f\n", class_area(plan, features, zones, classes, zone_count, c, 1));
  return 0;
}
