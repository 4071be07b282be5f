import { fields, title } from './blocks.ts'
import type { Day } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

export type Data0024 = {
  readonly institution: Institution
  readonly student: string | null
  readonly discipline: string | null
  readonly material: string | null
  readonly receivedOn: Day | null
  readonly receivedBy: string | null
  readonly checkedOn: Day | null
  readonly result: string | null
  readonly teacher: string | null
}

/** The notice goes back the way the work came (002 п. 17): there is one channel, not two. */
export function form0024(data: Data0024): Formed {
  const need = needs()
  return need.formed(
    ownForm('F-002-4', 'Извещение о результатах проверки', data, [
      title('Извещение о результатах проверки'),
      fields('Извещение о результатах проверки', [
        ['Обучающийся', need.text(data.student, 'student', 'R2-17e')],
        ['Дисциплина', need.text(data.discipline, 'discipline', 'R2-17e')],
        ['Материал', need.text(data.material, 'material', 'R2-17e')],
        ['Дата получения', need.day(data.receivedOn, 'receivedOn', 'R2-17d')],
        ['Дата проверки', need.day(data.checkedOn, 'checkedOn', 'R2-17d')],
        ['Результат', need.text(data.result, 'result', 'R2-17e')],
        ['Канал отправки (он же канал получения)', need.text(data.receivedBy, 'receivedBy', 'R2-17e')],
        ['Педагогический работник', need.text(data.teacher, 'teacher', 'R2-17e')],
      ]),
    ]),
  )
}
