import type { MailView } from '@ochno/contract/mail'
import type { Instant } from '@ochno/domain/time'
import type { MailServer } from '../../ports/mail.ts'
import type { Tx } from '../../ports/store.ts'
import { asSent, type Asker, entry, type MailDeps, no, sealName } from './deps.ts'
import { writeLetter } from './write-letter.ts'

export type GivenServer = Omit<MailServer, 'password'> & {
  /** Absent: as before. */
  readonly password?: string | null
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3})$/i

async function view(deps: MailDeps, tx: Tx): Promise<MailView> {
  const stored = await tx.mailServers.read()
  const address = deps.address()
  const common = {
    address,
    addressIsLocal: LOOPBACK.test(new URL(address).hostname),
    waiting: await tx.mailServers.waiting(),
  }
  if (!stored) return { ...common, server: null, failing: null }
  const { failing, password, ...server } = stored
  return {
    ...common,
    server: { ...server, hasPassword: password !== null },
    failing: failing
      ? {
          since: failing.since.toString(),
          why: failing.why,
          said: failing.said,
          nextAt: failing.nextAt.toString(),
        }
      : null,
  }
}

export const readMail = (deps: MailDeps, { tenant }: Asker) =>
  deps.store.inTenant(tenant, (tx) => view(deps, tx))

export const saveMail = (deps: MailDeps, asker: Asker, given: GivenServer, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.mailServers.read()
    const { password: word, ...server } = given
    const same = before?.host === server.host && before.user === server.user
    // Whoever may change the host must not get at the password of the earlier one.
    if (word === undefined && before?.password && server.user !== null && !same) return no('password_again')
    const kept = word === undefined && server.user !== null ? (before?.password ?? null) : null
    const password =
      typeof word === 'string' && server.user !== null ? deps.seal.seal(sealName(asker.tenant), word) : kept
    if (password && server.security === 'none' && !LOOPBACK.test(server.host)) return no('password_in_clear')
    await tx.mailServers.save({ ...server, password }, now)
    await tx.audit(
      entry(asker, now, 'mail.set', asker.tenant, {
        host: server.host,
        port: server.port,
        security: server.security,
        password: password !== null,
        quiet: server.quiet,
      }),
    )
    return { ok: true as const, body: await view(deps, tx) }
  })

export const removeMail = (deps: MailDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    await tx.mailServers.remove(now)
    await tx.audit(entry(asker, now, 'mail.remove', asker.tenant, {}))
    return view(deps, tx)
  })

/** Now and past the queue, so that the administrator sees what the mail server says. */
export async function sendTrial(
  deps: MailDeps,
  asker: Asker,
  given: { readonly to: string; readonly language: 'ru' | 'en' },
  now: Instant,
) {
  const found = await deps.store.inTenant(asker.tenant, async (tx) => ({
    server: await tx.mailServers.read(),
    institution: await tx.institutions.own(),
  }))
  const { server, institution } = found
  if (!server) return no('no_mail')
  const around = {
    ...given,
    id: deps.ids.make('ltr'),
    login: '',
    institution,
    address: deps.address(),
    secret: '',
    at: now,
  }
  const letter = writeLetter({ kind: 'trial', facts: {} }, around, server.sender)
  const handed = await deps.mailer(asSent(server, deps, asker.tenant), letter)
  await deps.store.inTenant(asker.tenant, async (tx) => {
    if (handed.ok) await tx.mailServers.works()
    await tx.audit(
      entry(asker, now, 'mail.trial', asker.tenant, handed.ok ? { handed: true } : { why: handed.why }),
    )
  })
  const body = handed.ok
    ? { handed: true as const }
    : { handed: false as const, why: handed.why, said: handed.said }
  return { ok: true as const, body }
}
