// SM-14: what a proctor says himself. Nobody acknowledges in his place.
import type { MyPapers } from '@ochno/contract/appointments'
import { type OwnWord, proctorSays, wordsAsked } from '@ochno/domain/appointment/own-word'
import { isExternal, noPapers, papersStanding } from '@ochno/domain/appointment/papers'
import { reviewInstructionEdition } from '@ochno/domain/appointment/proctor-rules'
import { eligibilityState, refuseStanding, stepOn } from '@ochno/domain/appointment/standing'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { entry, type InstitutionDeps, type Keeper, no, todayOf } from './deps.ts'
import { rulesInForce } from './proctors.ts'

const inForce = async (tx: Tx) => (await tx.acts.list()).find(({ state }) => state === 'effective') ?? null

async function view(tx: Tx, id: AccountId, now: Instant): Promise<MyPapers> {
  const today = await todayOf(tx, now)
  const [papers, rules, steps, act] = [
    await tx.appointments.papers(id),
    await rulesInForce(tx),
    await tx.appointments.standing(id),
    await inForce(tx),
  ]
  const missing = (variant: 'sync' | 'async' | 'offline') => [
    ...papersStanding(papers, rules, variant, today).missing,
  ]
  const step = stepOn(steps, today) ?? steps.at(-1) ?? null
  return {
    today: today.toString(),
    state: eligibilityState({ papers, rules, steps, today }),
    missing: { sync: missing('sync'), async: missing('async'), offline: missing('offline') },
    words: wordsAsked(papers ?? noPapers, rules).map(({ word, said, about }) => ({
      word,
      said: said && {
        on: said.on,
        how: said.own ? 'own' : said.sheet === undefined ? 'office' : 'paper',
        sheet: said.sheet ?? null,
      },
      about,
    })),
    act: act && { id: act.id, quote: act.card.title },
    standing: step && step.deed !== 'reinstate' ? { deed: step.deed, from: step.from, why: step.why } : null,
  }
}

async function isProctor(tx: Tx, id: AccountId): Promise<boolean> {
  return (await tx.accounts.find(id))?.roles.includes('proctor') ?? false
}

export const readMyPapers = ({ store }: InstitutionDeps, person: Keeper, now: Instant) =>
  store.inTenant(person.tenant, async (tx) =>
    (await isProctor(tx, person.account))
      ? { ok: true as const, body: await view(tx, person.account, now) }
      : no('not_a_proctor'),
  )

export const sayOwnWord = (
  { store }: InstitutionDeps,
  person: Keeper,
  word: OwnWord,
  read: string | null,
  now: Instant,
) =>
  store.inTenant(person.tenant, async (tx) => {
    const { account } = person
    if (!(await isProctor(tx, account))) return no('not_a_proctor')
    const today = await todayOf(tx, now)
    const barred = refuseStanding(await tx.appointments.standing(account), today)
    if (barred) return no(barred)
    const act = await inForce(tx)
    if ((act?.id ?? null) !== read) return no('requirements_changed')
    const before = (await tx.appointments.papers(account)) ?? noPapers
    const after = proctorSays(before, await rulesInForce(tx), word, today.toString())
    if (!after) return no('not_asked')
    await tx.appointments.setPapers(account, after, account, now)
    await tx.audit(
      entry(person, now, 'proctor.own_word', account, {
        word,
        edition: act?.edition ?? null,
        ...(word === 'review_instruction' ? { text: reviewInstructionEdition } : {}),
        external: isExternal(after),
      }),
    )
    return { ok: true as const, body: await view(tx, account, now) }
  })
