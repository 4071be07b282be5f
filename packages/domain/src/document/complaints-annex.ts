// R1-5.2a: complaints about the proctor, as a sheet of the annex to the protocol of its own. The proctor signs the rest of the
// annex and does not read this sheet, so it is made when it is asked for and says how each complaint stands that moment.
import type { ComplaintOutcome, ComplaintState } from '../complaint/complaint.ts'
import type { Instant } from '../time.ts'
import { fields, heading, para, table, title } from './blocks.ts'
import { moment } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { FormId, PrintedDocument } from './model.ts'
import { type Registration, registered } from './registration.ts'

const outcomeWords: Readonly<Record<ComplaintOutcome, string>> = {
  confirmed: 'подтвердилась',
  partly: 'подтвердилась частично',
  not_confirmed: 'не подтвердилась',
}

type PrintedComplaint = {
  readonly at: Instant
  readonly text: string
  readonly state: ComplaintState
  readonly due: Instant | null
  readonly overdue: boolean
  readonly taken: { readonly name: string; readonly at: Instant } | null
  readonly answered: {
    readonly name: string
    readonly at: Instant
    readonly outcome: ComplaintOutcome
    readonly text: string
  } | null
}

type ComplaintsAnnex = {
  readonly institution: Institution
  /** Whose annex it is; null: no protocol was signed yet. */
  readonly form: FormId
  readonly protocol: Registration | null
  readonly examinee: string
  readonly exam: string
  readonly proctors: readonly string[]
  readonly complaints: readonly PrintedComplaint[]
  readonly at: Instant
}

export function complaintsAnnex(data: ComplaintsAnnex): PrintedDocument {
  const { zone } = data.institution
  const said = (at: Instant) => moment(at, zone)
  return ownForm(data.form, 'Приложение к протоколу: жалобы на проктора', data, [
    title('Приложение к протоколу', 'Жалобы на проктора'),
    fields('Приложение', [
      ['Протокол', data.protocol ? registered(data.protocol) : 'ещё не подписан'],
      ['Испытание', data.exam],
      ['Экзаменуемый', data.examinee],
      ['Прокторы', data.proctors.join(', ') || '–'],
      ['Сведения на', said(data.at)],
    ]),
    ...data.complaints.flatMap((one, index) => [
      heading(`Жалоба ${index + 1}, ${said(one.at)}`),
      para(one.text || 'Текст уничтожен по истечении срока хранения.'),
      table(
        `Рассмотрение жалобы ${index + 1}`,
        [
          ['Что', 4],
          ['Кто', 5],
          ['Когда', 4],
        ],
        [
          ['Получена', data.examinee, said(one.at)],
          ...(one.taken ? [['Рассматривает', one.taken.name, said(one.taken.at)]] : []),
          ...(one.answered
            ? [[`Дан ответ: ${outcomeWords[one.answered.outcome]}`, one.answered.name, said(one.answered.at)]]
            : []),
          [
            one.overdue ? 'Ответить не позднее (срок нарушен)' : 'Ответить не позднее',
            '–',
            one.due ? said(one.due) : 'не рассчитан',
          ],
        ],
      ),
      ...(one.answered ? [para([{ bold: 'Ответ. ' }, one.answered.text])] : []),
    ]),
    para('Проктору, на которого подана жалоба, этот лист не выдаётся.'),
  ])
}
