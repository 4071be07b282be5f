import type { ConductView } from '@ochno/contract/conduct'
import { type ConductEntry, type ConductParty, isHiddenFrom } from '@ochno/domain/conduct/entry'
import { type ConductRules, marksUnder, refuseConduct, warnBy } from '@ochno/domain/conduct/refuse'
import type { Role } from '@ochno/domain/access/table'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { catalogue } from '@ochno/domain/incident/catalogue'
import type { Instant } from '@ochno/domain/time'
import type { ConductBell, Said } from '../../ports/conduct.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type ConductDeps = { readonly store: Store; readonly bell: ConductBell }
export type Speaker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

/** Of one side in one session; more is no conversation any more. */
const MOST = 400

const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

/** T-10: a proctor speaks with those assigned to him, an examinee of himself. */
const partyOf = (speaker: Speaker, session: SessionFacts, as: ConductParty): boolean =>
  as === 'examinee'
    ? session.examinee === speaker.account
    : session.proctors.some(({ id }) => id === speaker.account)

async function rulesOf(tx: Tx, session: SessionId): Promise<ConductRules | null> {
  const rules = await tx.rules.ofSession(session)
  return rules && { act: rules.act, policy: rules.policy, permissions: rules.permissions }
}

/** What a proctor or an examinee gives; the media of a warning are the act's and not theirs. */
export type Given = Exclude<ConductEntry, { kind: 'warning' }> | WarningGiven
type WarningGiven = Omit<Extract<ConductEntry, { kind: 'warning' }>, 'media'>

export async function say(
  deps: ConductDeps,
  speaker: Speaker,
  {
    session: id,
    as,
    given,
  }: { readonly session: SessionId; readonly as: ConductParty; readonly given: Given },
  now: Instant,
) {
  const outcome = await deps.store.inTenant(speaker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    if (!session || !partyOf(speaker, session, as)) return no('not_found')
    const rules = await rulesOf(tx, id)
    if (!rules) return no('not_found')
    const log = await tx.conduct.read(id, 0)
    if (log.filter(({ party }) => party === as).length >= MOST) return no('too_many')
    const entry: ConductEntry = given.kind === 'warning' ? { ...given, media: warnBy(rules) } : given
    const run = {
      ...session,
      earlier: (seq: number) => log.find((said) => said.seq === seq)?.entry.kind ?? null,
    }
    const why = refuseConduct(entry, as, run, rules, now)
    if (why) return no(why)
    const seq = await tx.conduct.add(id, { at: now, party: as, by: speaker.account, entry })
    await tx.audit(audited(speaker, as, id, `conduct.${entry.kind}`, now, { seq }))
    const [said] = await tx.conduct.read(id, seq - 1)
    return said ? { ok: true as const, body: view(said) } : no('not_found')
  })
  if (outcome.ok) deps.bell.ring(id)
  return outcome
}

export const readAsProctor = (
  deps: ConductDeps,
  speaker: Speaker,
  { session: id, after }: { readonly session: SessionId; readonly after: number },
  now: Instant,
) =>
  deps.store.inTenant(speaker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (!session || !partyOf(speaker, session, 'proctor')) return no('not_found')
    return { ok: true as const, body: { now: now.toString(), rows: await shownTo(tx, id, after, 'proctor') } }
  })

export const readMarks = (deps: ConductDeps, speaker: Speaker, id: SessionId) =>
  deps.store.inTenant(speaker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    const rules = session && partyOf(speaker, session, 'proctor') ? await rulesOf(tx, id) : null
    if (!rules) return no('not_found')
    const marks = marksUnder(rules).map((code) => ({
      code,
      wording: catalogue[code as keyof typeof catalogue].wording,
    }))
    return { ok: true as const, body: { marks } }
  })

export const readAsExaminee = async (
  deps: ConductDeps,
  speaker: Speaker,
  asked: {
    readonly session: SessionId
    readonly after: number
    readonly waitMs: number
    readonly gone: AbortSignal
  },
  now: Instant,
) => {
  const read = () =>
    deps.store.inTenant(speaker.tenant, async (tx) => {
      const session = await tx.sessions.find(asked.session)
      if (!session || !partyOf(speaker, session, 'examinee')) return no('not_found')
      const rows = await shownTo(tx, asked.session, asked.after, 'examinee')
      return { ok: true as const, body: { now: now.toString(), rows } }
    })
  // Listening begins before looking: what is said between the two is not missed.
  const rang = deps.bell.wait(asked.session, asked.waitMs, asked.gone)
  const first = await read()
  if (!first.ok || first.body.rows.length > 0 || asked.waitMs === 0) return first
  await rang
  return read()
}

export const listComplaints = (deps: ConductDeps, { tenant }: Speaker, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => ({
    now: now.toString(),
    rows: (await tx.conduct.complaints()).map((one) => ({
      ...one,
      proctors: [...one.proctors],
      at: one.at.toString(),
    })),
  }))

const shownTo = async (tx: Tx, id: SessionId, after: number, party: ConductParty) =>
  (await tx.conduct.read(id, after)).filter(({ entry }) => !isHiddenFrom(party, entry.kind)).map(view)

const view = ({ seq, at, party, name, entry }: Said): ConductView => ({
  seq,
  at: at.toString(),
  party,
  name,
  entry: entry.kind === 'warning' ? { ...entry, media: [...entry.media] } : entry,
})

const audited = (
  speaker: Speaker,
  role: ConductParty,
  object: SessionId,
  action: string,
  at: Instant,
  details: Readonly<Record<string, unknown>>,
) =>
  ({
    at,
    tenant: speaker.tenant,
    actor: speaker.account,
    role,
    action,
    object,
    purpose: 'exam',
    result: 'ok',
    details,
  }) as const
