// What a session asks of its exam before it lets anybody in: everybody was told, the teacher confirmed the preparations.
import { isBriefed } from '../features/briefing/briefing.ts'
import { checklistHolds } from '../features/exams/checklist.ts'
import type { ExamDeps } from '../features/exams/deps.ts'
import { everybodyTold } from '../features/notices/tell.ts'
import { tellSchedules } from '../features/notices/tell-schedules.ts'
import type { Readiness } from '../features/sessions/deps.ts'

export const readiness = (deps: ExamDeps): Readiness => ({
  prepared: (tx, exam) => checklistHolds(deps, tx, exam),
  everybodyTold,
  briefed: isBriefed,
  tell: async (tx, session, now) => {
    await tellSchedules(tx, deps.ids, session.exam, [session], now)
  },
})
