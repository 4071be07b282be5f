// Staff look at the document and decide; a class gives its help by itself (001 6.2). A proctor reads neutral words alone.
import { maySeeSession } from '@ochno/domain/access/may'
import { extraMinutes } from '@ochno/domain/accommodation/accommodation'
import { refuseGrant } from '@ochno/domain/accommodation/automatic'
import { asAccommodation } from '@ochno/domain/accommodation/standing'
import { conditionsForProctor } from '@ochno/domain/accommodation/words'
import type { ListingAct } from '@ochno/domain/incident/violation'
import type { ExamId, GroupId, SessionId } from '@ochno/domain/ids'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import { accommodation } from '@ochno/domain/lifecycle/simple'
import type { Instant } from '@ochno/domain/time'
import type { AccommodationId } from '../../ports/accommodations.ts'
import { type AskedPage, pageBody } from '../../ports/paging.ts'
import type { Tx } from '../../ports/store.ts'
import { shown, view } from './ask.ts'
import { type AccommodationDeps, type Asker, entry, no } from './deps.ts'

export const listAll = (deps: AccommodationDeps, asker: Asker, find: string, page: AskedPage) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = pageBody(await tx.accommodations.page(find, page), view)
    if (!found.ok) return found
    const groups = (await tx.accommodations.grades()).map((one) => ({ ...one }))
    return { ok: true as const, body: { ...found.body, groups } }
  })

const LISTING: readonly ListingAct[] = ['001', '003', '004']

/** The act in force where it is one that has a word on conditions; an act of one's own has the general acts on disability. */
async function actOf(tx: Tx): Promise<ListingAct> {
  const act = (await tx.acts.list()).find(({ state }) => state === 'effective')
  return LISTING.find((one) => one === act?.policy.act) ?? '003'
}

export type Decision =
  | {
      readonly command: 'verify'
      readonly from: string
      readonly until: string | null
      readonly exam: ExamId | null
      readonly words: string
    }
  | { readonly command: 'refuse'; readonly words: string }

export const decide = (
  deps: AccommodationDeps,
  asker: Asker,
  id: AccommodationId,
  given: Decision,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const one = await tx.accommodations.hold(id)
    if (!one) return no('not_found')
    const facts = {
      document: (await tx.accommodations.ground(id)) !== null,
      primaryPupil: false,
      reasonGiven: given.words.trim() !== '',
      termOver: false,
    }
    const decided = decideMove(accommodation, one.state, given.command, 'office', facts, now)
    if (!decided.ok)
      return no(
        decided.why === 'no_document' ? 'no_ground' : decided.why === 'no_reason' ? 'no_reason' : 'not_now',
      )
    const by = { decidedBy: { id: asker.account, name: '' }, decidedAt: now, decision: given.words }
    if (given.command === 'refuse') {
      await tx.accommodations.save({ ...one, ...by, state: decided.event.to })
    } else {
      if (refuseGrant(await actOf(tx), asAccommodation(one.kind, one.content)) !== null)
        return no('condition_not_in_act')
      if (given.until !== null && given.until < given.from) return no('ends_before_it_begins')
      const exam = given.exam === null ? null : await tx.exams.find(given.exam)
      if (given.exam !== null && !exam) return no('not_found')
      await tx.accommodations.save({
        ...one,
        ...by,
        state: decided.event.to,
        from: given.from,
        until: given.until,
        exam: exam && { id: exam.id, title: exam.title },
      })
    }
    await tx.audit(entry(asker, now, given.command, id, { account: one.account }))
    return shown(tx, id)
  })

export const setGrade = (
  deps: AccommodationDeps,
  asker: Asker,
  group: GroupId,
  grade: number | null,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.accommodations.setGrade(group, grade))) return no('not_found')
    await tx.audit(entry(asker, now, 'grade', group, { grade }))
    return { ok: true as const, body: { grade } }
  })

export const readConditions = (deps: AccommodationDeps, asker: Asker, session: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await tx.sessions.find(session)
    if (!found || !maySeeSession(asker, found)) return no('not_found')
    const active = await tx.accommodations.inForce(session, now)
    return {
      ok: true as const,
      body: {
        rows: conditionsForProctor(active).map(({ permitted, limit }) => ({
          permitted: [...permitted],
          limit,
        })),
        extraMinutes: extraMinutes(active),
      },
    }
  })
