import type { LmsView } from '@ochno/contract/lms'
import { clausesOf, saidOf } from '@ochno/domain/exam/problems'
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { KnownPlatform, PlatformGiven, PlatformId } from '../../ports/lms.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, entry, keySeal, type LmsDeps, no, toolOf } from './deps.ts'
import { originsOf } from './launch.ts'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/
const isClear = (address: string): boolean => {
  const { protocol, hostname } = new URL(address)
  return protocol !== 'https:' && !LOOPBACK.test(hostname)
}

async function view(deps: LmsDeps, tx: Tx, tenant: TenantId): Promise<LmsView> {
  const acts = await tx.acts.list()
  const inState = (state: 'effective' | 'approved') => acts.find((one) => one.state === state)
  const act = inState('effective') ?? inState('approved') ?? null
  const onlyHere = act !== null && saidOf(act.policy, 'proctoring.launch_only_from_lms') === true
  return {
    tool: toolOf(deps.address(), tenant),
    platforms: (await tx.lms.platforms()).map(({ changedAt, ...one }) => ({
      ...one,
      changedAt: changedAt.toString(),
    })),
    onlyFromHere: onlyHere
      ? { clauses: [...clausesOf(act.policy, 'proctoring.launch_only_from_lms')] }
      : null,
  }
}

export const readLms = (deps: LmsDeps, { tenant }: Asker) =>
  deps.store.inTenant(tenant, (tx) => view(deps, tx, tenant))

/** What the journal keeps: where words are believed from. */
const facts = ({ issuer, clientId, deployment, keysUrl, byLearner }: PlatformGiven) => ({
  issuer,
  clientId,
  deployment,
  keysUrl,
  byLearner,
})

export async function savePlatform(
  deps: LmsDeps,
  asker: Asker,
  id: PlatformId | null,
  given: PlatformGiven,
  now: Instant,
) {
  if ([given.issuer, given.loginUrl, given.keysUrl, given.home].some(isClear)) return no('lms_in_clear')
  const { tenant } = asker
  const made = await deps.store.inTenant(tenant, (tx) => tx.lms.key())
  const key = made ? null : await deps.tokens.makeKey()
  return deps.store.inTenant(tenant, async (tx) => {
    if (id !== null && !(await tx.lms.platforms()).some((one) => one.id === id)) return no('not_found')
    const platform: KnownPlatform = { ...given, id: id ?? deps.ids.make('lmp'), changedAt: now }
    if (!(await tx.lms.save(platform))) return no('lms_known')
    if (key) await tx.lms.addKey({ ...key, secret: deps.seal.seal(keySeal(tenant), key.secret) }, now)
    await tx.audit(
      entry(asker, now, id ? 'change' : 'add', tenant, { platform: platform.id, ...facts(given) }),
    )
    return { ok: true as const, body: await view(deps, tx, tenant) }
  })
}

export const removePlatform = (deps: LmsDeps, asker: Asker, id: PlatformId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const gone = (await tx.lms.platforms()).find((one) => one.id === id)
    if (!gone || !(await tx.lms.remove(id))) return no('not_found')
    await tx.audit(entry(asker, now, 'remove', asker.tenant, { platform: id, ...facts(gone) }))
    return { ok: true as const, body: await view(deps, tx, asker.tenant) }
  })

export async function tryPlatform(
  deps: LmsDeps,
  asker: Asker,
  id: PlatformId,
  { ip, now }: { readonly ip: string; readonly now: Instant },
) {
  const platforms = await deps.store.inTenant(asker.tenant, (tx) => tx.lms.platforms())
  const platform = platforms.find((one) => one.id === id)
  if (!platform) return no('not_found')
  const login = `LMS ${asker.tenant}`
  const waitS = await deps.throttle.reserve(login, ip, now)
  if (waitS > 0) return no('too_many', waitS)
  const tried = await deps.tokens.tryKeys(platform.keysUrl)
  if (!tried.ok) return { ok: true as const, body: { works: false as const, why: tried.why } }
  await deps.throttle.forgive(login, ip)
  return { ok: true as const, body: { works: true as const, keys: tried.keys } }
}

export async function toolKeys(deps: LmsDeps, tenant: TenantId) {
  const key = await deps.store.inTenant(tenant, (tx) => tx.lms.key())
  return key ? { ok: true as const, body: { keys: [{ ...key.public }] } } : no('not_found')
}

/** T-50: a choice of exam is answered there and nowhere else. */
export const answerOrigins = (deps: LmsDeps, tenant: TenantId): Promise<readonly string[]> =>
  deps.store.inTenant(tenant, async (tx) => [...new Set((await tx.lms.platforms()).flatMap(originsOf))])
