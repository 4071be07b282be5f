// TR-11: whose paper original is late for an exam, by the rules it was published under.
import { demandOf } from '@ochno/domain/consent/demand'
import { type LateOriginal, lateOriginalOf } from '@ochno/domain/consent/late-original'
import type { ExamId } from '@ochno/domain/ids'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { ConsentLife, KeptPaper } from '../../ports/consents.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

type Of = Pick<SessionFacts, 'examinee' | 'opensAt'>
type Papers = { readonly lives: readonly ConsentLife[]; readonly papers: readonly KeptPaper[] }

const demanded = (policy: EffectivePolicy) => demandOf((key) => policy[key].value)
const asksPaper = (policy: EffectivePolicy): boolean => {
  const { onPaper, leadDays } = demanded(policy)
  return onPaper.length > 0 && leadDays !== null
}

function judged(policy: EffectivePolicy, of: Of, { lives, papers }: Papers, zone: string, now: Instant) {
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

export async function lateOriginal(
  tx: Tx,
  of: Of,
  policy: EffectivePolicy,
  now: Instant,
): Promise<LateOriginal | null> {
  if (!asksPaper(policy)) return null
  const { zone } = await tx.institutions.own()
  const lives = await tx.consents.lives(of.examinee)
  return judged(policy, of, { lives, papers: await tx.consents.papers(of.examinee) }, zone, now)
}

/** Of everybody who is still to come, by session. */
export async function lateOriginals(
  tx: Tx,
  exam: ExamId,
  policy: EffectivePolicy,
  now: Instant,
): Promise<ReadonlyMap<SessionFacts['id'], LateOriginal>> {
  const found = new Map<SessionFacts['id'], LateOriginal>()
  if (!asksPaper(policy)) return found
  const { zone } = await tx.institutions.own()
  const lives = Map.groupBy(await tx.consents.lives(null), ({ account }) => account)
  const papers = Map.groupBy(await tx.consents.papers(null), ({ account }) => account)
  for (const session of await tx.sessions.ofExam(exam, null)) {
    if (session.state !== 'admitted') continue
    const own = { lives: lives.get(session.examinee) ?? [], papers: papers.get(session.examinee) ?? [] }
    const late = judged(policy, session, own, zone, now)
    if (late) found.set(session.id, late)
  }
  return found
}

/** Before the control window opens: an undecided late original waits for a decision, and a no stays a no. */
export async function refuseLate(
  tx: Tx,
  session: SessionFacts,
  policy: EffectivePolicy,
  now: Instant,
): Promise<'original_late' | 'original_refused' | null> {
  if (!(await lateOriginal(tx, session, policy, now))) return null
  const decision = await tx.admissions.decision(session.id)
  if (!decision) return 'original_late'
  return decision.admit ? null : 'original_refused'
}
