import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

export type EquipmentRefusal = 'equipment_refused' | 'risk_not_accepted'

/**
 * A check is the examinee's own affair (001 4.1), but one that found something is not passed over: a telephone does not
 * begin (004 5.5), and what is below the minimum begins only at the examinee's risk (001 6.3, 004 8.4).
 */
export async function refuseEquipment(tx: Tx, session: SessionFacts): Promise<EquipmentRefusal | null> {
  const check = await tx.equipment.ofSession(session.id, session.examinee)
  if (check === null) return null
  if (check.rows.some(({ item, verdict }) => item === 'device' && verdict === 'block'))
    return 'equipment_refused'
  // A check that was left half-way says nothing yet.
  return check.outcome === 'accept_risk' ? 'risk_not_accepted' : null
}

/** With which machine, and at whose risk, a session began: a line of its record in the journal (001 6.3, 004 8.4). */
export async function equipmentAtStart(
  tx: Tx,
  session: SessionFacts,
): Promise<Readonly<Record<string, unknown>> | null> {
  const check = await tx.equipment.ofSession(session.id, session.examinee)
  return (
    check && {
      check: check.id,
      checkedAt: check.at.toString(),
      outcome: check.outcome,
      declared: check.declared,
      below: check.rows.flatMap(({ item, verdict, why }) => (verdict === 'risk' ? [`${item}.${why}`] : [])),
      riskTaken: check.riskTaken,
    }
  )
}
