// The way to the provider and back. Whatever happens on it, the act's own way stays open (TR-56).
import { isLedToProvider, REQUEST_LIVES, refuseAnswer } from '@ochno/domain/identity/bridge'
import { mayAskExternal, type StepId } from '@ochno/domain/identity/steps'
import { atDoor } from '@ochno/domain/identity/visit'
import type { SessionId } from '@ochno/domain/ids'
import { type Instant, instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type BridgeDeps, entry, no, RETURN_PATH, sealName } from './deps.ts'
import { answerOf } from './answer.ts'

async function standing(tx: Tx, asker: Asker, id: SessionId, now: Instant) {
  const session = await tx.sessions.find(id)
  const rules = await tx.rules.ofSession(id)
  if (!session || !rules || session.examinee !== asker.account) return null
  const found = await tx.doors.find(id)
  const reference = await tx.doors.reference(session.examinee)
  const { visit } = atDoor({ policy: rules.policy, mode: rules.card.mode }, found, reference)
  const bridge = await tx.identityBridges.read()
  const person = await tx.people.find(asker.account)
  const zone = (await tx.institutions.look())?.zone ?? 'UTC'
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const offered =
    bridge?.on === true &&
    session.state === 'admitted' &&
    mayAskExternal(rules.policy) &&
    isLedToProvider(person?.born ?? null, today)
  return { session, visit: { ...visit, document: found?.document ?? null }, bridge, person, offered }
}

async function view(tx: Tx, asker: Asker, id: SessionId, now: Instant) {
  const found = await standing(tx, asker, id, now)
  if (!found) return no('not_found')
  const answer = await tx.doors.external(id)
  const asked = found.visit.asked.includes('external')
  const result = answer && answer.result !== 'asked' ? answer.result : null
  const provider = answer?.provider ?? found.bridge?.name ?? null
  return {
    ok: true as const,
    body: { provider, offered: found.offered && result !== 'positive', asked, result },
  }
}

export const readOwnIdentity = ({ store }: BridgeDeps, asker: Asker, id: SessionId, now: Instant) =>
  store.inTenant(asker.tenant, (tx) => view(tx, asker, id, now))

export const startIdentity = (deps: BridgeDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await standing(tx, asker, id, now)
    if (!found) return no('not_found')
    if (found.session.state !== 'admitted') return no('not_now')
    if (!found.offered || !found.bridge) return no('not_asked')
    const { bridge, person } = found
    const endsAt = now.add(REQUEST_LIVES)
    const request = deps.ids.make('idr')
    await tx.identityBridges.ask({
      id: request,
      session: id,
      account: asker.account,
      issuer: bridge.address,
      askedAt: now,
      endsAt,
      answered: false,
    })
    await tx.audit(entry(asker, now, 'door.external_start', id, { provider: bridge.name, agreed: true }))
    const word = deps.words.sign(deps.seal.open(sealName(asker.tenant), bridge.key), {
      v: 1,
      kind: 'start',
      iss: deps.address(),
      aud: bridge.address,
      request,
      // A number the institution gave; names stay here.
      subject: person?.learnerId ?? asker.account,
      return: deps.address() + RETURN_PATH,
      at: now.toString(),
      until: endsAt.toString(),
    })
    const address = new URL(bridge.address)
    address.searchParams.set('start', word)
    return { ok: true as const, body: { address: address.toString() } }
  })

export const takeIdentity = (deps: BridgeDeps, asker: Asker, word: string, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const bridge = await tx.identityBridges.read()
    const said = bridge && answerOf(deps.words.open(deps.seal.open(sealName(asker.tenant), bridge.key), word))
    // Switched off since: what comes back is no answer any more.
    if (!bridge?.on || !said) return no('identity_answer_wrong')
    const request = await tx.identityBridges.hold(said.request)
    if (!request) return no('identity_answer_other')
    const asked = { ...request, audience: deps.address() }
    const why = refuseAnswer(asked, { ...said, at: instant(said.at) }, asker.account, now)
    if (why) return no(why)
    const session = await tx.sessions.lock(request.session)
    const found = await standing(tx, asker, request.session, now)
    if (!session || !found) return no('not_found')
    if (session.state !== 'admitted') return no('not_now')
    await tx.identityBridges.answered(request.id, now)
    const { visit } = found
    const others = visit.done.filter((one) => one !== 'external')
    const done: readonly StepId[] = said.outcome === 'positive' ? [...others, 'external'] : others
    await tx.doors.save(request.session, { ...visit, done }, now)
    const answer = { provider: bridge.name, transaction: said.transaction, result: said.outcome, at: now }
    await tx.doors.saveExternal(request.session, answer)
    const { at, ...details } = answer
    await tx.audit(entry(asker, now, 'door.external_answer', request.session, details))
    return { ok: true as const, body: { session: request.session, result: said.outcome } }
  })

export const withdrawIdentity = ({ store }: BridgeDeps, asker: Asker, id: SessionId, now: Instant) =>
  store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    const found = await standing(tx, asker, id, now)
    if (!session || !found) return no('not_found')
    if (session.state !== 'admitted') return no('not_now')
    const without = (steps: readonly StepId[]) => steps.filter((one) => one !== 'external')
    const { visit } = found
    await tx.doors.save(id, { ...visit, asked: without(visit.asked), done: without(visit.done) }, now)
    await tx.doors.dropExternal(id)
    await tx.identityBridges.forget(id)
    await tx.audit(entry(asker, now, 'door.external_withdrawn', id, {}))
    return view(tx, asker, id, now)
  })

export const readIdentityAnswer = ({ store }: BridgeDeps, asker: Asker, id: SessionId) =>
  store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (!session?.proctors.some((proctor) => proctor.id === asker.account)) return no('not_found')
    const answer = await tx.doors.external(id)
    return { ok: true as const, body: { answer: answer && { ...answer, at: answer.at.toString() } } }
  })
