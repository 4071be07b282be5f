import type { Lifecycle } from './machine.ts'

export type ExamState =
  | 'draft'
  | 'application_pending'
  | 'approved'
  | 'scheduled'
  | 'ready'
  | 'open'
  | 'closed'
  | 'under_review'
  | 'protocols_issued'
  | 'decided'
  | 'archived'
  | 'postponed'
  | 'cancelled'

export type ExamCommand =
  | 'apply'
  | 'approve'
  | 'return'
  | 'approve_without_application'
  | 'schedule'
  | 'make_ready'
  | 'open'
  | 'close'
  | 'postpone'
  | 'begin_review'
  | 'issue_protocols'
  | 'decide'
  | 'archive'
  | 'cancel'

export type ExamFacts = {
  /** 003: proctoring needs an application to the УМУ. */
  readonly applicationRequired: boolean
  readonly applicationInTimeOrOverridden: boolean
  readonly slotsFit: boolean
  readonly proctorsSuffice: boolean
  readonly proctorsEligible: boolean
  readonly unregulatedLeft: number
  readonly everyoneNotified: boolean
  readonly checklistDone: boolean
  readonly windowBegan: boolean
  readonly windowOver: boolean
  readonly sessionsRunning: number
  readonly outageLongEnough: boolean
  readonly otherReason: boolean
  readonly reviewsOpen: number
  readonly protocolsMissing: number
  readonly sessionsUndecided: number
  readonly appealsOver: boolean
  readonly retentionDone: boolean
}

export const examRefusals = [
  'application_required',
  'no_application_needed',
  'application_late',
  'not_regulated',
  'slot_too_large',
  'too_few_proctors',
  'proctor_not_eligible',
  'not_everyone_notified',
  'checklist_open',
  'too_early',
  'window_open',
  'sessions_running',
  'no_ground_to_postpone',
  'nothing_to_review',
  'reviews_open',
  'protocols_missing',
  'decisions_missing',
  'appeals_open',
  'retention_open',
] as const
export type ExamRefusal = (typeof examRefusals)[number]

export const exam: Lifecycle<ExamState, ExamCommand, ExamFacts, ExamRefusal> = {
  id: 'SM-1',
  first: 'draft',
  refusals: examRefusals,
  moves: [
    {
      from: ['draft'],
      on: 'apply',
      to: 'application_pending',
      by: ['teacher'],
      guard: (f) =>
        !f.applicationRequired
          ? 'no_application_needed'
          : !f.applicationInTimeOrOverridden
            ? 'application_late'
            : null,
      clause: 'R3-1.5c',
    },
    { from: ['application_pending'], on: 'approve', to: 'approved', by: ['umu_head'], clause: 'SM-16' },
    { from: ['application_pending'], on: 'return', to: 'draft', by: ['umu_head'], clause: 'SM-16' },
    {
      from: ['draft'],
      on: 'approve_without_application',
      to: 'approved',
      by: ['teacher', 'deputy_director'],
      guard: (f) => (f.applicationRequired ? 'application_required' : null),
      clause: 'SM-1',
    },
    {
      from: ['approved', 'postponed'],
      on: 'schedule',
      to: 'scheduled',
      by: ['methodist', 'umu_head', 'teacher'],
      guard: (f) =>
        f.unregulatedLeft > 0
          ? 'not_regulated'
          : !f.slotsFit
            ? 'slot_too_large'
            : !f.proctorsSuffice
              ? 'too_few_proctors'
              : !f.proctorsEligible
                ? 'proctor_not_eligible'
                : null,
      clause: 'R4-3.7',
    },
    {
      from: ['scheduled'],
      on: 'make_ready',
      to: 'ready',
      by: ['teacher'],
      guard: (f) =>
        !f.everyoneNotified ? 'not_everyone_notified' : !f.checklistDone ? 'checklist_open' : null,
      clause: 'R4-3.8d',
    },
    {
      from: ['ready'],
      on: 'open',
      to: 'open',
      by: ['system'],
      guard: (f) => (f.windowBegan ? null : 'too_early'),
      clause: 'R4-4.3a',
    },
    {
      from: ['open'],
      on: 'close',
      to: 'closed',
      by: ['system'],
      guard: (f) => (!f.windowOver ? 'window_open' : f.sessionsRunning > 0 ? 'sessions_running' : null),
      clause: 'SM-1',
    },
    {
      from: ['ready', 'open'],
      on: 'postpone',
      to: 'postponed',
      by: ['teacher'],
      guard: (f) => (f.outageLongEnough || f.otherReason ? null : 'no_ground_to_postpone'),
      clause: 'R4-5.12a',
    },
    {
      from: ['closed'],
      on: 'begin_review',
      to: 'under_review',
      by: ['system'],
      guard: (f) => (f.reviewsOpen > 0 ? null : 'nothing_to_review'),
      clause: 'SM-4',
    },
    {
      from: ['closed', 'under_review'],
      on: 'issue_protocols',
      to: 'protocols_issued',
      by: ['proctor'],
      guard: (f) =>
        f.reviewsOpen > 0 ? 'reviews_open' : f.protocolsMissing > 0 ? 'protocols_missing' : null,
      clause: 'R4-5.2b',
    },
    {
      from: ['protocols_issued'],
      on: 'decide',
      to: 'decided',
      by: ['teacher', 'programme_manager'],
      guard: (f) => (f.sessionsUndecided > 0 ? 'decisions_missing' : null),
      clause: 'SM-5',
    },
    {
      from: ['decided'],
      on: 'archive',
      to: 'archived',
      by: ['system'],
      guard: (f) => (!f.appealsOver ? 'appeals_open' : !f.retentionDone ? 'retention_open' : null),
      clause: 'SM-18',
    },
    {
      from: ['draft', 'application_pending', 'approved', 'scheduled', 'ready', 'postponed'],
      on: 'cancel',
      to: 'cancelled',
      by: ['director', 'deputy_director', 'umu_head'],
      clause: 'SM-1',
    },
  ],
}
