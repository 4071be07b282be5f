import { row } from '../parameter.ts'

const p = row('institution')
const s = row('scope')

export const institution = {
  'institution.name': p('text', 'Наименование учреждения', 'Name of the institution'),
  'institution.kind': p('text', 'Вид учреждения', 'Kind of institution'),
  'institution.branches': p('flag', 'Есть филиалы', 'Has branches'),
  'institution.head_title': p('text', 'Должность руководителя', 'Title of the head'),
  'lna.kind': p('text', 'Вид акта', 'Kind of act'),
  'lna.order_no_date': p('text', 'Приказ: номер и дата', 'Order: number and date'),
  'lna.approval_steps': p('list', 'Рассмотрение и согласование', 'Approval steps'),
  'lna.effective_from': p('text', 'Вступление в силу', 'Takes effect', { needed: true }),
  'lna.supersede_rule': p('text', 'Прекращение действия', 'How it is superseded'),
  'lna.document_code': p('text', 'Код документа', 'Document code'),
  'lna.esignature_metadata': p('text', 'Электронная подпись файла', 'Electronic signature of the file'),
  extra_requirements_right: p(
    'duty',
    'Дополнительные требования учреждения',
    'Additional requirements of the institution',
  ),
  result_review_order_own: p('flag', 'Свой порядок пересмотра результатов', 'Own order of reviewing results'),
} as const

export const scope = {
  'scope.proctoring_regulated': s('flag', 'Акт регулирует прокторинг', 'The act regulates proctoring'),
  'scope.communications_regulated': s(
    'flag',
    'Акт регулирует сервисы общения',
    'The act regulates communication services',
  ),
  'scope.levels': s('list', 'Уровни образования', 'Levels of education'),
  'scope.study_form': s('list', 'Формы обучения', 'Forms of study'),
  'scope.assessment_kinds': s('list', 'Виды аттестации', 'Kinds of assessment'),
  'scope.proctored_lessons': s('flag', 'Прокторинг занятий', 'Proctored lessons'),
  'scope.programme_parts': s('flag', 'Части программ', 'Parts of programmes'),
  'proctoring.optional': s('flag', 'Прокторинг применяется по решению', 'Proctoring is optional'),
  'proctoring.modes': s('list', 'Виды прокторинга', 'Modes of proctoring', {
    choices: ['sync', 'async'],
    needed: true,
  }),
  'proctoring.offline_mode': s('flag', 'Офлайн-прокторинг в аудитории', 'Offline mode in a classroom'),
  'proctoring.launch_only_from_lms': s('flag', 'Запуск только из СДО', 'Launched from the LMS only'),
  'proctoring.external_resource_allowed': s(
    'flag',
    'Испытание на внешнем ресурсе',
    'Exam on an external resource',
  ),
  'async.fully_automatic_allowed': s(
    'flag',
    'Проверка записи без участия человека',
    'Review of a recording without a person',
  ),
} as const
