// One Russian sentence a parameter, without its full stop; null where there is nothing to tell these people.
import type { Value } from './parameter.ts'
import type { PolicyKey } from './schema.ts'

export type Audience = 'examinee' | 'proctor' | 'teacher'
export type Sentence = {
  readonly key: PolicyKey
  readonly for: readonly Audience[]
  readonly say: (value: Value) => string | null
}

/** Which of three Russian forms a number takes: 1 день, 2 дня, 5 дней; a fraction takes the second. */
function formOf(value: Value): 0 | 1 | 2 {
  const number = Number(value)
  if (!Number.isInteger(number)) return 1
  const [last, two] = [number % 10, number % 100]
  if (two >= 11 && two <= 14) return 2
  return last === 1 ? 0 : last >= 2 && last <= 4 ? 1 : 2
}

const digits = (value: Value): string => String(value).replace('.', ',')

/** `of(3, 'день', 'дня', 'дней')`: 3 дня. */
const of = (value: Value, ...forms: readonly [string, string, string]): string =>
  `${digits(value)} ${forms[formOf(value)]}`
/** After «не более» and its like: 1 человека, 2 человек, 5 человек. */
const genitive = (value: Value, one: string, many: string): string =>
  `${digits(value)} ${formOf(value) === 0 ? one : many}`

type Words = Readonly<Record<string, string>>
const list = (value: Value, words: Words = {}): string =>
  (Array.isArray(value) ? value : [String(value)]).map((one) => words[one] ?? one).join(', ')
const named =
  (before: string, words: Words = {}) =>
  (value: Value): string | null =>
    Array.isArray(value) && value.length === 0 ? null : `${before}: ${list(value, words)}`
/** The same where the value is a phrase of the act: it goes on in the middle of a sentence. Abbreviations stay as they are. */
const phrased =
  (before: string) =>
  (value: Value): string | null =>
    named(before)(value)?.replace(/: [А-ЯЁ](?=[а-яё ])/, (start) => start.toLowerCase()) ?? null
const duty =
  (words: { readonly required?: string; readonly allowed?: string; readonly forbidden?: string }) =>
  (value: Value): string | null =>
    words[value as 'required' | 'allowed' | 'forbidden'] ?? null
const flag =
  (yes: string | null, no: string | null = null) =>
  (value: Value): string | null =>
    value === true ? yes : no
const thing = (name: string, many = false) =>
  duty({
    required: `${name}: ${many ? 'нужны' : 'нужно'}`,
    allowed: `${name}: можно`,
    forbidden: `${name}: нельзя`,
  })

function watched(value: Value): string {
  const has = (mode: string) => Array.isArray(value) && value.includes(mode)
  if (has('sync') && has('async')) return 'Проктор наблюдает во время экзамена или смотрит запись после него'
  return has('sync') ? 'Проктор наблюдает во время экзамена' : 'Проктор смотрит запись после экзамена'
}

const media = { camera: 'камера', audio: 'звук', screen: 'экран', photo: 'фото' }
const documents = {
  student_card: 'студенческий билет',
  passport_rf: 'паспорт гражданина РФ',
  passport_abroad: 'заграничный паспорт',
  passport_foreign: 'паспорт иностранного гражданина',
  driving_licence: 'водительское удостоверение',
}
const methods = {
  account: 'вход по учётной записи',
  unique_id: 'уникальный идентификатор',
  proctor_visual: 'проктор сверяет лицо',
  document: 'документ с фотографией',
  name_aloud: 'назвать себя вслух',
}
const devices = { desktop: 'компьютер', laptop: 'ноутбук', tablet: 'планшет', phone: 'телефон' }
const warnings = { chat: 'в чате', text: 'текстом', audio: 'голосом', instruction: 'указанием' }
const appeals = {
  procedure: 'порядок проведения',
  proctor_decision: 'решение проктора',
  grade: 'оценка',
  own: 'то, что определит учреждение',
}
const kinds = {
  own: 'работник учреждения',
  provider: 'работник поставщика',
  specialist: 'привлечённый специалист',
}
const places = {
  computer: 'компьютер',
  internet: 'интернет',
  webcam: 'веб-камера',
  audio: 'звук',
  quiet: 'тишина',
}
const purposes = {
  dispute: 'разбор спора',
  appeal: 'апелляция',
  dishonesty: 'проверка добросовестности',
}

const E: readonly Audience[] = ['examinee']
const P: readonly Audience[] = ['proctor']
const T: readonly Audience[] = ['teacher']
const EP: readonly Audience[] = ['examinee', 'proctor']
const PT: readonly Audience[] = ['proctor', 'teacher']
const ALL: readonly Audience[] = ['examinee', 'proctor', 'teacher']

const row = (
  audience: readonly Audience[],
  key: PolicyKey,
  say: (value: Value) => string | null,
): Sentence => ({
  for: audience,
  key,
  say,
})

export const sentences: readonly Sentence[] = [
  row(
    ALL,
    'scope.proctoring_regulated',
    flag(null, 'Акт не регулирует прокторинг: экзамены с прокторингом по нему не проводятся'),
  ),
  row(ALL, 'proctoring.modes', watched),
  row(
    T,
    'application.required',
    duty({ required: 'На экзамен с прокторингом подаётся заявка', allowed: 'Заявку можно подать' }),
  ),
  row(
    T,
    'application.lead_days',
    (days) => `Заявка подаётся не позднее чем за ${of(days, 'день', 'дня', 'дней')} до периода аттестации`,
  ),
  row(
    E,
    'schedule.publish_to_examinee',
    duty({
      required: 'О расписании экзамена вам сообщают заранее',
      allowed: 'О расписании вам могут сообщить',
    }),
  ),
  row(
    E,
    'rules.acknowledgement',
    duty({ required: 'Перед экзаменом вы знакомитесь с правилами и подтверждаете это' }),
  ),
  row(
    E,
    'consent.required',
    duty({
      required: 'Нужно ваше согласие: без него экзамен с прокторингом не начнётся',
      allowed: 'Вас могут попросить о согласии',
    }),
  ),
  row(E, 'consent.voluntary', flag('Согласие добровольное: отказ не считается нарушением')),
  row(E, 'consent.minor_age_rule', phrased('Согласие несовершеннолетних')),
  row(EP, 'identity.methods', named('Как подтверждается личность', methods)),
  row(EP, 'identity.documents', named('Документ, который можно показать', documents)),
  row(EP, 'identity.original_required', flag('Показывают оригинал документа, не копию')),
  row(
    ALL,
    'capacity.max_simultaneous',
    (people) => `Одновременно сдают не более ${genitive(people, 'человека', 'человек')}`,
  ),
  row(
    PT,
    'staffing.sync_examinees_per_proctor',
    (people) =>
      `Один проктор наблюдает не более чем за ${of(people, 'испытуемым', 'испытуемыми', 'испытуемыми')}`,
  ),
  row(
    PT,
    'review.deadline',
    (days) =>
      `Запись просматривают не позднее чем через ${of(days, 'рабочий день', 'рабочих дня', 'рабочих дней')} после экзамена`,
  ),
  row(P, 'proctor.kinds', named('Проктором может быть', kinds)),
  row(P, 'proctor.training', phrased('Подготовка проктора')),
  row(P, 'proctor.nda', duty({ required: 'Вы обязуетесь не разглашать персональные данные' })),
  row(
    P,
    'proctor.objectivity_guarantee',
    duty({ required: 'Вы обязаны быть объективны и не иметь интереса в результате' }),
  ),
  row(P, 'proctor.workplace', named('На рабочем месте проктора есть', places)),
  row(ALL, 'recording.media', named('Записываются', media)),
  row(
    ALL,
    'recording.mandatory',
    duty({
      required: 'Запись ведётся обязательно',
      allowed: 'Запись может вестись',
      forbidden: 'Запись не ведётся',
    }),
  ),
  row(E, 'recording.purposes', named('Зачем нужна запись', purposes)),
  row(
    PT,
    'recording.min_coverage_percent',
    (percent) => `Запись считается достаточной, если охватила не меньше ${digits(percent)} % времени`,
  ),
  row(
    ALL,
    'retention.video_months',
    (months) => `Видео хранится ${of(months, 'месяц', 'месяца', 'месяцев')}`,
  ),
  row(ALL, 'session.duration_min', (time) => `На экзамен даётся ${of(time, 'минута', 'минуты', 'минут')}`),
  row(E, 'session.countdown', duty({ required: 'Вы видите, сколько времени осталось' })),
  row(EP, 'session.absence_allowed_min', (time) =>
    Number(time) === 0
      ? 'Отходить во время экзамена нельзя'
      : `Отойти можно не более чем на ${of(time, 'минуту', 'минуты', 'минут')}, предупредив заранее`,
  ),
  row(
    EP,
    'room_scan.random',
    duty({
      required: 'В случайный момент просят показать помещение камерой',
      allowed: 'Могут попросить показать помещение камерой',
    }),
  ),
  row(
    EP,
    'room_scan.on_demand',
    duty({
      required: 'По требованию проктора помещение показывают камерой',
      allowed: 'Проктор может попросить показать помещение',
    }),
  ),
  row(
    EP,
    'camera.face_min_fraction',
    (share) => `Лицо занимает не меньше ${Math.round(Number(share) * 100)} % кадра`,
  ),
  row(EP, 'camera.both_hands_visible', duty({ required: 'В кадре видны обе руки' })),
  row(EP, 'env.mic_always_on', duty({ required: 'Микрофон включён всё время' })),
  row(EP, 'materials.reference', thing('Справочные материалы', true)),
  row(EP, 'materials.drafts', thing('Черновики', true)),
  row(EP, 'materials.own_brief_notes', thing('Собственные краткие записи', true)),
  row(EP, 'materials.gadgets', thing('Гаджеты', true)),
  row(EP, 'materials.calculator', phrased('Калькулятор')),
  row(EP, 'devices.headphones', thing('Наушники', true)),
  row(EP, 'devices.second_monitor_keyboard_mouse', thing('Второй монитор, клавиатура или мышь', true)),
  row(EP, 'devices.virtual_machine', thing('Виртуальная машина')),
  row(EP, 'devices.browser_builtin_translator', thing('Переводчик браузера')),
  row(
    EP,
    'tasks.fixation_forbidden',
    duty({
      required: 'Копировать и снимать задания нельзя',
      forbidden: 'Копировать и снимать задания нельзя',
      allowed: 'Задания можно копировать',
    }),
  ),
  row(E, 'equipment.device_class', named('Сдавать можно с', devices)),
  row(
    E,
    'equipment.mobile_allowed',
    flag('Можно сдавать с мобильного устройства', 'С мобильного устройства сдавать нельзя'),
  ),
  row(E, 'equipment.os_min', phrased('Операционная система, не ниже')),
  row(E, 'equipment.browsers', named('Браузер')),
  row(E, 'equipment.net_min_mbps', (speed) => `Скорость сети не меньше ${digits(speed)} Мбит/с`),
  row(E, 'equipment.webcam_min', phrased('Веб-камера, не хуже')),
  row(E, 'equipment.microphone', phrased('Микрофон')),
  row(
    ALL,
    'tech_failure.min_minutes',
    (time) => `Сбой на ${of(time, 'минуту', 'минуты', 'минут')} и дольше даёт право перенести экзамен`,
  ),
  row(EP, 'live.warning_media', named('Проктор предупреждает', warnings)),
  row(EP, 'live.stop_right', (right) =>
    right === 'any_time'
      ? 'Проктор вправе остановить экзамен в любой момент'
      : 'Проктор вправе остановить экзамен при повторных нарушениях',
  ),
  row(
    P,
    'live.stop_violations',
    (times) => `Остановить экзамен можно после ${genitive(times, 'нарушения', 'нарушений')}`,
  ),
  row(ALL, 'decision.default_for_listed_violation', phrased('Последствие нарушения из перечня')),
  row(
    PT,
    'decision.starred_threshold',
    (times) => `${of(times, 'нарушение', 'нарушения', 'нарушений')} со звёздочкой — «неудовлетворительно»`,
  ),
  row(ALL, 'decision.maker', phrased('Решение принимает')),
  row(T, 'protocol.forms', (forms) =>
    Array.isArray(forms) && forms.length > 0 ? `Формы протокола: ${forms.join('; ')}` : null,
  ),
  row(ALL, 'appeal.right', named('Обжаловать можно', appeals)),
  row(ALL, 'appeal.body', phrased('Апелляцию рассматривает')),
  row(
    ALL,
    'appeal.filing_days',
    (days) => `Апелляцию подают в течение ${genitive(days, 'рабочего дня', 'рабочих дней')}`,
  ),
  row(
    ALL,
    'appeal.consideration_days',
    (days) => `Апелляцию рассматривают в течение ${genitive(days, 'рабочего дня', 'рабочих дней')}`,
  ),
  row(E, 'support.unit', phrased('Если что-то не работает, помогает')),
]
