/**
 * One step from an older form of `study.json` to the next, by the `schema` it was written with. basilia-study/1 is the
 * first form, so there is no step yet; the form after it brings `'basilia-study/1'` here, in a file of its own.
 */
export const converters: Readonly<Record<string, (old: Record<string, unknown>) => Record<string, unknown>>> = {}
