/** Roles of security.md 5.6; `examinee` is also every pupil outside an exam. `dpo` answers for personal data. */
export const roles = [
  'examinee',
  'parent',
  'proctor',
  'teacher',
  'methodist',
  'commission',
  'admin',
  'support',
  'dpo',
] as const

export type Role = (typeof roles)[number]

export const pupils: readonly Role[] = ['examinee', 'parent']

/** Nobody but a pupil or a parent: shorter passwords, a longer idle time (B-06, B-24). */
export const isPupil = (own: readonly Role[]): boolean => own.every((role) => pupils.includes(role))

/** What a role may do at all; whose object and when is decided in `may.ts`. The server refuses and the web hides from this table. */
export const capabilities = {
  'account.self': [
    'examinee',
    'parent',
    'proctor',
    'teacher',
    'methodist',
    'commission',
    'admin',
    'support',
    'dpo',
  ],
  'account.manage': ['admin'],
  'account.list': ['teacher', 'methodist', 'admin'],
  'staff.lead': ['methodist', 'admin'],
  'institution.manage': ['admin'],
  'institution.read': ['teacher', 'methodist', 'commission', 'admin', 'dpo'],
  /** SM-14: suspend, reinstate, dismiss. */
  'proctors.bar': ['methodist', 'admin'],
  'proctors.read': ['teacher', 'methodist', 'admin'],
  'act.read': ['teacher', 'methodist', 'commission', 'proctor', 'admin', 'dpo'],
  'act.manage': ['methodist', 'admin'],
  'calendar.read': ['teacher', 'methodist', 'commission', 'proctor', 'admin', 'dpo'],
  'calendar.manage': ['admin'],
  'periods.manage': ['methodist', 'admin'],
  'children.read': ['parent'],
  'accommodation.ask': ['examinee', 'parent', 'methodist', 'admin'],
  'accommodation.manage': ['methodist', 'admin'],
  'application.read': ['teacher', 'methodist', 'admin'],
  'application.write': ['teacher'],
  'application.resolve': ['methodist', 'admin'],
  'consent.own': ['examinee', 'parent'],
  'consent.copy': ['examinee', 'parent', 'methodist', 'admin', 'dpo'],
  'consent.read_all': ['methodist', 'admin', 'dpo'],
  'consent.list': ['teacher', 'methodist', 'admin', 'dpo'],
  'consent.manage': ['methodist', 'admin'],
  'form.read': ['teacher', 'methodist', 'commission', 'proctor', 'admin', 'dpo'],
  'exam.manage': ['teacher', 'methodist', 'admin'],
  /** SM-1: who may call off what was published. */
  'exam.cancel': ['methodist', 'admin'],
  'exam.read': ['teacher', 'methodist', 'admin', 'proctor'],
  'equipment.read': ['proctor', 'teacher', 'methodist', 'admin', 'support'],
  'equipment.manage': ['admin', 'support'],
  'session.take': ['examinee'],
  'session.list': ['proctor', 'teacher', 'methodist', 'commission', 'admin'],
  /** B-28: a one-time code for somebody who forgot the password. */
  'session.code': ['proctor', 'teacher', 'methodist', 'admin'],
  'session.stop': ['proctor'],
  'ingest.write': ['examinee'],
  'live.watch': ['proctor'],
  'door.decide': ['proctor'],
  'recording.review': ['proctor', 'commission'],
  'review.list': ['proctor', 'methodist', 'admin'],
  'review.do': ['proctor'],
  'review.manage': ['methodist', 'admin'],
  'recording.export': ['commission', 'dpo'],
  'evidence.receipts': ['examinee'],
  'report.today': ['methodist', 'admin'],
  'report.fairness': ['methodist', 'admin'],
  'report.exams': ['teacher', 'methodist', 'admin'],
  'support.answer': ['support', 'admin'],
  'workplace.manage': ['support', 'methodist', 'admin'],
  'maintenance.announce': ['admin'],
  'protocol.read': ['proctor', 'teacher', 'methodist', 'commission', 'admin'],
  'protocol.write': ['proctor'],
  'appeal.file': ['examinee', 'parent'],
  'appeal.read': ['methodist', 'commission', 'admin'],
  'appeal.manage': ['methodist', 'commission', 'admin'],
  'appeal.decide': ['commission'],
  'decision.make': ['teacher', 'methodist', 'commission', 'admin'],
  'retention.read': ['methodist', 'commission', 'dpo'],
  'retention.state': ['proctor', 'teacher', 'methodist', 'commission', 'admin', 'dpo'],
  'retention.hold': ['commission', 'dpo'],
  'retention.destroy': ['methodist', 'dpo'],
  'subject.export': ['dpo'],
  'protection.read': ['admin', 'dpo'],
  'protection.manage': ['dpo', 'admin'],
  'room.lead': ['teacher', 'methodist', 'admin'],
  'room.join': [
    'examinee',
    'parent',
    'proctor',
    'teacher',
    'methodist',
    'commission',
    'admin',
    'support',
    'dpo',
  ],
  'assignment.give': ['teacher', 'methodist', 'admin'],
  'assignment.hand_in': ['examinee'],
  'glass.ask': ['admin'],
  'glass.answer': ['dpo', 'methodist', 'commission', 'admin'],
  'glass.read': ['dpo', 'methodist', 'commission', 'admin'],
  'journal.read': ['dpo', 'commission'],
  'machine.read': ['admin', 'support'],
} as const satisfies Record<string, readonly Role[]>

export type Capability = keyof typeof capabilities

export const roleMay = (role: Role, capability: Capability): boolean =>
  (capabilities[capability] as readonly Role[]).includes(role)
