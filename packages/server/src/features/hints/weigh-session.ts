// The same judgement and the same table for whoever orders work by the score.
import { intervalsOf, type Judged } from '@ochno/domain/hint/standing'
import type { Span } from '@ochno/domain/recording/coverage'
import { bandOf } from '@ochno/domain/trust/bands'
import { trustScore } from '@ochno/domain/trust/score'
import { newestWeights } from '@ochno/domain/trust/weights'
import type { Ranked, WeighedSession, WeighSessions } from '../../ports/weighing.ts'
import { plain } from './deps.ts'
import { judgeMany } from './judge-many.ts'
import { cutTo, type Table, tableAfter, tableAt, unanswered } from './trust.ts'

export const weighSessions: WeighSessions = async (tx, asked, now) => {
  const ids = [...new Set(asked.map(({ session }) => session))]
  if (ids.length === 0) return new Map()
  const sessions = await judgeMany(tx, ids, now)
  const exams = [...new Set([...sessions.values()].map(({ rules }) => rules.exam))]
  const weights = await tx.trust.weightsIn(exams)
  const scores = await tx.trust.scoresIn(ids)
  const versions = await tx.trust.beganWith(ids)
  const weighed = asked.flatMap(({ session, authorizedAt }) => {
    const found = sessions.get(session)
    if (!found) return []
    const { judged: seen, rules } = found
    const judged = seen.map(({ hint, verdict, technical }) => plain(hint, verdict, technical))
    const all = weights.get(rules.exam) ?? []
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
