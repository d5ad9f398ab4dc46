import { gradeOfClass } from '../../../core/classify/grade-classes.ts'
import type { Grade } from '../../../core/classify/grades.ts'
import { symbolOfClass, type ClassSymbol } from '../../../core/symbology/class-symbol.ts'
import type { PageState } from '../../state/page-state.ts'

/** How a grade is drawn: as the class of the layer that stands for it; `null` where no class does. */
export function gradeStyle({ study }: PageState, layerId: string, grade: Grade): ClassSymbol | null {
  const layer = study?.layers.find(({ id }) => id === layerId)
  const place = layer?.classes.findIndex((own) => gradeOfClass(own) === grade) ?? -1
  return layer && place >= 0 ? symbolOfClass(layer, layer.classes[place]!.class, place, false) : null
}
