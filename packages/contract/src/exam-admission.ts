// Before the exam: what the teacher confirms, and who is admitted under which conditions (004 3.8).
import { z } from 'zod'
import { examId, line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

export const checklistItems = ['briefing', 'materials_in_lms', 'examinee_list'] as const

/** The briefing is held, with its words, and not ticked (R4-3.8a). */
const confirmable = ['materials_in_lms', 'examinee_list'] as const

export const checklistView = z.object({
  items: z.array(
    z.object({
      item: z.enum(checklistItems),
      /** Whether the rules of the exam ask for it, and where. */
      asked: z.boolean(),
      clauses: z.array(z.string()),
      /** `changed_since`: confirmed, but what was confirmed is not the same any more. */
      state: z.enum(['confirmed', 'open', 'changed_since']),
      by: z.string().nullable(),
      at: moment.nullable(),
      /** Of the briefing: how many were told, of how many. */
      told: z.object({ done: z.number(), of: z.number() }).nullable(),
    }),
  ),
  /** Everything that is asked is confirmed. */
  done: z.boolean(),
})
export type ChecklistView = z.output<typeof checklistView>

export const readChecklist = {
  method: 'GET',
  path: '/api/exams/:eid/checklist',
  can: 'exam.manage',
  params: z.strictObject({ eid: examId }),
  reply: checklistView,
  refusals: ['not_found'],
  summary: 'What the teacher confirms before the exam, and whether it still holds',
} as const satisfies Route

export const confirmItem = {
  method: 'PUT',
  path: '/api/exams/:eid/checklist/:item',
  can: 'exam.manage',
  params: z.strictObject({ eid: examId, item: z.enum(confirmable) }),
  reply: checklistView,
  refusals: ['not_found', 'exam_draft'],
  summary: 'Confirms one item as it stands now',
} as const satisfies Route

const missing = z.object({
  count: z.number(),
  /** The first of them. */
  names: z.array(z.string()),
})

export const compareList = {
  method: 'POST',
  path: '/api/exams/:eid/checklist/compare',
  can: 'exam.manage',
  params: z.strictObject({ eid: examId }),
  body: z.strictObject({ names: z.array(z.string().normalize('NFC').trim().max(300)).max(10_000) }),
  bodyBytes: 4 * 1024 * 1024,
  reply: z.object({ same: z.boolean(), onlyInLms: missing, onlyHere: missing }),
  refusals: ['not_found'],
  summary: 'A list of names from the learning system beside the people of the exam; nothing of it is kept',
} as const satisfies Route

const condition = z.strictObject({
  code: line(200),
  /** Null: nobody has checked it. */
  met: z.boolean().nullable(),
  ground: line(500),
})

const day = z.iso.date()

/** TR-11: the paper original came, or still is to come, after its last day; the act names no sanction, a person decides. */
export const lateOriginal = z.object({
  lastDay: day,
  /** Null: a scan at most is there, and without the original nobody is let in. */
  receivedOn: day.nullable(),
  scanOn: day.nullable(),
  daysLate: z.number(),
  decision: z.object({ admit: z.boolean(), reason: z.string(), by: z.string(), at: moment }).nullable(),
})
export type LateOriginal = z.output<typeof lateOriginal>

export const admissionView = z.object({
  session: sessionId,
  flag: z.enum(['admitted', 'needs_decision', 'not_admitted']),
  conditions: z.array(z.object({ code: z.string(), met: z.boolean().nullable(), ground: z.string() })),
  late: lateOriginal.nullable(),
})
export type AdmissionView = z.output<typeof admissionView>

export const stateConditions = {
  method: 'PUT',
  path: '/api/sessions/:sid/admission',
  can: 'exam.manage',
  params: z.strictObject({ sid: sessionId }),
  body: z.strictObject({ conditions: z.array(condition).max(20) }),
  reply: admissionView,
  refusals: ['not_found', 'already_over'],
  summary:
    'States the conditions of admission; while one is not met or not checked, the examinee can not authorise',
} as const satisfies Route

export const decideAdmission = {
  method: 'PUT',
  path: '/api/sessions/:sid/admission/decision',
  can: 'consent.manage',
  params: z.strictObject({ sid: sessionId }),
  body: z.strictObject({ admit: z.boolean(), reason: line(500) }),
  reply: admissionView,
  refusals: ['not_found', 'already_over', 'not_late'],
  summary: 'TR-11: whether somebody whose paper original is late may take the exam, with the reason',
} as const satisfies Route

export const admissionRoutes = {
  readChecklist,
  confirmItem,
  compareList,
  stateConditions,
  decideAdmission,
} as const
