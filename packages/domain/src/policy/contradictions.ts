// Where an act contradicts itself, or its own words can not all be kept: shown to whoever reads it, decided by people.
import type { ActPolicy } from './act-policy.ts'
import { settingOf } from './act-policy.ts'
import { type PolicyKey, policyKeys } from './schema.ts'

export type Warning = {
  readonly trap: string
  readonly keys: readonly PolicyKey[]
  readonly ru: string
  readonly en: string
}

type Rule = Warning & { readonly when: (value: (key: PolicyKey) => unknown) => boolean }

const rules: readonly Rule[] = [
  {
    trap: 'TR-01',
    keys: ['scope.proctoring_regulated'],
    ru: 'Акт не регулирует прокторинг: экзамены с прокторингом по нему не открываются.',
    en: 'The act does not regulate proctoring: no proctored exam opens under it.',
    when: (value) => value('scope.proctoring_regulated') === false,
  },
  {
    trap: 'TR-03',
    keys: ['decision.starred_threshold', 'decision.starred_counting'],
    ru: 'Не сказано, считаются ли разные строки со звёздочкой или повторы одной.',
    en: 'It is not said whether different starred rows count or repetitions of one.',
    when: (value) =>
      value('decision.starred_threshold') !== null && value('decision.starred_counting') === null,
  },
  {
    trap: 'TR-04',
    keys: ['decision.default_for_listed_violation', 'decision.starred_threshold', 'decision.status_advisory'],
    ru: 'Три правила решения спорят: любое нарушение, две звёздочки, рекомендательный статус. Решает человек.',
    en: 'Three rules of decision compete: any violation, two stars, an advisory status. A person decides.',
    when: (value) =>
      value('decision.default_for_listed_violation') !== null &&
      value('decision.starred_threshold') !== null &&
      value('decision.status_advisory') === true,
  },
  {
    trap: 'TR-08',
    keys: ['session.absence_allowed_min', 'session.absence_violation_if'],
    ru: 'Уйти можно ненадолго, но из кадра выходить нельзя: отсутствие объявляют заранее.',
    en: 'A short absence is allowed, leaving the frame is not: an absence is declared beforehand.',
    when: (value) => Number(value('session.absence_allowed_min')) > 0,
  },
  {
    trap: 'TR-09',
    keys: ['consent.valid_until'],
    ru: 'Пункт и форма согласия называют разные сроки: согласие кончается раньше из двух дней.',
    en: 'A clause and the form name different terms: the consent ends on the earlier day.',
    when: (value) => list(value('consent.valid_until')).length > 1,
  },
  {
    trap: 'TR-10',
    keys: ['retention.until', 'retention.archive'],
    ru: 'Срок хранения зависит от апелляции, дни которой не названы, а форма согласия допускает архив.',
    en: 'Retention hangs on an appeal whose days are not named, while the form of consent permits an archive.',
    when: (value) =>
      value('retention.until') === 'appeal_considered' && value('retention.archive') === 'allowed',
  },
  {
    trap: 'TR-15',
    keys: ['recording.mandatory', 'decision.no_recording_result'],
    ru: 'Запись может вестись, но её отсутствие — нарушение: выключенная запись снимает это нарушение и лишает спор видео.',
    en: 'Recording is optional, yet its absence is a violation: switching it off lifts the violation and leaves disputes without video.',
    when: (value) =>
      value('recording.mandatory') === 'allowed' && value('decision.no_recording_result') !== null,
  },
  {
    trap: 'TR-16',
    keys: ['proctoring.launch_only_from_lms', 'proctoring.external_resource_allowed'],
    ru: 'Прокторинг только в СДО, а испытание бывает на внешнем ресурсе: запуск из СДО, задания где угодно.',
    en: 'Proctoring from the LMS only, yet exams on external resources: launched there, tasks anywhere.',
    when: (value) =>
      value('proctoring.launch_only_from_lms') === true &&
      value('proctoring.external_resource_allowed') === true,
  },
  {
    trap: 'TR-17',
    keys: ['camera.face_min_fraction', 'camera.both_hands_visible'],
    ru: 'Лицо в пятую часть кадра и обе руки сразу одна камера ноутбука почти не вмещает.',
    en: 'A face of a fifth of the frame and both hands hardly fit one laptop camera.',
    when: (value) =>
      value('camera.face_min_fraction') !== null && value('camera.both_hands_visible') === 'required',
  },
  {
    trap: 'TR-18',
    keys: ['lna.effective_from'],
    ru: 'День вступления в силу назван по-разному или не назван: его выбирает администратор.',
    en: 'The day of effect is named in two ways or not at all: the administrator chooses it.',
    when: (value) =>
      typeof value('lna.effective_from') !== 'string' || value('lna.effective_from') === '01.09.2024',
  },
  {
    trap: 'TR-19',
    keys: ['gaze.systematic_has_threshold', 'gaze.away_threshold_s'],
    ru: 'Систематический взгляд в сторону не имеет порога, но статус 3 называет секунды: это лишь подсказка.',
    en: '“Systematic” looking away has no threshold, yet status 3 names seconds: they are a hint only.',
    when: (value) =>
      value('gaze.systematic_has_threshold') === false && value('gaze.away_threshold_s') !== null,
  },
  {
    trap: 'TR-22',
    keys: ['devices.headphones', 'equipment.speakers'],
    ru: 'Наушники приняты как оборудование, но надевать их нельзя: на проверке можно, на экзамене снять.',
    en: 'Headphones count as equipment but must not be worn: fine in the check, off in the exam.',
    when: (value) =>
      value('devices.headphones') === 'forbidden' && String(value('equipment.speakers')).includes('наушники'),
  },
  {
    trap: 'TR-24',
    keys: ['equipment.os_min', 'equipment.browser_version'],
    ru: 'Последние браузеры на названной системе не работают, а память и процессор браузер доказать не может.',
    en: 'Current browsers do not run on the system named, and a browser can not prove memory or processor.',
    when: (value) => /Windows (XP|7)/.test(String(value('equipment.os_min'))),
  },
  {
    trap: 'TR-28',
    keys: ['comms.access_hours'],
    ru: 'Сервисы доступны всегда, а взаимодействие идёт по расписанию: тихие часы лишь задерживают извещения.',
    en: 'Services are open at all hours, contact follows the timetable: quiet hours only delay notices.',
    when: (value) => value('comms.access_hours') !== null,
  },
  {
    trap: 'TR-29',
    keys: ['comms.parent_channels'],
    ru: 'Электронная почта без проверки личности может не считаться обращением: нужен шаг опознания.',
    en: 'E-mail without proof of identity may not count as a request: a step of identification is needed.',
    when: (value) => list(value('comms.parent_channels')).includes('Электронная почта'),
  },
  {
    trap: 'TR-30',
    keys: ['comms.messengers', 'service.prohibited_list_check'],
    ru: 'Telegram назван в акте, который требует проверки по запретным перечням: соединение выключено, пока его не разрешит юрист.',
    en: 'Telegram is named by an act that demands a check against prohibited lists: it stays off until a lawyer allows it.',
    when: (value) => list(value('comms.messengers')).includes('Telegram'),
  },
  {
    trap: 'TR-32',
    keys: ['consent.biometric', 'consent.third_party_transfer'],
    ru: 'Согласия соединены в одной бумаге; закон с 01.09.2025 требует отдельных документов. Текст нуждается в проверке юристом.',
    en: 'Consents share one paper; since 01.09.2025 the law wants separate documents. The text needs a lawyer.',
    when: (value) => value('consent.biometric') === true && value('consent.third_party_transfer') === true,
  },
]

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export function warningsOf(policy: ActPolicy): readonly Warning[] {
  const value = (key: PolicyKey) => {
    const setting = settingOf(policy, key)
    return setting.state === 'open' ? null : setting.value
  }
  const found = rules
    .filter(({ when }) => when(value))
    .map(({ trap, keys, ru, en }): Warning => ({ trap, keys, ru, en }))
  return [...found, ...capped(policy)]
}

const capped = (policy: ActPolicy): readonly Warning[] =>
  policyKeys.flatMap((key) => {
    const setting = settingOf(policy, key)
    if (setting.state !== 'capped') return []
    return [
      {
        trap: setting.trap,
        keys: [key],
        ru: `Ограничено законом. ${setting.law}.`,
        en: `Limited by law. ${setting.law}.`,
      },
    ]
  })
