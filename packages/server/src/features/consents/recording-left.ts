// After a withdrawal: is the recording gone, to be destroyed, or kept on another ground, and until when (P-14).
import type { RecordingLeft } from '@ochno/contract/withdrawals'
import type { Calendar, PlainDate } from '@ochno/domain/calendar/working-days'
import { otherGround } from '@ochno/domain/consent/after-withdrawal'
import { dayWords } from '@ochno/domain/document/dates'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import { judgeKept } from '@ochno/domain/retention/judge'
import { keepingRules } from '@ochno/domain/retention/term'
import { Temporal } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { keptFor } from '../../ports/kept-for.ts'

export type On = { readonly today: PlainDate; readonly zone: string; readonly calendar: Calendar }

export async function recordingLeft(
  tx: Tx,
  session: SessionId,
  { today, zone, calendar }: On,
  reader: AccountId,
): Promise<RecordingLeft> {
  const [one] = await tx.retention.recordings([session])
  if (!one) return { is: 'none' }
  const { tombstone } = one
  if (tombstone?.keyDestroyedAt)
    return { is: 'destroyed', act: tombstone.number, at: tombstone.keyDestroyedAt.toString() }
  const rules = await tx.rules.ofExam(one.exam)
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const { until, kept: reason } = judgeKept(
    rules && keepingRules(rules.policy),
    {
      ...one,
      holds: one.holds.map(({ reason, reviewOn }) => ({ reason, reviewOn, released: false })),
      recordedOn: dayOf(one.recordedAt),
      resultAnnouncedOn: one.resultAnnouncedAt && dayOf(one.resultAnnouncedAt),
    },
    calendar,
    today,
  )
  if (reason === null) return { is: 'to_destroy', inAct: tombstone?.number ?? null }
  const kept = await keptFor(tx, reader, session, reason)
  const held = kept === 'appeal_open' || kept === 'complaint_open' || kept === 'on_hold'
  const why = held
    ? kept
    : kept === 'calendar_ends'
      ? kept
      : kept === 'result_not_announced'
        ? 'result_awaited'
        : 'term'
  const last = until.known && Temporal.PlainDate.compare(until.last, today) >= 0 ? until.last : null
  return { is: 'kept', why, until: last?.toString() ?? null, ground: otherGround }
}

const ALONE =
  'Согласие было единственным основанием хранить запись. Теперь она закрыта для всех и будет уничтожена: об этом двое сотрудников составят акт.'

/** What the person is told; no word of it accuses. */
export function leftWords(
  left: RecordingLeft,
  { phase, voluntary }: { readonly phase: 'during' | 'after'; readonly voluntary: boolean },
): string {
  const head =
    phase === 'during'
      ? 'Вы отозвали согласие во время экзамена, запись остановлена. Это не нарушение: что будет с результатом, решат люди.'
      : 'Вы отозвали согласие после экзамена. Это не нарушение и на результат не влияет.'
  return `${head} ${rest(left, voluntary)}`
}

function rest(left: RecordingLeft, voluntary: boolean): string {
  switch (left.is) {
    case 'destroyed':
      return `Запись уже уничтожена по акту № ${left.act}.`
    case 'to_destroy':
      return ALONE
    case 'none':
      return voluntary
        ? 'Если запись есть, её не хранят дольше, чем нужно для решения о результате и для апелляции, и потом уничтожают.'
        : `Запись хранится только до срока, который назван в регламенте, на другом основании: ${otherGround}.`
    case 'kept':
      return keptWords(left)
  }
}

function keptWords({ why, until, ground }: Extract<RecordingLeft, { is: 'kept' }>): string {
  switch (why) {
    case 'appeal_open':
      return 'Подана апелляция, поэтому запись сохранят, пока апелляцию не рассмотрят: без неё спор решить нельзя.'
    case 'complaint_open':
      return 'Есть жалоба на проктора без ответа, поэтому запись сохранят, пока на жалобу не ответят.'
    case 'on_hold':
      return 'Запись удержана по решению учреждения; о пересмотре вам скажут отдельно.'
    case 'result_awaited':
      return 'Запись сохранят до объявления результата и до конца срока апелляции, потом уничтожат.'
    case 'calendar_ends':
    case 'term':
      return until
        ? `Запись хранится по ${dayWords(Temporal.PlainDate.from(until))} включительно, потом её уничтожат. Основание: ${ground}.`
        : `Срок хранения ещё не посчитан. Основание: ${ground}.`
  }
}
