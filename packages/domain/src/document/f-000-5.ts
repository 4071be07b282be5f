// 000 gives no form and names no violations: the school's own plain one. What was marked stands in words, with its time.
import { catalogue } from '../incident/catalogue.ts'
import { fields, para, signature, table, title } from './blocks.ts'
import { dayAt, dayWords, moment } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { registered } from './registration.ts'
import { askOfSession, sessionAnnex, statement, timeCodes } from './session-annex.ts'
import type { SessionRecord } from './session-record.ts'

export type Data0005 = {
  readonly institution: Institution
  readonly examinee: string | null
  readonly group: string | null
  /** The edition of the rules the exam was held under (R0-1.4n). */
  readonly rules: string | null
  /** The check ended without a person, who looked at what it found afterwards (R0-1.4d). */
  readonly automatic: boolean
  readonly comment: string
  readonly session: SessionRecord
}

const HOW = 'автоматический контроль без участия человека; найденное рассмотрел составитель протокола'
const kinds: Readonly<Record<SessionRecord['kind'], string>> = {
  synchronous: 'синхронный прокторинг',
  asynchronous: 'асинхронный прокторинг, запись проверил человек',
  classroom: 'в аудитории, запись не велась',
}

const yesNo = (value: boolean | null | undefined): string =>
  value === null || value === undefined ? '' : value ? 'да' : 'нет'

export function form0005(data: Data0005): Formed {
  const need = needs()
  const { session, institution, automatic } = data
  const { zone } = institution
  askOfSession(need, session, 'R0-2.1')
  const { authorised, deauthorised, confirmation, proctor, identity } = session
  const when = (at: SessionRecord['authorised']) => (at ? moment(at, zone) : '')
  return need.formed({
    ...ownForm('F-000-5', 'Протокол проведения аттестационного испытания', data, [
      title(
        'Протокол',
        'проведения аттестационного испытания с применением прокторинга',
        registered(session.registration),
      ),
      fields('Сведения об испытании', [
        ['ФИО обучающегося', need.text(data.examinee, 'examinee', 'R0-2.1')],
        ['Класс', data.group ?? '–'],
        ['Учебный предмет', need.text(session.discipline, 'discipline', 'R0-2.1')],
        ['Вид аттестации', need.text(session.assessment, 'assessment', 'R0-2.1')],
        ['Правила', need.text(data.rules, 'rules', 'R0-1.4n')],
        ['Как велось наблюдение', automatic ? HOW : kinds[session.kind]],
        ['Дата', authorised ? dayWords(dayAt(authorised, zone)) : ''],
        ['Время авторизации', when(authorised)],
        ['Время деавторизации', when(deauthorised)],
        ['Личность установлена', identity ? `${yesNo(identity.established)} (${identity.how})` : ''],
        ['Работа выполнена самостоятельно', yesNo(session.independent)],
      ]),
      ...(session.marks.length === 0
        ? [para('Нарушения не отмечены.')]
        : [
            table(
              'Отмеченные нарушения',
              [
                ['Время', 3],
                ['Что отмечено', 6],
                ['Пояснение', 5],
              ],
              session.marks.map((mark) => [
                timeCodes(mark, zone),
                catalogue[mark.code].wording,
                mark.comment || '–',
              ]),
            ),
          ]),
      fields('Замечания', [['Замечания', data.comment || '–']]),
      para(
        'Результат этим протоколом не определяется: решение принимает лицо, назначенное школой (п. 7.1 Положения).',
      ),
      para(statement),
      signature(
        'Составил',
        proctor,
        confirmation && proctor ? { name: proctor, on: moment(confirmation.at, zone) } : null,
      ),
    ]),
    annex: sessionAnnex(session, zone, ({ length }) => (length > 0 ? 'таблица отмеченных нарушений' : null)),
  })
}
