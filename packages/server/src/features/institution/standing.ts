// SM-14: a proctor is suspended, let back or dismissed by a person, from a day on and with a reason.
import { decideStanding, type StandingDeed } from '@ochno/domain/appointment/standing'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { WatchAhead } from '../../ports/appointments.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { Rights, Tx } from '../../ports/store.ts'
import { entry, type InstitutionDeps, type Keeper, no, todayOf } from './deps.ts'
import { beginningOf, leftAlone, proctorLine, rulesInForce } from './proctors.ts'

export type StandingDeps = InstitutionDeps & { readonly rights: Rights }
type Barrer = Keeper & { readonly leads: boolean }

const postOf = ({ roles, leads }: Barrer) =>
  roles.includes('admin') ? 'director' : leads ? 'deputy_director' : 'methodist'

const words = {
  suspend: {
    ru: (name: string, day: string) => `Проктор отстранён с ${day}: ${name}.`,
    en: (name: string, day: string) => `A proctor is suspended from ${day} on: ${name}.`,
  },
  dismiss: {
    ru: (name: string, day: string) => `С ${day} больше не проктор: ${name}.`,
    en: (name: string, day: string) => `From ${day} on this person is a proctor no more: ${name}.`,
  },
} as const

const own = {
  suspend: {
    ru: (day: string, why: string) => `Вы отстранены от работы проктором с ${day}. Причина: ${why}`,
    en: (day: string, why: string) => `You are suspended as a proctor from ${day} on. Reason: ${why}`,
  },
  reinstate: {
    ru: (day: string, why: string) => `Вы снова можете работать проктором с ${day}. ${why}`,
    en: (day: string, why: string) => `You may work as a proctor again from ${day} on. ${why}`,
  },
  dismiss: {
    ru: (day: string, why: string) => `С ${day} вы больше не проктор. Причина: ${why}`,
    en: (day: string, why: string) => `From ${day} on you are a proctor no more. Reason: ${why}`,
  },
} as const

/** Whoever made an exam, and its teachers; the administrator when nobody else is there. */
async function organisersOf(tx: Tx, { exam }: WatchAhead): Promise<readonly AccountId[]> {
  const found = await tx.exams.find(exam)
  return found ? [...new Set([found.createdBy, ...found.teachers.map(({ id }) => id)])] : []
}

async function tell(
  { ids }: StandingDeps,
  tx: Tx,
  to: AccountId,
  about: Parameters<Tx['notices']['nextEdition']>[1],
  title: Readonly<Record<'ru' | 'en', string>>,
  text: Readonly<Record<'ru' | 'en', string>>,
  now: Instant,
): Promise<void> {
  const language = (await tx.accounts.find(to))?.language ?? 'ru'
  await sendMessage(ids, tx, { to, about, facts: { title: title[language], text: text[language] } }, now)
}

export async function setStanding(
  deps: StandingDeps,
  keeper: Barrer,
  id: AccountId,
  { deed, from, why }: { readonly deed: StandingDeed; readonly from: string; readonly why: string },
  now: Instant,
) {
  const outcome = await deps.store.inTenant(keeper.tenant, async (tx) => {
    const account = await tx.accounts.find(id)
    if (!account) return no('not_found')
    if (!account.roles.includes('proctor')) return no('not_a_proctor')
    // Nobody judges himself, whatever else he is.
    if (id === keeper.account) return no('not_yours')
    const today = await todayOf(tx, now)
    if (from < today.toString()) return no('standing_in_the_past')
    const [papers, rules, steps] = [
      await tx.appointments.papers(id),
      await rulesInForce(tx),
      await tx.appointments.standing(id),
    ]
    const decided = decideStanding(
      { papers, rules, steps, today },
      deed,
      { why, by: postOf(keeper), from },
      now,
    )
    if (!decided.ok)
      return no(decided.why === 'not_yours' || decided.why === 'no_reason' ? decided.why : 'not_now')
    await tx.appointments.addStanding(
      id,
      { deed, from, why, fromAt: await beginningOf(tx, from) },
      keeper.account,
      now,
    )
    const line = await proctorLine(tx, { id, name: account.fullName }, rules, now)
    const day = from.split('-').toReversed().join('.')
    const about = `${keeper.tenant}:proctor:${id}` as unknown as Parameters<Tx['notices']['nextEdition']>[1]
    await tell(
      deps,
      tx,
      id,
      about,
      { ru: 'Работа проктором', en: 'Work as a proctor' },
      { ru: own[deed].ru(day, why), en: own[deed].en(day, why) },
      now,
    )
    const open = deed === 'reinstate' ? [] : await leftAlone(tx, id, await tx.appointments.standing(id), now)
    const said = words[deed === 'dismiss' ? 'dismiss' : 'suspend']
    for (const one of open)
      for (const to of await organisersOf(tx, one))
        if (to !== keeper.account)
          await tell(
            deps,
            tx,
            to,
            one.exam,
            { ru: one.title, en: one.title },
            {
              ru: `${said.ru(account.fullName, day)} Без проктора останутся участники экзамена: ${one.people}. Назначьте другого проктора на странице экзамена.`,
              en: `${said.en(account.fullName, day)} People of the exam left without a proctor: ${one.people}. Assign another one on the page of the exam.`,
            },
            now,
          )
    await tx.audit(
      entry(keeper, now, `proctor.${deed}`, id, { from, why, exams: open.map(({ exam }) => exam) }),
    )
    return { ok: true as const, body: line }
  })
  // T-10: what he watches stops now, not at the next round.
  if (outcome.ok) deps.rights.changed(id)
  return outcome
}
