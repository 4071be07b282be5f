// What keeps each recording, decided by the rules its exam was published under.
import type { KeptLine } from '@ochno/contract/retention'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import { type Judgement, judgeKept } from '@ochno/domain/retention/judge'
import { type KeepingRules, keepingRules } from '@ochno/domain/retention/term'
import { Temporal } from '@ochno/domain/time'
import type { KeptRecording } from '../../ports/retention.ts'
import type { Tx } from '../../ports/store.ts'
import { dayIn } from './deps.ts'

export type Judged = KeptRecording & Judgement & { readonly recordedOn: Temporal.PlainDate }

export async function judged(
  tx: Tx,
  sessions: readonly SessionId[] | null,
  { today, zone }: { readonly today: Temporal.PlainDate; readonly zone: string },
): Promise<readonly Judged[]> {
  const calendar = await tx.calendar.effective()
  const rules = new Map<ExamId, KeepingRules | null>()
  const rows: Judged[] = []
  for (const one of await tx.retention.recordings(sessions)) {
    if (!rules.has(one.exam)) {
      const found = await tx.rules.ofExam(one.exam)
      rules.set(one.exam, found && keepingRules(found.policy))
    }
    const recordedOn = dayIn(one.recordedAt, zone)
    const announced = one.resultAnnouncedAt && dayIn(one.resultAnnouncedAt, zone)
    const holds = one.holds.map(({ reason, reviewOn }) => ({ reason, reviewOn, released: false }))
    const judgement = judgeKept(
      rules.get(one.exam) ?? null,
      { ...one, holds, recordedOn, resultAnnouncedOn: announced },
      calendar,
      today,
    )
    rows.push({ ...one, ...judgement, recordedOn })
  }
  return rows
}

export function lineOf(one: Judged, today: Temporal.PlainDate): KeptLine {
  const { tombstone } = one
  const gone = tombstone?.keyDestroyedAt ?? null
  return {
    session: one.session,
    exam: one.examTitle,
    examinee: one.examinee,
    recordedOn: one.recordedOn.toString(),
    until: one.until.known ? one.until.last.toString() : null,
    kept: gone ? null : one.kept,
    withdrawnOn: one.withdrawn?.on.toString() ?? null,
    stopped: one.stopped,
    holds: one.holds.map(({ id, reason, reviewOn, blocks, about, claim, byName, at }) => ({
      about,
      claim,
      id,
      reason,
      reviewOn: reviewOn.toString(),
      blocks,
      reviewDue: Temporal.PlainDate.compare(reviewOn, today) <= 0,
      by: byName,
      at: at.toString(),
    })),
    inAct: tombstone && !gone ? tombstone.number : null,
    destroyed:
      tombstone && gone ? { number: tombstone.number, at: gone.toString(), sha256: one.sha256 } : null,
  }
}
