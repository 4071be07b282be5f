// Many sessions judged with as many questions to the database as one.
import { settingsOfExam } from '@ochno/domain/hint/settings'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { type Around, grantedBy, judgedUnder } from './deps.ts'

export type JudgedSession = Around & { readonly judged: ReturnType<typeof judgedUnder> }

/** Without those of whom no act says what may be watched. */
export async function judgeMany(
  tx: Tx,
  ids: readonly SessionId[],
  now: Instant,
): Promise<ReadonlyMap<SessionId, JudgedSession>> {
  const rules = await tx.rules.ofSessions(ids)
  const hints = Map.groupBy(await tx.hints.of(ids), ({ session }) => session)
  const blind = Map.groupBy(await tx.hints.blindOf(ids), ({ session }) => session)
  const left = await tx.conduct.ofKinds(ids, ['left', 'back', 'more_absence'])
  const conditions = await tx.accommodations.inForceIn(ids, now)
  return new Map(
    ids.flatMap((id) => {
      const under = rules.get(id)
      if (!under || !settingsOfExam(under.act, under.policy)) return []
      const around: Around = {
        rules: under,
        granted: grantedBy(left.get(id) ?? [], conditions.get(id) ?? [], now),
        blind: blind.get(id) ?? [],
      }
      return [[id, { ...around, judged: judgedUnder(hints.get(id) ?? [], around) }] as const]
    }),
  )
}
