import type { Lifecycle } from './machine.ts'

export type SessionState =
  | 'created'
  | 'not_admitted'
  | 'admitted'
  | 'precheck'
  | 'identification'
  | 'identification_failed'
  | 'rules_ack'
  | 'authorized'
  | 'in_progress'
  | 'permitted_absence'
  | 'paused_technical'
  | 'stopped_by_proctor'
  | 'submitted'
  | 'deauthorized'
  | 'expired_not_started'
  | 'void'

export type SessionCommand =
  | 'admit'
  | 'refuse_admission'
  | 'enter'
  | 'check'
  | 'pass_check'
  | 'identify'
  | 'fail_identification'
  | 'try_again'
  | 'acknowledge'
  | 'start'
  | 'leave'
  | 'come_back'
  | 'lose_signal'
  | 'restore'
  | 'annul_attempt'
  | 'stop'
  | 'submit'
  | 'run_out'
  | 'interrupt'
  | 'deauthorise'
  | 'miss_window'

/** What must be true beside the state; the numbers behind these facts are the policy's. */
export type SessionFacts = {
  readonly conditionsMet: boolean
  readonly consentActive: boolean
  readonly listConfirmed: boolean
  readonly window: 'before' | 'open' | 'over'
  readonly checkPassed: boolean
  readonly riskAcknowledged: boolean
  /** 004: a phone or a tablet is not let through whatever the examinee acknowledges. */
  readonly deviceBarred: boolean
  readonly identityEstablished: boolean
  /** 001: the login is the identification; elsewhere a person compares the document. */
  readonly systemMayIdentify: boolean
  readonly failureNamed: boolean
  readonly attemptsLeft: number
  readonly rulesAcknowledged: boolean
  readonly responsibilityAcknowledged: boolean
  readonly taskOpened: boolean
  readonly leavingPermitted: boolean
  readonly outageReachedLimit: boolean
  readonly teacherDecided: 'postpone' | 'retake' | null
  readonly disconnectedTooLong: boolean
  readonly violationsConfirmed: number
  readonly violationsToStop: number
  readonly reasonGiven: boolean
  readonly timeOver: boolean
}

export const sessionRefusals = [
  'conditions_not_met',
  'no_consent',
  'list_not_confirmed',
  'admission_due',
  'too_early',
  'too_late',
  'device_barred',
  'check_failed',
  'nobody_identified',
  'person_identifies',
  'failure_not_named',
  'no_attempts_left',
  'rules_not_acknowledged',
  'responsibility_not_acknowledged',
  'leaving_forbidden',
  'task_not_opened',
  'task_opened',
  'outage_short',
  'teacher_undecided',
  'too_few_violations',
  'no_reason',
  'time_left',
  'window_open',
  'consent_stands',
] as const
export type SessionRefusal = (typeof sessionRefusals)[number]

const admissible = (f: SessionFacts): SessionRefusal | null =>
  !f.conditionsMet
    ? 'conditions_not_met'
    : !f.consentActive
      ? 'no_consent'
      : !f.listConfirmed
        ? 'list_not_confirmed'
        : null

const inWindow = (f: SessionFacts): SessionRefusal | null =>
  f.window === 'before' ? 'too_early' : f.window === 'over' ? 'too_late' : null

const checked = (f: SessionFacts): SessionRefusal | null =>
  f.deviceBarred ? 'device_barred' : !f.checkPassed && !f.riskAcknowledged ? 'check_failed' : null

const stoppable = (f: SessionFacts): SessionRefusal | null =>
  f.violationsConfirmed < f.violationsToStop ? 'too_few_violations' : !f.reasonGiven ? 'no_reason' : null

/**
 * One examinee, one attempt. The control window is open from `authorized` to `deauthorized` (R1-3.1a, TR-40); a loss of signal
 * and a declared absence come back to where they began. `deauthorized`, `expired_not_started`, `void` and `not_admitted` are ends.
 */
export const session: Lifecycle<SessionState, SessionCommand, SessionFacts, SessionRefusal> = {
  id: 'SM-2',
  first: 'created',
  refusals: sessionRefusals,
  moves: [
    {
      from: ['created'],
      on: 'admit',
      to: 'admitted',
      by: ['teacher', 'system'],
      guard: admissible,
      clause: 'SM-2',
    },
    {
      from: ['created'],
      on: 'refuse_admission',
      to: 'not_admitted',
      by: ['teacher', 'system'],
      guard: (f) => (admissible(f) === null ? 'admission_due' : !f.reasonGiven ? 'no_reason' : null),
      clause: 'SM-2',
    },
    {
      from: ['admitted'],
      on: 'enter',
      to: 'precheck',
      by: ['examinee'],
      guard: inWindow,
      clause: 'R4-4.3a',
    },
    { from: ['precheck'], on: 'check', to: 'precheck', by: ['examinee'], clause: 'SM-2' },
    {
      from: ['precheck'],
      on: 'pass_check',
      to: 'identification',
      by: ['examinee'],
      guard: checked,
      clause: 'SM-2',
    },
    {
      from: ['identification'],
      on: 'identify',
      to: 'rules_ack',
      by: ['proctor'],
      guard: (f) => (f.identityEstablished ? null : 'nobody_identified'),
      clause: 'R4-4.2c',
    },
    {
      from: ['identification'],
      on: 'identify',
      to: 'rules_ack',
      by: ['system'],
      guard: (f) =>
        !f.systemMayIdentify ? 'person_identifies' : !f.identityEstablished ? 'nobody_identified' : null,
      clause: 'SM-2',
    },
    {
      from: ['identification'],
      on: 'fail_identification',
      to: 'identification_failed',
      by: ['proctor'],
      guard: (f) => (f.failureNamed ? null : 'failure_not_named'),
      clause: 'SM-2',
    },
    {
      from: ['identification_failed'],
      on: 'try_again',
      to: 'identification',
      by: ['examinee', 'proctor'],
      guard: (f) => (f.attemptsLeft > 0 ? null : 'no_attempts_left'),
      clause: 'SM-2',
    },
    {
      from: ['rules_ack'],
      on: 'acknowledge',
      to: 'authorized',
      by: ['examinee'],
      guard: (f) =>
        inWindow(f) ??
        (!f.rulesAcknowledged
          ? 'rules_not_acknowledged'
          : !f.responsibilityAcknowledged
            ? 'responsibility_not_acknowledged'
            : null),
      clause: 'R1-3.1a',
    },
    {
      from: ['authorized'],
      on: 'start',
      to: 'in_progress',
      by: ['examinee'],
      guard: (f) => (f.timeOver ? 'too_late' : null),
      clause: 'SM-2',
    },
    {
      from: ['in_progress'],
      on: 'leave',
      to: 'permitted_absence',
      by: ['examinee'],
      guard: (f) => (f.leavingPermitted ? null : 'leaving_forbidden'),
      clause: 'R1-6.7b',
    },
    {
      from: ['permitted_absence'],
      on: 'come_back',
      to: 'in_progress',
      by: ['examinee'],
      clause: 'R1-6.7b',
    },
    {
      from: ['authorized', 'in_progress', 'permitted_absence'],
      on: 'lose_signal',
      to: 'paused_technical',
      by: ['system'],
      clause: 'R4-5.12a',
    },
    {
      from: ['paused_technical'],
      on: 'restore',
      to: 'in_progress',
      by: ['system'],
      guard: (f) => (f.taskOpened ? null : 'task_not_opened'),
      clause: 'SM-17',
    },
    {
      from: ['paused_technical'],
      on: 'restore',
      to: 'authorized',
      by: ['system'],
      guard: (f) => (f.taskOpened ? 'task_opened' : null),
      clause: 'SM-17',
    },
    {
      from: ['paused_technical'],
      on: 'annul_attempt',
      to: 'void',
      by: ['teacher'],
      // 4.7 lets the teacher agree a retake after a failure of any length; 5.12 moves the exam only after the limit.
      guard: (f) =>
        f.teacherDecided === null
          ? 'teacher_undecided'
          : f.teacherDecided === 'postpone' && !f.outageReachedLimit
            ? 'outage_short'
            : null,
      clause: 'R4-5.12a',
    },
    {
      from: ['authorized', 'in_progress', 'permitted_absence', 'paused_technical'],
      on: 'stop',
      to: 'stopped_by_proctor',
      by: ['proctor'],
      guard: stoppable,
      clause: 'R4-7.5b',
    },
    {
      from: ['in_progress', 'permitted_absence'],
      on: 'submit',
      to: 'submitted',
      by: ['examinee'],
      clause: 'SM-2',
    },
    {
      // Offline too: where the time of a failure is not given back, the clock runs on.
      from: ['in_progress', 'permitted_absence', 'paused_technical'],
      on: 'run_out',
      to: 'submitted',
      by: ['system'],
      guard: (f) => (f.timeOver ? null : 'time_left'),
      clause: 'R1-7.4',
    },
    {
      // Nobody is watched without consent; the loss of it is no violation (P-14).
      from: ['authorized', 'in_progress', 'permitted_absence', 'paused_technical'],
      on: 'interrupt',
      to: 'submitted',
      by: ['system'],
      guard: (f) => (f.consentActive ? 'consent_stands' : null),
      clause: 'R4-A5.13',
    },
    {
      from: ['submitted', 'stopped_by_proctor'],
      on: 'deauthorise',
      to: 'deauthorized',
      by: ['system'],
      clause: 'R1-3.1b',
    },
    { from: ['submitted'], on: 'deauthorise', to: 'deauthorized', by: ['examinee'], clause: 'R1-3.1b' },
    {
      // Later than this the examinee is not waited for (policy session.disconnect_auto_deauth_s).
      from: ['paused_technical'],
      on: 'deauthorise',
      to: 'deauthorized',
      by: ['system'],
      guard: (f) => (f.disconnectedTooLong ? null : 'outage_short'),
      clause: 'R1-3.1b',
    },
    {
      from: ['admitted', 'precheck', 'identification', 'identification_failed', 'rules_ack'],
      on: 'miss_window',
      to: 'expired_not_started',
      by: ['system'],
      guard: (f) => (f.window === 'over' ? null : 'window_open'),
      clause: 'R4-4.3a',
    },
    {
      from: ['authorized'],
      on: 'miss_window',
      to: 'expired_not_started',
      by: ['system'],
      guard: (f) => (f.timeOver ? null : 'time_left'),
      clause: 'R4-4.3a',
    },
  ],
}
