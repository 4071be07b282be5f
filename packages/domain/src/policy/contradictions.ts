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
    trap: 'TR-09',
    keys: ['consent.valid_until'],
    ru: 'Пункт и форма согласия называют разные сроки: согласие кончается раньше из двух дней.',
    en: 'A clause and the form name different terms: the consent ends on the earlier day.',
    when: (value) => list(value('consent.valid_until')).length > 1,
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
        trap: 'TR-02',
        keys: [key],
        ru: `Ограничено законом. ${setting.law}.`,
        en: `Limited by law. ${setting.law}.`,
      },
    ]
  })
