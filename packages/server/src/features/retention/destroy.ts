// The system says what is due, two people agree, then keys go first and recordings after them (P-24, F-21).
import type { SessionId } from '@ochno/domain/ids'
import { refuseAct } from '@ochno/domain/retention/destroy'
import type { Instant } from '@ochno/domain/time'
import type { Destruction, DestructionId, ErasedLine, Tombstone } from '../../ports/retention.ts'
import type { Tx } from '../../ports/store.ts'
import { dayIn, entry, type Keeper, no, type RetentionDeps, zoneOf } from './deps.ts'
import { viewOf } from './show.ts'
import { type Judged, judged } from './terms.ts'

const notDue = (rows: readonly { readonly session: SessionId }[]) => ({
  ...no('not_due'),
  fields: rows.map(({ session }) => session),
})

/** Sessions are held, so that no appeal or hold comes in between. */
async function lockedAndJudged(tx: Tx, sessions: readonly SessionId[], now: Instant) {
  for (const session of [...sessions].sort()) await tx.sessions.lock(session)
  const zone = await zoneOf(tx)
  return judged(tx, sessions, { today: dayIn(now, zone), zone })
}

const nameOf = async (tx: Tx, keeper: Keeper): Promise<string> =>
  (await tx.accounts.find(keeper.account))?.fullName ?? ''

export const prepareDestruction = (
  deps: Pick<RetentionDeps, 'store' | 'ids'>,
  keeper: Keeper,
  { sessions, ground }: { readonly sessions: readonly SessionId[]; readonly ground: string },
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const asked = [...new Set(sessions)]
    const number = await tx.retention.nextNumber()
    const rows = await lockedAndJudged(tx, asked, now)
    if (rows.length !== asked.length) return no('not_found')
    const kept = rows.filter((one) => one.kept !== null || one.tombstone !== null)
    if (kept.length > 0) return notDue(kept)
    const made: Destruction = {
      id: deps.ids.make('dst'),
      number,
      state: 'prepared',
      ground,
      preparedBy: keeper.account,
      preparedName: await nameOf(tx, keeper),
      preparedAt: now,
      confirmedBy: null,
      confirmedName: null,
      confirmedAt: null,
      destroyedAt: null,
      recordings: rows.length,
    }
    await tx.retention.prepare(made, rows)
    await tx.audit(entry(keeper, now, 'prepare', made.id, { number, ground, sessions: asked }))
    return { ok: true as const, body: viewOf(made) }
  })

export const cancelDestruction = (
  deps: Pick<RetentionDeps, 'store'>,
  keeper: Keeper,
  id: DestructionId,
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const found = await tx.retention.lockDestruction(id)
    if (!found) return no('not_found')
    if (found.state !== 'prepared') return no('not_now')
    await tx.retention.cancel(id)
    await tx.audit(entry(keeper, now, 'cancel', id, { number: found.number }))
    return { ok: true as const, body: {} }
  })

export async function confirmDestruction(
  deps: RetentionDeps,
  keeper: Keeper,
  id: DestructionId,
  now: Instant,
) {
  const confirmed = await deps.store.inTenant(keeper.tenant, async (tx) => {
    const found = await tx.retention.lockDestruction(id)
    if (!found) return no('not_found')
    if (found.state !== 'prepared') return no('not_now')
    if (found.preparedBy === keeper.account) return no('same_person')
    const sessions = (await tx.retention.tombstones(id)).map(({ session }) => session)
    const kept = (await lockedAndJudged(tx, sessions, now)).filter((one: Judged) => one.kept !== null)
    if (kept.length > 0) return notDue(kept)
    const after: Destruction = {
      ...found,
      state: 'confirmed',
      confirmedBy: keeper.account,
      confirmedName: await nameOf(tx, keeper),
      confirmedAt: now,
    }
    await tx.retention.save(after)
    await tx.retention.doom(id, now)
    await tx.audit(entry(keeper, now, 'confirm', id, { number: found.number, sessions }))
    return { ok: true as const, body: viewOf(after) }
  })
  if (!confirmed.ok) return confirmed
  try {
    const done = await shred(deps, keeper.tenant, id)
    return done ? { ok: true as const, body: viewOf(done) } : confirmed
  } catch (cause) {
    // What was agreed is carried out by the sweep; the page says that it is under way.
    deps.log.error('retention.shred_waits', { destruction: id }, cause)
    return confirmed
  }
}

const lineOf = (tenant: Keeper['tenant'], act: Destruction, one: Tombstone, at: Instant): ErasedLine => ({
  session: one.session,
  tenant,
  recordedOn: one.recordedOn.toString(),
  sha256: one.sha256,
  at: at.toString(),
  act: {
    id: act.id,
    number: act.number,
    ground: act.ground,
    preparedBy: act.preparedBy,
    preparedName: act.preparedName,
    preparedAt: act.preparedAt.toString(),
    confirmedBy: act.confirmedBy as NonNullable<Destruction['confirmedBy']>,
    confirmedName: act.confirmedName ?? '',
    confirmedAt: act.confirmedAt?.toString() ?? at.toString(),
  },
})

/** Each step may be done twice: cut off anywhere it goes on where it was. Null: somebody else has done it meanwhile. */
export async function shred(
  deps: RetentionDeps,
  tenant: Keeper['tenant'],
  id: DestructionId,
): Promise<Destruction | null> {
  const read = () =>
    deps.store.inTenant(tenant, async (tx) => ({
      act: await tx.retention.destruction(id),
      stones: await tx.retention.tombstones(id),
    }))
  const { act, stones } = await read()
  if (act?.state !== 'confirmed') return null
  // The list that a restored copy is told goes first, for the whole act: a crash after it destroys too much of an older copy,
  // never too little, and an act is never half in it.
  const alive = stones.filter(({ keyDestroyedAt }) => keyDestroyedAt === null)
  for (const one of alive) await deps.erased.add(lineOf(tenant, act, one, deps.clock.now()))
  for (const { session } of alive) await deps.shredder.destroyKey(session, deps.clock.now())
  for (const { session } of stones) deps.forgetKey(session)
  for (const { session, objectsDestroyedAt } of stones) {
    if (objectsDestroyedAt) continue
    const objects = await deps.shredder.objectsOf(session)
    for (const key of objects) await deps.objects.remove(key)
    await deps.shredder.forgetRecords(session, objects.length, deps.clock.now())
  }
  return conclude(deps, tenant, id)
}

/** The act is made only over what is proved gone. */
const conclude = (deps: RetentionDeps, tenant: Keeper['tenant'], id: DestructionId) =>
  deps.store.inTenant(tenant, async (tx) => {
    const act = await tx.retention.lockDestruction(id)
    if (act?.state !== 'confirmed') return null
    const now = deps.clock.now()
    const stones = await tx.retention.tombstones(id)
    const refused = refuseAct({
      on: dayIn(now, await zoneOf(tx)),
      ground: act.ground,
      signedBy: [act.preparedName, act.confirmedName ?? ''],
      recordings: stones.map((one) => ({
        recording: one.session,
        recordedOn: one.recordedOn,
        sha256: one.sha256,
        keyDestroyedAt: one.keyDestroyedAt,
        objectsLeft: one.objectsDestroyedAt ? 0 : 1,
      })),
    })
    if (refused) throw new Error(`the act of destruction ${id} proves nothing: ${refused.why}`)
    const after: Destruction = { ...act, state: 'destroyed', destroyedAt: now }
    await tx.retention.save(after)
    for (const { session, sha256, objects } of stones) {
      await tx.retention.forgetFound(session)
      await tx.audit({
        at: now,
        tenant,
        actor: 'system',
        role: 'system',
        action: 'retention.destroyed',
        object: session,
        purpose: 'retention',
        result: 'ok',
        details: { destruction: id, number: act.number, sha256, objects },
      })
    }
    return after
  })

/** Acts that were confirmed and cut off. One that can not go on keeps none of the others waiting. */
export async function finishDestructions(deps: RetentionDeps): Promise<void> {
  for (const { tenant, id } of await deps.shredder.unfinished())
    try {
      await shred(deps, tenant, id)
    } catch (cause) {
      deps.log.error('retention.shred_waits', { destruction: id }, cause)
    }
}
