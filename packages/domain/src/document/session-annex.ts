// What an act's form has no place for, on a page of its own (TR-35); also the evaluation of the procedure (R0-1.3a, R1-1.3a).
import type { CatalogueEntry } from '../incident/violation.ts'
import { catalogue, type ViolationCode } from '../incident/catalogue.ts'
import { permissionSwitches } from '../incident/permissions.ts'
import type { TrackId } from '../recording/track.ts'
import { fields, heading, para, signature, table, title } from './blocks.ts'
import { clock, dayFigures, dayAt, moment, wholeMinutes, zoneWords } from './dates.ts'
import type { Block } from './model.ts'
import { happenedPart } from './happened-part.ts'
import { reviewPart } from './review-part.ts'
import { registered } from './registration.ts'
import type { Needs } from './needs.ts'
import type {
  PrintedAttention,
  PrintedMark,
  PrintedOutage,
  SessionRecord,
  Stretch,
} from './session-record.ts'

export const statement =
  'Подтверждаю объективность оценивания условий прохождения аттестационных испытаний и действительность выявленных нарушений правил прохождения аттестационных испытаний.'

const kinds: Readonly<Record<SessionRecord['kind'], string>> = {
  synchronous: 'синхронный',
  asynchronous: 'асинхронный',
  classroom: 'офлайн (в аудитории)',
}

const sides: Readonly<Record<PrintedOutage['side'], string>> = {
  examinee: 'обучающийся',
  institution: 'организация',
  provider: 'поставщик сервиса',
  network: 'канал связи',
  unknown: 'не установлена',
}

const outcomes: Readonly<Record<PrintedAttention['outcome'], string>> = {
  permitted: 'разрешено правилами испытания',
  not_confirmed: 'нарушение не подтверждено',
  not_looked_at: 'не рассмотрено',
}

const tracks: Readonly<Record<TrackId, string>> = {
  cam: 'камера и микрофон',
  screen: 'экран',
  events: 'журнал событий',
  cam2: 'вторая камера',
  call: 'камера проктора в разговоре',
}

/** What a person has to have said before any protocol may be made; `of` where there are several sessions. */
export function askOfSession(need: Needs, record: SessionRecord, clause: string, of = ''): void {
  need.text(record.proctor, `${of}proctor`, clause)
  need.that(record.authorised !== null, `${of}authorised`, clause)
  need.that(record.deauthorised !== null, `${of}deauthorised`, clause)
  need.that(record.identity !== null, `${of}identity`, clause)
  need.that(record.independent !== null, `${of}independent`, clause)
  need.that(record.confirmation !== null, `${of}confirmation`, clause)
  record.marks.forEach((mark, i) => {
    need.that(mark.evidence.length > 0, `${of}marks.${i + 1}.evidence`, clause)
  })
}

/** `rowOf` says where the form itself shows a code; null: nowhere. */
export function sessionAnnex(
  record: SessionRecord,
  zone: string,
  rowOf: (code: ViolationCode) => string | null,
  /** Where one protocol is about several people. */
  about = '',
): readonly Block[] {
  return [
    title('Электронное приложение', ...(about ? [about] : [])),
    para('Сведения, для которых в форме нет места.'),
    ...evaluation(record, zone),
    ...marksPart(record.marks, zone, rowOf),
    ...attentionPart(record.attention, zone),
    ...recordingPart(record, zone),
    ...reviewPart(record, zone),
    ...outagesPart(record.outages, zone),
    ...happenedPart(record, zone),
    ...permissionsPart(record),
    heading('Подтверждение проктора'),
    para(statement),
    signature(
      'Проктор',
      record.proctor,
      record.proctor !== null && record.confirmation
        ? { name: record.proctor, on: moment(record.confirmation.at, zone) }
        : null,
    ),
  ]
}

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'да' : 'нет')
const time = (at: SessionRecord['authorised'], zone: string): string => (at ? moment(at, zone) : '')

/** The two questions of 004 3.1 and what they were answered from. */
export function evaluation(record: SessionRecord, zone: string): readonly Block[] {
  const { identity, authorised } = record
  return [
    heading('Оценка процедуры'),
    fields('Оценка процедуры', [
      ['Документ', registered(record.registration)],
      ['Шаблон', record.registration.template],
      ...(record.learner ? [['Идентификатор обучающегося', record.learner] as const] : []),
      ['Дисциплина (модуль), практика', record.discipline],
      ['Вид аттестации', record.assessment],
      ['Вид прокторинга', kinds[record.kind]],
      ['Дата испытания', authorised ? dayFigures(dayAt(authorised, zone)) : ''],
      ['Часовой пояс', authorised ? zoneWords(authorised, zone) : ''],
      ['Время авторизации', time(authorised, zone)],
      ['Время деавторизации', time(record.deauthorised, zone)],
      ['ФИО проктора', record.proctor ?? ''],
      [
        'Личность установлена',
        identity
          ? `${yesNo(identity.established)} (${identity.how}; ${identity.by}, ${moment(identity.at, zone)})`
          : '',
      ],
      ['Самостоятельность прохождения обеспечена', yesNo(record.independent)],
      ['Нарушений отмечено', String(record.marks.length)],
      ['Особых событий, не признанных нарушением', String(record.attention.length)],
      ...(record.trust
        ? [
            [
              'Оценка доверия (справочно)',
              `${record.trust.score} из ${record.trust.of}; методика ${record.trust.version}`,
            ] as const,
          ]
        : []),
    ]),
  ]
}

const stretch = ({ from, to }: Stretch, zone: string): string =>
  to ? `${clock(from, zone)}–${clock(to, zone)}` : clock(from, zone)

export const timeCodes = (mark: PrintedMark, zone: string): string =>
  mark.times.map((one) => stretch(one, zone)).join('; ')

const wordingOf = (code: ViolationCode): string => {
  const entry: CatalogueEntry = catalogue[code]
  return entry.wording
}

function marksPart(
  marks: readonly PrintedMark[],
  zone: string,
  rowOf: (code: ViolationCode) => string | null,
): readonly Block[] {
  const name = 'Отмеченные нарушения'
  if (marks.length === 0) return [heading(name), para('Нарушения не отмечены.')]
  return [
    heading(name),
    table(
      name,
      [
        ['Время', 4],
        ['Нарушение', 8],
        ['Строка формы', 6],
        ['Пояснение', 6],
        ['Запись', 4],
      ],
      marks.map((mark) => [
        timeCodes(mark, zone),
        `${wordingOf(mark.code)} [${mark.code}]`,
        rowOf(mark.code) ?? 'нет строки в форме',
        mark.comment || '–',
        mark.evidence.join(', '),
      ]),
    ),
  ]
}

function attentionPart(attention: readonly PrintedAttention[], zone: string): readonly Block[] {
  if (attention.length === 0) return []
  const name = 'События, не признанные нарушением'
  return [
    heading(name),
    table(
      name,
      [
        ['Время', 2],
        ['Что замечено', 6],
        ['Итог рассмотрения', 4],
      ],
      attention.map(({ at, what, outcome }) => [clock(at, zone), what, outcomes[outcome]]),
    ),
  ]
}

function recordingPart(record: SessionRecord, zone: string): readonly Block[] {
  const name = 'Полнота записи'
  if (record.kind === 'classroom')
    return [heading(name), para('Испытание проходило в аудитории, запись не велась.')]
  if (record.coverage.length === 0) return [heading(name), para('Запись не велась.')]
  return [
    heading(name),
    table(
      name,
      [
        ['Дорожка', 3],
        ['Записано', 2],
        ['Пропуски', 6],
      ],
      record.coverage.map(({ track, percent, gaps }) => [
        tracks[track],
        `${percent.toFixed(1).replace('.', ',')} %`,
        gaps.length === 0 ? 'нет' : gaps.map((gap) => stretch(gap, zone)).join('; '),
      ]),
    ),
  ]
}

export function outagesPart(outages: readonly PrintedOutage[], zone: string): readonly Block[] {
  if (outages.length === 0) return []
  const name = 'Технические сбои'
  return [
    heading(name),
    table(
      name,
      [
        ['Начало', 2],
        ['Окончание', 2],
        ['Длительность, мин.', 2],
        ['Сторона', 2],
        ['Описание', 4],
        ['Решение', 3],
      ],
      outages.map(({ from, to, side, description, decision }) => [
        clock(from, zone),
        clock(to, zone),
        String(wholeMinutes(from, to)),
        sides[side],
        description,
        decision,
      ]),
    ),
  ]
}

function permissionsPart({ permissions, accommodations }: SessionRecord): readonly Block[] {
  const given = [...permissions.map((name) => permissionSwitches[name].wording), ...accommodations]
  const name = 'Разрешения и особые условия'
  return given.length === 0
    ? [heading(name), para('Не предоставлялись.')]
    : [heading(name), { kind: 'list', marker: 'dash', items: given }]
}

export const sideWords = sides
