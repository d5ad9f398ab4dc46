/** So many polygons of a tile, or of a layer, are drawn one by one. */
export const mostPolygons = 4_000
