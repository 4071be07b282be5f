// The same judgement and the same table for whoever orders work by the score.
import { intervalsOf, type Judged } from '@ochno/domain/hint/standing'
import { bandOf } from '@ochno/domain/trust/bands'
import { trustScore } from '@ochno/domain/trust/score'
import type { Ranked, WeighSession } from '../../ports/weighing.ts'
import { judgedOf, rulesUnder, seenIn } from './deps.ts'
import { type Table, tableAfter, tableAt, unanswered } from './trust.ts'

export const weighSession: WeighSession = async (tx, { session, authorizedAt }, now) => {
  const under = await rulesUnder(tx, session)
  if (!under) return null
  const seen = await seenIn(tx, session, under, now)
  const judged = judgedOf(seen)
  const all = await tx.trust.weightsOf(under.rules.exam)
  const given = await tx.trust.scoresOf(session)
  return {
    said: new Map(seen.hints.map(({ no, said, technical }) => [no, { verdict: said, technical }])),
    trust: ranked(judged, tableAfter(all, given, authorizedAt)),
    untold: ranked(unanswered(judged), tableAt(all, authorizedAt)),
  }
}

function ranked(judged: readonly Judged[], { weights, thresholds }: Table): Ranked {
  const score = trustScore(intervalsOf(judged), weights)
  return { hundredths: score.hundredths, band: bandOf(score, thresholds) }
}
