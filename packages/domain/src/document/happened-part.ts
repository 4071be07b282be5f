// What the log of an exam says besides violations: facts for the annex, with their times.
import type { PrintedFailure } from '../failure/printed.ts'
import { type Happened, receiptOf } from '../protocol/happened.ts'
import { instant, isBefore } from '../time.ts'
import { heading, para, table } from './blocks.ts'
import { clock } from './dates.ts'
import type { Block } from './model.ts'
import type { PrintedHappening, PrintedOutage, SessionRecord } from './session-record.ts'

const scans: Readonly<Record<Extract<Happened, { is: 'scan' }>['stands'], string>> = {
  waiting: 'ответа нет',
  not_done: 'не показано',
  done: 'показано',
  refused: 'отказ, установлен проктором',
  technical: 'не получилось по технической причине',
}

const answers: Readonly<Record<Extract<Happened, { is: 'instruction' }>['answer'], string>> = {
  followed: 'выполнено',
  ignored: 'не выполнено',
  none: 'ответа нет',
}

const receipts: Readonly<Record<ReturnType<typeof receiptOf>, string>> = {
  reached: 'получено',
  text_only: 'получен только текст',
  audio_only: 'получен только звук',
  not_reached: 'получение не подтверждено',
}

const because = (reason: string): string => (reason.trim() === '' ? '' : `: ${reason}`)
/** A minute and more is read as minutes. */
const lasted = (seconds: number): string =>
  seconds < 60
    ? `${seconds} с`
    : `${Math.floor(seconds / 60)} мин.${seconds % 60 ? ` ${seconds % 60} с` : ''}`
const minutes = (ms: number): string => `${Math.round(ms / 60_000)} мин.`

function said(one: Happened): readonly [what: string, outcome: string] | null {
  switch (one.is) {
    // Printed with its side and its length in a table of its own.
    case 'failure':
      return null
    case 'pause':
      return [`Пауза${because(one.reason)}`, 'время остановлено']
    case 'given':
      return ['Возвращено время', minutes(one.ms)]
    case 'absence':
      return [
        'Обучающийся предупредил, что отойдёт',
        `${one.permitted ? 'в пределах разрешённого' : 'дольше разрешённого'}${
          one.moreMinutes ? `; проктор добавил ${one.moreMinutes} мин.` : ''
        }`,
      ]
    case 'scan':
      return [
        `Просьба показать помещение (${one.by === 'system' ? 'случайная, системой' : 'проктором'})`,
        `${scans[one.stands]}${because(one.reason)}`,
      ]
    case 'warning':
      return [
        `Предупреждение: ${one.text}`,
        `${one.inRoom ? 'вынесено лично, в аудитории' : receipts[receiptOf(one)]}${because(one.reason)}`,
      ]
    case 'instruction':
      return [`Указание: ${one.text}`, answers[one.answer]]
    case 'call':
      return [`Звонок проктора${because(one.reason)}`, one.answer === 'answered' ? 'состоялся' : 'не отвечен']
    case 'trouble':
      return [`Обучающийся сообщил о неполадке: ${one.text}`, '–']
    case 'unjudged':
      return [
        `Невозможно оценить${because(one.reason)}`,
        one.stands ? 'не является нарушением обучающегося' : 'позднее удалось оценить',
      ]
    case 'hand_over':
      return [`Наблюдение передано другому проктору${because(one.reason)}`, '–']
    case 'stop':
      return [`Испытание остановлено${because(one.reason)}`, one.consequence ?? '–']
  }
}

export const printedHappenings = (happened: readonly Happened[]): readonly PrintedHappening[] =>
  happened.flatMap((one) => {
    const words = said(one)
    if (!words) return []
    const [what, outcome] = words
    // Said later of stretches that lie before: each is printed at its own time.
    return one.is === 'unjudged'
      ? one.spans.map(({ from, to }) => ({ from: instant(from), to: instant(to), what, outcome }))
      : [{ from: one.from, to: one.to, what, outcome }]
  })

/**
 * Failures as the log has them; what the proctor wrote of one stands in its row, of another in a row of its own. What was found and
 * decided later stands in the row of its failure, and a failure that no log has in a row of its own.
 */
export function printedOutages(
  happened: readonly Happened[],
  written: PrintedOutage | null,
  decided: readonly PrintedFailure[] = [],
): readonly PrintedOutage[] {
  const later = new Map(decided.flatMap((one) => (one.of === null ? [] : [[one.of, one] as const])))
  const failures = happened.filter((one) => one.is === 'failure')
  const same =
    written &&
    failures.find(({ from, to }) => !isBefore(written.to, from) && !isBefore(to ?? from, written.from))
  const own: readonly PrintedOutage[] = written
    ? [{ ...written, decision: (same && later.get(same.of)?.decision) || written.decision || '–' }]
    : []
  return [
    ...own,
    ...failures
      .filter((one) => one !== same)
      .map(({ of, from, to, fault, reason, mayPostpone }) => ({
        from,
        to: to ?? from,
        side: later.get(of)?.side ?? fault,
        description: reason,
        decision: later.get(of)?.decision || (mayPostpone ? 'допускается перенос' : '–'),
      })),
    ...decided.flatMap((one) =>
      one.of === null
        ? [
            {
              from: instant(one.from),
              to: instant(one.to),
              side: one.side,
              description: one.description,
              decision: one.decision || '–',
            },
          ]
        : [],
    ),
  ].toSorted((a, b) => a.from.epochMilliseconds - b.from.epochMilliseconds)
}

export function happenedPart({ happened, watched }: SessionRecord, zone: string): readonly Block[] {
  const name = 'Ход испытания по журналу'
  const rows = happened ?? []
  if (rows.length === 0 && !watched) return []
  return [
    heading(name),
    ...(rows.length === 0
      ? []
      : [
          table(
            name,
            [
              ['Время', 3],
              ['Что произошло', 7],
              ['Итог', 5],
            ],
            rows.map(({ from, to, what, outcome }) => [
              to ? `${clock(from, zone)}–${clock(to, zone)}` : clock(from, zone),
              what,
              outcome,
            ]),
          ),
        ]),
    ...(watched
      ? [
          para(
            `Внимание прокторов: крупным планом ${lasted(watched.enlargedS)}, со звуком ${lasted(watched.listenedS)}, сигналов системы ${watched.alerts}, из них рассмотрено ${watched.alertsAnswered}.`,
          ),
        ]
      : []),
  ]
}
