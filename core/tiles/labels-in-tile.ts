/** The layer of a tile that holds names of its features. */
export const labelsInTile = 'labels'
