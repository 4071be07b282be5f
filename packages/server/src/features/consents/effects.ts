// P-14: in the transaction of a withdrawal, before anything that runs is ended: what it does to each exam, and what goes at once.
import { forgetCollected } from '@ochno/domain/consent/after-withdrawal'
import { demandOf } from '@ochno/domain/consent/demand'
import type { ConsentKind } from '@ochno/domain/consent/rules'
import { effectOn } from '@ochno/domain/consent/withdrawal'
import { lastDayOf } from '@ochno/domain/calendar/term'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import { lines } from '../../ports/asking.ts'
import type { ConsentLife } from '../../ports/consents.ts'
import type { EvidenceId } from '../../ports/door.ts'
import type { Ids } from '../../ports/ids.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { Relatives } from '../../ports/relatives.ts'
import type { WithdrawalPhase } from '../../ports/withdrawals.ts'
import { leftWords, recordingLeft } from './recording-left.ts'
import { tellAfter, tellBefore, tellReference } from './tell-withdrawal.ts'

export type EffectDeps = { readonly ids: Ids; readonly relatives: Relatives }

const PHASES = {
  deregister: 'before',
  interrupt: 'during',
  restrict_to_other_grounds: 'after',
} as const satisfies Record<ReturnType<typeof effectOn>, WithdrawalPhase>

/** Without these nobody is watched, and nothing is recorded. */
const GUARDS: readonly ConsentKind[] = ['proctoring_informed', 'biometric']

const entry = lines({ purpose: 'consent', prefix: 'consent.', role: () => 'system' })

const latest = (lives: readonly ConsentLife[]): readonly ConsentLife[] =>
  lives.filter((life) => lives.findLast((one) => one.kind === life.kind)?.id === life.id)

export async function settleWithdrawn(
  { ids, relatives }: EffectDeps,
  tx: Tx,
  { tenant, account }: { readonly tenant: TenantId; readonly account: AccountId },
  now: Instant,
): Promise<void> {
  const gone = latest(await tx.consents.lives(account)).filter(({ state }) => state === 'withdrawn')
  if (gone.length === 0) return
  const calendar = await tx.calendar.effective()
  const { zone } = await tx.institutions.own()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const doBy = lastDayOf(forgetCollected, today, calendar)
  const told = await relatives(tx, account, now)
  const settings = await tx.consents.settings()
  for (const session of await tx.sessions.ofExaminee(account)) {
    const rules = await tx.rules.ofSession(session.id)
    // One that ended before it began, or was called off, has nothing to be left.
    if (!rules || (session.authorizedAt === null && session.state !== 'admitted')) continue
    const demand = demandOf((key) => rules.policy[key].value)
    for (const life of gone) {
      if (!GUARDS.includes(life.kind) || !demand.kinds.includes(life.kind)) continue
      const phase = PHASES[effectOn({ ...session, session: session.id }, now)]
      const added = await tx.withdrawals.add({
        id: ids.make('wdr'),
        session: session.id,
        account,
        consent: life.id,
        phase,
        voluntary: demand.voluntary,
        withdrawnAt: now,
        withdrawnOn: life.withdrawnOn ? Temporal.PlainDate.from(life.withdrawnOn) : today,
        doBy,
      })
      if (!added) continue
      const people = [account, ...told]
      if (phase === 'before') await leaveBefore(ids, tx, session, people, settings, now)
      else {
        const left = await recordingLeft(tx, session.id, { today, zone, calendar }, account)
        const text = leftWords(left, { phase, voluntary: demand.voluntary })
        for (const to of people) await tellAfter(ids, tx, to, session, text, now)
      }
      await tx.audit(
        entry({ tenant, account }, now, 'withdrawal_effect', session.id, { phase, kind: life.kind }),
      )
    }
  }
  await forgetReference({ ids, relatives }, tx, { tenant, account }, gone, now)
}

/** Everything shown at the door goes with the next round of the job; the picture of the first entry has a rule of its own. */
async function leaveBefore(
  ids: Ids,
  tx: Tx,
  session: SessionFacts,
  people: readonly AccountId[],
  settings: Awaited<ReturnType<Tx['consents']['settings']>>,
  now: Instant,
) {
  await tx.doors.letGo(session.id, now)
  await tx.enqueue({ task: 'forget_identity', key: `withdrawn:${session.id}`, runAt: now, payload: {} })
  for (const to of people) await tellBefore(ids, tx, session, to, settings?.alternatives ?? [], now)
}

/** The reference of the first entry rests on the consent to bind the account, or to the pictures it is made of. */
async function forgetReference(
  { ids, relatives }: EffectDeps,
  tx: Tx,
  { tenant, account }: { readonly tenant: TenantId; readonly account: AccountId },
  gone: readonly ConsentLife[],
  now: Instant,
) {
  const rested = gone.some(
    ({ kind, changedAt }) => (kind === 'account_binding' || kind === 'biometric') && changedAt.equals(now),
  )
  const reference = rested ? await tx.doors.reference(account) : null
  if (!reference) return
  await tx.doors.unbind(account, now)
  await tx.doors.letGoPictures([reference.document, reference.image] as EvidenceId[], now)
  for (const to of [account, ...(await relatives(tx, account, now))]) await tellReference(ids, tx, to, now)
  await tx.audit(entry({ tenant, account }, now, 'reference_forgotten', account))
}
