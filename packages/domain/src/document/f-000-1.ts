import { fields, para, signature, title } from './blocks.ts'
import type { Day } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

export type Answer = 'agreed' | 'refused'
const words: Readonly<Record<Answer, string>> = { agreed: 'согласен', refused: 'не согласен' }

export type Data0001 = {
  readonly institution: Institution
  readonly examinee: string | null
  /** For a minor the legal representative answers (TR-33). */
  readonly minor: boolean
  readonly representative: string | null
  readonly functions: readonly string[]
  readonly rules: string | null
  readonly proctoring: Answer | null
  /** A separate answer: disputes may be settled by the recording (R0-2.5b.2). */
  readonly disputes: Answer | null
  readonly on: Day | null
  readonly signedOn: string | null
}

export function form0001(data: Data0001): Formed {
  const need = needs()
  const examinee = need.text(data.examinee, 'examinee', 'R0-2.2.1a')
  const functions = need.some(data.functions, 'functions', 'R0-2.2.1a')
  const rules = need.text(data.rules, 'rules', 'R0-2.2.1a')
  const representative = data.minor ? need.text(data.representative, 'representative', 'TR-33') : ''
  need.that(data.proctoring !== null, 'proctoring', 'R0-2.2.1a')
  need.that(data.disputes !== null, 'disputes', 'R0-2.5b.2')
  const on = need.day(data.on, 'on', 'R0-2.2.1a')
  const signer = data.minor ? representative : examinee
  return need.formed(
    ownForm('F-000-1', 'Информированное согласие на прокторинг', data, [
      title('Информированное согласие', 'на применение сервиса прокторинга'),
      para(`Обучающийся: ${examinee}`),
      ...(data.minor ? [para(`Законный представитель: ${representative}`)] : []),
      para(
        `Мне сообщено, что при проведении аттестационного испытания ${data.institution.short} применяет сервис прокторинга.`,
      ),
      para('Функции сервиса:'),
      { kind: 'list', marker: 'dash', items: functions },
      para(`Правила использования: ${rules}.`),
      para('Мне сообщено, что согласие на использование сервиса прокторинга является добровольным.'),
      fields('Ответы', [
        ['Согласие на использование сервиса прокторинга', data.proctoring ? words[data.proctoring] : ''],
        [
          'Согласие на разрешение возможных спорных ситуаций по видеозаписи',
          data.disputes ? words[data.disputes] : '',
        ],
      ]),
      para(`Дата: ${on}`),
      signature(
        data.minor ? 'Законный представитель' : 'Обучающийся',
        signer,
        data.signedOn ? { name: signer, on: data.signedOn } : null,
      ),
    ]),
  )
}
