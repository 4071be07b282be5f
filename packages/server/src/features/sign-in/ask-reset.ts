// Whoever forgot the password asks for a link to their own mailbox. The answer is one, after one time, whether there is such an account or not.
import { Temporal } from '@ochno/domain/time'
import type { LinkSecret } from '../../ports/mail.ts'
import type { Person } from '../../ports/sign-ins.ts'
import type { Store } from '../../ports/store.ts'
import { type Caller, no, type SignInDeps } from './deps.ts'

export type ResetDeps = Pick<
  SignInDeps,
  'signIns' | 'throttle' | 'digest' | 'ids' | 'clock' | 'pauseUntil'
> & {
  readonly store: Store
  readonly linkSecret: LinkSecret
}

const LIFE = Temporal.Duration.from({ minutes: 30 })
const HOUR = Temporal.Duration.from({ hours: 1 })
/** A mailbox is not filled by whoever knows a login. */
const MOST_AN_HOUR = 3
const ANSWER_MS = 250

export async function askReset(deps: ResetDeps, given: string, caller: Caller) {
  const began = deps.clock.mono()
  const who = given.trim().toLowerCase().normalize('NFC')
  const waitS = await deps.throttle.reserve(`RESET ${who}`, caller.ip, caller.now)
  if (waitS > 0) return no('too_many', waitS)
  const named = await deps.signIns.find(who)
  const people = named ? [named] : who.includes('@') ? await deps.signIns.ofEmail(who) : []
  for (const person of people) await sendLink(deps, person, caller)
  await deps.pauseUntil(began + ANSWER_MS)
  return { ok: true as const }
}

const sendLink = (deps: ResetDeps, person: Person, { now }: Caller): Promise<void> =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (
      person.disabled ||
      person.directory ||
      (await tx.letters.recent(person.account, 'reset', now.subtract(HOUR))) >= MOST_AN_HOUR
    )
      return
    const id = deps.ids.make('ltr')
    const endsAt = now.add(LIFE)
    const posted = await tx.letters.post({
      id,
      to: person.account,
      kind: 'reset',
      facts: { endsAt: endsAt.toString() },
      notice: null,
      email: null,
      queuedAt: now,
      usefulBefore: null,
      endsAt,
    })
    if (!posted) return
    await tx.accounts.invite(person.account, deps.digest(deps.linkSecret(id)), now, endsAt, 'reset')
    await tx.audit({
      at: now,
      tenant: person.tenant,
      actor: 'system',
      role: 'system',
      action: 'password.reset_asked',
      object: person.account,
      purpose: 'self',
      result: 'ok',
    })
  })
