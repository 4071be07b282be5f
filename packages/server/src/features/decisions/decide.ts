// Rules recommend, named people decide (SM-5, T-17). Nothing here is ever called by a job.
import { academicDebt } from '@ochno/domain/decision/academic-debt'
import { type Choice, decideResult as decideBy } from '@ochno/domain/decision/decide'
import { directorRequest } from '@ochno/domain/decision/director'
import { openQuestions } from '@ochno/domain/decision/findings'
import type { Maker } from '@ochno/domain/decision/makers'
import { postWords } from '@ochno/domain/decision/posts'
import { resultValues, type ResultValue } from '@ochno/domain/decision/values'
import type { PrintedDocument } from '@ochno/domain/document/model'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { hex } from '@ochno/evidence/bytes'
import type {
  DecisionStep,
  KeptDecision,
  KeptDirector,
  Named,
  Proposed,
  SessionDecision,
} from '../../ports/decisions.ts'
import type { Tx } from '../../ports/store.ts'
import { beforeOf, type Case, isOpen, openCase, proctored } from './case.ts'
import { type Asker, type DecisionDeps, entry, no } from './deps.ts'
import { postsHere, refuseAs } from './posts-here.ts'
import { decisionPapers, directorPapers } from './papers.ts'
import { caseView } from './show.ts'

export const readDecision = (deps: DecisionDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, (tx) => shown(tx, asker, id, now))

async function shown(tx: Tx, asker: Asker, id: SessionId, now: Instant) {
  const opened = await openCase(tx, asker, id, false)
  return opened.ok ? { ok: true as const, body: await caseView(tx, asker, opened.found, now) } : opened
}

type Deed = {
  readonly kind: DecisionStep['kind']
  readonly text: string
  readonly decision: SessionDecision
  readonly documents: readonly PrintedDocument[]
  readonly details: Readonly<Record<string, unknown>>
}
type Done = { readonly ok: true; readonly deed: Deed } | { readonly ok: false; readonly why: string }

/** Looks, prints between two transactions where there is something to print, looks again and saves. */
async function perform(
  deps: DecisionDeps,
  asker: Asker,
  id: SessionId,
  now: Instant,
  judge: (tx: Tx, one: Case, name: string) => Promise<Done>,
) {
  const look = async (tx: Tx) => {
    const opened = await openCase(tx, asker, id, true)
    if (!opened.ok) return opened
    const name = (await tx.accounts.find(asker.account))?.fullName ?? ''
    const done = await judge(tx, opened.found, name)
    return done.ok ? { ...done, edition: opened.found.edition.edition } : done
  }
  const first = await deps.store.inTenant(asker.tenant, look)
  if (!first.ok) return first
  const pressed =
    first.deed.documents.length === 0
      ? { ok: true as const, papers: [] }
      : await deps.press(asker.tenant, id, first.edition, first.deed.documents, now)
  if (!pressed.ok) return pressed
  return deps.store.inTenant(asker.tenant, async (tx) => {
    const again = await look(tx)
    if (!again.ok) return again
    const { deed } = again
    // What was printed is what is saved, or nothing is.
    if (JSON.stringify(deed.documents) !== JSON.stringify(first.deed.documents))
      return no('changed_meanwhile')
    await tx.decisions.save(deed.decision, now)
    await tx.decisions.addStep(id, { at: now, kind: deed.kind, by: asker.account, text: deed.text })
    for (const paper of pressed.papers) await tx.protocols.addPaper(paper)
    const papers = pressed.papers.map(({ form, kind, sha256 }) => ({ form, kind, sha256: hex(sha256) }))
    await tx.audit(entry(asker, now, deed.kind, id, { ...deed.details, papers }))
    return shown(tx, asker, id, now)
  })
}

export const answerQuestion = (
  deps: DecisionDeps,
  asker: Asker,
  id: SessionId,
  given: { readonly code: string; readonly answer: boolean },
  now: Instant,
) =>
  perform(deps, asker, id, now, async (tx, one) => {
    if (!isOpen(one)) return no('already_decided')
    if (proctored(one, asker)) return no('own_session')
    const { may } = await postsHere(tx, asker, now)
    if (!one.makers.some((maker) => may.includes(maker))) return no('not_yours')
    const asked = openQuestions({
      ...one.findings,
      marks: one.findings.marks.map(({ code, occurrences }) => ({ code, occurrences })),
    })
    if (!asked.some(({ code }) => code === given.code)) return no('not_found')
    const decision = { ...one.decision, answers: { ...one.decision.answers, [given.code]: given.answer } }
    return done('answered', `${given.code}: ${given.answer ? 'да' : 'нет'}`, decision, { ...given })
  })

const done = (
  kind: Deed['kind'],
  text: string,
  decision: SessionDecision,
  details: Deed['details'],
  documents: readonly PrintedDocument[] = [],
): Done => ({ ok: true, deed: { kind, text, decision, documents, details } })

export const recommendAsDirector = (
  deps: DecisionDeps,
  asker: Asker,
  id: SessionId,
  given: { readonly as: 'director' | 'deputy_director'; readonly recommendation: string },
  now: Instant,
) =>
  perform(deps, asker, id, now, async (tx, one, name) => {
    if (!isOpen(one)) return no('already_decided')
    const barred = await refuseAs(tx, asker, given.as, now)
    if (barred) return barred
    if (!directorRequest(one.recommended)) return no('nothing_to_recommend')
    const director: KeptDirector = {
      recommendation: given.recommendation,
      by: { person: asker.account, post: given.as },
      name,
      at: now,
    }
    const documents = await directorPapers(tx, one, director)
    const decision: SessionDecision = { ...one.decision, state: 'recommended', director }
    return done('director', given.recommendation, decision, { as: given.as }, documents)
  })

type Given = {
  readonly as: Maker
  readonly value: ResultValue
  readonly authentic: boolean
  readonly ground: string
  readonly lmsGrade: string
}

const worded = (by: Named, value: ResultValue, ground: string): string =>
  `${postWords[by.post]}: ${resultValues[value]}. ${ground}`

async function concluded(
  deps: DecisionDeps,
  tx: Tx,
  one: Case,
  proposed: Proposed,
  second: Named | null,
  now: Instant,
): Promise<Done | 'second_person'> {
  const choice: Choice = {
    value: proposed.value,
    authentic: proposed.authentic,
    ground: proposed.ground,
    by: { person: proposed.by.id, as: proposed.by.post },
    second: second && { person: second.id, as: second.post },
  }
  const judged = decideBy({ ...beforeOf(one) }, choice, now)
  if (!judged.ok) {
    if (judged.why === 'second_person' && !second) return 'second_person'
    return no(judged.why === 'no_ground' ? 'no_reason' : judged.why)
  }
  const { record } = judged
  const decided: KeptDecision = { ...proposed, second, shown: record.shown, departs: record.departs }
  const debt = academicDebt(one.session.examinee, one.session.exam, record)
  const decision: SessionDecision = { ...one.decision, state: 'decided', proposed: null, decided, debt }
  const documents = await decisionPapers(deps, tx, one, decided)
  const text = worded(proposed.by, proposed.value, proposed.ground)
  const details = { value: proposed.value, second: second?.id ?? null, departs: record.departs }
  return done('decided', text, decision, details, documents)
}

export const decideResult = (deps: DecisionDeps, asker: Asker, id: SessionId, given: Given, now: Instant) =>
  perform(deps, asker, id, now, async (tx, one, name) => {
    if (!isOpen(one)) return no('already_decided')
    const barred = await refuseAs(tx, asker, given.as, now)
    if (barred) return barred
    if (one.final && given.lmsGrade === '') return no('grade_wanted')
    const { as, ...rest } = given
    const proposed: Proposed = { ...rest, by: { id: asker.account, name, post: as, at: now } }
    const out = await concluded(deps, tx, one, proposed, null, now)
    if (out !== 'second_person') return out
    const decision: SessionDecision = { ...one.decision, state: 'recommended', proposed }
    return done('proposed', worded(proposed.by, given.value, given.ground), decision, { value: given.value })
  })

export const secondDecision = (
  deps: DecisionDeps,
  asker: Asker,
  id: SessionId,
  given: { readonly as: Maker; readonly agree: boolean; readonly reason: string; readonly of: string },
  now: Instant,
) =>
  perform(deps, asker, id, now, async (tx, one, name) => {
    const { proposed } = one.decision
    if (!isOpen(one)) return no('already_decided')
    if (!proposed) return no('nothing_to_second')
    if (Date.parse(given.of) !== proposed.by.at.epochMilliseconds) return no('changed_meanwhile')
    const barred = await refuseAs(tx, asker, given.as, now)
    if (barred) return barred
    if (proctored(one, asker)) return no('own_session')
    if (!given.agree) {
      if (given.reason.trim() === '') return no('no_reason')
      return done('sent_back', given.reason, { ...one.decision, proposed: null }, { value: proposed.value })
    }
    const second: Named = { id: asker.account, name, post: given.as, at: now }
    const out = await concluded(deps, tx, one, proposed, second, now)
    return out === 'second_person' ? no('second_person') : out
  })
