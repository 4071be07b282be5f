import { checkHold, equipmentHold, type EquipmentHold } from '@ochno/domain/equipment/hold'
import { minimumsUnder } from '@ochno/domain/equipment/minimums'
import type { Instant } from '@ochno/domain/time'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

/** What the last check found and nobody may pass over, under every act: a telephone, no camera, a blur, an untaken risk. */
export const refuseEquipment = async (tx: Tx, session: SessionFacts): Promise<EquipmentHold | null> =>
  equipmentHold(await tx.equipment.ofSession(session.id, session.examinee))

/** Where the act makes the examinee answer for the machine, the check of this door stands, whole and acknowledged. */
export async function awaitCheck(
  tx: Tx,
  session: SessionFacts,
  rules: ExamRules,
  now: Instant,
): Promise<EquipmentHold | null> {
  if (rules.frozen === null || rules.act === null) return null
  const need = minimumsUnder(rules.act, rules.policy)
  return need.answered ? checkHold(await tx.equipment.atDoor(session.id, session.examinee), need, now) : null
}

/** With which machine, and at whose risk, a session began: a line of its record in the journal (001 6.3, 004 8.4). */
export async function equipmentAtStart(
  tx: Tx,
  session: SessionFacts,
): Promise<Readonly<Record<string, unknown>> | null> {
  const check =
    (await tx.equipment.atDoor(session.id, session.examinee)) ??
    (await tx.equipment.ofSession(session.id, session.examinee))
  return (
    check && {
      check: check.id,
      checkedAt: check.at.toString(),
      outcome: check.outcome,
      declared: check.declared,
      taken: check.taken,
      below: check.rows.flatMap(({ item, verdict, why }) => (verdict === 'risk' ? [`${item}.${why}`] : [])),
      riskTaken: check.riskTaken,
    }
  )
}
