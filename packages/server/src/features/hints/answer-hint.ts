import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { HintState } from '../../ports/hints.ts'
import { type HintDeps, no, type Person, roleAt, rulesUnder, seenIn, viewsFor } from './deps.ts'

export type Answered = {
  readonly session: SessionId
  readonly no: number
  readonly state: HintState
  readonly note: string
  readonly mark: number | null
}

/** R1-3.3a, TR-72: only a person says what a hint was; an answer is never taken back, only followed by another. */
export async function answerHint(deps: HintDeps, person: Person, given: Answered, now: Instant) {
  const outcome = await deps.store.inTenant(person.tenant, async (tx) => {
    const session = await tx.sessions.lock(given.session)
    const role = session && (await roleAt(tx, person, session))
    const under = role && (await rulesUnder(tx, given.session))
    if (!session || !role || !under) return no('not_found')
    const found = (await tx.hints.of([session.id])).some((hint) => hint.no === given.no)
    if (!found) return no('not_found')
    if (given.state === 'marked' || given.mark !== null) {
      const log = given.mark === null ? [] : await tx.conduct.read(session.id, given.mark - 1)
      const first = log[0]
      if (first?.seq !== given.mark || first.entry.kind !== 'mark') return no('mark_first')
    }
    const { state, note, mark } = given
    await tx.hints.answer(session.id, given.no, { at: now, by: person.account, role, state, note, mark })
    await tx.audit({
      at: now,
      tenant: person.tenant,
      actor: person.account,
      role,
      action: `hint.${state}`,
      object: session.id,
      purpose: 'violations',
      result: 'ok',
      details: { hint: given.no, ...(mark !== null && { mark }) },
    })
    const { hints } = await seenIn(tx, session.id, under, now)
    const hint = hints.find((one) => one.no === given.no)
    const [view] = hint ? await viewsFor(tx, person, [hint]) : []
    return view
      ? { ok: true as const, body: view, proctors: session.proctors.map(({ id }) => id) }
      : no('not_found')
  })
  if (!outcome.ok) return outcome
  deps.bell.ring(outcome.proctors)
  return { ok: true as const, body: outcome.body }
}
