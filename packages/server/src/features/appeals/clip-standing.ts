// How one person stands to the recording of one exam, where marks were counted: what of it may be shown, and until when.
import type { AfterExam } from '@ochno/contract/after-exam'
import { type ClipSetting, clipRight, nobodySits } from '@ochno/domain/appeal/clip'
import { type Instant, instant, isBefore } from '@ochno/domain/time'
import type { ClipStandingOf } from '../../ports/clips.ts'
import { type AppealDeps, type Asker, entry } from './deps.ts'
import { afterExamView, ownSession } from './own.ts'

/** Something can still be said against what was seen, or is being considered. */
export function contestable({ answers, result, appeals, order }: AfterExam, now: Instant): boolean {
  if (answers.open || result === null || appeals.some(({ state }) => state !== 'closed')) return true
  return order.why === null && (order.until === null || isBefore(now, instant(order.until)))
}

export const clipStanding =
  (deps: Pick<AppealDeps, 'store' | 'results' | 'disputeUse'>): ClipStandingOf =>
  async (tenant, id, account, now) => {
    const disputeConsent = await deps.disputeUse(tenant, id, now)
    return deps.store.inTenant(tenant, async (tx) => {
      const found = await ownSession(
        deps,
        tx,
        { account, tenant, roles: [] },
        await tx.sessions.find(id),
        now,
      )
      if (!found) return null
      const view = await afterExamView(tx, found, now)
      const rules = await tx.rules.ofSession(id)
      const purposes = rules?.frozen ? rules.policy['recording.purposes'].value : null
      const setting = await tx.clips.setting()
      const windowOver = nobodySits(
        await tx.sessions.ofExam(found.session.exam, null),
        await tx.exams.slots(found.session.exam),
        found.session,
        now,
      )
      const who = found.own ? ('examinee' as const) : ('parent' as const)
      const right = clipRight({
        who,
        setting,
        purposes: Array.isArray(purposes) ? purposes : null,
        disputeConsent,
        handedOver: view.protocol !== null,
        contestable: contestable(view, now),
        considered: view.order.why === 'already_considered',
        destroyed: ((await tx.retention.tombstoneOf(id))?.doomedAt ?? null) !== null,
        blocked: await tx.retention.blocked(id),
        windowOver: !isBefore(now, windowOver),
      })
      const marks = view.marks.map(({ key, from, to }) => ({
        key,
        from: Date.parse(from),
        to: to === null ? null : Date.parse(to),
      }))
      return { who, right, setting, windowOver, marks }
    })
  }

export const readClipSetting = (deps: Pick<AppealDeps, 'store'>, asker: Asker) =>
  deps.store.inTenant(asker.tenant, (tx) => tx.clips.setting())

export const changeClipSetting = (
  deps: Pick<AppealDeps, 'store'>,
  asker: Asker,
  setting: ClipSetting,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.clips.setting()
    await tx.clips.saveSetting(setting, now)
    await tx.audit(entry(asker, now, 'clip_setting', asker.tenant, { before, after: setting }))
    return setting
  })
