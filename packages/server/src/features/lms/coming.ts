// A launch that waits in one browser: for its person to say who they are here, or for a teacher to choose the exam.
import type { Coming as ComingView } from '@ochno/contract/lms'
import { roleMay } from '@ochno/domain/access/table'
import type { ExamId, TenantId } from '@ochno/domain/ids'
import { choiceAnswer, opensByLaunch } from '@ochno/domain/lms/launch'
import type { Instant } from '@ochno/domain/time'
import { type Asker, entry, keySeal, type LmsDeps, no, toolOf } from './deps.ts'
import { entering, recordLaunch, whereTo } from './launch.ts'

export type Waiting = { readonly tenant: TenantId; readonly secret: string }

async function found({ store, digest }: LmsDeps, waiting: Waiting | null, now: Instant) {
  if (waiting === null) return null
  return store.inTenant(waiting.tenant, async (tx) => {
    const coming = await tx.lms.waiting(digest(waiting.secret), now)
    const platform = coming && (await tx.lms.platforms()).find((one) => one.id === coming.platform)
    return coming && platform ? { coming, platform } : null
  })
}

/** The step after the words of the platform, in the browser that brought them; once. */
export async function enterByLaunch(deps: LmsDeps, tenant: TenantId, waiting: Waiting | null, now: Instant) {
  if (waiting?.tenant !== tenant) return no('launch_stale')
  const secret = entering(waiting.secret)
  const there = await found(deps, { tenant, secret }, now)
  if (!there) return no('launch_stale')
  const { coming, platform } = there
  const person = await deps.people.linked(tenant, coming.issuer, coming.subject)
  if (!person || person.disabled || !opensByLaunch(person.roles)) return no('launch_closed')
  const place = await deps.store.inTenant(tenant, async (tx) =>
    (await tx.lms.forget(deps.digest(secret))) ? whereTo(tx, coming, person, now) : no('launch_stale'),
  )
  if (!place.ok) return no(place.why === 'choose' ? 'launch_unbound' : place.why)
  return { ok: true as const, person, to: place.to, session: place.session, platform }
}

export async function readComing(
  deps: LmsDeps,
  waiting: Waiting | null,
  actor: Asker | null,
  now: Instant,
): Promise<ComingView> {
  const there = await found(deps, waiting, now)
  if (!there || !waiting) return { is: 'nothing' }
  const { coming, platform } = there
  const person = await deps.people.linked(waiting.tenant, coming.issuer, coming.subject)
  if (person === null || person.account !== actor?.account)
    return { is: 'unknown', platform: platform.name, called: coming.called }
  if (!person.roles.some((role) => roleMay(role, 'exam.manage'))) return { is: 'nothing' }
  const exams = await deps.store.inTenant(waiting.tenant, (tx) => tx.exams.list())
  return {
    is: 'choose',
    platform: platform.name,
    title: coming.title,
    exams: exams.map(({ id, title, opensAt }) => ({ id, title, opensAt: opensAt.toString() })),
  }
}

export async function joinAccount(deps: LmsDeps, waiting: Waiting | null, actor: Asker, now: Instant) {
  const there = await found(deps, waiting, now)
  if (!there || waiting?.tenant !== actor.tenant) return no('launch_stale')
  const { issuer, subject } = there.coming
  const { account, tenant } = actor
  // Two people of the platform are never one here.
  const known = await deps.people.linked(tenant, issuer, subject)
  if (known?.account !== account && (await deps.people.links(account)).some((link) => link.issuer === issuer))
    return no('account_linked')
  const linked = await deps.people.link(
    { id: deps.ids.make('fid'), tenant, account, issuer, subject, at: now },
    entry(actor, now, 'link', account, { issuer, platform: there.platform.id }),
  )
  if (linked !== 'linked') return no(linked)
  const place = await deps.store.inTenant(tenant, (tx) => whereTo(tx, there.coming, actor, now))
  if (!place.ok)
    return place.why === 'choose'
      ? { ok: true as const, body: { to: `/launch?institution=${tenant}` } }
      : no(place.why)
  await deps.store.inTenant(tenant, (tx) => tx.lms.forget(deps.digest(waiting.secret)))
  if (place.session) await recordLaunch(deps, actor, place.session, there.platform, now)
  return { ok: true as const, body: { to: place.to } }
}

/** Only the exams this teacher may see are theirs to choose; the place of the course opens nothing else. */
export async function chooseExam(
  deps: LmsDeps,
  waiting: Waiting | null,
  actor: Asker,
  id: ExamId,
  now: Instant,
) {
  const there = await found(deps, waiting, now)
  if (!there || waiting?.tenant !== actor.tenant) return no('launch_stale')
  const { coming, platform } = there
  const person = await deps.people.linked(actor.tenant, coming.issuer, coming.subject)
  if (person?.account !== actor.account) return no('launch_stale')
  const chosen = await deps.store.inTenant(actor.tenant, async (tx) => {
    const exam = await tx.exams.find(id)
    if (!exam) return no('not_found')
    const place = coming.place
    if (place !== null) await tx.lms.bind({ platform: platform.id, place }, id, actor.account, now)
    await tx.lms.forget(deps.digest(waiting.secret))
    await tx.audit(
      entry(actor, now, 'choose', id, { platform: platform.id, ...(place === null ? {} : { place }) }),
    )
    return { ok: true as const, exam, key: await tx.lms.key() }
  })
  if (!chosen.ok) return chosen
  const { answer } = coming
  if (answer === null || !chosen.key)
    return { ok: true as const, body: { did: 'bound' as const, to: `/exams/${id}` } }
  const address = `${toolOf(deps.address(), actor.tenant).start}?exam=${id}`
  const claims = choiceAnswer(platform, { id, title: chosen.exam.title, address }, answer.data)
  const secret = deps.seal.open(keySeal(actor.tenant), chosen.key.secret)
  const nonce = deps.ids.make('req')
  const jwt = await deps.tokens.sign({ kid: chosen.key.kid, secret }, { ...claims, nonce }, now)
  return { ok: true as const, body: { did: 'answer' as const, address: answer.address, jwt } }
}
