// Lifecycles short enough to share a page: survey, discipline group, appointment, support ticket, accommodation.
import type { Lifecycle } from './machine.ts'

const surveyRefusals = ['no_audience'] as const

export const survey: Lifecycle<
  'planned' | 'open' | 'closed' | 'report_ready' | 'measures_assigned' | 'archived',
  'open' | 'close' | 'report' | 'assign_measures' | 'archive',
  { readonly audienceSet: boolean },
  (typeof surveyRefusals)[number]
> = {
  id: 'SM-11',
  first: 'planned',
  refusals: surveyRefusals,
  moves: [
    {
      from: ['planned'],
      on: 'open',
      to: 'open',
      by: ['methodist', 'office'],
      guard: (f) => (f.audienceSet ? null : 'no_audience'),
      clause: 'R2-20a',
    },
    { from: ['open'], on: 'close', to: 'closed', by: ['system', 'methodist', 'office'], clause: 'R2-20a' },
    { from: ['closed'], on: 'report', to: 'report_ready', by: ['methodist', 'office'], clause: 'R2-20a' },
    {
      from: ['report_ready'],
      on: 'assign_measures',
      to: 'measures_assigned',
      by: ['director'],
      clause: 'SM-11',
    },
    {
      from: ['report_ready', 'measures_assigned'],
      on: 'archive',
      to: 'archived',
      by: ['system', 'office'],
      clause: 'SM-11',
    },
  ],
}

const disciplineGroupRefusals = ['in_time'] as const

export const disciplineGroup: Lifecycle<
  'required' | 'overdue' | 'active' | 'archived',
  'create' | 'miss_deadline' | 'archive',
  { readonly pastFourWeeks: boolean },
  (typeof disciplineGroupRefusals)[number]
> = {
  id: 'SM-12',
  first: 'required',
  refusals: disciplineGroupRefusals,
  moves: [
    {
      from: ['required', 'overdue'],
      on: 'create',
      to: 'active',
      by: ['teacher', 'tech_responsible'],
      clause: 'R2-16c',
    },
    {
      from: ['required'],
      on: 'miss_deadline',
      to: 'overdue',
      by: ['system'],
      guard: (f) => (f.pastFourWeeks ? null : 'in_time'),
      clause: 'R2-16c',
    },
    { from: ['active'], on: 'archive', to: 'archived', by: ['system', 'teacher'], clause: 'SM-12' },
  ],
}

const appointmentRefusals = ['no_order', 'too_early', 'term_running'] as const

export const appointment: Lifecycle<
  'draft' | 'signed' | 'active' | 'published' | 'expired' | 'revoked',
  'sign' | 'begin' | 'publish' | 'expire' | 'revoke',
  { readonly orderNumberAndDate: boolean; readonly termReached: boolean; readonly termOver: boolean },
  (typeof appointmentRefusals)[number]
> = {
  id: 'SM-13',
  first: 'draft',
  refusals: appointmentRefusals,
  moves: [
    {
      from: ['draft'],
      on: 'sign',
      to: 'signed',
      by: ['director'],
      guard: (f) => (f.orderNumberAndDate ? null : 'no_order'),
      clause: 'R0-6.3a',
    },
    {
      from: ['signed'],
      on: 'begin',
      to: 'active',
      by: ['system'],
      guard: (f) => (f.termReached ? null : 'too_early'),
      clause: 'R0-6.3a',
    },
    { from: ['active'], on: 'publish', to: 'published', by: ['office', 'system'], clause: 'R0-6.4' },
    {
      from: ['active', 'published'],
      on: 'expire',
      to: 'expired',
      by: ['system'],
      guard: (f) => (f.termOver ? null : 'term_running'),
      clause: 'R0-6.3a',
    },
    {
      from: ['signed', 'active', 'published'],
      on: 'revoke',
      to: 'revoked',
      by: ['director'],
      clause: 'SM-13',
    },
  ],
}

const supportTicketRefusals = ['no_unit', 'no_answer'] as const

export type TicketState = 'open' | 'routed' | 'in_work' | 'solved' | 'closed'
export type TicketCommand = 'route' | 'take' | 'solve' | 'reopen' | 'close'

export const supportTicket: Lifecycle<
  TicketState,
  TicketCommand,
  { readonly unitKnown: boolean; readonly answerGiven: boolean },
  (typeof supportTicketRefusals)[number]
> = {
  id: 'SM-19',
  first: 'open',
  refusals: supportTicketRefusals,
  moves: [
    {
      from: ['open', 'routed'],
      on: 'route',
      to: 'routed',
      by: ['system', 'office'],
      guard: (f) => (f.unitKnown ? null : 'no_unit'),
      clause: 'R4-3.9',
    },
    { from: ['routed'], on: 'take', to: 'in_work', by: ['executor'], clause: 'SM-19' },
    {
      from: ['in_work'],
      on: 'solve',
      to: 'solved',
      by: ['executor'],
      guard: (f) => (f.answerGiven ? null : 'no_answer'),
      clause: 'SM-19',
    },
    {
      from: ['solved'],
      on: 'reopen',
      to: 'in_work',
      by: ['examinee', 'representative', 'teacher'],
      clause: 'SM-19',
    },
    {
      from: ['solved'],
      on: 'close',
      to: 'closed',
      by: ['system', 'examinee', 'representative', 'teacher'],
      clause: 'SM-19',
    },
  ],
}

const accommodationRefusals = ['no_document', 'not_primary', 'no_reason', 'term_running'] as const

export const accommodation: Lifecycle<
  'requested' | 'active' | 'used' | 'expired' | 'refused',
  'verify' | 'grant_by_grade' | 'refuse' | 'use' | 'expire',
  {
    readonly document: boolean
    readonly primaryPupil: boolean
    readonly reasonGiven: boolean
    readonly termOver: boolean
  },
  (typeof accommodationRefusals)[number]
> = {
  id: 'SM-20',
  first: 'requested',
  refusals: accommodationRefusals,
  moves: [
    {
      from: ['requested'],
      on: 'verify',
      to: 'active',
      by: ['office', 'methodist'],
      guard: (f) => (f.document ? null : 'no_document'),
      clause: 'TR-21',
    },
    {
      from: ['requested'],
      on: 'grant_by_grade',
      to: 'active',
      by: ['system'],
      guard: (f) => (f.primaryPupil ? null : 'not_primary'),
      clause: 'TR-21',
    },
    {
      from: ['requested'],
      on: 'refuse',
      to: 'refused',
      by: ['office', 'methodist'],
      guard: (f) => (f.reasonGiven ? null : 'no_reason'),
      clause: 'SM-20',
    },
    { from: ['active', 'used'], on: 'use', to: 'used', by: ['system', 'proctor'], clause: 'SM-20' },
    {
      from: ['active', 'used'],
      on: 'expire',
      to: 'expired',
      by: ['system'],
      guard: (f) => (f.termOver ? null : 'term_running'),
      clause: 'SM-20',
    },
  ],
}
