import { row } from '../parameter.ts'

const p = row('application')
const c = row('consent')
const i = row('identity')

export const application = {
  'application.required': p('duty', 'Заявка на прокторинг', 'Application for proctoring'),
  'application.author': p('text', 'Кто подаёт заявку', 'Who applies'),
  'application.addressee': p('text', 'Кому подаётся заявка', 'Who receives the application'),
  'application.lead_days': p(
    'number',
    'Заявка до начала периода аттестации, не позднее чем за',
    'Application before the period, at least',
    { unit: 'days' },
  ),
  'application.lead_base': p('text', 'От чего считается срок заявки', 'What the term is counted from'),
  'schedule.publish_to_examinee': p(
    'duty',
    'Расписание доводится до обучающегося',
    'The schedule is told to the examinee',
  ),
  'schedule.start_window': p('duty', 'Интервал начала испытания', 'Start window'),
  'admission.conditions_check': p('duty', 'Проверка условий допуска', 'Check of the conditions of admission'),
  'briefing.by_teacher': p('duty', 'Инструктаж преподавателя', 'Briefing by the teacher'),
  'precheck.materials_in_lms': p('duty', 'Проверка материалов в СДО', 'Materials in the LMS are checked'),
  'precheck.examinee_list': p('duty', 'Проверка списков испытуемых', 'The list of examinees is checked'),
  'rules.acknowledgement': p('duty', 'Ознакомление с правилами', 'Acknowledgement of the rules'),
  'instruction.published': p('duty', 'Публикация инструкции', 'The instruction is published'),
} as const

export const consent = {
  'consent.required': c('duty', 'Согласие обучающегося', 'Consent of the examinee', { needed: true }),
  'consent.voluntary': c(
    'flag',
    'Согласие добровольное, отказ не нарушение',
    'Consent is voluntary, refusal is no violation',
  ),
  'consent.form': c('text', 'Форма согласия', 'Form of consent'),
  'consent.biometric': c('flag', 'Согласие на биометрические данные', 'Consent to biometric data'),
  'consent.third_party_transfer': c(
    'flag',
    'Согласие на передачу третьим лицам',
    'Consent to transfer to third parties',
  ),
  'consent.upload_scan_to_account': c(
    'duty',
    'Скан согласия в личном кабинете',
    'Scan of the consent in the account',
  ),
  'consent.original_lead_days': c(
    'number',
    'Оригинал согласия до начала аттестации, не позднее чем за',
    'Paper original before the period, at least',
    { unit: 'days' },
  ),
  'consent.once': c('flag', 'Согласие даётся однократно', 'Given once'),
  'consent.valid_until': c('list', 'Согласие действует до', 'Valid until', {
    choices: ['expulsion', 'withdrawal'],
  }),
  'consent.recording_disputes_prior': c(
    'duty',
    'Предварительное согласие на споры по видео',
    'Prior consent to use video in disputes',
  ),
  'consent.account_owner_binding': c(
    'duty',
    'Первый вход: привязка владельца учётной записи',
    'First sign-in binds the account to its owner',
  ),
  'consent.reask_on_change': c(
    'flag',
    'Новая редакция согласия запрашивается заново',
    'A changed text is asked anew',
    { proposal: true },
  ),
  'consent.minor_age_rule': c('text', 'Согласие несовершеннолетних', 'Consent of minors', { needed: true }),
  'biometrics.photo_video_is_biometric': c(
    'flag',
    'Фото и видео считаются биометрией',
    'Photo and video are biometric data',
  ),
  'biometrics.gost_19794_5': c(
    'flag',
    'Применяется ГОСТ Р ИСО/МЭК 19794-5',
    'GOST R ISO/IEC 19794-5 applies',
  ),
  'biometrics.auto_face_matching': c('flag', 'Автоматическое сравнение лиц', 'Automatic face matching'),
} as const

export const identity = {
  'identity.methods': i('list', 'Способы идентификации', 'Ways of identification', {
    choices: ['account', 'unique_id', 'proctor_visual', 'document', 'name_aloud'],
    needed: true,
  }),
  'identity.unique_id_from_lms': i(
    'duty',
    'Уникальный идентификатор из портала',
    'Unique id from the portal',
  ),
  'identity.documents': i('list', 'Принимаемые документы', 'Documents accepted', {
    choices: ['student_card', 'passport_rf', 'passport_abroad', 'passport_foreign', 'driving_licence'],
  }),
  'identity.original_required': i('flag', 'Только оригинал документа', 'Originals only'),
  'identity.visible_fields': i(
    'list',
    'Видимые поля документа, остальное можно закрыть',
    'Fields shown, the rest may be hidden',
    { choices: ['full_name', 'photo'] },
  ),
  'identity.say_name_aloud': i('flag', 'Назвать вслух фамилию, имя, отчество', 'The name is said aloud'),
  'identity.features_compared': i('list', 'Что сравнивает проктор', 'What the proctor compares', {
    choices: ['face', 'appearance', 'sex'],
  }),
  'identity.performed_by': i('text', 'Кто идентифицирует', 'Who identifies', {
    choices: ['proctor', 'system'],
  }),
  'identity.recorded': i('duty', 'Идентификация фиксируется в записи', 'Identification is recorded'),
  'identity.ebs_option': i(
    'duty',
    'Идентификация через ЕБС',
    'Identification through the state biometric system',
  ),
  'identity.failure_is_violation': i(
    'flag',
    'Непрохождение идентификации — нарушение',
    'Failed identification is a violation',
  ),
} as const
