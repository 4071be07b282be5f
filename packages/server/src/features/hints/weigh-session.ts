// The same judgement and the same table for whoever orders work by the score.
import { judgeHint } from '@ochno/domain/hint/judge-hint'
import { settingsOfExam } from '@ochno/domain/hint/settings'
import { intervalsOf, type Judged } from '@ochno/domain/hint/standing'
import type { Span } from '@ochno/domain/recording/coverage'
import { bandOf } from '@ochno/domain/trust/bands'
import { trustScore } from '@ochno/domain/trust/score'
import { newestWeights } from '@ochno/domain/trust/weights'
import type { Ranked, WeighedSession, WeighSessions } from '../../ports/weighing.ts'
import { grantedBy, plain } from './deps.ts'
import { cutTo, type Table, tableAfter, tableAt, unanswered } from './trust.ts'

export const weighSessions: WeighSessions = async (tx, asked, now) => {
  const ids = [...new Set(asked.map(({ session }) => session))]
  if (ids.length === 0) return new Map()
  const rules = await tx.rules.ofSessions(ids)
  const exams = [...new Set([...rules.values()].map(({ exam }) => exam))]
  const hints = Map.groupBy(await tx.hints.of(ids), ({ session }) => session)
  const blind = Map.groupBy(await tx.hints.blindOf(ids), ({ session }) => session)
  const left = await tx.conduct.ofKinds(ids, ['left', 'back', 'more_absence'])
  const conditions = await tx.accommodations.inForceIn(ids, now)
  const weights = await tx.trust.weightsIn(exams)
  const scores = await tx.trust.scoresIn(ids)
  const versions = await tx.trust.beganWith(ids)
  const weighed = asked.flatMap(({ session, authorizedAt }) => {
    const under = rules.get(session)
    if (!under || !settingsOfExam(under.act, under.policy)) return []
    const around = {
      rules: under.permissions,
      policy: under.policy,
      granted: grantedBy(left.get(session) ?? [], conditions.get(session) ?? [], now),
      blind: blind.get(session) ?? [],
    }
    const seen = (hints.get(session) ?? []).map((hint) => ({ hint, ...judgeHint(hint, around) }))
    const judged = seen.map(({ hint, verdict, technical }) => plain(hint, verdict, technical))
    const all = weights.get(under.exam) ?? []
    const said: WeighedSession['said'] = new Map(
      seen.map(({ hint, verdict, technical }) => [hint.no, { verdict, technical }]),
    )
    const began = { at: authorizedAt, version: versions.get(session) ?? newestWeights.version }
    const trust = ranked(judged, tableAfter(all, scores.get(session) ?? [], began))
    const untold = ranked(unanswered(judged), tableAt(all, began))
    const untoldIn = (piece: Span) => ranked(unanswered(judged), tableAt(all, began), piece)
    return [[session, { said, trust, untold, untoldIn }] as const]
  })
  return new Map(weighed)
}

function ranked(
  judged: readonly Judged[],
  { weights, thresholds }: Table,
  piece: Span | null = null,
): Ranked {
  const score = trustScore(cutTo(intervalsOf(judged), piece), weights)
  return { hundredths: score.hundredths, band: bandOf(score, thresholds) }
}
