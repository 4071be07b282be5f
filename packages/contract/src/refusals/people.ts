// What requests of the area people are refused for.
import type { Sentence } from './sentence.ts'

export const people = {
  file_unreadable: {
    status: 409,
    ru: 'Файл не читается. Нужен CSV или XLSX: откройте его в Excel и сохраните заново.',
    en: 'The file can not be read. Save it as CSV or XLSX and try again.',
  },
  file_old_excel: {
    status: 409,
    ru: 'Это файл старого Excel (.xls) или файл с паролем. Сохраните его как «Книга Excel (.xlsx)» без пароля или как CSV.',
    en: 'This is a file of an old Excel (.xls) or one with a password. Save it as .xlsx without a password or as CSV.',
  },
  import_cancelled: {
    status: 409,
    ru: 'Загрузка отменена, ничего не записано.',
    en: 'The import was cancelled, nothing was written.',
  },
  import_problems: {
    status: 409,
    ru: 'В файле есть ошибки, ничего не записано. Проверьте файл ещё раз и исправьте строки из списка.',
    en: 'The file has errors, nothing was written. Check it again and mend the lines of the list.',
  },
  import_changed: {
    status: 409,
    ru: 'Пока вы смотрели, список людей изменился. Проверьте файл ещё раз: ничего не записано.',
    en: 'The list of people has changed while you looked. Check the file again: nothing was written.',
  },
  no_such_group: {
    status: 409,
    ru: 'Такой группы нет: возможно, её уже удалили.',
    en: 'There is no such group: perhaps it was removed.',
  },
  group_taken: {
    status: 409,
    ru: 'Группа с таким названием уже есть.',
    en: 'There is a group of this name already.',
  },
  group_not_empty: {
    status: 409,
    ru: 'В группе есть люди. Сначала переведите их в другую.',
    en: 'There are people in the group. Move them to another first.',
  },
  group_has_tasks: {
    status: 409,
    ru: 'Этой группе задавали работы, и сданное хранится вместе с ней. Удалить её нельзя, переименовать можно.',
    en: 'Work was given to this group, and what was handed in is kept with it. It is not removed; it may be renamed.',
  },
  learner_id_kept: {
    status: 409,
    ru: 'ID обучающегося присваивается один раз и не меняется.',
    en: 'A learner id is given once and does not change.',
  },
  learner_id_taken: {
    status: 409,
    ru: 'Такой ID обучающегося уже у другого человека.',
    en: 'Another person has this learner id.',
  },
  wrong_birthday: {
    status: 409,
    ru: 'Проверьте дату рождения: она в будущем или слишком давно.',
    en: 'Check the birthday: it is in the future or too long ago.',
  },
  not_a_parent: {
    status: 409,
    ru: 'У этого человека нет роли «Родитель».',
    en: 'This person does not have the role of a parent.',
  },
  not_a_pupil: {
    status: 409,
    ru: 'Родителя связывают с учеником: у этого человека другая роль.',
    en: 'A parent is linked to a pupil: this person has another role.',
  },
  child_of_age: {
    status: 409,
    ru: 'Ученику уже есть 18 лет: он отвечает за себя сам.',
    en: 'The pupil is 18 already and stands for himself.',
  },
  not_a_methodist: {
    status: 409,
    ru: 'Заместителем директора назначают человека с ролью методиста. Сначала дайте ему эту роль.',
    en: 'The deputy director is somebody with the role of a methodist. Give the role first.',
  },
  not_restrictable: {
    status: 409,
    ru: 'Только в одном филиале могут работать преподаватели, методисты, прокторы, комиссия и поддержка. Администратор и ответственный за персональные данные отвечают за всё учреждение.',
    en: 'Teachers, methodists, proctors, the commission and support can work in one branch alone. An administrator and who answers for personal data serve the whole institution.',
  },
} as const satisfies Record<string, Sentence>
