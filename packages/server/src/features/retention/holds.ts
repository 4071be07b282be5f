// P-23: a person keeps a recording past its term, with a reason and a day to look again; only a person lets it go.
import { dayWords } from '@ochno/domain/document/dates'
import { type ClaimKind, closes, refuseClaimEnd } from '@ochno/domain/retention/claim'
import { reviewTooFar } from '@ochno/domain/retention/hold'
import type { ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import { guardiansOf } from '../../ports/guardians.ts'
import type { Ids } from '../../ports/ids.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { ClaimEnd, HoldId } from '../../ports/retention.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { dayIn, entry, type Keeper, no, type RetentionDeps, zoneOf } from './deps.ts'

type Deps = Pick<RetentionDeps, 'store' | 'ids'>

export const holdRecording = (
  deps: Deps,
  keeper: Keeper,
  session: SessionId,
  {
    reason,
    reviewOn,
    blocks: asked,
    about,
    claim,
  }: {
    readonly reason: string
    readonly reviewOn: string
    readonly blocks: boolean
    readonly about: ClaimKind | null
    readonly claim: string
  },
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const held = await tx.sessions.lock(session)
    if (!held) return no('not_found')
    if (about !== null && claim.trim() === '') return no('claim_unsaid')
    const blocks = closes(about, asked)
    if ((await tx.retention.tombstoneOf(session))?.doomedAt) return no('recording_destroyed')
    const day = plainDay(reviewOn)
    if (!day || reviewTooFar(dayIn(now, await zoneOf(tx)), day)) return no('review_too_far')
    const id: HoldId = deps.ids.make('hld')
    await tx.retention.hold({
      id,
      session,
      reason,
      reviewOn: day,
      blocks,
      about,
      claim,
      by: keeper.account,
      at: now,
    })
    await tellOf(deps.ids, tx, held, { reviewOn: day, blocks }, now)
    await tx.audit(entry(keeper, now, 'hold', session, { hold: id, reason, reviewOn, blocks, about, claim }))
    if (about === 'parents_disagree') await tellParents(deps.ids, tx, held, FROZEN, now)
    return { ok: true as const, body: { id } }
  })

/** The subject is told that it is kept; why is between those who keep it. */
async function tellOf(
  ids: Ids,
  tx: Tx,
  { examinee, exam, examTitle }: SessionFacts,
  { reviewOn, blocks }: { readonly reviewOn: Temporal.PlainDate; readonly blocks: boolean },
  now: Instant,
) {
  const closed = blocks ? ' Пока её никто не смотрит.' : ''
  const text = `Запись вашего экзамена хранится дольше обычного срока.${closed} Не позднее ${dayWords(reviewOn)} учреждение решит, хранить ли её дальше. От вас ничего не требуется. Вопросы можно задать тому, кто в учреждении отвечает за персональные данные.`
  await sendMessage(
    ids,
    tx,
    { to: examinee, about: exam, facts: { title: `${examTitle} — запись экзамена`, text } },
    now,
  )
}

export const releaseHold = (deps: Deps, keeper: Keeper, id: HoldId, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    if ((await tx.retention.heldAbout(id))?.about) return no('decision_needed')
    const session = await tx.retention.release(id, keeper.account, now)
    if (!session) return no('not_found')
    await tx.audit(entry(keeper, now, 'release', session, { hold: id }))
    return { ok: true as const, body: {} }
  })

const FROZEN =
  'Законные представители по-разному относятся к записи экзамена ребёнка. Пока учреждение не решит письменно, запись никто не смотрит и не уничтожает. О решении придёт извещение.'

async function tellParents(
  ids: Ids,
  tx: Tx,
  { examinee, exam, examTitle }: SessionFacts,
  text: string,
  now: Instant,
) {
  for (const parent of await guardiansOf(tx, examinee, now)) {
    await sendMessage(
      ids,
      tx,
      { to: parent, about: exam, facts: { title: `${examTitle} — запись экзамена`, text } },
      now,
    )
  }
}

/** P-15, P-16: until here nothing was destroyed; from here the recording is kept by its term and other holds alone. «Stopped» keeps it closed. */
export const decideClaim = (deps: Deps, keeper: Keeper, id: HoldId, end: ClaimEnd, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const held = await tx.retention.heldAbout(id)
    if (!held) return no('not_found')
    if (held.about === null) return no('not_now')
    const why = refuseClaimEnd(held.about, end)
    if (why) return no(why)
    await tx.retention.decideClaim(id, end)
    const session = await tx.retention.release(id, keeper.account, now)
    const facts = session && (await tx.sessions.find(session))
    if (!session || !facts) return no('not_found')
    if (held.about === 'parents_disagree')
      await tellParents(deps.ids, tx, facts, `Учреждение решило, как быть с записью. ${end.words}`, now)
    await tx.audit(entry(keeper, now, 'claim_decided', session, { hold: id, about: held.about, ...end }))
    return { ok: true as const, body: {} }
  })

/** A person looked and keeps it on. */
export const lookAgain = (
  deps: Deps,
  keeper: Keeper,
  id: HoldId,
  { reason, reviewOn }: { readonly reason: string; readonly reviewOn: string },
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const session = await tx.retention.heldTo(id)
    const held = session && (await tx.sessions.find(session))
    if (!held) return no('not_found')
    const day = plainDay(reviewOn)
    if (!day || reviewTooFar(dayIn(now, await zoneOf(tx)), day)) return no('review_too_far')
    await tx.retention.lookAgain(id, reason, day)
    await tellOf(deps.ids, tx, held, { reviewOn: day, blocks: await tx.retention.blocked(held.id) }, now)
    await tx.audit(entry(keeper, now, 'look_again', held.id, { hold: id, reason, reviewOn }))
    return { ok: true as const, body: {} }
  })

/** A passed day releases nothing: whoever placed the hold, and whoever answers for personal data, is told once to look again. */
export const remindHolds = (deps: Deps, tenant: TenantId, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => {
    const today = dayIn(now, await zoneOf(tx))
    const due = await tx.retention.overdueHolds(today)
    const answering = due.length > 0 ? await tx.subjectExports.whoAnswers('dpo') : []
    for (const one of due) {
      for (const to of new Set([one.by, ...answering]))
        await sendMessage(
          deps.ids,
          tx,
          {
            to,
            about: one.id as string as ExamId,
            facts: {
              title: 'Пора пересмотреть удержание записи',
              text: `${one.examTitle}, ${one.examinee}: наступил день пересмотра. Запись по-прежнему удержана и сама не освободится. Откройте «Хранение» и решите: держать дальше с новым днём пересмотра или снять удержание.`,
            },
          },
          now,
        )
      await tx.retention.toldToLook(one.id, today)
      await tx.audit({
        at: now,
        tenant,
        actor: 'system',
        role: 'system',
        action: 'retention.review_due',
        object: one.session,
        purpose: 'retention',
        result: 'ok',
        details: { hold: one.id },
      })
    }
    return due.length
  })

function plainDay(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}
