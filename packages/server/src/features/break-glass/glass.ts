import type { GlassView } from '@ochno/contract/break-glass'
import { roleMay } from '@ochno/domain/access/table'
import { GLASS_LASTS, glassStands, refuseGlassAnswer } from '@ochno/domain/break-glass/glass'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { GlassId, StoredGlass } from '../../ports/break-glass.ts'
import { tellOfSession } from '../../ports/messages.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, entry, type GlassDeps, no } from './deps.ts'

const view = (of: StoredGlass, asker: AccountId, now: Instant): GlassView => ({
  id: of.id,
  session: of.session,
  examinee: of.examineeName,
  exam: of.examTitle,
  askedBy: of.askedName,
  askedAt: of.askedAt.toString(),
  reason: of.reason,
  state: glassStands(of, now),
  answeredBy: of.answeredName,
  answeredAt: of.answeredAt?.toString() ?? null,
  endsAt: of.endsAt?.toString() ?? null,
  toldAt: of.toldAt?.toString() ?? null,
  mine: of.askedBy === asker,
})

/** Whoever asks does not watch over it themselves. */
const officers = async (tx: Tx, askedBy: AccountId): Promise<readonly AccountId[]> =>
  (await tx.accounts.list('', 'dpo')).flatMap(({ id, disabledAt }) =>
    disabledAt === null && id !== askedBy ? [id] : [],
  )

const words = {
  asked: {
    ru: 'Администратор просит открыть ему запись экзамена в обход своих прав. Причина и ответ: страница «Доступ в особом случае».',
    en: 'An administrator asks to see a recording past their rights. See the reason and answer on “Exceptional access”.',
  },
  open: {
    ru: 'Администратору открыта запись экзамена на 60 минут: разрешил второй человек. Подробности: «Доступ в особом случае».',
    en: 'A recording is open to an administrator for 60 minutes: a second person allowed it. See “Exceptional access”.',
  },
  refused: {
    ru: 'В просьбе открыть запись экзамена отказано.',
    en: 'The request to see a recording was refused.',
  },
  subject: {
    ru: 'Запись вашего экзамена открывали администратору в особом случае: на 60 минут, с разрешения второго человека. Кто и когда смотрел, видно на странице экзамена; вопросы задайте ответственному за персональные данные.',
    en: 'The recording of your exam was opened to an administrator in an exceptional case: for 60 minutes, with the consent of a second person. Your exam page shows who looked and when; ask whoever answers for personal data.',
  },
}

export const listGlass = ({ store }: GlassDeps, asker: Asker, now: Instant) =>
  store.inTenant(asker.tenant, async (tx) => ({
    now: now.toString(),
    rows: (await tx.breakGlass.list()).map((one) => view(one, asker.account, now)),
    mayAsk: asker.roles.some((role) => roleMay(role, 'glass.ask')),
  }))

export const askGlass = (
  { store, ids }: GlassDeps,
  asker: Asker,
  { session, reason }: { readonly session: SessionId; readonly reason: string },
  now: Instant,
) =>
  store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.sessions.lock(session))) return no('not_found')
    const standing = (await tx.breakGlass.list()).filter(
      (one) => one.session === session && one.askedBy === asker.account,
    )
    if (standing.some((one) => ['asked', 'open'].includes(glassStands(one, now)))) return no('already_asked')
    const dpo = await officers(tx, asker.account)
    if (dpo.length === 0) return no('no_data_officer')
    const id = ids.make<'bgl'>('bgl')
    await tx.breakGlass.add({ id, session, askedBy: asker.account, askedAt: now, reason })
    await tx.audit(entry(asker, now, 'asked', session, { glass: id, reason }))
    await tellOfSession(ids, tx, dpo, session, words.asked, now)
    await tx.audit(entry(asker, now, 'officer_told', session, { glass: id, officers: dpo.length }))
    const made = await tx.breakGlass.lock(id)
    return made ? { ok: true as const, body: view(made, asker.account, now) } : no('not_found')
  })

export const answerGlass = (
  deps: GlassDeps,
  asker: Asker,
  { id, allow }: { readonly id: GlassId; readonly allow: boolean },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await tx.breakGlass.lock(id)
    if (!found || !(await tx.sessions.find(found.session))) return no('not_found')
    const why = refuseGlassAnswer(found, asker.account, found.examinee, now)
    if (why) return no(why)
    const endsAt = allow ? now.add(GLASS_LASTS) : null
    await tx.breakGlass.answer(id, asker.account, now, endsAt)
    await tx.audit(
      entry(asker, now, allow ? 'broken' : 'refused', found.session, {
        glass: id,
        ...(endsAt ? { endsAt: endsAt.toString() } : {}),
      }),
    )
    const dpo = await officers(tx, found.askedBy)
    const said = allow ? words.open : words.refused
    await tellOfSession(deps.ids, tx, [...dpo, found.askedBy], found.session, said, now)
    if (allow) await tellSubjectsHere(deps, tx, asker.tenant, now)
    const after = await tx.breakGlass.lock(id)
    return after ? { ok: true as const, body: view(after, asker.account, now) } : no('not_found')
  })

async function tellSubjectsHere(deps: GlassDeps, tx: Tx, tenant: TenantId, now: Instant): Promise<void> {
  for (const one of await tx.breakGlass.untold()) {
    if (!(await tx.breakGlass.told(one.id, now))) continue
    const family = [one.examinee, ...(await deps.relatives(tx, one.examinee, now))]
    await tellOfSession(deps.ids, tx, family, one.session, words.subject, now)
    await tx.audit({
      at: now,
      tenant,
      actor: 'system',
      role: 'system',
      action: 'glass.subject_told',
      object: one.session,
      purpose: 'break_glass',
      result: 'ok',
      details: { glass: one.id, told: family.length },
    })
  }
}

/** After the exam: nobody is upset while they write it. */
export const tellSubjects = (deps: GlassDeps, tenant: TenantId, now: Instant): Promise<void> =>
  deps.store.inTenant(tenant, (tx) => tellSubjectsHere(deps, tx, tenant, now))
