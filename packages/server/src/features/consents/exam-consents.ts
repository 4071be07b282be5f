// What a teacher sees of the people of one exam: words and flags, never a text or a scan.
import { mayUseInDispute } from '@ochno/domain/consent/record'
import type { ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { type Asker, type ConsentDeps, no } from './deps.ts'
import { demandOfExam, openOffice } from './office.ts'
import { readPerson, recordsOf, standing } from './person.ts'

export const listExamConsents = (deps: ConsentDeps, asker: Asker, exam: ExamId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await tx.exams.find(exam)
    if (!found) return no('not_found')
    const { title } = found
    const seats = await tx.consents.ofExam(exam)
    const demand = seats[0] ? demandOfExam(seats[0].policy) : null
    if (!demand || demand.kinds.length === 0)
      return { ok: true as const, body: { title, asked: false, rows: [] } }
    const office = await openOffice(deps, tx, now)
    const rows = []
    for (const seat of seats) {
      const facts = await readPerson(tx, office, seat.examinee)
      if (!facts) continue
      const consents = []
      for (const kind of demand.kinds)
        consents.push({ kind, standing: await standing(office, facts, kind, seat) })
      rows.push({
        session: seat.session,
        name: facts.subject.name,
        consents,
        mayUseInDispute: demand.kinds.includes('video_disputes')
          ? mayUseInDispute(recordsOf(facts.lives), seat.opensAt, office.today)
          : null,
      })
    }
    return { ok: true as const, body: { title, asked: true, rows } }
  })
