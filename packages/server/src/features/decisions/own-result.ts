// What the examinee and the parents read: the value, why, and the marks it rests on. Nothing before it was published.
import type { OwnResult } from '@ochno/contract/decisions'
import { annulledMarks } from '@ochno/domain/appeal/annulled'
import { catalogue, type ViolationCode } from '@ochno/domain/incident/catalogue'
import { clauseUnder, type ProtocolAct } from '@ochno/domain/incident/violation'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type DecisionDeps, no } from './deps.ts'
import { relatives } from './publish.ts'
import { wordingOf } from './show.ts'

const clauseOf = (code: ViolationCode, act: ProtocolAct): string => clauseUnder(catalogue[code], act) ?? ''

async function resultOf(tx: Tx, session: SessionFacts): Promise<OwnResult> {
  const decision = await tx.decisions.ofSession(session.id)
  const edition = (await tx.protocols.ofSession(session.id))?.editions.find(
    (one) => one.edition === decision?.edition,
  )
  const decided = decision?.publishedAt ? decision.decided : null
  const head = { exam: session.examTitle, examinee: session.examineeName }
  if (!decision || !decided || !edition)
    return {
      ...head,
      state: 'waiting',
      value: null,
      explanation: '',
      ground: '',
      decidedBy: null,
      publishedAt: null,
      debt: false,
      marks: [],
    }
  const annulled = annulledMarks(await tx.appeals.ofSession(session.id))
  return {
    ...head,
    state: 'published',
    value: decided.value,
    explanation: decision.explanation ?? '',
    ground: decided.ground,
    decidedBy: decided.by.name,
    publishedAt: decision.publishedAt?.toString() ?? null,
    debt: decision.debt !== null,
    marks: edition.facts.marks
      .filter(({ key, verdict }) => verdict === 'counted' && !annulled.has(key))
      .map(({ code, from, to, note }) => ({
        wording: wordingOf(code),
        clause: clauseOf(code, edition.facts.act),
        from: from.toString(),
        to: to?.toString() ?? null,
        note,
      })),
  }
}

export const readOwnResult = (deps: DecisionDeps, asker: Asker, id: SessionId) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (!session || session.examinee !== asker.account) return no('not_found')
    return { ok: true as const, body: await resultOf(tx, session) }
  })

export const listOwnResults = (deps: DecisionDeps, asker: Asker) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const over = (await tx.sessions.ofExaminee(asker.account))
      .flatMap(({ id, examTitle, state, deauthorizedAt }) =>
        deauthorizedAt && state !== 'cancelled' ? [{ id, examTitle, deauthorizedAt }] : [],
      )
      .toSorted((a, b) => b.deauthorizedAt.epochMilliseconds - a.deauthorizedAt.epochMilliseconds)
      .slice(0, 20)
    const rows = []
    for (const { id, examTitle, deauthorizedAt } of over) {
      const published = ((await tx.decisions.ofSession(id))?.publishedAt ?? null) !== null
      const state = published ? ('published' as const) : ('waiting' as const)
      rows.push({ session: id, exam: examTitle, endedAt: deauthorizedAt.toString(), state })
    }
    return { rows }
  })

export const listChildrenResults = (deps: DecisionDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const rows: OwnResult[] = []
    for (const { parent, child } of await tx.people.links(asker.account)) {
      if (parent !== asker.account || !(await relatives(tx, child, now)).includes(asker.account)) continue
      for (const session of await tx.sessions.ofExaminee(child)) {
        const result = await resultOf(tx, session)
        if (result.state === 'published') rows.push(result)
      }
    }
    return { rows }
  })
