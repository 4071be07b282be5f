// P-23: a person keeps a recording past its term, with a reason and a day to look again; only a person lets it go.
import { dayWords } from '@ochno/domain/document/dates'
import { reviewTooFar } from '@ochno/domain/retention/hold'
import type { SessionId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Ids } from '../../ports/ids.ts'
import type { HoldId } from '../../ports/retention.ts'
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
    blocks,
  }: { readonly reason: string; readonly reviewOn: string; readonly blocks: boolean },
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const held = await tx.sessions.lock(session)
    if (!held) return no('not_found')
    if ((await tx.retention.tombstoneOf(session))?.doomedAt) return no('recording_destroyed')
    const day = plainDay(reviewOn)
    if (!day || reviewTooFar(dayIn(now, await zoneOf(tx)), day)) return no('review_too_far')
    const id: HoldId = deps.ids.make('hld')
    await tx.retention.hold({ id, session, reason, reviewOn: day, blocks, by: keeper.account, at: now })
    await tellOf(deps.ids, tx, held, { reviewOn: day, blocks }, now)
    await tx.audit(entry(keeper, now, 'hold', session, { hold: id, reason, reviewOn, blocks }))
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
  await tx.notices.add({
    kind: 'message',
    facts: { title: `${examTitle} — запись экзамена`, text },
    id: ids.make('ntc'),
    to: examinee,
    about: exam,
    edition: await tx.notices.nextEdition(examinee, exam),
    queuedAt: now,
    deliveredAt: null,
    readAt: null,
  })
}

export const releaseHold = (deps: Deps, keeper: Keeper, id: HoldId, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const session = await tx.retention.release(id, keeper.account, now)
    if (!session) return no('not_found')
    await tx.audit(entry(keeper, now, 'release', session, { hold: id }))
    return { ok: true as const, body: {} }
  })

function plainDay(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}
