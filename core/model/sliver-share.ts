/** Less than this part of the plan, or of a class, is what neighbours share by the rounding of their coordinates. */
export const sliverShare = 0.0005
