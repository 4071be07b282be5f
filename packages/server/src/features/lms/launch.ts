// In from the learning platform: recognised there, tied to one browser, good once (docs/spec/lti.md).
import { roleMay } from '@ochno/domain/access/table'
import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import { type LaunchWords, opensByLaunch } from '@ochno/domain/lms/launch'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Coming, KnownPlatform, PlatformId } from '../../ports/lms.ts'
import type { Person } from '../../ports/sign-ins.ts'
import type { Tx } from '../../ports/store.ts'
import { hex, type LmsDeps, no, toolOf } from './deps.ts'

/** Longer than any signed word is believed. */
const USED_KEPT = Temporal.Duration.from({ minutes: 15 })
const WAITS = Temporal.Duration.from({ minutes: 15 })
const ENTERS = Temporal.Duration.from({ minutes: 1 })

export type Way = { readonly platform: PlatformId; readonly secret: string }

/** What only this browser knows; everything else of the way follows from it and lies nowhere. */
const made = ({ digest }: LmsDeps, use: string, { platform, secret }: Way): string =>
  hex(digest(`lms ${use}|${platform}|${secret}`))

export type Initiation = {
  readonly iss: string
  readonly login_hint: string
  readonly lti_message_hint?: string | undefined
  readonly client_id?: string | undefined
  readonly lti_deployment_id?: string | undefined
}

export async function beginLaunch(deps: LmsDeps, tenant: TenantId, asked: Initiation) {
  const platforms = await deps.store.inTenant(tenant, (tx) => tx.lms.platforms())
  const platform = platforms.find(
    (one) =>
      one.issuer === asked.iss &&
      (asked.client_id === undefined || one.clientId === asked.client_id) &&
      (asked.lti_deployment_id === undefined || one.deployment === asked.lti_deployment_id),
  )
  if (!platform) return no('launch_unknown')
  const way: Way = { platform: platform.id, secret: hex(deps.ids.random(32)) }
  const url = new URL(platform.loginUrl)
  const query = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: platform.clientId,
    redirect_uri: toolOf(deps.address(), tenant).launch,
    login_hint: asked.login_hint,
    ...(asked.lti_message_hint === undefined ? {} : { lti_message_hint: asked.lti_message_hint }),
    state: made(deps, 'state', way),
    nonce: made(deps, 'nonce', way),
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return { ok: true as const, url: url.href, way, platform }
}

/** What the browser is sent on with; `person`: is signed in already here, as a teacher is who has an exam to choose. */
type Waits = {
  readonly ok: true
  readonly person: Person | null
  readonly to: string
  readonly waiting: string
}

export async function takeLaunch(
  deps: LmsDeps,
  tenant: TenantId,
  given: { readonly state: string; readonly token: string | null; readonly way: Way | null },
  now: Instant,
) {
  const { way } = given
  if (way === null || given.state !== made(deps, 'state', way)) return no('launch_stale')
  const platforms = await deps.store.inTenant(tenant, (tx) => tx.lms.platforms())
  const platform = platforms.find((one) => one.id === way.platform)
  if (!platform) return no('launch_unknown')
  if (given.token === null) return no('launch_refused')
  const read = await deps.tokens.read(given.token, platform, { nonce: made(deps, 'nonce', way), now })
  if (!read.ok) return no(read.why)
  const state = deps.digest(given.state)
  if (!(await deps.store.inTenant(tenant, (tx) => tx.lms.useOnce(state, now.add(USED_KEPT), now))))
    return no('launch_stale')
  const { words } = read
  if (words.answer && !originsOf(platform).includes(new URL(words.answer.address).origin))
    return no('launch_wrong')
  const person = await personOf(deps, tenant, platform, words, now)
  if (person?.disabled) return no('launch_closed')
  const coming: Coming = {
    platform: platform.id,
    issuer: words.issuer,
    subject: words.subject,
    called: words.called,
    place: words.place,
    title: words.title,
    exam: words.exam,
    answer: words.answer,
  }
  if (person === null || !opensByLaunch(person.roles)) return waits(deps, tenant, coming, null, now)
  const place = await deps.store.inTenant(tenant, (tx) => whereTo(tx, coming, person, now))
  if (!place.ok) return place.why === 'choose' ? waits(deps, tenant, coming, person, now) : no(place.why)
  return enters(deps, tenant, coming, now)
}

export const originsOf = ({ issuer, loginUrl }: KnownPlatform): readonly string[] => [
  ...new Set([issuer, loginUrl].map((address) => new URL(address).origin)),
]

async function waits(
  deps: LmsDeps,
  tenant: TenantId,
  coming: Coming,
  person: Person | null,
  now: Instant,
): Promise<Waits> {
  const waiting = hex(deps.ids.random(32))
  await deps.store.inTenant(tenant, (tx) => tx.lms.wait(deps.digest(waiting), coming, now.add(WAITS), now))
  return { ok: true, person, waiting, to: `/launch?institution=${tenant}` }
}

/** Kept apart from what waits for its person to say something: this one lets in by itself. */
export const entering = (secret: string): string => `enter|${secret}`

/** A form of another site brings no sign-in of ours along: whether there is one is seen on the next step, which is our own. */
async function enters(deps: LmsDeps, tenant: TenantId, coming: Coming, now: Instant): Promise<Waits> {
  const waiting = hex(deps.ids.random(32))
  const secret = deps.digest(entering(waiting))
  await deps.store.inTenant(tenant, (tx) => tx.lms.wait(secret, coming, now.add(ENTERS), now))
  return { ok: true, person: null, waiting, to: `/api/lms/${tenant}/entry` }
}

/** B-29: who was linked before; else, where the administrator trusts the platform with it, the pupil of that number. */
async function personOf(
  { people, store, ids }: LmsDeps,
  tenant: TenantId,
  platform: KnownPlatform,
  { issuer, subject, learner, teaches }: LaunchWords,
  now: Instant,
): Promise<Person | null> {
  const known = await people.linked(tenant, issuer, subject)
  if (known || !platform.byLearner || learner === null || teaches) return known
  const account = await store.inTenant(tenant, (tx) => tx.lms.pupilOf(learner))
  if (account === null) return null
  // Two people of the platform are never one here.
  if ((await people.links(account)).some((link) => link.issuer === issuer)) return null
  await people.link(
    { id: ids.make('fid'), tenant, account, issuer, subject, at: now },
    {
      at: now,
      tenant,
      actor: 'system',
      role: 'system',
      action: 'lms.recognise',
      object: account,
      purpose: 'identification',
      result: 'ok',
      details: { issuer, platform: platform.id },
    },
  )
  return people.linked(tenant, issuer, subject)
}

type Whose = { readonly account: AccountId; readonly roles: Person['roles'] }

/** What a launch opens to this person. The role the platform names gives nothing: rights are those of the account here. */
export async function whereTo(tx: Tx, coming: Coming, { account, roles }: Whose, now: Instant) {
  const staff = roles.some((role) => roleMay(role, 'exam.manage'))
  const named = coming.exam as ExamId | null
  const bound = coming.place === null ? null : await tx.lms.examOf(coming.platform, coming.place)
  const find = (id: ExamId | null) => (id === null || coming.answer !== null ? null : tx.exams.find(id))
  // A course that was copied names an exam that is no more, or never was here: what a teacher chose counts then.
  const exam = (await find(named)) ?? (await find(bound))
  if (exam === null) return staff ? no('choose') : no('launch_unbound')
  const session = roles.includes('examinee') ? await tx.lms.sessionOf(exam.id, account, now) : null
  if (session !== null) return { ok: true as const, to: `/exam/${session}`, session }
  return staff ? { ok: true as const, to: `/exams/${exam.id}`, session } : no('not_on_list')
}

export const recordLaunch = (
  deps: LmsDeps,
  of: { readonly tenant: TenantId; readonly account: AccountId; readonly signIn: string },
  session: SessionId,
  platform: KnownPlatform,
  now: Instant,
) =>
  deps.store.inTenant(of.tenant, async (tx) => {
    await tx.lms.launched(session, of.signIn, platform.name, now)
    await tx.audit({
      at: now,
      tenant: of.tenant,
      actor: of.account,
      role: 'examinee',
      action: 'lms.launch',
      object: session,
      purpose: 'exam',
      result: 'ok',
      details: { platform: platform.id, issuer: platform.issuer },
    })
  })
