// Who may not watch this examinee: his own exam, his own child (combinations of roles), papers that the act asks for.
import { excludes, type Part } from '@ochno/domain/appointment/combinations'
import { refusePapers } from '@ochno/domain/appointment/papers'
import { type Barred, refuseStanding } from '@ochno/domain/appointment/standing'
import type { ProctorRefusal } from '@ochno/domain/appointment/proctor-rules'
import type { AccountId } from '@ochno/domain/ids'
import type { Session } from '@ochno/domain/session/session'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { Tx } from '../../ports/store.ts'

async function partsOf(tx: Tx, examinee: AccountId, person: AccountId): Promise<readonly Part[]> {
  const links = await tx.people.links(person)
  const isParent = links.some(
    ({ parent, child, endedAt }) => parent === person && child === examinee && endedAt === null,
  )
  return [
    ...(person === examinee ? (['examinee'] as const) : []),
    ...(isParent ? (['representative'] as const) : []),
  ]
}

export async function refuseProctor(
  tx: Tx,
  { examinee, opensAt }: Pick<Session, 'examinee' | 'opensAt'>,
  rules: ExamRules,
  proctor: AccountId,
): Promise<ProctorRefusal | Barred | 'own_exam' | 'own_child' | null> {
  const excluded = excludes(await partsOf(tx, examinee, proctor), 'proctor')
  if (excluded) return excluded === 'own_child' ? excluded : 'own_exam'
  const zone = (await tx.institutions.look())?.zone ?? 'UTC'
  const day = opensAt.toZonedDateTimeISO(zone).toPlainDate()
  const barred = refuseStanding(await tx.appointments.standing(proctor), day)
  if (barred) return barred
  return refusePapers(await tx.appointments.papers(proctor), {
    act: rules.act,
    said: (key) => rules.policy[key].value,
    mode: rules.card.mode,
    day,
  })
}
