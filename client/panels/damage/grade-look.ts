import { gradeOfClass } from '../../../core/classify/grade-classes.ts'
import type { Grade } from '../../../core/classify/grades.ts'
import { classLook, type ClassLook } from '../../map/class-look.ts'
import type { PageState } from '../../state/page-state.ts'

/** How a grade is drawn: as the class of the layer that stands for it; `null` where no class does. */
export function gradeLook({ study }: PageState, layerId: string, grade: Grade): ClassLook | null {
  const layer = study?.layers.find(({ id }) => id === layerId)
  const place = layer?.classes.findIndex((own) => gradeOfClass(own) === grade) ?? -1
  return layer && place >= 0 ? classLook(layer, layer.classes[place]!.class, place) : null
}
