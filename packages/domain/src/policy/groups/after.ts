import { resultValues } from '../../decision/values.ts'
import { row } from '../parameter.ts'

const d = row('decision')
const a = row('appeal')
const w = row('people')
const s = row('services')

export const decision = {
  'decision.default_for_listed_violation': d(
    'text',
    'Последствие нарушения из перечня',
    'Consequence of a listed violation',
    { needed: true },
  ),
  'decision.starred_rows': d('number', 'Строк протокола со звёздочкой', 'Starred rows of the protocol', {
    unit: 'times',
  }),
  'decision.starred_threshold': d(
    'number',
    'Нарушений со звёздочкой для «неудовлетворительно»',
    'Starred violations for “unsatisfactory”',
    { unit: 'times' },
  ),
  'decision.starred_counting': d(
    'text',
    'Как считаются нарушения со звёздочкой',
    'How starred violations are counted',
    { choices: ['distinct_rows', 'occurrences'], proposal: 'distinct_rows' },
  ),
  'decision.impersonation_result': d('text', 'Последствие подмены лица', 'Consequence of impersonation'),
  'decision.no_sound_result': d(
    'text',
    'Последствие выключенного микрофона',
    'Consequence of a microphone off',
  ),
  'decision.no_recording_result': d('text', 'Последствие отсутствия записи', 'Consequence of no recording'),
  'decision.status_advisory': d('flag', 'Статус — рекомендация', 'The status is advice'),
  'decision.maker': d('text', 'Кто принимает решение', 'Who decides', { needed: true }),
  'decision.values': d('list', 'Какие решения возможны', 'Decisions there are', {
    // Acts that name their results keep their own words (TR-42); where a check may end without a person, somebody has said what a person decides.
    needed: { when: 'async.fully_automatic_allowed', is: true },
    choices: Object.keys(resultValues),
    proposal: ['confirmed', 'negative', 'result_annulled', 'retake', 'postponed'],
  }),
  'decision.grade_scales': d('list', 'Шкалы результатов', 'Scales of results'),
  'protocol.forms': d('list', 'Формы протокола', 'Forms of the protocol'),
  'protocol.signatures': d('list', 'Подписи протокола', 'Signatures of the protocol', {
    choices: ['proctor', 'manager'],
  }),
  'review.statuses': d('number', 'Статусов проверки', 'Statuses of a review', { unit: 'times' }),
  trust_score: d('duty', 'Оценка доверия', 'Trust score'),
  'trust_score.weights': d('text', 'Веса оценки доверия', 'Weights of the trust score', {
    needed: { when: 'trust_score', is: 'required' },
    proposal: 'v2',
  }),
} as const

export const appeal = {
  'appeal.right': a('list', 'Что можно обжаловать', 'What may be appealed', {
    choices: ['procedure', 'proctor_decision', 'grade', 'own'],
    needed: true,
  }),
  'appeal.body': a('text', 'Кто рассматривает апелляцию', 'Who considers an appeal', { needed: true }),
  'appeal.filing_days': a('number', 'Срок подачи апелляции', 'Appeal filed within', {
    unit: 'working_days',
    needed: true,
    proposal: 3,
    proposalIn: { '004': null },
  }),
  'appeal.consideration_days': a('number', 'Срок рассмотрения апелляции', 'Appeal considered within', {
    unit: 'working_days',
    needed: true,
    proposal: 5,
    proposalIn: { '004': null },
  }),
  'appeal.uses_recording': a('duty', 'Изучение видеозаписи', 'The recording is studied'),
} as const

export const people = {
  'support.unit': w('text', 'Техническая поддержка', 'Technical support'),
  'org.unit': w('text', 'Организационная поддержка', 'Organisational support'),
  'responsibles.order_period': w('text', 'Приказ об ответственных', 'Order on responsible people'),
  'responsibles.second_list': w(
    'flag',
    'Второй перечень: по программам с ЭО, ДОТ',
    'Second list: per programme with e-learning',
  ),
  'responsibles.public_contacts': w('duty', 'Контакты ответственных на сайте', 'Contacts on the public site'),
  'calendar.working_days': w('text', 'Рабочие дни', 'Working days', { needed: true, proposal: 'russia' }),
  'academic_year.start': w('date', 'Начало учебного года', 'Academic year begins', { proposal: '09-01' }),
} as const

export const services = {
  'comms.messengers': s('list', 'Мессенджеры', 'Messengers'),
  'comms.vcs': s('list', 'Видео-конференц-связь', 'Video conferencing'),
  'comms.vcs_event_kinds': s('list', 'Мероприятия по ВКС', 'Events by video'),
  'comms.vcs_no_install': s('duty', 'ВКС без установки программ', 'Video without installing anything'),
  'comms.vcs_mobile': s('duty', 'ВКС с мобильных устройств', 'Video on mobile devices'),
  'comms.vcs_duration_capacity': s('text', 'Длительность и число участников ВКС', 'Duration and capacity'),
  'comms.lms': s('list', 'Образовательная платформа', 'Learning platform'),
  'comms.edu_resources': s('list', 'Образовательные ресурсы', 'Educational resources'),
  'comms.reference_services': s('list', 'Справочные и библиотечные системы', 'Reference services'),
  'comms.state_systems': s('list', 'Государственные системы', 'State systems'),
  'comms.journal': s('text', 'Электронный журнал', 'Electronic journal'),
  'comms.async_channels': s('list', 'Асинхронные каналы', 'Asynchronous channels'),
  'comms.sync_channels': s('list', 'Синхронные каналы', 'Synchronous channels'),
  'comms.discipline_channels': s('list', 'Каналы дисциплины', 'Channels of a discipline'),
  'comms.exchange_channels': s('list', 'Обмен материалами', 'Exchange of materials'),
  'comms.parent_channels': s('list', 'Связь с родителями', 'Channels for parents'),
  'comms.group_creators': s('list', 'Кто создаёт группы', 'Who creates groups'),
  'comms.group_deadline_days': s(
    'number',
    'Группы созданы от начала учебного года не позднее чем через',
    'Groups made after the year begins, within',
    { unit: 'days' },
  ),
  'comms.access_hours': s('text', 'Время доступа к сервисам', 'Access hours'),
  'comms.rules_information': s('duty', 'Информирование о правилах', 'People are told the rules'),
  'assignment.check_working_days': s('number', 'Срок проверки работы', 'Work is checked within', {
    unit: 'working_days',
  }),
  'assignment.reminder_working_days': s(
    'list',
    'Напоминания о проверке, рабочие дни',
    'Reminders, working days',
    { proposal: ['10', '13'] },
  ),
  'assignment.result_same_channel': s('duty', 'Ответ по тому же каналу', 'Answered by the same channel'),
  'erequest.register_days': s('number', 'Срок регистрации обращения', 'Request registered within', {
    unit: 'days',
    proposal: 3,
  }),
  'erequest.answer_days': s('number', 'Срок ответа на обращение', 'Request answered within', {
    unit: 'days',
    proposal: 30,
  }),
  'erequest.extend_days': s('number', 'Продление срока ответа', 'Answer prolonged by', {
    unit: 'days',
    proposal: 30,
  }),
  'erequest.forward_days': s('number', 'Срок пересылки обращения', 'Request forwarded within', {
    unit: 'days',
    proposal: 7,
  }),
  'erequest.deadlines': s('text', 'Сроки обращений', 'Terms of requests'),
  'service.contract_before_use': s('duty', 'Договор с поставщиком до применения', 'Contract before use'),
  'service.activation_order': s('duty', 'Приказ о применении сервиса', 'Order to use a service'),
  'service.mandatory_after_order': s('flag', 'После приказа сервис обязателен', 'Mandatory after the order'),
  'service.russian_registry': s('duty', 'Единый реестр российского ПО', 'Register of Russian software'),
  'service.prohibited_list_check': s(
    'duty',
    'Проверка по запретным перечням',
    'Check against prohibited lists',
  ),
  'service.pd_compliance': s('duty', 'Закон о персональных данных', 'Law on personal data'),
  'service.sso': s('text', 'Единый вход', 'Single sign-on'),
  'service.access_after_login': s('text', 'Доступ после входа', 'Access after sign-in'),
  'survey.period': s('text', 'Оценка качества сервисов', 'Assessment of quality'),
  'survey.e_form': s('flag', 'Электронная анкета', 'Electronic form'),
  'files.max_size': s('number', 'Наибольший размер файла', 'Largest file', { unit: 'mb', proposal: 100 }),
  'files.allowed_types': s('list', 'Разрешённые виды файлов', 'Allowed kinds of files'),
} as const
