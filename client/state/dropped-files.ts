import { dateInName } from '../../core/time/date-in-name.ts'
import { seriesStem } from './load-form.ts'

/** Parts of a format of several files, and styles: they belong to the file of their name that holds the shapes. */
const parts =
  /\.(dbf|shx|prj|cpg|qix|qpj|sbn|sbx|shp\.xml|dat|map|id|mid|gpkg-wal|gpkg-shm|sqlite-wal|xsd|qml|sld|csvt)$/i

const stemOf = (name: string): string => name.replace(/\.(shp\.xml|[^.]+)$/i, '').toLowerCase()

/** The files that were dropped, those together that make one: a shapefile's parts, a database and its log. */
export function groupsOf(files: readonly File[]): readonly (readonly File[])[] {
  // All files of the folder of a geodatabase are one.
  if (files.some(({ name }) => /\.gdbtable$/i.test(name))) return [files]
  const mains = files.filter(({ name }) => !parts.test(name))
  const isPartOf = (file: File, main: File): boolean => parts.test(file.name) && stemOf(file.name) === stemOf(main.name)
  const orphans = files.filter((file) => !mains.includes(file) && !mains.some((main) => isPartOf(file, main)))
  // Parts whose shapes are missing are refused together, by one name.
  const stems = [...new Set(orphans.map(({ name }) => stemOf(name)))]
  return [
    ...mains.map((main) => [main, ...files.filter((file) => isPartOf(file, main))]),
    ...stems.map((stem) => orphans.filter(({ name }) => stemOf(name) === stem)),
  ]
}

/** Whether the files are the snapshots of one series: alike in name but for the days in it. */
export function isSeries(groups: readonly (readonly File[])[]): boolean {
  const names = groups.map(([main]) => main!.name)
  const isDated = names.every((name) => {
    const date = dateInName(name)
    return date.kind === 'day' || date.reason !== 'none'
  })
  return names.length > 1 && isDated && new Set(names.map(seriesStem)).size === 1
}
