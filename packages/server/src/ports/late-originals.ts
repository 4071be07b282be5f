// TR-11: whose paper original is late for an exam, by the rules it was published under, and what was decided of it.
import type { LateOriginal as LateView } from '@ochno/contract/exam-admission'
import { demandOf } from '@ochno/domain/consent/demand'
import { type LateOriginal, lateOriginalOf } from '@ochno/domain/consent/late-original'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { LateDecision } from './admissions.ts'
import type { ConsentLife, KeptPaper } from './consents.ts'

export type Signed = { readonly lives: readonly ConsentLife[]; readonly papers: readonly KeptPaper[] }

const demanded = (policy: EffectivePolicy) => demandOf((key) => policy[key].value)

export const asksPaper = (policy: EffectivePolicy): boolean => {
  const { onPaper, leadDays } = demanded(policy)
  return onPaper.length > 0 && leadDays !== null
}

export function judgeLate(
  policy: EffectivePolicy,
  of: { readonly opensAt: Instant },
  { lives, papers }: Signed,
  zone: string,
  now: Instant,
): LateOriginal | null {
  const demand = demanded(policy)
  const dayOf = (at: Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const last = demand.onPaper.flatMap((kind) => {
    const life = lives.findLast((one) => one.kind === kind)
    if (!life) return []
    const paper = papers.find(({ id }) => id === life.paper)
    return [
      {
        kind,
        state: life.state,
        paper: paper
          ? {
              scanOn: paper.scan && dayOf(paper.scan.at),
              receivedOn: paper.original && Temporal.PlainDate.from(paper.original.receivedOn),
            }
          : null,
      },
    ]
  })
  return lateOriginalOf(demand, last, dayOf(of.opensAt), dayOf(now))
}

/** Of somebody's late originals, the nearest exam first: the one that waits for a decision, else the nearest. */
export const foremost = <L extends { readonly original: Pick<LateView, 'decision'> }>(
  all: readonly L[],
): L | null => all.find(({ original }) => original.decision === null) ?? all[0] ?? null

export const lateView = (late: LateOriginal, decision: LateDecision | null): LateView => ({
  lastDay: late.lastDay.toString(),
  receivedOn: late.receivedOn?.toString() ?? null,
  scanOn: late.scanOn?.toString() ?? null,
  daysLate: late.daysLate,
  decision: decision && {
    admit: decision.admit,
    reason: decision.reason,
    by: decision.byName,
    at: decision.at.toString(),
  },
})
