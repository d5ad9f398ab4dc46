import { eccentricity2, semiMajorM } from '../../core/geometry/ellipsoid.ts'

/** Width and height of the tiles that faces are made in, in degrees: under 300 m an area follows from a face's middle. */
const tileWidth = 0.0008
const tileHeight = 0.0006

/** Of the WGS 84 ellipsoid: the square of a degree in square metres of its equator, and e squared. */
const squareDegree = `(${semiMajorM}.0 ^ 2 * radians(1.0) ^ 2)`
const e2 = String(eccentricity2)
/** Lines that a rounding may put a piece on the other side of. */
const nearLine = 1e-6

/**
 * Tables in which ground is measured by blocks, and the functions that measure a block in SQL alone. A question is asked anew
 * of each database that has a share of its blocks; nothing here lasts longer than a day.
 */
export const blockTables = `
  CREATE TABLE basilia.question (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest text NOT NULL UNIQUE,
    engine text NOT NULL CHECK (engine IN ('walk', 'sql')),
    class_counts integer[] NOT NULL,
    cut_at timestamptz,
    asked_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE basilia.question IS 'Layers to be laid over each other, by a digest of all that the answer follows from';

  CREATE TABLE basilia.cell (
    question bigint NOT NULL REFERENCES basilia.question ON DELETE CASCADE,
    cell integer NOT NULL,
    parent integer NOT NULL,
    block integer NOT NULL,
    west double precision NOT NULL,
    south double precision NOT NULL,
    east double precision NOT NULL,
    north double precision NOT NULL,
    done_at timestamptz,
    PRIMARY KEY (question, cell)
  );
  CREATE INDEX cell_parent ON basilia.cell (question, parent);
  CREATE UNIQUE INDEX cell_block ON basilia.cell (question, block) WHERE block >= 0;
  COMMENT ON TABLE basilia.cell IS 'The ground halved again and again; cells with a block of 0 or more are measured, one at a time';

  CREATE TABLE basilia.shape (
    question bigint NOT NULL REFERENCES basilia.question ON DELETE CASCADE,
    cell integer NOT NULL,
    role smallint NOT NULL,
    class integer NOT NULL,
    polygon integer NOT NULL,
    geom geometry NOT NULL
  );
  ALTER TABLE basilia.shape ALTER COLUMN geom SET STORAGE EXTERNAL;
  CREATE INDEX shape_question ON basilia.shape (question, cell);
  COMMENT ON TABLE basilia.shape IS 'Polygons before they are cut, each at the smallest cell that holds it whole';

  CREATE TABLE basilia.piece (
    question bigint NOT NULL REFERENCES basilia.question ON DELETE CASCADE,
    block integer NOT NULL,
    role smallint NOT NULL,
    class integer NOT NULL,
    polygon integer NOT NULL,
    geom geometry NOT NULL
  );
  ALTER TABLE basilia.piece ALTER COLUMN geom SET STORAGE EXTERNAL;
  CREATE INDEX piece_block ON basilia.piece (question, block);
  COMMENT ON TABLE basilia.piece IS 'The same cut by blocks; class counts through all layers';

  CREATE TABLE basilia.block_sum (
    question bigint NOT NULL REFERENCES basilia.question ON DELETE CASCADE,
    block integer NOT NULL,
    classes integer[] NOT NULL,
    m2 double precision NOT NULL,
    PRIMARY KEY (question, block, classes)
  );
  COMMENT ON TABLE basilia.block_sum IS 'Square metres of a block under each set of classes; of no classes: the ground of the plan';

  -- The areas of a block by what covers its faces: in small tiles all boundaries are noded and made faces, and each face is under
  -- the polygons that hold a point of it. The area of a face on the WGS 84 ellipsoid is its area in square degrees times the slope
  -- of the authalic function at its middle latitude (Snyder 1987, eq. 3-12), less what that function bends over its height.
  CREATE FUNCTION basilia.block_ground(asked bigint, wanted integer)
  RETURNS TABLE (classes integer[], m2 double precision)
  LANGUAGE sql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
    WITH box AS MATERIALIZED (
      SELECT west, south, greatest(1, ceil((east - west) / ${tileWidth}))::integer AS columns,
        greatest(1, ceil((north - south) / ${tileHeight}))::integer AS rows,
        (east - west) / greatest(1, ceil((east - west) / ${tileWidth})) AS width,
        (north - south) / greatest(1, ceil((north - south) / ${tileHeight})) AS height
      FROM basilia.cell WHERE question = asked AND block = wanted
    ), strip AS MATERIALIZED (
      SELECT role, class, polygon, i, ST_CollectionExtract(ST_ClipByBox2D(geom, ST_MakeBox2D(
        ST_Point(west + i * width, south - 1), ST_Point(west + (i + 1) * width, south + rows * height + 1))), 3) AS geom
      FROM basilia.piece CROSS JOIN box CROSS JOIN LATERAL generate_series(
        greatest(0, floor((ST_XMin(geom) - west) / width - ${nearLine})::integer),
        least(columns - 1, floor((ST_XMax(geom) - west) / width + ${nearLine})::integer)) AS i
      WHERE question = asked AND block = wanted
    ), tile AS MATERIALIZED (
      SELECT role, class, polygon, i, j, ST_CollectionExtract(ST_ClipByBox2D(geom, ST_MakeBox2D(
        ST_Point(west + (i - 1) * width, south + j * height), ST_Point(west + (i + 2) * width, south + (j + 1) * height))), 3) AS geom
      FROM strip CROSS JOIN box CROSS JOIN LATERAL generate_series(
        greatest(0, floor((ST_YMin(geom) - south) / height - ${nearLine})::integer),
        least(rows - 1, floor((ST_YMax(geom) - south) / height + ${nearLine})::integer)) AS j
      WHERE NOT ST_IsEmpty(geom)
    ), noded AS MATERIALIZED (
      SELECT i, j, ST_UnaryUnion(ST_Collect(ST_Boundary(geom) ORDER BY role, class, polygon)) AS lines
      FROM tile WHERE NOT ST_IsEmpty(geom) GROUP BY i, j HAVING bool_or(role = 0)
    ), face AS MATERIALIZED (
      SELECT i, j, path[1] AS n, geom, ST_PointOnSurface(geom) AS inside
      FROM (SELECT i, j, (ST_Dump(ST_Polygonize(lines))).* FROM noded GROUP BY i, j) AS dumped
    ), covered AS (
      SELECT face.i, face.j, face.n, face.geom, array_agg(DISTINCT tile.class ORDER BY tile.class) AS classes
      FROM face JOIN tile ON tile.i = face.i AND tile.j = face.j AND ST_Intersects(tile.geom, face.inside)
      GROUP BY face.i, face.j, face.n, face.geom HAVING bool_or(tile.role = 0)
    )
    SELECT classes, sum(ST_Area(geom) * ${squareDegree} * (1 - ${e2}) * cos(lat) / (1 - ${e2} * sin(lat) ^ 2) ^ 2
      * (1 - radians(ST_YMax(geom) - ST_YMin(geom)) ^ 2 / 24) ORDER BY i, j, n)
    FROM covered CROSS JOIN LATERAL (SELECT radians(ST_Y(ST_Centroid(geom))) AS lat) AS middle GROUP BY classes
  $$;
`
