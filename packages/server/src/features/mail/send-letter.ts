// At least once: a letter is claimed, handed over and then noted. Whoever falls between leaves it to the next sweep, which bears the same Message-ID.
import type { TenantId } from '@ochno/domain/ids'
import { isHopeless, nextTry } from '@ochno/domain/notice/letter'
import { isAfter, isBefore, minutes } from '@ochno/domain/time'
import type { DueLetters, Handed, LetterId } from '../../ports/mail.ts'
import type { Tx } from '../../ports/store.ts'
import { asSent, type MailDeps } from './deps.ts'
import { writeLetter } from './write-letter.ts'

/** Longer than one letter can take. */
const CLAIM = minutes(5)

type Sent = 'handed' | 'nothing' | 'letter_failed' | 'server_failed'

export async function sendLetter(deps: MailDeps, tenant: TenantId, id: LetterId): Promise<Sent> {
  const now = deps.clock.now()
  const plan = await deps.store.inTenant(tenant, async (tx) => {
    const server = await tx.mailServers.read()
    if (!server || (server.failing && isAfter(server.failing.nextAt, now))) return null
    const letter = await tx.letters.claim(id, now, now.add(CLAIM))
    if (!letter) return null
    if (letter.disabled || letter.email === null)
      return void (await tx.letters.settle(
        id,
        'withdrawn',
        now,
        letter.disabled ? 'account_closed' : 'no_address',
        '',
      ))
    if (letter.endsAt && !isBefore(now, letter.endsAt))
      return void (await tx.letters.settle(id, 'expired', now, null, ''))
    return { server, letter, email: letter.email, institution: await tx.institutions.own() }
  })
  if (!plan) return 'nothing'
  const { server, letter, email, institution } = plan
  const around = {
    id,
    to: email,
    login: letter.login,
    language: letter.language,
    institution,
    address: deps.address(),
    secret: deps.linkSecret(id),
    at: letter.queuedAt,
  }
  const handed = await deps.mailer(asSent(server, deps, tenant), writeLetter(letter, around, server.sender))
  const at = deps.clock.now()
  return deps.store.inTenant(tenant, async (tx): Promise<Sent> => {
    if (handed.ok) {
      await tx.letters.settle(id, 'handed', at, null, '')
      if (server.failing) await tx.mailServers.works()
      return 'handed'
    }
    if (handed.about === 'server') {
      await standStill(deps, tx, tenant, handed)
      await tx.letters.putOff(id, at, letter.tries, handed.why, handed.said)
      return 'server_failed'
    }
    if (handed.forGood || isHopeless(letter.queuedAt, at))
      await tx.letters.settle(id, 'refused', at, handed.why, handed.said)
    else {
      const tries = letter.tries + 1
      await tx.letters.putOff(id, nextTry(tries, at), tries, handed.why, handed.said)
    }
    return 'letter_failed'
  })
}

/** Every letter would fare the same: nobody asks this server again before the pause is over. */
async function standStill(
  deps: MailDeps,
  tx: Tx,
  tenant: TenantId,
  { why, said }: Extract<Handed, { ok: false }>,
): Promise<void> {
  const at = deps.clock.now()
  const before = (await tx.mailServers.read())?.failing ?? null
  const tries = (before?.tries ?? 0) + 1
  await tx.mailServers.failed({ since: before?.since ?? at, why, said, tries, nextAt: nextTry(tries, at) })
  deps.log.warn('mail.failing', { institution: tenant, why, tries })
}

/** What the jobs of single letters left: put off, held by a server that failed, or lost with a machine that fell. */
export async function sendDue(deps: MailDeps & { readonly due: DueLetters }): Promise<void> {
  const byTenant = Map.groupBy(await deps.due(deps.clock.now()), ({ tenant }) => tenant)
  await Promise.all(
    [...byTenant].map(async ([tenant, letters]) => {
      for (const { letter } of letters) {
        try {
          if ((await sendLetter(deps, tenant, letter)) === 'server_failed') return
        } catch (cause) {
          deps.log.error('mail.letter_failed', { letter }, cause)
        }
      }
    }),
  )
}
