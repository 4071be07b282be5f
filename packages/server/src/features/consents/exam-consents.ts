// What a teacher sees of the people of one exam: words and flags, never a text or a scan.
import { mayUseInDispute } from '@ochno/domain/consent/record'
import type { ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { judgeLate, lateView } from '../../ports/late-originals.ts'
import type { AskedPage } from '../../ports/paging.ts'
import { type Asker, type ConsentDeps, no } from './deps.ts'
import { demandOfExam, openOffice } from './office.ts'
import { factsOf, recordsOf, standing } from './person.ts'

export const listExamConsents = (
  deps: ConsentDeps,
  asker: Asker,
  exam: ExamId,
  find: string,
  page: AskedPage,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await tx.exams.find(exam)
    const rules = await tx.rules.ofExam(exam)
    if (!found || !rules) return no('not_found')
    const { title } = found
    const demand = demandOfExam(rules.policy)
    if (demand.kinds.length === 0)
      return { ok: true as const, body: { title, asked: false, rows: [], total: 0, next: null } }
    const seats = await tx.consents.seatsPage({ exam, find }, page)
    if (seats === null) return no('cursor_stale')
    const office = await openOffice(deps, tx, now)
    const people = await factsOf(
      tx,
      office,
      seats.rows.map(({ examinee }) => examinee),
    )
    const decisions = await tx.admissions.decisions(exam)
    const rows = []
    for (const seat of seats.rows) {
      const facts = people.get(seat.examinee)
      if (!facts) continue
      const consents = []
      for (const kind of demand.kinds)
        consents.push({ kind, standing: await standing(office, facts, kind, seat) })
      const late = judgeLate(seat.policy, seat, facts, office.zone, now)
      rows.push({
        session: seat.session,
        name: facts.subject.name,
        consents,
        mayUseInDispute: demand.kinds.includes('video_disputes')
          ? mayUseInDispute(recordsOf(facts.lives), seat.opensAt, office.today)
          : null,
        late: late && lateView(late, decisions.get(seat.session) ?? null),
        toCome: seat.toCome,
      })
    }
    const { total, next } = seats
    return { ok: true as const, body: { title, asked: true, rows, total, next } }
  })
